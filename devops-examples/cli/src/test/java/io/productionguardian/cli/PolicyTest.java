package io.productionguardian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.productionguardian.document.Document;
import io.productionguardian.document.Document.Limits;
import io.productionguardian.schema.SchemaName;
import io.productionguardian.schema.Schemas;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Profiles, waivers and environments, by the command line on real folders. */
class PolicyTest {

  private static final String WAIVER =
      """
      waivers:
        - rule: resources
          epic: epic_25_no_resources
          reason: the sizing waits for the load test of next week
          owner: Ada
          expires: 2026-11-20
      """;

  @TempDir Path folder;

  private Ran guardian(String command, String epic, String policy, Object... more) {
    Path file = folder.resolve("guardian.yaml");
    try {
      Files.writeString(file, policy);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    Path copy = folder.resolve(epic);
    Object[] arguments = new Object[5 + more.length];
    arguments[0] = command;
    arguments[1] = Files.exists(copy) ? copy : Epics.copy(epic, folder);
    arguments[2] = "--policy";
    arguments[3] = file;
    arguments[4] = "--all";
    System.arraycopy(more, 0, arguments, 5, more.length);
    return Ran.guardian(arguments);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "epic_25",
        "epic_25_no_health_checks",
        "epic_25_no_rollback_plan",
        "epic_25_no_monitoring",
        "epic_25_no_runbook",
        "epic_25_vulnerabilities",
        "epic_25_no_resources",
        "epic_25_no_staging",
        "epic_32"
      })
  void advisoryNeverVetoes(String epic) throws IOException {
    Ran ran = guardian("release", epic, "profile: advisory\n");

    assertThat(ran.err()).isEmpty();
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).startsWith("✓ APPROVE").contains("advisory: ").contains("0 blocking");
    Path artifacts = folder.resolve(epic).resolve("consensus/artifacts");
    assertThat(Files.readString(artifacts.resolve("readiness.md"))).contains("Profile: advisory");
    assertThat(Files.readString(folder.resolve(epic).resolve("consensus/decision_log.jsonl")))
        .contains("\"profile\":\"advisory\"");
  }

  @Test
  void aWaiverHoldsOnItsLastDayAndNotOnTheNext() throws IOException {
    Ran held = guardian("check", "epic_25_no_resources", WAIVER, "--now", "2026_11_20_23_59_59");
    assertThat(held.out())
        .contains("Waived (1)", "[resources]", "Ada answers for it until 2026-11-20");

    Ran expired = guardian("check", "epic_25_no_resources", WAIVER, "--now", "2026_11_21_00_00_00");
    assertThat(expired.code()).isOne();
    assertThat(expired.firstBlockingRule()).isEqualTo("resources");
    assertThat(expired.out())
        .contains("guardian.yaml:2:5  The waiver of resources held until 2026-11-20")
        .doesNotContain("Waived (");
  }

  @Test
  void aWaivedFindingStaysVisibleInEveryOutput() throws IOException {
    String policy =
        WAIVER.replace("epic_25_no_resources", "epic_25").replace("resources", "coverage-gate");
    Path epic = Epics.copy("epic_25", folder);
    Path review = epic.resolve("consensus/artifacts/review.json");
    Files.writeString(
        review,
        Files.readString(review).replace("\"coverage_actual\": 94", "\"coverage_actual\": 70"));

    Ran json =
        guardian("check", "epic_25", policy, "--format", "json", "--now", "2026_11_20_10_00_00");

    assertThat(json.code()).isZero();
    assertThat(json.out()).contains("\"waiver\"", "\"owner\": \"Ada\"");
    assertThat(
            Document.read(
                    "assessment.json",
                    json.out().getBytes(StandardCharsets.UTF_8),
                    Document.Format.JSON,
                    Limits.STANDARD)
                .root()
                .map(root -> Schemas.validate(SchemaName.ASSESSMENT, root))
                .orElseThrow())
        .isEmpty();

    Ran release = guardian("release", "epic_25", policy, "--now", "2026_11_20_10_00_00");
    assertThat(release.code()).isZero();
    assertThat(Files.readString(epic.resolve("consensus/artifacts/readiness.md")))
        .contains("## Waived", "coverage-gate", "Ada");
    assertThat(Files.readString(epic.resolve("consensus/decision_log.jsonl")))
        .contains("\"waived\":[\"coverage-gate\"]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rollback-plan", "critical-vulnerabilities"})
  void whatTheSpecificationForbidsIsNeverWaived(String rule) {
    String policy =
        WAIVER
            .replace("rule: resources", "rule: " + rule)
            .replace("epic_25_no_resources", "epic_25_no_rollback_plan");

    Ran ran = guardian("check", "epic_25_no_rollback_plan", policy, "--now", "2026_11_20_10_00_00");

    assertThat(ran.code()).isOne();
    assertThat(ran.firstBlockingRule()).isEqualTo("rollback-plan");
    assertThat(ran.words()).contains("The rule " + rule + " cannot be waived by anybody");
  }

  @Test
  void unusedAndMalformedWaiversAreFindings() {
    Ran unused =
        guardian(
            "check",
            "epic_25",
            WAIVER.replace("epic_25_no_resources", "epic_25"),
            "--now",
            "2026_11_20_10_00_00");
    assertThat(unused.code()).isZero();
    assertThat(unused.out()).contains("The waiver of resources is not needed", "[waiver]");

    String star = WAIVER.replace("rule: resources", "rule: \"*\"").replace("Ada", "TODO");
    Ran malformed = guardian("check", "epic_25_no_resources", star, "--now", "2026_11_20_10_00_00");
    assertThat(malformed.code()).isOne();
    assertThat(malformed.out())
        .contains("guardian.yaml:2:11  The waiver waives nothing:")
        .contains("guardian.yaml:5:12  The waiver waives nothing:");
  }

  @Test
  void anEnvironmentMayStateMore() {
    String policy =
        """
        environments:
          staging:
            profile: advisory
          production:
            rules:
              coverage-gate: {severity: warn}
        """;
    assertThat(guardian("check", "epic_25_no_runbook", policy, "--environment", "staging").code())
        .isZero();
    Ran production = guardian("check", "epic_25_no_runbook", policy, "--environment", "production");
    assertThat(production.code()).isOne();
    assertThat(production.out()).contains(" --environment production");
    assertThat(guardian("check", "epic_25_no_runbook", policy, "--environment", "moon").err())
        .contains("guardian.yaml:1:1 says nothing of the environment \"moon\"");
    assertThat(Ran.guardian("check", folder, "--environment", "staging").err())
        .contains("--environment needs --policy FILE");
  }
}
