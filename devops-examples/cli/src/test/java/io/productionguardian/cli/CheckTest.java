package io.productionguardian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import io.productionguardian.document.Document;
import io.productionguardian.document.Document.Limits;
import io.productionguardian.schema.SchemaName;
import io.productionguardian.schema.Schemas;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckTest {

  @TempDir Path folder;

  @Test
  void approvesTheSpecificationsOwnService() {
    Ran ran = Ran.guardian("check", Epics.copy("epic_25", folder), "--now", Epics.NOW);

    assertThat(ran.err()).isEmpty();
    assertThat(ran.code()).isZero();
    assertThat(ran.lines().get(0))
        .isEqualTo("✓ APPROVE  epic_25  iteration 1  2026_11_20_10_00_00 UTC");
    assertThat(ran.lines().get(1)).startsWith("0 blocking, 0 warnings, 0 notes; ");
    assertThat(ran.out())
        .contains("● evidenced     review.json:")
        .contains("Next: guardian release " + folder.resolve("epic_25"));
  }

  @Test
  void takesTheClocksTimeUnlessOneIsGiven() {
    assertThat(Ran.guardian("check", Epics.copy("epic_25", folder)).lines().get(0))
        .endsWith("2026_11_20_09_08_07 UTC");
  }

  @ParameterizedTest
  @CsvSource({
    "epic_25_no_health_checks, health-checks",
    "epic_25_no_rollback_plan, rollback-plan",
    "epic_25_no_monitoring, monitoring",
    "epic_25_no_runbook, runbook",
    "epic_25_vulnerabilities, vulnerabilities",
    "epic_25_no_resources, resources",
    "epic_25_no_staging, staging-validation",
  })
  void vetoesEachTwinForItsTriggerFirst(String epic, String rule) {
    Ran ran = Ran.guardian("check", Epics.copy(epic, folder));

    assertThat(ran.err()).isEmpty();
    assertThat(ran.code()).isOne();
    assertThat(ran.lines().get(0)).startsWith("✗ VETO  " + epic + "  iteration 1");
    assertThat(ran.firstBlockingRule()).isEqualTo(rule);
    assertThat(ran.out()).contains("guardian explain " + rule);
  }

  @Test
  void approvesTheOtherDialect() {
    Ran ran = Ran.guardian("check", Epics.copy("epic_31", folder));

    assertThat(ran.out()).startsWith("✓ APPROVE  epic_31");
    assertThat(ran.code()).isZero();
  }

  @Test
  void vetoesAnEpicFullOfFaultsAndNamesThem() {
    Ran ran = Ran.guardian("check", Epics.copy("epic_32", folder));

    assertThat(ran.out()).startsWith("✗ VETO  epic_32").contains("Warnings (");
    assertThat(ran.code()).isOne();
  }

  @ParameterizedTest
  @ValueSource(strings = {"epic_25", "epic_25_no_runbook", "epic_32"})
  void writesNothing(String epic) {
    Path copy = Epics.copy(epic, folder);
    Map<String, String> times = Epics.times(copy);
    Map<String, String> content = Epics.content(copy);

    Ran.guardian("check", copy);
    Ran.guardian("rules", copy);

    assertThat(Epics.content(copy)).isEqualTo(content);
    assertThat(Epics.times(copy)).isEqualTo(times);
  }

  @ParameterizedTest
  @ValueSource(strings = {"epic_25", "epic_25_no_runbook", "epic_31", "epic_32"})
  void printsJsonAsItsSchemaSays(String epic) {
    Ran ran = Ran.guardian("check", Epics.copy(epic, folder), "--format", "json");

    Document json =
        Document.read(
            "stdout",
            ran.out().getBytes(StandardCharsets.UTF_8),
            Document.Format.JSON,
            Limits.STANDARD);
    assertThat(json.faults()).isEmpty();
    assertThat(Schemas.validate(SchemaName.ASSESSMENT, json.root().orElseThrow())).isEmpty();
    assertThat(ran.code())
        .isEqualTo(
            ran.out().contains("\"decision\": \"approve\"")
                    || ran.out().contains("\"decision\":\"approve\"")
                ? 0
                : 1);
  }

  @Test
  void printsTheSameTwice() {
    Path copy = Epics.copy("epic_32", folder);

    assertThat(Ran.guardian("check", copy, "--all"))
        .isEqualTo(Ran.guardian("check", copy, "--all"));
  }

  @Test
  void showsSomeWarningsAndCountsTheRest() throws IOException {
    Path copy = Epics.copy("epic_25", folder);
    Files.writeString(
        copy.resolve("consensus/decision_log.jsonl"),
        "{\"agent\":\"developer\",\"decision\":\"approve\",\"iteration\":\"final\"}\n".repeat(40));

    Ran some = Ran.guardian("check", copy);
    Ran all = Ran.guardian("check", copy, "--all");

    assertThat(some.out()).containsPattern("… and \\d+ more \\(.*iteration-number");
    assertThat(all.out()).doesNotContain("… and");
    assertThat(all.lines().stream().filter(line -> line.contains(" iteration is neither")))
        .hasSize(40);
  }

  @Test
  void tellsOfAReleaseThatWasInterrupted() throws IOException {
    Path copy = Epics.copy("epic_25", folder);
    Files.createDirectories(copy.resolve("consensus/.release"));

    assertThat(Ran.guardian("check", copy).out())
        .contains("Next: guardian release")
        .contains("interrupted");
  }

  @Test
  void isColouredInATerminalOnly() {
    Path copy = Epics.copy("epic_25", folder);
    String escape = "\u001b";

    assertThat(Ran.guardian("check", copy).out()).doesNotContain(escape);
    assertThat(Ran.inTerminal(ImmutableMap.of(), "check", copy).out())
        .startsWith(escape + "[1;32m✓ APPROVE".replace(" ", escape + "[0m " + escape + "[1;32m"));
    assertThat(Ran.inTerminal(ImmutableMap.of("NO_COLOR", "1"), "check", copy).out())
        .doesNotContain(escape);
    assertThat(Ran.inTerminal(ImmutableMap.of("TERM", "dumb"), "check", copy).out())
        .doesNotContain(escape);
    assertThat(Ran.inTerminal(ImmutableMap.of(), "check", copy, "--no-color").out())
        .doesNotContain(escape);
  }

  @Test
  void nothingThatATerminalObeysComesThrough() throws IOException {
    Path copy = Epics.copy("epic_25", folder);
    String hostile = "\\u001b[2J\\u001b]0;owned\\u0007\\u202eexe\\u2066\\u200b\\u009b31m";
    Path plan = copy.resolve("consensus/artifacts/implementation.json");
    Files.writeString(
        plan, Files.readString(plan).replace("\"canary\"", "\"canary" + hostile + "\""));
    Path inbox = Files.createDirectories(copy.resolve("consensus/messages/inbox/devops"));
    Files.writeString(inbox.resolve("a\u001b[31m\u202eb.yaml"), "from: [\n");
    Files.writeString(inbox.resolve("c.yaml"), "from: x\nfrom: \"\u202e\u2067\"\n: : \u200b[\n");

    for (String format : new String[] {"text", "json", "markdown", "sarif", "junit", "github"}) {
      Ran ran = Ran.guardian("check", copy, "--all", "--format", format);

      assertThat(ran.out().codePoints().filter(c -> c != '\n').mapToObj(Character::getType))
          .doesNotContain((int) Character.CONTROL, (int) Character.FORMAT);
      switch (format) {
        case "json" -> assertThat(ran.out()).contains("\\u202e");
        case "sarif" -> assertThat(ran.out()).contains("%E2%80%AE"); // in an address
        case "markdown" -> assertThat(ran.out()).contains("exe"); // where it is a blank
        default -> assertThat(ran.out()).contains("\\u{202e}");
      }
    }
  }

  @Test
  void keepsToTheWidthOfTheWindow() {
    Path copy = Epics.copy("epic_32", folder);

    for (int width : new int[] {60, 80, 120}) {
      Ran ran =
          Ran.inTerminal(
              ImmutableMap.of("COLUMNS", "" + width, "NO_COLOR", "1"), "check", copy, "--all");
      assertThat(ran.lines())
          .as("only a word that is too long for a line goes beyond the width")
          .allMatch(line -> line.length() <= width || !line.strip().contains(" "));
    }
  }
}
