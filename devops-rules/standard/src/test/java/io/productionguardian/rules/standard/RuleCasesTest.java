package io.productionguardian.rules.standard;

import static io.productionguardian.rules.standard.RuleCase.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.productionguardian.dossier.Dossier;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Violation;
import io.productionguardian.rules.standard.checklist.ChecklistCases;
import io.productionguardian.rules.standard.consistency.MeaningCases;
import io.productionguardian.rules.standard.evidence.DeployedCases;
import io.productionguardian.rules.standard.evidence.EvidenceCases;
import io.productionguardian.rules.standard.secrets.SecretsCases;
import io.productionguardian.testkit.Assessments;
import io.productionguardian.testkit.Epic;
import io.productionguardian.testkit.Epics;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule on an epic that it refuses, beside the complete one that it accepts. */
class RuleCasesTest {

  private static final Map<String, Rule> RULES =
      ServiceLoader.load(Rule.class).stream()
          .map(ServiceLoader.Provider::get)
          .collect(
              Collectors.toMap(rule -> rule.info().id(), rule -> rule, (a, b) -> a, TreeMap::new));

  private static final String VETO =
      """
      from: quality
      to: devops
      timestamp: "2026_11_20_10_00_00"
      epic_id: epic_25
      iteration: 1
      type: veto
      subject: not_ready
      """;
  private static final String APPROVAL =
      VETO.replace("10_00_00", "11_00_00").replace("type: veto", "type: approve");

  private static final Epic GOOD = Epics.approvable();
  private static final String IMPLEMENTATION = "consensus/artifacts/implementation.json";
  private static final String REVIEW = "consensus/artifacts/review.json";
  private static final String PLAN = "consensus/artifacts/plan.json";
  private static final String INBOX = "consensus/messages/inbox/devops/";
  private static final String LOG = "consensus/decision_log.jsonl";

