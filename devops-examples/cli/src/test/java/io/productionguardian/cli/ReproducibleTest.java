package io.productionguardian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every file is the same wherever and on whatever machine it is written. */
class ReproducibleTest {

  /** Where the capital of i has a dot, and today is tomorrow. */
  private static final List<String> TURKISH =
      List.of(
          "-Duser.language=tr",
          "-Duser.country=TR",
          "-Duser.timezone=Pacific/Kiritimati",
          "-Dline.separator=\r\n",
          "-Dfile.encoding=UTF-16");

  /** Where digits are others, and zones have half hours. */
  private static final List<String> ARABIC =
      List.of(
          "-Duser.language=ar",
          "-Duser.country=EG",
          "-Duser.extensions=u-nu-arab",
          "-Duser.timezone=America/St_Johns",
          "-Dline.separator=\r",
          "-Dfile.encoding=US-ASCII");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"epic_25", "epic_31", "epic_32"})
  void sameBytesFromJvmsThatDifferInAllTheirDefaults(String epic) throws IOException {
    Path one = Epics.copy(epic, Files.createDirectory(folder.resolve("one")));
    Path other = Epics.copy(epic, Files.createDirectory(folder.resolve("other")));

    Process turkish = Jvm.startWith(TURKISH, "release", one, "--now", Epics.NOW);
    Process arabic = Jvm.startWith(ARABIC, "release", other, "--now", Epics.NOW);

    assertThat(Jvm.ended(turkish).code()).isEqualTo(Jvm.ended(arabic).code()).isBetween(0, 1);
    assertThat(Epics.content(one))
        .containsKey("consensus/artifacts/readiness.sarif")
        .isEqualTo(Epics.content(other));
  }
}
