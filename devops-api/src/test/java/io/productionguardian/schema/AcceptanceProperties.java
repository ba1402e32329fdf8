package io.productionguardian.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.productionguardian.document.Document;
import io.productionguardian.document.Document.Limits;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * The validator is right, and what is quicker must say the same. CI asks for more documents by
 * {@code guardian.tries}.
 */
class AcceptanceProperties {

  @Property
  void aDocumentThatFollowsItsSchemaIsAccepted(@ForAll SchemaName name, @ForAll long seed) {
    String text = RandomDocument.valid(name, seed);

    assertThat(accepted(name, text, Document.Format.JSON)).as(text).isTrue();
  }

  @Property
  void aDocumentThatNearlyFollowsItsSchemaIsJudgedAlike(
      @ForAll SchemaName name, @ForAll long seed, @ForAll boolean yaml) {
    Document.Format format = yaml ? Document.Format.YAML : Document.Format.JSON;

    accepted(name, RandomDocument.nearlyValid(name, seed, format), format);
  }

  @Property
  void aHostileDocumentIsJudgedAlike(
      @ForAll SchemaName name, @ForAll long seed, @ForAll boolean yaml) {
    Document.Format format = yaml ? Document.Format.YAML : Document.Format.JSON;

    accepted(name, RandomDocument.hostile(name, seed, format), format);
  }

  /** What both say. */
  private static boolean accepted(SchemaName name, String text, Document.Format format) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return Document.read("f", bytes, format, Limits.STANDARD).roots().stream()
        .allMatch(
            root -> {
              boolean accepted = Schemas.accepts(name, root);
              assertThat(accepted)
                  .as("%s accepts %s", name, text)
                  .isEqualTo(Schemas.violations(name, root).isEmpty());
              return accepted;
            });
  }
}