  private static final List<RuleCase> BASIC =
      List.of(
          // inputs
          refused("required-artifacts", GOOD.withoutFile(REVIEW), REVIEW, "missing"),
          refused(
              "required-artifacts", GOOD.withoutFile(IMPLEMENTATION), IMPLEMENTATION, "missing"),
          refused("required-artifacts", GOOD.withoutFile(PLAN), PLAN, "missing"),
          refused("required-artifacts", GOOD.file(PLAN, "[]"), PLAN, "not an object"),
          refused("readable-artifacts", GOOD.file(PLAN, ""), PLAN, "empty"),
          refused("readable-artifacts", GOOD.file(PLAN, "{\"a\": NaN}"), PLAN, "NaN"),
          refused("readable-artifacts", GOOD.file(PLAN, "{\"a\":1,\"a\":2}"), PLAN, "twice"),
          refused(
              "readable-vetoes",
              GOOD.message("broken.yaml", "from: quality\nsubject: \"VETO\" now\ntype: veto\n"),
              INBOX + "broken.yaml",
              "may hide a veto"),
          refused(
              "readable-vetoes",
              GOOD.message("broken.yaml", VETO + "content:\n  a: b: c\n"),
              INBOX + "broken.yaml",
              "may hide a veto"),
          refused(
              "readable-vetoes", GOOD.log("{\"agent\":\"quality\",\"deci"), LOG, "may hide a veto"),
          refused("readable-vetoes", GOOD.log("lost words"), LOG, "may hide a veto"),
          refused(
              "odd-input",
              GOOD.message("odd.yaml", APPROVAL + "content:\n  a: b: c\n"),
              INBOX + "odd.yaml",
              "colon"),
          refused(
              "odd-input",
              GOOD.log("", entry("quality", "approve", "10")),
              LOG,
              "without an entry"),
          refused(
              "artifact-schema",
              GOOD.set("implementation", "/blockers", "\"none\""),
              IMPLEMENTATION,
              "array"),
          refused(
              "message-schema",
              GOOD.message("typed.json", "{\"from\":\"quality\",\"type\":[\"veto\"]}"),
              INBOX + "typed.json",
              "string"),
          refused(
              "well-formed-values",
              GOOD.set("implementation", "/service/name", "\"../api\""),
              IMPLEMENTATION,
              "DNS label"),
          refused(
              "well-formed-values",
              GOOD.set("implementation", "/ci/test_commands/0", "\"pytest; rm -rf /\""),
              IMPLEMENTATION,
              "one command"),
          refused(
              "one-epic", GOOD.set("review", "/epic_id", "\"epic_24\""), REVIEW, "another epic"),
          refused(
              "filled-in",
              GOOD.set(
                  "implementation", "/runbook/purpose", "\"<what it does, e.g. bills customers>\""),
              IMPLEMENTATION,
              "left to be filled in"),
          refused("one-epic", GOOD.remove("plan", "/epic_id"), PLAN, "does not say"),
          refused(
              "misplaced-input",
              GOOD.message("m.yaml", APPROVAL.replace("epic_25", "epic_24")),
              INBOX + "m.yaml",
              "another epic"),
          refused(
              "misplaced-input",
              GOOD.message("m.yaml", APPROVAL.replace("from: quality", "from: intern")),
              INBOX + "m.yaml",
              "none of the six"),
          refused(
              "misplaced-input",
              GOOD.file("consensus/messages/inbox/intern/m.yaml", APPROVAL),
              "consensus/messages/inbox/intern/m.yaml",
              "inbox of no agent"),
          refused(
              "misplaced-input",
              GOOD.log(entry("quality", "approve", "10").replace("epic_25", "epic_24")),
              LOG,
              "another epic"),
          refused(
              "iteration-number", GOOD.set("review", "/iteration", "\"final\""), REVIEW, "final"),
          refused("one-iteration", GOOD.set("plan", "/iteration", "2"), REVIEW, "of iteration 1"),
          refused(
              "iterations-used-up",
              GOOD.log(entry("devops", "veto", "10").replace("\"iteration\":1", "\"iteration\":3")),
              LOG,
              "iteration 4"),
          refused(
              "log-order",
              GOOD.log(entry("quality", "approve", "11"), entry("developer", "approve", "10")),
              LOG,
              "stands behind"),
          refused(
              "log-order",
              GOOD.log("{\"agent\":\"quality\",\"decision\":\"approve\"}"),
              LOG,
              "no readable time"),
          refused(
              "log-decision",
              GOOD.log(entry("quality", "ack", "10")),
              LOG,
              "neither approve nor veto"),
          refused(
              "log-decision",
              GOOD.log(entry("quality", "blocked", "10")),
              LOG,
              "until it is withdrawn"),
          refused("log-decision", GOOD.log("{\"decision\":\"approve\"}"), LOG, "none of the six"),
          refused("log-decision", GOOD.log("{\"agent\":\"quality\"}"), LOG, "states no decision"),
          refused(
              "coverage-number",
              GOOD.set("review", "/test_analysis/coverage_actual", "\"about 90\""),
              REVIEW,
              "about 90"),
          // approval
          refused(
              "quality-approval",
              GOOD.set("review", "/review_status", "\"changes_required\""),
              REVIEW,
              "changes_required"),
          refused(
              "quality-approval",
              GOOD.set("review", "/approval/merge_ready", "false"),
              REVIEW,
              "merge_ready"),
          refused(
              "quality-approval",
              GOOD.set("review", "/approval/conditions", "{\"load\": \"to be tested\"}"),
              REVIEW,
              "conditions"),
          refused(
              "quality-approval",
              GOOD.set("review", "/approval/conditions", "true"),
              REVIEW,
              "conditions"),
          refused(
              "quality-approval",
              GOOD.set("review", "/approval/conditions", "[\"after load test\"]"),
              REVIEW,
              "conditions"),
          refused(
              "quality-approval",
              GOOD.set("review", "/three_pass_review/synthesis_pass/production_ready", "false"),
              REVIEW,
              "production_ready"),
          refused(
              "quality-approval",
              GOOD.set("review", "/release_gate", "false"),
              REVIEW,
              "release_gate"),
          refused(
              "quality-approval",
              GOOD.set("review", "/issues", "[{\"severity\":\"critical\"}]"),
              REVIEW,
              "severity critical"),
          refused(
              "quality-approval",
              GOOD.set("review", "/metrics", "{\"critical_issues\": 1}"),
              REVIEW,
              "critical_issues"),
          refused(
              "quality-approval",
              GOOD.remove("review", "/review_status").remove("review", "/approval"),
              REVIEW,
              "no verdict"),
          refused(
              "unresolved-veto", GOOD.message("v.yaml", VETO), INBOX + "v.yaml", "veto of quality"),
          refused(
              "unresolved-veto",
              GOOD.message("v.yaml", VETO.replace("iteration: 1", "iteration: final")),
              INBOX + "v.yaml",
              "veto of quality"),
          refused(
              "unresolved-veto",
              GOOD.message("v.yaml", VETO).message("a.yaml", APPROVAL.replace("11_00", "09_00")),
              INBOX + "v.yaml",
              "veto of quality"),
          refused(
              "unresolved-veto",
              GOOD.message("v.yaml", VETO)
                  .message("a.yaml", APPROVAL.replace("quality", "developer")),
              INBOX + "v.yaml",
              "veto of quality"),
          refused(
              "unresolved-veto",
              GOOD.log(entry("architect", "veto", "10")),
              LOG,
              "veto of architect"),
          refused(
              "unresolved-veto",
              GOOD.log(entry("developer", "blocked", "10")),
              LOG,
              "blocked of developer"),
          refused(
              "production-approval",
              GOOD.set("implementation", "/deployment_strategy/stages/2/automatic", "true"),
              IMPLEMENTATION,
              "without a person"),
          refused(
              "production-approval",
              GOOD.remove("implementation", "/deployment_strategy/stages/2/approval_required"),
              IMPLEMENTATION,
              "Nobody is named"),
          refused(
              "production-approval",
              GOOD.remove("implementation", "/deployment_strategy/stages/2"),
              IMPLEMENTATION,
              "No stage is production"),
          refused(
              "implementation-complete",
              GOOD.set("implementation", "/blockers", "[\"database\"]"),
              IMPLEMENTATION,
              "blocker"),
          refused(
              "implementation-complete",
              GOOD.set("implementation", "/tasks_completed/0/status", "\"partial\""),
              IMPLEMENTATION,
              "not complete"),
          refused(
              "implementation-complete",
              GOOD.set(
                  "implementation", "/summary", "{\"tasks_completed\": 3, \"tasks_total\": 4}"),
              IMPLEMENTATION,
              "3 of 4"),
          refused(
              "implementation-complete",
              GOOD.set("implementation", "/summary", "{\"status\": \"in_progress\"}"),
              IMPLEMENTATION,
              "not complete"),
          // readiness
          refused(
              "health-checks",
              GOOD.remove("implementation", "/health_checks"),
              IMPLEMENTATION,
              "No health checks"),
          refused(
              "readiness-and-liveness",
              GOOD.remove("implementation", "/health_checks/readiness"),
              IMPLEMENTATION,
              "No readiness"),
          refused(
              "readiness-and-liveness",
              GOOD.remove("implementation", "/health_checks/liveness"),
              IMPLEMENTATION,
              "No liveness"),
          refused(
              "rollback-plan",
              GOOD.remove("implementation", "/rollback").remove("plan", "/rollback_plan"),
              IMPLEMENTATION,
              "No rollback plan"),
          refused(
              "rollback-plan",
              GOOD.set("implementation", "/rollback/procedure", "[]"),
              IMPLEMENTATION,
              "how to go back"),
          refused(
              "rollback-plan",
              GOOD.remove("implementation", "/rollback/triggers"),
              IMPLEMENTATION,
              "triggers it"),
          refused(
              "rollback-tested",
              GOOD.remove("implementation", "/rollback/tested"),
              IMPLEMENTATION,
              "No record"),
          refused(
              "rollback-tested",
              GOOD.set("implementation", "/rollback/tested", "true"),
              IMPLEMENTATION,
              "only claimed"),
          refused(
              "rollback-tested",
              GOOD.set("implementation", "/rollback/tested/outcome", "\"failed\""),
              IMPLEMENTATION,
              "failed"),
          refused(
              "rollback-tested",
              GOOD.set("implementation", "/rollback/tested/duration_seconds", "61"),
              IMPLEMENTATION,
              "61 s"),
          refused(
              "rollback-time",
              GOOD.set("implementation", "/rollback/time_to_rollback_seconds", "61"),
              IMPLEMENTATION,
              "61 s"),
          refused(
              "rollback-time",
              GOOD.remove("implementation", "/rollback/time_to_rollback_seconds"),
              IMPLEMENTATION,
              "how long"),
          refused(
              "monitoring",
              GOOD.remove("implementation", "/monitoring"),
              IMPLEMENTATION,
              "neither metrics nor alerts"),
          refused(
              "metrics-defined",
              GOOD.remove("implementation", "/monitoring/metrics"),
              IMPLEMENTATION,
              "No metrics"),
          refused(
              "alerts-defined",
              GOOD.set("implementation", "/monitoring/alerts", "[]"),
              IMPLEMENTATION,
              "No alerts"),
          refused(
              "runbook",
              GOOD.remove("implementation", "/runbook/common_issues/0"),
              IMPLEMENTATION,
              "a fix for"),
          refused(
              "runbook",
              GOOD.remove("implementation", "/runbook/contacts")
                  .remove("implementation", "/service/owner"),
              IMPLEMENTATION,
              "whom to call"),
          refused(
              "vulnerabilities",
              GOOD.set("review", "/security_scan/vulnerabilities_found", "1"),
              REVIEW,
              "1 found"),
          refused(
              "vulnerabilities",
              GOOD.set("review", "/security_scan/passed", "false"),
              REVIEW,
              "did not pass"),
          refused(
              "security-scan",
              GOOD.remove("review", "/security_scan/vulnerabilities_found"),
              REVIEW,
              "only claimed"),
          refused(
              "security-scan",
              GOOD.remove("review", "/security_scan")
                  .remove("review", "/three_pass_review/synthesis_pass/security_verified"),
              REVIEW,
              "No security scan"),
          refused(
              "resources",
              GOOD.remove("implementation", "/infrastructure/resources_required/memory"),
              IMPLEMENTATION,
              "undefined"),
          refused(
              "staging-validation",
              GOOD.set("implementation", "/deployment_strategy/stages_skipped", "[\"staging\"]"),
              IMPLEMENTATION,
              "skipped"),
          refused(
              "staging-validation",
              GOOD.remove("implementation", "/deployment_strategy/stages/1"),
              IMPLEMENTATION,
              "no staging stage"),
          refused(
              "staging-validation",
              GOOD.set("implementation", "/deployment_strategy/stages/1/tests", "[]"),
              IMPLEMENTATION,
              "nothing is run"),
          refused(
              "staging-validation",
              GOOD.remove("implementation", "/deployment_strategy/stages/2")
                  .set("implementation", "/deployment_strategy/stages/0/stage", "\"production\""),
              IMPLEMENTATION,
              "after production"),
          // meaning
          refused(
              "strategy-type",
              GOOD.set("implementation", "/deployment_strategy/type", "\"rolling_with_canary\""),
              IMPLEMENTATION,
              "taken for canary"),
          refused(
              "claims-agree",
              GOOD.set("plan", "/health_checks", "{\"readiness\": {\"endpoint\": \"/ready\"}}"),
              PLAN,
              "/ready"));

