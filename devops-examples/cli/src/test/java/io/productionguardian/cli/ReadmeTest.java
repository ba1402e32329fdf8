package io.productionguardian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README says that a command prints is what it prints, but for what {@code ...} omits. */
class ReadmeTest {

  private static final Path README =
      Path.of(System.getProperty("basedir", ".")).resolve("../../README.md");
  private static final String LAUNCHER = "devops-examples/guardian ";

  @TempDir Path home;
  private String readme;

  @BeforeEach
  void read() throws IOException {
    readme = Files.readString(README);
  }

  private List<String> blocks(String language) {
    return Pattern.compile("^```" + language + "\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE)
        .matcher(readme)
        .results()
        .map((MatchResult block) -> block.group(1))
        .toList();
  }

  /** Runs a command of the README in a folder that has the examples where the project has them. */
  private Ran run(String command) {
    assertThat(command).startsWith(LAUNCHER);
    for (String epic : new String[] {"epic_25", "epic_25_no_staging"}) {
      Epics.copy(epic, home.resolve("devops-examples/epics"));
    }
    return Ran.guardian(
        Stream.concat(
                Stream.of(command.substring(LAUNCHER.length()).split(" ", -1))
                    .map(word -> word.contains("/") ? home.resolve(word) : word),
                Stream.of("--now", "2026_12_01_10_00_00"))
            .toArray());
  }

  private void prints(Ran ran, String shown) {
    String words = ran.words().replace(home + "/", "");
    assertThat(shown.lines().map(String::strip)).contains("...");
    for (String part : shown.split("(?m)^ *\\.\\.\\.$", -1)) {
      assertThat(words).contains(part.replaceAll("\\s+", " ").strip());
    }
  }

  @Test
  void firstCommandPrintsWhatIsShown() {
    List<String> commands = blocks("sh").get(0).lines().toList();
    assertThat(commands).hasSize(2).last().isEqualTo("mvn -B verify");
    String command = commands.get(0);
    String shown = blocks("console").get(0);
    assertThat(shown).startsWith("guardian: building (first use) ...\n");

    Ran ran = run(command);

    assertThat(ran.code()).isZero();
    prints(ran, shown.substring(shown.indexOf('\n') + 1));
    assertThat(run(command)).as("typed again").isEqualTo(ran);
  }

  @Test
  void vetoIsAsShown() {
    String shown = blocks("console").get(1);
    assertThat(shown).startsWith("$ ");
    int end = shown.indexOf('\n');

    Ran ran = run(shown.substring(2, end));

    assertThat(ran.code()).isOne();
    prints(ran, shown.substring(end + 1));
  }
}
