package io.productionguardian.render.json.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import io.productionguardian.document.Node;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/**
 * Writes any texts into {@code target/hostile}, as this module escapes them, for {@code
 * .ci/judge-escaping}, which reads them back with a program that is not ours.
 */
class HostileFiles {

  private static final Path FOLDER = Path.of("target", "hostile");

  private record Texts(List<String> list) {

    /** So many would fill a report. */
    @Override
    public String toString() {
      return list.size() + " texts";
    }
  }

  @Provide
  Arbitrary<Texts> many() {
    return Arbitraries.oneOf(
            Arbitraries.strings().all().ofMaxLength(30),
            Arbitraries.strings()
                .withChars("\"\\/\b\f\n\r\t\0{}[]:,u\u2028\ud83d\ude00'x ")
                .ofMaxLength(12))
        .map(text -> new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
        .list()
        .ofSize(Integer.getInteger("guardian.hostile", 200))
        .map(Texts::new);
  }

  @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void areWritten(@ForAll("many") Texts many) throws IOException {
    List<String> texts = many.list();
    Files.createDirectories(FOLDER);
    String pretty = JsonWriter.pretty(ImmutableMap.of("texts", texts));
    Files.writeString(FOLDER.resolve("pretty.json"), pretty);
    Files.writeString(
        FOLDER.resolve("compact.json"), JsonWriter.compact(ImmutableMap.of("texts", texts)));
    Files.writeString(
        FOLDER.resolve("texts.base64"),
        texts.stream()
            .map(text -> Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)))
            .collect(Collectors.joining("\n", "", "\n")));

    assertThat(Read.json(pretty).nearest("/texts").items())
        .extracting(Node::text)
        .extracting(Optional::orElseThrow)
        .isEqualTo(texts);
  }
}
