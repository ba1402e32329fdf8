package io.productionguardian.render.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.productionguardian.document.Document;
import io.productionguardian.document.Document.Limits;
import io.productionguardian.document.Node;
import java.nio.charset.StandardCharsets;

/** Reads back what was written, with the library's own strict reader. */
final class Read {

  private Read() {}

  static Node yaml(String text) {
    Document document =
        Document.read(
            "read-back.yaml",
            text.getBytes(StandardCharsets.UTF_8),
            Document.Format.YAML,
            Limits.STANDARD);
    assertThat(document.faults()).isEmpty();
    assertThat(document.roots()).hasSize(1);
    return document.root().orElseThrow();
  }
}
