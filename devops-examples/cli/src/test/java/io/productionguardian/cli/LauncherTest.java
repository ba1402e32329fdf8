package io.productionguardian.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher as a person runs it. CI runs it with {@code -Dguardian.launcher=true}: on first use
 * the launcher builds all modules, which {@code mvn verify} has just done.
 */
@EnabledIfSystemProperty(named = "guardian.launcher", matches = "true")
class LauncherTest {

  private static final Path LAUNCHER =
      Path.of(System.getProperty("basedir", ".")).resolve("../guardian").normalize();

  @TempDir Path folder;

  @BeforeEach
  void thereIsWhatItNeeds() {
    assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "bash");
    assumeTrue(
        Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
            .anyMatch(path -> Files.isExecutable(Path.of(path, "mvn"))),
        "mvn, with which it builds");
  }

  @Test
  void approvesAndReleases() {
    Path epic = Epics.copy("epic_25", folder);

    assertThat(run("check " + epic).code()).isZero();
    assertThat(run("release " + epic).out()).contains("Written (");
    assertThat(run("release " + epic).out()).contains("Nothing written");
  }

  @Test
  void vetoes() {
    Ran ran = run("check " + Epics.copy("epic_25_no_staging", folder));

    assertThat(ran.code()).isOne();
    assertThat(ran.firstBlockingRule()).isEqualTo("staging-validation");
  }

  @Test
  void tellsAMistakeInOneLine() {
    Ran ran = run("check " + folder.resolve("epic_99"));

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.err().lines().filter(line -> !line.contains("guardian: building")))
        .hasSize(1)
        .allMatch(line -> line.startsWith("guardian: "));
  }

  @Test
  void endsQuietlyWhenNobodyReadsOn() {
    Ran ran = run("check --all " + Epics.copy("epic_32", folder) + " | head -n 1");

    assertThat(ran.code()).isZero();
    assertThat(ran.err().lines().filter(line -> !line.contains("guardian: building"))).isEmpty();
    assertThat(ran.out()).hasLineCount(1);
  }

  @Test
  void printsTheSameInEveryLocale() {
    Path epic = Epics.copy("epic_32", folder);
    String command = "check --now " + Epics.NOW + " " + epic;

    String english = run(command).out();

    assertThat(english).contains("✗ VETO");
    for (String locale :
        new String[] {
          "LC_ALL=C", "LC_ALL= LANG=", jvm("tr", "TR", ""), jvm("ar", "EG", "u-nu-arab")
        }) {
      assertThat(run(locale, command).out()).as(locale).isEqualTo(english);
    }
  }

  private static String jvm(String language, String country, String extensions) {
    return "GUARDIAN_JAVA_OPTS='-Duser.language="
        + language
        + " -Duser.country="
        + country
        + " -Duser.extensions="
        + extensions
        + "'";
  }

  private static Ran run(String arguments) {
    return run("LC_ALL=C.UTF-8", arguments);
  }

  private static Ran run(String environment, String arguments) {
    return Jvm.ended(
        Jvm.start(
            new ProcessBuilder(
                List.of("/bin/bash", "-c", environment + " " + LAUNCHER + " " + arguments))));
  }
}
