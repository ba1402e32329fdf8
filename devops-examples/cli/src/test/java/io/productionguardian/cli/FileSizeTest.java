package io.productionguardian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A file that grows longer than this has more than one reason to exist. */
class FileSizeTest {

  private static final int MOST_LINES = 400;

  @Test
  void noMainFileIsLongerThanCanBeReadAtOnce() throws IOException {
    List<Path> sources;
    try (Stream<Path> all = Files.walk(Path.of("../.."))) {
      sources =
          all.filter(path -> path.toString().endsWith(".java"))
              .filter(path -> path.toString().contains("/src/main/java/"))
              .toList();
    }

    assertThat(sources).hasSizeGreaterThan(100);
    assertThat(sources.stream().filter(path -> lines(path) > MOST_LINES)).isEmpty();
  }

  private static long lines(Path path) {
    try (Stream<String> lines = Files.lines(path)) {
      return lines.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
