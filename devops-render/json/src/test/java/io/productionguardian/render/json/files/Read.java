package io.productionguardian.render.json.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.productionguardian.document.Document;
import io.productionguardian.document.Document.Limits;
import io.productionguardian.document.Node;
import java.nio.charset.StandardCharsets;

/** Reads back what was written, with the library's own strict reader. */
final class Read {

  private Read() {}

  static Node json(String text) {
    Document document =
        Document.read(
            "read-back.json",
            text.getBytes(StandardCharsets.UTF_8),
            Document.Format.JSON,
            Limits.STANDARD);
    assertThat(document.faults()).isEmpty();
    return document.root().orElseThrow();
  }
}
