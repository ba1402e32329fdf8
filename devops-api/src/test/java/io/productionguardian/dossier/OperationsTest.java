package io.productionguardian.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import io.productionguardian.EpicFixture;
import io.productionguardian.dossier.Sourced.AppliedDefault;
import io.productionguardian.model.Runbook;
import io.productionguardian.model.Strategy.StrategyType;
import io.productionguardian.plan.DeploymentPlan;
import io.productionguardian.text.Durations;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The operational sections of the complete example, with one change each. */
class OperationsTest {

  private static final String FILE = EpicFixture.IMPLEMENTATION;

  @TempDir private Path folder;
  private EpicFixture epic;

  @BeforeEach
  void copy() {
    epic = EpicFixture.copy("epic_25", folder);
  }

  private Dossier operations() {
    return epic.dossier();
  }

  // What is not stated

  @ParameterizedTest
  @CsvSource({
    "/service/port, service.port, 8080",
    "/service/namespace, service.namespace, api",
    "/deployment_strategy/stages/0/automatic, deployment_strategy.stages.dev.automatic, true",
    "/deployment_strategy/stages/2/automatic, deployment_strategy.stages.production.automatic,"
        + " false",
    "/deployment_strategy/stages/1/rollback_automatic,"
        + " deployment_strategy.stages.staging.rollback_automatic, true",
    "/infrastructure/resources_required/replicas, infrastructure.resources_required.replicas, 2",
    "/infrastructure/scaling/min_replicas, infrastructure.scaling.min_replicas, 2",
    "/infrastructure/scaling/max_replicas, infrastructure.scaling.max_replicas, 2",
    "/infrastructure/scaling/target_cpu, infrastructure.scaling.target_cpu, 70",
    "/monitoring/metrics/1/type, monitoring.metrics.health_check_errors.type, gauge",
    "/monitoring/metrics/1/alert_threshold,"
        + " monitoring.metrics.health_check_errors.alert_threshold, none stated",
    "/monitoring/alerts/0/severity, monitoring.alerts.HealthCheckDown.severity, warning",
    "/monitoring/alerts/0/action, monitoring.alerts.HealthCheckDown.action, page_on_call",
    "/monitoring/alerts/1/action, monitoring.alerts.HighLatency.action, notify_team",
    "/health_checks/readiness/interval_seconds, health_checks.readiness.interval_seconds, 10",
    "/health_checks/readiness/timeout_seconds, health_checks.readiness.timeout_seconds, 1",
    "/health_checks/readiness/success_threshold, health_checks.readiness.success_threshold, 1",
    "/health_checks/readiness/failure_threshold, health_checks.readiness.failure_threshold, 3",
    "/health_checks/liveness/interval_seconds, health_checks.liveness.interval_seconds, 10",
    "/health_checks/liveness/failure_threshold, health_checks.liveness.failure_threshold, 3",
    "/slo/period_days, slo.period_days, 30",
  })
  void whatIsNotStatedHasADefaultThatIsListed(String pointer, String member, String value) {
    epic.remove(FILE, pointer);

    assertThat(operations().appliedDefaults())
        .singleElement()
        .satisfies(
            standard -> {
              assertThat(standard.member()).isEqualTo(member);
              assertThat(standard.value()).isEqualTo(value);
              assertThat(standard.reason()).isNotBlank();
            });
    assertThat(operations().malformedValues()).isEmpty();
  }

  @Test
  void aServiceWithoutANameIsNone() {
    epic.remove(FILE, "/service/name");

    assertThat(operations().service()).isEmpty();
    assertThat(operations().malformedValues()).isEmpty();
  }

