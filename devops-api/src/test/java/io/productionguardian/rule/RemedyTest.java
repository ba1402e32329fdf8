package io.productionguardian.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.productionguardian.document.Documents;
import io.productionguardian.document.Limits;
import io.productionguardian.document.Node;
import io.productionguardian.document.Place;
import io.productionguardian.schema.SchemaName;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RemedyTest {

  private static final Node ROOT =
      Documents.read(
              "a.json",
              "{\"x~y\": {\"b/c\": [1]}}".getBytes(StandardCharsets.UTF_8),
              Documents.Format.JSON,
              Limits.STANDARD)
          .root()
          .orElseThrow();

  @Test
  void membersAreThoseOfTheChange() {
    Node parent = ROOT.find("x~y").orElseThrow();

    assertThat(Remedy.add(parent, "d/e", "5").members())
        .isEqualTo(
            Map.of(
                "change",
                "add",
                "file",
                "a.json",
                "line",
                1,
                "pointer",
                "/x~0y/d~1e",
                "content",
                "5"));
    assertThat(Remedy.add(parent.find("b/c").orElseThrow(), "-", "2").pointer())
        .isEqualTo("/x~0y/b~1c/-");
    assertThat(Remedy.replace(parent.place(), "{}").members())
        .containsEntry("change", "replace")
        .containsEntry("pointer", "/x~0y");
    assertThat(Remedy.remove(parent.place()).members()).doesNotContainKey("content");
    assertThat(Remedy.write("b.md", "text").members())
        .isEqualTo(Map.of("change", "write", "file", "b.md", "content", "text"));
    assertThat(Remedy.withoutLine(Place.at("b.md", 7, 1)).members())
        .isEqualTo(Map.of("change", "line", "file", "b.md", "line", 7, "content", ""));
    assertThat(
            Remedy.add("a.json", "/service", "{}")
                .expecting(SchemaName.OPERATIONS, "/properties/service")
                .members())
        .containsEntry("schema", "operations.schema.json#/properties/service");
  }

  @Test
  void aPointerIsAPointer() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Remedy.add("a.json", "service", "{}"))
        .withMessageContaining("service");
  }
}
