package io.productionguardian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Words that were replaced by those that an SRE uses; none of them comes back. */
class PlainEnglishTest {

  private static final Path HOME = Path.of(System.getProperty("basedir", ".")).resolve("../..");

  /** What is out, and what is written instead. */
  private static final List<String> REPLACED =
      List.of(
          "wanted is", // expected
          "is wanted", // is expected
          "says more of", // for details
          "gravest", // most severe
          "to mend", // to fix
          "\"Mend ", // Fix
          "nothing stand any more", // expired, waives nothing
          "let stand", // waived
          "speaks of", // names
          "spoken of", // named
          "bears out", // supports
          "borne out", // supported
          "mayhap|amiss|thereof|whereof|herein|hitherto|wherefore");

  private static final Pattern OUT = Pattern.compile(String.join("|", REPLACED));

  private static Stream<Path> pages() {
    try (Stream<Path> all = Files.walk(HOME)) {
      return all
          .filter(path -> !path.toString().contains("/target/"))
          .filter(path -> !path.toString().contains("/.git/"))
          .filter(
              path ->
                  path.toString().endsWith(".md")
                      || (path.toString().contains("/src/main/")
                          && path.toString().matches(".*\\.(java|json|yaml|yml|properties)")))
          .filter(path -> !path.getFileName().toString().equals("CHANGELOG.md"))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> found(Path page) {
    try {
      List<String> lines = Files.readAllLines(page);
      return IntStream.range(0, lines.size())
          .filter(i -> OUT.matcher(lines.get(i)).find())
          .mapToObj(i -> HOME.relativize(page) + ":" + (i + 1) + " " + lines.get(i).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void noneOfThemComesBack() {
    assertThat(pages()).hasSizeGreaterThan(300);
    assertThat(pages().flatMap(PlainEnglishTest::found)).isEmpty();
  }

  @Test
  void theyAreFoundWhereTheyAre() {
    assertThat(OUT.matcher("the gravest first").find()).isTrue();
    assertThat(OUT.matcher("the most severe first").find()).isFalse();
  }
}