  // What means nothing

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/service/port | 0",
        "/service/port | 65536",
        "/service/port | 80.5",
        "/service/port | \"8080\"",
        "/service/port | [8080]",
        "/service/metrics_port | -1",
        "/service/image | \"registry/app latest\"",
        "/service/image | \"$(rm -rf /)\"",
        "/service/name | \"Bad_Name\"",
        "/service/name | \"-api\"",
        "/service/namespace | \"a.b\"",
        "/deployment_strategy/stages/0/automatic | \"yes\"",
        "/deployment_strategy/stages/1/soak_time_hours | -1",
        "/deployment_strategy/stages/2/canary_percentage | 0",
        "/deployment_strategy/stages/2/canary_percentage | 100.5",
        "/deployment_strategy/stages/2/canary_duration_hours | 0",
        "/deployment_strategy/stages/2/canary_duration_hours | \"one\"",
        "/infrastructure/resources_required/cpu | \"0m\"",
        "/infrastructure/resources_required/cpu | \"lots\"",
        "/infrastructure/resources_required/memory | \"128MB\"",
        "/infrastructure/resources_required/memory | \"0Mi\"",
        "/infrastructure/resources_required/replicas | 0",
        "/infrastructure/scaling/max_replicas | 1",
        "/infrastructure/scaling/target_cpu | 101",
        "/monitoring/metrics/0/name | \"health-check\"",
        "/monitoring/metrics/0/type | \"timer\"",
        "/health_checks/readiness/endpoint | \"health\"",
        "/health_checks/readiness/endpoint | \"/a b\"",
        "/health_checks/readiness/interval_seconds | 0",
        "/health_checks/readiness/timeout_seconds | \"soon\"",
        "/health_checks/readiness/failure_threshold | 1.5",
        "/rollback/time_to_rollback_seconds | 0",
        "/rollback/time_to_rollback_seconds | \"quickly\"",
        "/rollback/tested/duration_seconds | 0",
        "/rollback/tested/outcome | \"fine\"",
        "/ci/test_commands/1 | \"pytest && mypy\"",
        "/slo/objective | 100",
        "/slo/objective | 0",
        "/slo/period_days | 0",
      })
  void aValueThatMeansNothingIsReportedAtItsPlaceAndCountsAsAbsent(String pointer, String value) {
    epic.set(FILE, pointer, value);
    Dossier dossier = epic.dossier();

    assertThat(dossier.malformedValues())
        .singleElement()
        .satisfies(
            remark -> {
              assertThat(remark.place())
                  .isEqualTo(dossier.root("implementation").orElseThrow().nearest(pointer).place());
              assertThat(remark.place().pointer()).isEqualTo(pointer);
              assertThat(remark.message()).isNotBlank().doesNotContain("\n");
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/infrastructure/resources_required/cpu | 0.5",
        "/infrastructure/resources_required/cpu | \"2\"",
        "/infrastructure/resources_required/memory | \"1.5Gi\"",
        "/infrastructure/resources_required/memory | 134217728",
        "/service/image | \"app@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"",
        "/service/port | 8080.0",
        "/deployment_strategy/stages/1/soak_time_hours | 0",
        "/deployment_strategy/stages/2/canary_percentage | 0.5",
        "/health_checks/readiness/endpoint | \"/health/ready?full=1\"",
        "/slo/objective | 99.99",
      })
  void aValueThatMeansSomethingIsNot(String pointer, String value) {
    epic.set(FILE, pointer, value);

    assertThat(operations().malformedValues()).isEmpty();
    assertThat(operations().appliedDefaults()).isEmpty();
  }

  @Test
  void whatMalformedValuesBelongToIsAbsent() {
    epic.set(FILE, "/infrastructure/resources_required/cpu", "\"lots\"");
    epic.set(FILE, "/health_checks/readiness/endpoint", "\"health\"");
    epic.set(FILE, "/rollback/time_to_rollback_seconds", "\"quickly\"");
    epic.set(FILE, "/rollback/tested/outcome", "\"fine\"");
    epic.set(FILE, "/slo/objective", "100");
    epic.set(FILE, "/service/name", "\"Bad_Name\"");

    Dossier operations = operations();

    assertThat(operations.resources()).isEmpty();
    assertThat(operations.readiness()).isEmpty();
    assertThat(operations.liveness()).isPresent();
    assertThat(operations.rollback().orElseThrow().value().seconds()).isEmpty();
    assertThat(operations.rollbackDrill()).isEmpty();
    assertThat(operations.slo()).isEmpty();
    assertThat(operations.service()).isEmpty();
    assertThat(operations.malformedValues()).hasSize(6);
  }

  @Test
  void aMalformedTextIsQuotedShortAndOnOneLine() {
    epic.set(FILE, "/service/image", "\"a\\n\\u202e" + "x".repeat(500) + "\"");

    assertThat(operations().malformedValues().get(0).message())
        .startsWith("image is \"a  xxx")
        .contains("…\", expected an image")
        .hasSizeLessThan(200);
  }

  @Test
  void aStageThatStandsTwiceCountsOnce() {
    epic.set(FILE, "/deployment_strategy/stages/0/stage", "\"Staging\"");

    assertThat(operations().stages())
        .extracting(fact -> fact.value().name())
        .containsExactly("staging", "production");
    assertThat(operations().malformedValues())
        .extracting(remark -> remark.place().pointer())
        .containsExactly("/deployment_strategy/stages/1/stage");
  }

  @Test
  void aStageWithoutAUsableNameIsReported() {
    epic.set(FILE, "/deployment_strategy/stages/0/stage", "\"a b\"");
    epic.remove(FILE, "/deployment_strategy/stages/1/stage");

    assertThat(operations().stages()).hasSize(1);
    assertThat(operations().malformedValues())
        .extracting(remark -> remark.place().pointer())
        .containsExactly("/deployment_strategy/stages/0/stage", "/deployment_strategy/stages/1");
  }

  @Test
  void anAlertWithoutACondition() {
    epic.remove(FILE, "/monitoring/alerts/0/condition");

    assertThat(operations().alerts())
        .extracting(fact -> fact.value().name())
        .containsExactly("HighLatency");
    assertThat(operations().malformedValues())
        .extracting(remark -> remark.place().pointer())
        .containsExactly("/monitoring/alerts/0");
  }

  @Test
  void aVariableWithAnOddName() {
    epic.set(FILE, "/environment/LOG-LEVEL", "\"debug\"");

    assertThat(operations().environment()).doesNotContainKey("LOG-LEVEL").hasSize(4);
    assertThat(operations().malformedValues())
        .extracting(remark -> remark.place().pointer())
        .containsExactly("/environment/LOG-LEVEL");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "5", "\"text\"", "[]", "{}", "[[{}], null, 3]", "true"})
  void aSectionOfAnotherKindIsReadPast(String value) {
    for (String section :
        new String[] {
          "service", "deployment_strategy", "infrastructure", "monitoring", "health_checks",
          "rollback", "runbook", "ci", "slo", "environment"
        }) {
      epic.set(FILE, "/" + section, value);
    }

    Dossier operations = operations();

    assertThat(operations.service()).isEmpty();
    assertThat(operations.stages()).isEmpty();
    assertThat(operations.alerts()).isEmpty();
    assertThat(operations.readiness()).isEmpty();
    assertThat(operations.environment()).isEmpty();
    assertThat(operations.testCommands()).isEmpty();
  }

  @Test
  void productionThatNeedsNoApprovalHasNobodyToApproveIt() {
    epic.set(FILE, "/deployment_strategy/stages/2/approval_required", "false");

    assertThat(operations().stages().get(2).value().approvalRequired()).isEmpty();
  }

  // Other ways to write it

  @Test
  void durationsMayBeInWords() {
    epic.remove(FILE, "/rollback/time_to_rollback_seconds");
    epic.set(FILE, "/rollback/time_to_rollback", "\"within 2 minutes\"");
    epic.remove(FILE, "/health_checks/readiness/interval_seconds");
    epic.set(FILE, "/health_checks/readiness/interval", "\"1500ms\"");
    epic.remove(FILE, "/health_checks/readiness/timeout_seconds");
    epic.set(FILE, "/health_checks/readiness/timeout", "2");

    assertThat(operations().rollback().orElseThrow().value().seconds().orElseThrow())
        .isEqualByComparingTo("120");
    assertThat(operations().readiness().orElseThrow().value().intervalSeconds())
        .isEqualByComparingTo("1.5");
    assertThat(operations().readiness().orElseThrow().value().timeoutSeconds())
        .isEqualByComparingTo("2");
    assertThat(operations().malformedValues()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1 hour, 3600",
    "2h, 7200",
    "1 day, 86400",
    "90 secs, 90",
    "0.5 min, 30",
    "5 s, 5",
    "10 milliseconds, 0.01",
    "1 HOUR, 3600"
  })
  void aDurationHasAUnit(String words, BigDecimal seconds) {
    assertThat(Durations.seconds(words).orElseThrow()).isEqualByComparingTo(seconds);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "90", "soon", "5 sausages", "under a minute"})
  void aTextWithoutADurationHasNone(String words) {
    assertThat(Durations.seconds(words)).isEmpty();
  }

  @Test
  void healthChecksMayBeAListWithinMonitoring() {
    epic.remove(FILE, "/health_checks");
    epic.set(
        FILE,
        "/monitoring/health_checks",
        "[{\"endpoint\": \"/health/live\", \"interval\": \"30s\"},"
            + " {\"endpoint\": \"/q\", \"description\": \"Ready for traffic\"}]");

    assertThat(operations().liveness().orElseThrow().value().endpoint()).isEqualTo("/health/live");
    assertThat(operations().readiness().orElseThrow().value().endpoint()).isEqualTo("/q");
    assertThat(operations().readiness().orElseThrow().place().pointer())
        .isEqualTo("/monitoring/health_checks/1");
  }

  @Test
  void metricsMayBeBareNames() {
    epic.set(FILE, "/monitoring/metrics", "[\"requests_total\", \"not a name\", {}]");

    assertThat(operations().metrics())
        .extracting(fact -> fact.value().name())
        .containsExactly("requests_total");
  }

  @Test
  void contactsMayBeAList() {
    epic.set(
        FILE,
        "/runbook/contacts",
        "[{\"role\": \"primary\", \"name\": \"Ops\"}, \"ops@example.com\"]");
    epic.set(FILE, "/runbook/dependencies", "\"Redis\"");

    Runbook runbook = operations().runbook().orElseThrow().value();

    assertThat(runbook.contacts()).containsEntry("primary", "Ops").hasSize(2);
    assertThat(runbook.contacts().values()).contains("ops@example.com");
    assertThat(runbook.dependencies()).containsExactly("Redis");
  }

  @Test
  void anIssueHasItsTitleFromWhateverNamesIt() {
    epic.set(
        FILE,
        "/runbook/common_issues",
        "[{\"alert\": \"HealthCheckDown\", \"fix\": [\"Restart\", \"Call\"]}, {\"title\":"
            + " \"HighLatency\", \"fix\": \"Scale\"}, {\"fix\": \"nameless\"}]");

    Runbook runbook = operations().runbook().orElseThrow().value();

    assertThat(runbook.issues())
        .extracting(Runbook.Issue::title)
        .containsExactly("HealthCheckDown", "HighLatency");
    assertThat(runbook.issueFor("HealthCheckDown").orElseThrow().fix()).contains("Restart; Call");
    assertThat(runbook.issueFor("HighLatency").orElseThrow().fix()).contains("Scale");
  }

  // Several files

  @Test
  void theFirstFileThatHasASectionWins() {
    epic.set(EpicFixture.PLAN, "/slo", "{\"objective\": 99}");
    assertThat(operations().slo().orElseThrow().place().file()).isEqualTo(FILE);

    epic.remove(FILE, "/slo");
    assertThat(operations().slo().orElseThrow().place().file()).isEqualTo(EpicFixture.PLAN);

    epic.remove(EpicFixture.PLAN, "/slo");
    epic.write(EpicFixture.DEPLOYMENT, "{\"slo\": {\"objective\": 90}}");
    assertThat(operations().slo().orElseThrow().place().file()).isEqualTo(EpicFixture.DEPLOYMENT);
    assertThat(operations().contradictions()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"service\": {\"port\": 9090}} | /service/port",
        "{\"health_checks\": {\"readiness\": {\"endpoint\": \"/ready\"}}} |"
            + " /health_checks/readiness/endpoint",
        "{\"deployment_strategy\": {\"stages\": [{\"stage\": \"staging\", \"automatic\": false}]}}"
            + " | /deployment_strategy/stages/0/automatic",
        "{\"monitoring\": {\"alerts\": [{\"name\": \"HighLatency\", \"severity\": \"critical\"}]}}"
            + " | /monitoring/alerts/0/severity",
        "{\"rollback\": {\"time_to_rollback_seconds\": 31}} | /rollback/time_to_rollback_seconds",
      })
  void aLaterFileThatSaysSomethingElseIsAContradiction(String draft, String pointer) {
    epic.write(EpicFixture.DEPLOYMENT, draft);

    assertThat(operations().contradictions())
        .singleElement()
        .satisfies(
            remark -> {
              assertThat(remark.place().file()).isEqualTo(EpicFixture.DEPLOYMENT);
              assertThat(remark.place().pointer()).isEqualTo(pointer);
              assertThat(remark.message()).contains(" here and ").contains(FILE + ":");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"service\": {\"port\": 8080.0, \"name\": \"api\"}}",
        "{\"service\": {\"owner\": null, \"tier\": 1}}",
        "{\"rollback\": {\"procedure\": [\"1. Something else\"]}}",
        "{\"deployment_strategy\": {\"reason\": \"Said in other words\"}}",
        "{\"monitoring\": {\"alerts\": [{\"name\": \"Another\", \"severity\": \"info\"}]}}",
        "{\"service\": [], \"slo\": 5}"
      })
  void whatIsSaidInOtherWordsIsNone(String draft) {
    epic.write(EpicFixture.DEPLOYMENT, draft);

    assertThat(operations().contradictions()).isEmpty();
  }

  // Strategy

  private void strategy(String type) {
    epic.set(FILE, "/deployment_strategy/type", type);
  }

  private StrategyType chosen() {
    return operations().strategy().orElseThrow().value().type();
  }

  @ParameterizedTest
  @CsvSource({"blue_green, BLUE_GREEN", "canary, CANARY", "rolling, ROLLING"})
  void aChoiceAmongTheThreeIsKept(String stated, StrategyType type) {
    strategy("\"" + stated + "\"");
    assertThat(operations().strategy().orElseThrow().value().type()).isEqualTo(type);
    assertThat(operations().strategy().orElseThrow().value().stated()).isEmpty();
    assertThat(operations().strategy().orElseThrow().value().reason()).startsWith("Load balancers");

    epic.remove(FILE, "/deployment_strategy/reason");
    assertThat(operations().strategy().orElseThrow().value().reason())
        .isEqualTo("The team's choice: " + stated);
  }

  @ParameterizedTest
  @CsvSource({
    "rolling_with_canary, CANARY",
    "Canary, CANARY",
    "blue-green, BLUE_GREEN",
    "green_blue, BLUE_GREEN",
    "Rolling update, ROLLING",
    "staged_rollout, CANARY", // nothing of the three in it: chosen from the facts
  })
  void anotherWordIsMappedToTheNearest(String stated, StrategyType type) {
    strategy("\"" + stated + "\"");

    assertThat(chosen()).isEqualTo(type);
    assertThat(operations().strategy().orElseThrow().value().stated()).contains(stated);
  }

  @Test
  void withoutAChoiceACanaryNeedsAShareMetricsAndTwoReplicas() {
    epic.remove(FILE, "/deployment_strategy/type");
    assertThat(chosen()).isEqualTo(StrategyType.CANARY);
    assertThat(operations().strategy().orElseThrow().value().reason())
        .contains("10 percent")
        .contains("2 metrics");

    EpicFixture complete = epic;
    complete.set(FILE, "/infrastructure/resources_required/replicas", "1");
    assertThat(chosen()).isEqualTo(StrategyType.ROLLING);

    complete.set(FILE, "/infrastructure/resources_required/replicas", "2");
    complete.set(FILE, "/monitoring/metrics", "[]");
    assertThat(chosen()).isEqualTo(StrategyType.ROLLING);

    complete.set(FILE, "/monitoring/metrics", "[\"requests_total\"]");
    assertThat(chosen()).isEqualTo(StrategyType.CANARY);

    complete.remove(FILE, "/deployment_strategy/stages/2/canary_percentage");
    assertThat(chosen()).isEqualTo(StrategyType.ROLLING);
    assertThat(operations().strategy().orElseThrow().value().reason()).contains("2 replicas");
  }

  @ParameterizedTest
  @CsvSource({"15, BLUE_GREEN", "15.5, ROLLING", "1, BLUE_GREEN", "60, ROLLING"})
  void aQuickRollbackNeedsTwoCompleteSets(String seconds, StrategyType type) {
    epic.remove(FILE, "/deployment_strategy/type");
    epic.remove(FILE, "/deployment_strategy/stages/2/canary_percentage");
    epic.set(FILE, "/rollback/time_to_rollback_seconds", seconds);

    assertThat(chosen()).isEqualTo(type);
  }

  @Test
  void withoutAStrategySectionItStandsAtTheRollback() {
    epic.remove(FILE, "/deployment_strategy");
    assertThat(operations().strategy().orElseThrow().place().pointer()).isEqualTo("/rollback");
    assertThat(chosen()).isEqualTo(StrategyType.ROLLING);

    epic.remove(FILE, "/rollback");
    epic.remove(EpicFixture.PLAN, "/rollback_plan");
    assertThat(operations().strategy()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar-EG", "fa-IR", "mr-IN", "th-TH-u-nu-thai"})
  void theReasonIsTheSameInEveryLocale(String tag) {
    epic.remove(FILE, "/deployment_strategy/type");
    String expected = operations().strategy().orElseThrow().value().reason();
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag(tag));

      assertThat(operations().strategy().orElseThrow().value().reason()).isEqualTo(expected);
    } finally {
      Locale.setDefault(before);
    }
  }

  // The plan

  @ParameterizedTest
  @CsvSource({
    "/service, service",
    "/deployment_strategy/stages, deployment_strategy.stages",
    "/infrastructure/resources_required/cpu, infrastructure.resources_required",
    "/monitoring/metrics, monitoring.metrics",
    "/monitoring/alerts, monitoring.alerts",
    "/health_checks/readiness, health_checks.readiness",
    "/health_checks/liveness/endpoint, health_checks.liveness",
    "/rollback/triggers, rollback.triggers",
    "/rollback/procedure, rollback.procedure",
    "/rollback/time_to_rollback_seconds, rollback.time_to_rollback_seconds",
  })
  void aPlanLacksWhatIsNotStated(String pointer, String section) {
    assertThat(DeploymentPlan.missing(epic.dossier())).isEmpty();

    epic.remove(FILE, pointer);

    assertThat(DeploymentPlan.missing(epic.dossier())).containsExactly(section);
    assertThat(DeploymentPlan.of(epic.dossier())).isEmpty();
  }

  @Test
  void aPlanHasAllFactsAndTheDefaults() {
    epic.remove(FILE, "/infrastructure/scaling");
    epic.remove(FILE, "/service/port");

    DeploymentPlan plan = DeploymentPlan.of(epic.dossier()).orElseThrow();

    assertThat(plan.scaling().minReplicas()).isEqualTo(2);
    assertThat(plan.scaling().maxReplicas()).isEqualTo(2);
    assertThat(plan.rollbackSeconds()).isEqualByComparingTo("30");
    assertThat(plan.environment()).containsEntry("PORT", "8080").hasSize(4);
    assertThat(plan.stages()).hasSize(3);
    assertThat(plan.testCommands()).hasSize(4);
    assertThat(plan.runbook()).isPresent();
    assertThat(plan.slo()).isPresent();
    assertThat(plan.defaults())
        .extracting(AppliedDefault::member)
        .startsWith("service.port", "infrastructure.scaling");
  }
}
