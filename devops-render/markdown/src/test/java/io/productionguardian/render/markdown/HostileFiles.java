package io.productionguardian.render.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.commonmark.node.Heading;

/**
 * Writes hostile texts into {@code target/hostile}, as this module escapes them, for {@code
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
    return Hostile.texts()
        .map(text -> "x" + MarkdownProperties.visible(text) + "x")
        .list()
        .ofSize(Integer.getInteger("guardian.hostile", 200))
        .map(Texts::new);
  }

  /** Each as a heading, an item, a cell, code and a line of a fence, in this order. */
  @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void areWritten(@ForAll("many") Texts many) throws IOException {
    List<String> texts = many.list();
    Files.createDirectories(FOLDER);
    String page = texts.stream().map(HostileFiles::places).collect(Collectors.joining());
    Files.writeString(FOLDER.resolve("texts.md"), page);
    Files.writeString(
        FOLDER.resolve("texts.base64"),
        texts.stream()
            .map(text -> Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)))
            .collect(Collectors.joining("\n", "", "\n")));

    assertThat(Shown.text((Heading) Shown.document(page).getFirstChild())).isEqualTo(texts.get(0));
  }

  private static String places(String text) {
    return "### "
        + Markdown.heading(text)
        + "\n\n- "
        + Markdown.text(text)
        + "\n\n"
        + Markdown.table(List.of("A", "B"), List.of(List.of(Markdown.text(text), "b")))
        + "\n"
        + Markdown.code(text)
        + "\n\n"
        + Markdown.fence("text", List.of(text))
        + "\n";
  }
}
