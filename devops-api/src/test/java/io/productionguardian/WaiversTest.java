package io.productionguardian;

import static org.assertj.core.api.Assertions.assertThat;

import io.productionguardian.model.Severity;
import io.productionguardian.policy.Policy;
import io.productionguardian.rule.Finding;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Waivers and profiles: what is waived, and what never is. */
class WaiversTest {

  private static final String WAIVER =
      """
      waivers:
        - rule: a-rule
          epic: epic_25
          reason: it is fixed next week
          owner: Ada
          expires: 2026-11-20
      """;

  @TempDir private Path folder;
  private EpicFixture epic;

  @BeforeEach
  void copy() {
    epic = EpicFixture.copy("epic_25", folder);
  }

  private Assessment assess(String policy, String instant, Rule... rules) {
    return Gate.of(
            Policy.read("guardian.yaml", policy.getBytes(StandardCharsets.UTF_8)), List.of(rules))
        .assess(epic.snapshot(), Instant.parse(instant));
  }

  private static List<String> rules(Assessment assessment) {
    return assessment.findings().stream().map(finding -> finding.rule().id()).toList();
  }

  private static TestRule unwaivable(String... messages) {
    return new TestRule(
        TestRule.info("a-rule", Severity.BLOCK, RuleInfo.Concern.CUSTOM).unwaivable().build(),
        (d, s) -> TestRule.at(messages));
  }

  @Test
  void whatIsWaivedStandsApartAndBlocksNothing() {
    Assessment assessment =
        assess(
            WAIVER,
            "2026-11-20T10:00:00Z",
            TestRule.blocking("a-rule", "x", "y"),
            TestRule.blocking("b-rule"));

    assertThat(assessment.approved()).isTrue();
    assertThat(assessment.findings()).isEmpty();
    assertThat(assessment.waivedRules()).containsExactly("a-rule");
    assertThat(assessment.waived())
        .extracting(waived -> waived.finding().violation() + " " + waived.waiver().owner())
        .containsExactly("x Ada", "y Ada");
  }

  @Test
  void whatAnotherRuleFindsIsNotWaived() {
    assertThat(
            assess(
                    WAIVER,
                    "2026-11-20T10:00:00Z",
                    TestRule.blocking("a-rule", "x"),
                    TestRule.blocking("b-rule", "y"))
                .blockingRules())
        .containsExactly("b-rule");
  }

  @ParameterizedTest
  @CsvSource({
    "UTC, 2026-11-20T23:59:59Z, true",
    "UTC, 2026-11-21T00:00:00Z, false",
    "'+02:00', 2026-11-20T21:59:59Z, true",
    "'+02:00', 2026-11-20T22:00:00Z, false",
    "America/New_York, 2026-11-21T04:59:59Z, true",
    "America/New_York, 2026-11-21T05:00:00Z, false",
  })
  void aWaiverHoldsThroughItsLastDayInThePolicysZone(String zone, String instant, boolean holds) {
    Assessment assessment =
        assess("zone: '" + zone + "'\n" + WAIVER, instant, TestRule.blocking("a-rule", "x"));

    assertThat(assessment.approved()).isEqualTo(holds);
    assertThat(rules(assessment)).isEqualTo(holds ? List.of() : List.of("a-rule", "waiver"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rule: a-rule | rule: c-rule | for a rule that is not there",
        "rule: a-rule | rule: '*' | waives nothing",
        "rule: a-rule | rule: a-rule, b-rule | waives nothing",
        "reason: it is fixed next week | reason: TODO | waives nothing",
        "reason: it is fixed next week | reason: <why> | waives nothing",
        "owner: Ada | owner: '' | waives nothing",
        "owner: Ada | owners: Ada | waives nothing",
        "expires: 2026-11-20 | expires: 2027-02-30 | there is no such day",
        "expires: 2026-11-20 | expires: never | waives nothing",
        "epic: epic_25 | epic: '*' | waives nothing",
      })
  void whatSaysTooLittleWaivesNothingAndIsAFinding(String text, String other, String words) {
    Assessment assessment =
        assess(
            WAIVER.replace(text, other),
            "2026-11-20T10:00:00Z",
            TestRule.blocking("a-rule", "x"),
            TestRule.blocking("b-rule"));

    assertThat(assessment.approved()).isFalse();
    assertThat(assessment.waived()).isEmpty();
    assertThat(assessment.findings())
        .filteredOn(finding -> finding.rule().id().equals("waiver"))
        .isNotEmpty()
        .allSatisfy(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.WARN);
              assertThat(finding.violation()).contains(words);
              assertThat(finding.place().file()).isEqualTo("guardian.yaml");
            });
  }

  @Test
  void aWaiverThatIsNotNeededIsAFinding() {
    Assessment assessment = assess(WAIVER, "2026-11-20T10:00:00Z", TestRule.blocking("a-rule"));

    assertThat(assessment.approved()).isTrue();
    assertThat(assessment.findings())
        .extracting(Finding::violation)
        .containsExactly("The waiver of a-rule is not needed: the rule finds nothing");
  }

  @Test
  void aWaiverOfAnotherEpicIsNoneOfThisOnesBusiness() {
    Assessment assessment =
        assess(
            WAIVER.replace("epic_25", "epic_24"),
            "2027-11-20T10:00:00Z",
            TestRule.blocking("a-rule", "x"));

    assertThat(rules(assessment)).containsExactly("a-rule");
  }

  @Test
  void whatTheSpecificationForbidsIsNotWaived() {
    Assessment assessment = assess(WAIVER, "2026-11-20T10:00:00Z", unwaivable("x"));

    assertThat(assessment.approved()).isFalse();
    assertThat(rules(assessment)).containsExactly("a-rule", "waiver");
  }

  @Test
  void aRuleThatFailedIsNotWaived() {
    Rule crashing =
        new TestRule(
            TestRule.info("a-rule", Severity.WARN, RuleInfo.Concern.CUSTOM).build(),
            (d, s) -> {
              throw new IllegalStateException("broken");
            });

    Assessment assessment = assess(WAIVER, "2026-11-20T10:00:00Z", crashing);

    assertThat(assessment.approved()).isFalse();
    assertThat(assessment.waived()).isEmpty();
  }

  @Test
  void anAdvisoryPolicyLetsNothingBlock() {
    Rule crashing =
        new TestRule(
            TestRule.info("b-rule", Severity.INFO, RuleInfo.Concern.CUSTOM).build(),
            (d, s) -> {
              throw new IllegalStateException("broken");
            });
    epic.remove(EpicFixture.IMPLEMENTATION, "/service");

    Assessment assessment =
        assess(
            "profile: advisory",
            "2026-11-20T10:00:00Z",
            TestRule.blocking("a-rule", "x"),
            crashing);

    assertThat(assessment.approved()).isTrue();
    assertThat(assessment.plan()).as("too little is stated for a plan").isEmpty();
    assertThat(assessment.findings())
        .extracting(finding -> finding.rule().id() + " " + finding.severity())
        .containsExactlyInAnyOrder("a-rule WARN", "b-rule WARN", "deployable WARN");
  }
}