  static final List<RuleCase> REFUSED =
      Stream.of(
              BASIC,
              ChecklistCases.ALL,
              EvidenceCases.ALL,
              DeployedCases.ALL,
              MeaningCases.ALL,
              SecretsCases.ALL)
          .flatMap(List::stream)
          .toList();

  static Stream<Rule> rules() {
    return RULES.values().stream();
  }

  @ParameterizedTest
  @FieldSource("REFUSED")
  void refuses(RuleCase refused) {
    Rule rule = RULES.get(refused.rule());
    assertThat(rule).as(refused.rule()).isNotNull();
    List<Violation> found = check(rule, refused.epic());
    assertThat(found)
        .anySatisfy(
            violation -> {
              assertThat(refused.place())
                  .isIn(violation.place().file(), violation.place().toString());
              assertThat(violation.message()).contains(refused.words());
            });
  }

  @ParameterizedTest
  @FieldSource("REFUSED")
  void acceptsTheMendedTwin(RuleCase refused) {
    assertThat(check(RULES.get(refused.rule()), refused.twin())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void acceptsTheCompleteEpic(Rule rule) {
    assertThat(check(rule, GOOD)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void hasACase(Rule rule) {
    assertThat(REFUSED).extracting(RuleCase::rule).contains(rule.info().id());
  }

  @Tag("sweep")
  @ParameterizedTest
  @FieldSource("REFUSED")
  void everyRuleSpeaksAtPlacesThatAreThere(RuleCase refused) {
    Dossier dossier = refused.epic().dossier();
    for (Rule rule : RULES.values()) {
      for (Violation violation :
          rule.check(dossier, Settings.standard(rule.info()).at(Assessments.TIME))) {
        String pointer = violation.place().pointer();
        dossier
            .document(violation.place().file())
            .or(() -> Optional.ofNullable(dossier.deployFiles().get(violation.place().file())))
            .ifPresent(
                document -> {
                  boolean wholeFile = document.roots().isEmpty() && pointer.isEmpty();
                  boolean resolves =
                      document.roots().stream()
                          .anyMatch(root -> root.nearest(pointer).pointer().equals(pointer));
                  assertThat(wholeFile || resolves)
                      .as("%s at %s", rule.info().id(), violation)
                      .isTrue();
                });
      }
    }
  }

  @Test
  void aVetoThatItsSenderWithdrewStandsNoMore() {
    Rule rule = RULES.get("unresolved-veto");
    assertThat(check(rule, GOOD.message("v.yaml", VETO).message("a.yaml", APPROVAL))).isEmpty();
    assertThat(check(rule, GOOD.message("v.yaml", VETO).log(entry("quality", "approve", "11"))))
        .isEmpty();
    assertThat(check(rule, GOOD.message("v.yaml", VETO.replace("iteration: 1", "iteration: 2"))))
        .as("a veto of a later iteration")
        .hasSize(1);
    assertThat(check(rule, GOOD.message("v.yaml", VETO.replace("from: quality", "from: devops"))))
        .as("its own veto")
        .isEmpty();
  }

  @Test
  void aBlockerIsResolvedByItsSenderAlone() {
    Rule rule = RULES.get("unresolved-veto");
    String resolved = entry("tech_lead", "resolve_blocker", "11");
    assertThat(check(rule, GOOD.log(entry("developer", "blocked", "10"), resolved))).hasSize(1);
    assertThat(check(rule, GOOD.log(entry("tech_lead", "blocked", "10"), resolved))).isEmpty();
    assertThat(
            check(
                rule,
                GOOD.log(
                    entry("developer", "blocked", "10"), entry("developer", "complete", "11"))))
        .isEmpty();
    assertThat(check(rule, GOOD.log(entry("architect", "veto", "10"), resolved))).hasSize(1);
  }

  @Test
  void aRunbookThatPeopleWroteIsOne() {
    Epic epic =
        GOOD.remove("implementation", "/runbook")
            .file("consensus/artifacts/runbook.md", "# Runbook\n\nCall the platform team.\n");
    assertThat(check(RULES.get("runbook"), epic)).isEmpty();
    assertThat(
            check(
                RULES.get("runbook"),
                epic.file(
                    "consensus/artifacts/runbook.md", "<!-- Generated by production-guardian -->")))
        .as("a generated one proves nothing")
        .hasSize(1);
  }

  @Test
  void theV3DialectIsUnderstood() {
    Epic epic = Epics.read(Path.of("../../devops-examples/epics/epic_31"));
    RULES.values().stream()
        .filter(rule -> !rule.info().id().equals("log-decision"))
        .forEach(rule -> assertThat(check(rule, epic)).as(rule.info().id()).isEmpty());
  }

  private static List<Violation> check(Rule rule, Epic epic) {
    return rule.check(epic.dossier(), Settings.standard(rule.info()).at(Assessments.TIME));
  }

  private static String entry(String agent, String decision, String hour) {
    return """
        {"timestamp":"2026_11_20_%s_00_00","agent":"%s","decision":"%s","epic_id":"epic_25","iteration":1}"""
        .formatted(hour, agent, decision);
  }
}
