package io.productionguardian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.productionguardian.Assessment.Decision;
import io.productionguardian.document.SourceLocation;
import io.productionguardian.dossier.EvidenceSource;
import io.productionguardian.model.MustHave;
import io.productionguardian.model.Severity;
import io.productionguardian.model.VetoTrigger;
import io.productionguardian.policy.Policy;
import io.productionguardian.rule.Finding;
import io.productionguardian.rule.Remedy;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.RuleInfo.Param;
import io.productionguardian.rule.Violation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GateTest {

  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

  @TempDir private Path folder;
  private EpicFixture epic;

  @BeforeEach
  void copy() {
    epic = EpicFixture.copy("epic_25", folder);
  }

  private Assessment assess(Rule... rules) {
    return Gate.of(Policy.standard(), List.of(rules)).assess(epic.snapshot(), NOW);
  }

  private Assessment assess(String policy, Rule... rules) {
    return Gate.of(policy(policy), List.of(rules)).assess(epic.snapshot(), NOW);
  }

  private static Policy policy(String text) {
    return Policy.read("guardian.yaml", text.getBytes(StandardCharsets.UTF_8));
  }

  private static TestRule rule(String id, Severity severity, String... messages) {
    return new TestRule(
        TestRule.info(id, severity, RuleInfo.Concern.CUSTOM).build(),
        (d, s) -> TestRule.at(messages));
  }

  private static TestRule throwing(Supplier<List<Violation>> body) {
    return new TestRule(
        TestRule.info("bad-rule", Severity.INFO, RuleInfo.Concern.CUSTOM).build(),
        (d, s) -> body.get());
  }

  // Rules that do not go together

  @Test
  void noRuleAtAllIsRefused() {
    assertThatExceptionOfType(MisconfiguredException.class)
        .isThrownBy(() -> Gate.of(Policy.standard(), List.of()))
        .withMessageStartingWith("no rule was found");
  }

  @Test
  void twoRulesOfOneIdAreRefusedNamingTheClasses() {
    Rule other =
        new Rule() {
          @Override
          public RuleInfo info() {
            return TestRule.blocking("same-id").info();
          }

          @Override
          public List<Violation> check(
              io.productionguardian.dossier.Dossier dossier,
              io.productionguardian.rule.Settings settings) {
            return List.of();
          }
        };

    assertThatExceptionOfType(MisconfiguredException.class)
        .isThrownBy(() -> assess(TestRule.blocking("same-id"), other))
        .withMessageContaining("\"same-id\"")
        .withMessageContaining(TestRule.class.getName())
        .withMessageContaining(other.getClass().getName());
  }

  @Test
  void theGatesOwnIdIsTaken() {
    assertThatExceptionOfType(MisconfiguredException.class)
        .isThrownBy(() -> assess(TestRule.blocking("deployable")))
        .withMessageContaining("\"deployable\"")
        .withMessageContaining(Gate.class.getName());
  }

  @Test
  void aPolicyThatSpeaksOfWhatIsNotThereIsRefusedWithALineForEach() {
    TestRule rule =
        new TestRule(
            TestRule.info("a-rule", Severity.BLOCK, RuleInfo.Concern.CUSTOM)
                .param(Param.number("most", 1, "x"))
                .build(),
            (d, s) -> List.of());

    assertThatExceptionOfType(MisconfiguredException.class)
        .isThrownBy(
            () ->
                assess(
                    """
                    rules:
                      gone: {off: why}
                      a-rule: {settings: {least: 1}}
                      b-rule: {settings: {x: 1}}
                    """,
                    rule,
                    TestRule.blocking("b-rule")))
        .satisfies(
            e ->
                assertThat(e.getMessage().lines())
                    .containsExactly(
                        "the policy names a rule \"gone\" that is not there",
                        "guardian.yaml:3:30 rule a-rule has no setting \"least\"",
                        "guardian.yaml:4:26 rule b-rule has no setting \"x\""));
  }

  @Test
  void turningEveryRuleOffIsRefused() {
    assertThatExceptionOfType(MisconfiguredException.class)
        .isThrownBy(() -> assess("rules: {a: {off: why}}", TestRule.blocking("a")))
        .withMessage("the policy turns every rule off");
  }

  // What the policy changes

  @Test
  void aRuleThatIsOffDoesNotRun() {
    Assessment assessment =
        assess("rules: {a: {off: why}}", TestRule.blocking("a", "no"), TestRule.blocking("b"));

    assertThat(assessment.approved()).isTrue();
    assertThat(assessment.rules()).extracting(RuleInfo::id).containsExactly("b");
  }

  @Test
  void aPolicyMayChangeWhetherARuleBlocks() {
    assertThat(assess(TestRule.blocking("a", "no")).approved()).isFalse();

    Assessment warned = assess("rules: {a: {severity: warn}}", TestRule.blocking("a", "no"));
    assertThat(warned.approved()).isTrue();
    assertThat(warned.findings()).extracting(Finding::severity).containsExactly(Severity.WARN);
    assertThat(warned.blocking()).isEmpty();
    assertThat(warned.rulesThatSpoke()).containsExactly("a");

    assertThat(assess(rule("a", Severity.WARN, "hm")).approved()).isTrue();
    assertThat(assess("rules: {a: {severity: block}}", rule("a", Severity.WARN, "hm")).approved())
        .isFalse();
  }

  @Test
  void aRuleGetsItsSettings() {
    TestRule rule =
        new TestRule(
            TestRule.info("a", Severity.BLOCK, RuleInfo.Concern.CUSTOM)
                .param(Param.number("most", 1, "x"))
                .build(),
            (d, s) -> TestRule.at("at most " + s.number("most")));

    assertThat(assess(rule).findings().get(0).violation()).isEqualTo("at most 1");
    assertThat(assess("rules: {a: {settings: {most: 7}}}", rule).findings().get(0).violation())
        .isEqualTo("at most 7");
  }

  @Test
  void theTimestampIsInThePolicysZone() {
    assertThat(assess(TestRule.blocking("a")).timestamp()).hasToString("2026_11_20_10_00_00");
    assertThat(assess("zone: Asia/Tokyo", TestRule.blocking("a")).timestamp())
        .hasToString("2026_11_20_19_00_00");
  }

  // Rules that fail

  static Stream<Supplier<List<Violation>>> crashes() {
    return Stream.of(
        () -> {
          throw new IllegalStateException("line one\nline two");
        },
        () -> {
          throw new StackOverflowError();
        },
        () -> {
          throw new AssertionError("wrong");
        },
        () -> {
          throw new NoClassDefFoundError("gone");
        },
        () -> {
          throw new UnsupportedOperationException();
        },
        () -> TestRule.at("one", null),
        () -> List.of(Violation.at(null, "no place")),
        () -> null);
  }

  @ParameterizedTest
  @MethodSource("crashes")
  void aRuleThatFailsBlocksWithItsIdAndTheCause(Supplier<List<Violation>> crash) {
    Assessment assessment = assess(throwing(crash), rule("other", Severity.WARN, "still runs"));

    assertThat(assessment.approved()).isFalse();
    assertThat(assessment.blocking())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.rule().id()).isEqualTo("bad-rule");
              assertThat(finding.violation())
                  .startsWith("The rule failed: java.lang.")
                  .doesNotContain("\n");
            });
    assertThat(assessment.rulesThatSpoke()).containsExactly("bad-rule", "other");
    assertThat(assessment.blockingRules()).containsExactly("bad-rule");
  }

  @Test
  void theCauseIsToldWithItsMessageIfItHasOne() {
    assertThat(
            assess(
                    throwing(
                        () -> {
                          throw new IllegalStateException("gone");
                        }))
                .blocking())
        .extracting(finding -> finding.violation())
        .containsExactly("The rule failed: java.lang.IllegalStateException: gone");
    assertThat(
            assess(
                    throwing(
                        () -> {
                          throw new UnsupportedOperationException();
                        }))
                .blocking())
        .extracting(finding -> finding.violation())
        .containsExactly("The rule failed: java.lang.UnsupportedOperationException");
  }

  // Findings

  @Test
  void findingsAreOneLineAtARealPlaceAndEachOnce() {
    SourceLocation nowhere = new SourceLocation("f", "/a", 0, -1);
    TestRule rule =
        new TestRule(
            TestRule.blocking("a").info(),
            (d, s) ->
                List.of(
                    Violation.at(nowhere, " a\n\tb\u2028c "),
                    Violation.at(nowhere, " a\n\tb\u2028c "),
                    Violation.at(nowhere, "x".repeat(2_000))));

    assertThat(assess(rule).findings())
        .extracting(finding -> finding.place() + " " + finding.violation())
        .containsExactly("f:1:1 a  b c", "f:1:1 " + "x".repeat(500));
  }

  @Test
  void findingsAreRankedBySeverityConcernTriggerMustHaveIdPlaceAndText() {
    List<Rule> rules = new ArrayList<>();
    rules.add(ranked("z", Severity.INFO, RuleInfo.Concern.INPUT, b -> b));
    rules.add(ranked("y", Severity.WARN, RuleInfo.Concern.INPUT, b -> b));
    rules.add(ranked("x", Severity.BLOCK, RuleInfo.Concern.CUSTOM, b -> b));
    rules.add(ranked("w", Severity.BLOCK, RuleInfo.Concern.CONSISTENCY, b -> b));
    rules.add(ranked("v", Severity.BLOCK, RuleInfo.Concern.READINESS, b -> b));
    rules.add(
        ranked("u", Severity.BLOCK, RuleInfo.Concern.READINESS, b -> b.mustHave(MustHave.RUNBOOK)));
    rules.add(
        ranked("t", Severity.BLOCK, RuleInfo.Concern.READINESS, b -> b.mustHave(MustHave.ALERTS)));
    rules.add(
        ranked(
            "s",
            Severity.BLOCK,
            RuleInfo.Concern.READINESS,
            b -> b.trigger(VetoTrigger.NO_STAGING_VALIDATION)));
    rules.add(
        ranked(
            "r",
            Severity.BLOCK,
            RuleInfo.Concern.READINESS,
            b -> b.trigger(VetoTrigger.NO_HEALTH_CHECKS)));
    rules.add(ranked("q", Severity.BLOCK, RuleInfo.Concern.APPROVAL, b -> b));
    rules.add(ranked("p", Severity.BLOCK, RuleInfo.Concern.INPUT, b -> b));
    rules.add(ranked("o", Severity.BLOCK, RuleInfo.Concern.INPUT, b -> b));

    assertThat(assess(rules.toArray(Rule[]::new)).findings())
        .extracting(finding -> finding.rule().id() + finding.place().line() + finding.violation())
        .startsWith("o1a", "o1b", "o2a", "p1a")
        .extracting(text -> text.substring(0, 1))
        .isEqualTo(
            Stream.of("o", "p", "q", "r", "s", "t", "u", "v", "w", "x", "y", "z")
                .flatMap(id -> Collections.nCopies(3, id).stream())
                .toList());
  }

  private static Rule ranked(
      String id,
      Severity severity,
      RuleInfo.Concern concern,
      java.util.function.UnaryOperator<RuleInfo.Builder> more) {
    return new TestRule(
        more.apply(TestRule.info(id, severity, concern)).build(),
        (d, s) ->
            List.of(
                Violation.at(SourceLocation.at("f", 2, 1), "a"),
                Violation.at(SourceLocation.at("f", 1, 1), "b"),
                Violation.at(SourceLocation.at("f", 1, 1), "a")));
  }

  @Test
  void theOrderOfRegistrationDoesNotMatter() {
    List<Rule> rules =
        new ArrayList<>(
            IntStream.range(0, 8)
                .mapToObj(
                    i ->
                        (Rule)
                            rule(
                                "rule-" + i,
                                List.of(Severity.BLOCK, Severity.WARN, Severity.INFO).get(i % 3),
                                "x",
                                "y"))
                .toList());
    Assessment expected = assess(rules.toArray(Rule[]::new));
    Random random = new Random(1);

    for (int i = 0; i < 10; i++) {
      Collections.shuffle(rules, random);
      Assessment other = assess(rules.toArray(Rule[]::new));

      assertThat(other.findings()).isEqualTo(expected.findings());
      assertThat(other.rules()).isEqualTo(expected.rules());
      assertThat(other.rulesSha256()).isEqualTo(expected.rulesSha256());
    }
  }

  @Test
  void theDigestOfTheRulesKnowsIdSeverityAndClass() {
    String digest = assess(TestRule.blocking("a")).rulesSha256();

    assertThat(assess(TestRule.blocking("a", "finds something")).rulesSha256()).isEqualTo(digest);
    assertThat(assess(TestRule.blocking("b")).rulesSha256()).isNotEqualTo(digest);
    assertThat(assess(rule("a", Severity.WARN)).rulesSha256()).isNotEqualTo(digest);
    assertThat(assess(TestRule.blocking("a"), TestRule.blocking("b")).rulesSha256())
        .isNotEqualTo(digest);
    assertThat(assess("rules: {a: {severity: warn}}", TestRule.blocking("a")).rulesSha256())
        .isNotEqualTo(digest);
  }

  // The decision

  @Test
  void theDigestOfTheRulesKnowsTheSourcesOfEvidence() {
    EvidenceSource source = document -> List.of();

    String without = assess(TestRule.blocking("a")).rulesSha256();
    String with =
        Gate.of(Policy.standard(), List.of(TestRule.blocking("a")), List.of(source))
            .assess(epic.snapshot(), NOW)
            .rulesSha256();

    assertThat(with).isNotEqualTo(without);
  }

  @Test
  void anApprovedReleaseHasAPlan() {
    Assessment assessment = assess(TestRule.blocking("a"));

    assertThat(assessment.decision()).isEqualTo(Decision.APPROVE);
    assertThat(assessment.decision().wireName()).isEqualTo("approve");
    assertThat(assessment.plan()).isPresent();
    assertThat(assessment.epic()).hasToString("epic_25");
    assertThat(assessment.iteration()).isEqualTo(1);
  }

  @Test
  void aVetoedReleaseHasNoPlan() {
    assertThat(assess(TestRule.blocking("a", "no")).plan()).isEmpty();
  }

  @Test
  void whatCannotBeDeployedIsNotApproved() {
    epic.remove(EpicFixture.IMPLEMENTATION, "/monitoring");
    epic.remove(EpicFixture.IMPLEMENTATION, "/service");

    Assessment assessment = assess(rule("a", Severity.WARN, "hm"));

    assertThat(assessment.approved()).isFalse();
    assertThat(assessment.blocking())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.rule().id()).isEqualTo("deployable");
              assertThat(finding.violation())
                  .isEqualTo("Nothing states service, monitoring.metrics, monitoring.alerts");
              assertThat(finding.place()).hasToString(EpicFixture.IMPLEMENTATION + ":1:1");
              assertThat(finding.remedy().map(Remedy::members).orElseThrow())
                  .containsEntry("pointer", "/service")
                  .containsEntry("applies_by", "developer");
            });
  }

  @Test
  void whatIsVetoedAnywayIsNotAlsoCalledUndeployable() {
    epic.remove(EpicFixture.IMPLEMENTATION, "/monitoring");

    assertThat(assess(TestRule.blocking("a", "no")).findings())
        .extracting(finding -> finding.rule().id())
        .containsExactly("a");
  }

  // Repeats and escalation

  private void log(Assessment assessment) {
    epic.append(EpicFixture.LOG, TestRenderer.logLine(assessment) + "\n");
  }

  @Test
  void theSameDecisionFromTheSameInputsRepeats() {
    Assessment first = assess(TestRule.blocking("a"));
    assertThat(first.repeats()).isFalse();
    log(first);

    assertThat(assess(TestRule.blocking("a")).repeats()).isTrue();
    assertThat(assess(TestRule.blocking("b")).repeats()).isFalse();
    assertThat(assess("zone: UTC", TestRule.blocking("a")).repeats()).isFalse();
    assertThat(assess(TestRule.blocking("a", "no")).repeats()).isFalse();

    epic.append(EpicFixture.PLAN, "\n");
    assertThat(assess(TestRule.blocking("a")).repeats()).isFalse();
  }

  @Test
  void anEntryOfADevopsAgentThatIsNotThisProjectIsNotRepeated() {
    log(assess(TestRule.blocking("a")));
    epic.replace(EpicFixture.LOG, "\"generated_by\":\"production-guardian", "\"by\":\"somebody");
    String inputs = epic.dossier().inputs().sha256();
    epic.write(
        EpicFixture.LOG,
        epic.text(EpicFixture.LOG)
            .replaceAll("\"inputs_sha256\":\"[^\"]*\"", "\"inputs_sha256\":\"" + inputs + "\""));

    assertThat(assess(TestRule.blocking("a")).repeats()).isFalse();
  }

  @Test
  void theSameVetoForTheSecondTimeIsForAPerson() {
    Assessment first = assess(TestRule.blocking("a", "no"), TestRule.blocking("b", "no"));
    assertThat(first.escalation()).isEmpty();
    log(first);
    epic.append(EpicFixture.PLAN, "\n");

    Assessment second = assess(TestRule.blocking("a", "still"), TestRule.blocking("b", "no"));
    assertThat(second.escalation()).contains("the same veto stands for the second time");
    assertThat(second.iteration()).isEqualTo(2);
    assertThat(second.repeats()).isFalse();

    Assessment better = assess(TestRule.blocking("a"), TestRule.blocking("b", "no"));
    assertThat(better.approved()).isFalse();
    assertThat(better.escalation()).isEmpty();
    assertThat(assess(TestRule.blocking("a"), TestRule.blocking("b")).escalation()).isEmpty();

    log(second);
    Assessment third = assess(TestRule.blocking("a", "still"), TestRule.blocking("b", "no"));
    assertThat(third.repeats()).isTrue();
    assertThat(third.escalation()).isEqualTo(second.escalation());
  }

  @Test
  void pastTheThirdIterationAVetoIsForAPerson() {
    epic.append(
        EpicFixture.LOG,
        "{\"agent\":\"devops\",\"decision\":\"veto\",\"epic_id\":\"epic_25\",\"iteration\":3}\n");

    Assessment vetoed = assess(TestRule.blocking("a", "no"));
    assertThat(vetoed.iteration()).isEqualTo(3);
    assertThat(vetoed.escalation()).contains("iteration 3 is used up");
    assertThat(assess(TestRule.blocking("a")).escalation()).isEmpty();
    assertThat(assess(TestRule.blocking("a")).approved()).isTrue();
  }

  @Test
  void theThirdIterationIsNotPastTheThird() {
    epic.append(
        EpicFixture.LOG,
        "{\"agent\":\"devops\",\"decision\":\"veto\",\"epic_id\":\"epic_25\",\"iteration\":2}\n");

    Assessment vetoed = assess(TestRule.blocking("a", "no"));

    assertThat(vetoed.iteration()).isEqualTo(3);
    assertThat(vetoed.escalation()).isEmpty();
  }

  @Test
  void anApprovalBeforeIsNoVetoBefore() {
    log(assess(TestRule.blocking("a", "no")));
    epic.replace(EpicFixture.LOG, "\"decision\":\"veto\"", "\"decision\":\"approve\"");
    epic.append(EpicFixture.PLAN, "\n");

    assertThat(assess(TestRule.blocking("a", "still")).escalation()).isEmpty();
  }

  // Contradictions

  private static final String DRILL = "consensus/artifacts/evidence/rollback_drill.json";
  private static final String WAIVER =
      """
      waivers:
        - rule: a-rule
          epic: epic_25
          reason: it is fixed next week
          owner: Ada
          expires: 2026-12-20
      """;

  /** What no rule of these tests names. */
  private void drillThatFailed() {
    epic.write(
        DRILL,
        """
        {"performed_at": "2026_11_18_10_00_00", "environment": "staging", "from_revision": "2",
         "to_revision": "1", "duration_seconds": 20, "outcome": "failed"}
        """);
  }

  private static TestRule onRollback(String... messages) {
    return new TestRule(
        TestRule.info("a-rule", Severity.BLOCK, RuleInfo.Concern.CUSTOM)
            .mustHave(MustHave.ROLLBACK_TESTED)
            .build(),
        (d, s) -> TestRule.at(messages));
  }

  private static List<String> ids(Assessment assessment) {
    return assessment.findings().stream().map(finding -> finding.rule().id()).toList();
  }

  @Test
  void aContradictionBlocksThoughNoRuleSpeaksOfIt() {
    drillThatFailed();

    Assessment assessment = assess(rule("other", Severity.WARN));

    assertThat(assessment.approved()).isFalse();
    assertThat(assessment.blocking())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.rule().id()).isEqualTo("uncontradicted");
              assertThat(finding.violation()).startsWith("A claim is contradicted: ");
              assertThat(finding.place().file()).isEqualTo(DRILL);
            });
    assertThat(assessment.checks())
        .extracting(RuleInfo::id)
        .containsExactly("other", "uncontradicted");
    assertThat(ids(assess(TestRule.blocking("a", "no")))).containsExactly("a");
  }

  @Test
  void aWaiverSettlesTheContradictionOfItsMustHaveOnly() {
    drillThatFailed();

    assertThat(assess(WAIVER, onRollback("x")).approved()).isTrue();
    assertThat(ids(assess(WAIVER, TestRule.blocking("a-rule", "x"))))
        .containsExactly("uncontradicted");
  }

  @Test
  void adviceSaysAContradictionOnce() {
    drillThatFailed();

    assertThat(ids(assess("profile: advisory", onRollback()))).containsExactly("uncontradicted");
    assertThat(ids(assess("profile: advisory", onRollback("x")))).containsExactly("a-rule");
    assertThat(assess("profile: advisory", onRollback()).approved()).isTrue();
  }

  // Pure and shared

  @Test
  void theSameSnapshotPolicyAndInstantGiveTheSameAssessmentInEveryThread() {
    Gate gate = Gate.of(Policy.standard(), List.of(TestRule.blocking("a", "x", "y")));
    var snapshot = epic.snapshot();
    Assessment expected = gate.assess(snapshot, NOW);

    assertThat(
            IntStream.range(0, 16)
                .parallel()
                .mapToObj(i -> gate.assess(snapshot, NOW))
                .allMatch(
                    other ->
                        other.findings().equals(expected.findings())
                            && other.timestamp().equals(expected.timestamp())
                            && other.readiness().equals(expected.readiness())
                            && TestRenderer.logLine(other).equals(TestRenderer.logLine(expected))))
        .isTrue();
    assertThat(gate.rules()).extracting(RuleInfo::id).containsExactly("a");
  }
}
