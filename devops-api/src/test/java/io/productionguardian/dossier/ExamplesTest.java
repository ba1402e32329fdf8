package io.productionguardian.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import io.productionguardian.EpicFixture;
import io.productionguardian.document.Document;
import io.productionguardian.document.Document.Fault;
import io.productionguardian.document.Node;
import io.productionguardian.dossier.Review.QualityVerdict;
import io.productionguardian.model.Agent;
import io.productionguardian.model.Monitoring.Alert;
import io.productionguardian.model.Monitoring.Metric;
import io.productionguardian.model.Monitoring.Slo;
import io.productionguardian.model.Service;
import io.productionguardian.model.Service.Probe;
import io.productionguardian.model.Service.Resources;
import io.productionguardian.model.Service.Scaling;
import io.productionguardian.model.Stage;
import io.productionguardian.model.Strategy.StrategyType;
import io.productionguardian.plan.DeploymentPlan;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the example epics say, in both dialects and with all faults. */
class ExamplesTest {

  private static final String INBOX = "consensus/messages/inbox/devops/";

  @TempDir private Path folder;

  @Test
  void thePromptDialectIsUnderstood() {
    Dossier dossier = EpicFixture.copy("epic_25", folder).dossier();

    assertThat(dossier.epic()).hasToString("epic_25");
    assertThat(dossier.faults()).isEmpty();
    assertThat(dossier.service().map(Sourced::value))
        .contains(
            new Service(
                "api",
                Optional.of("registry.example.com/health-check:1.4.2"),
                8080,
                Optional.of(9464),
                "health",
                Optional.of("platform-team"),
                Optional.of("https://git.example.com/platform/health-check")));
    assertThat(dossier.strategy().orElseThrow().value().type()).isEqualTo(StrategyType.CANARY);
    assertThat(dossier.strategy().orElseThrow().value().stated()).isEmpty();
    assertThat(dossier.stages())
        .extracting(fact -> fact.value().name())
        .containsExactly("dev", "staging", "production");
    Stage production = dossier.stages().get(2).value();
    assertThat(production.automatic()).isFalse();
    assertThat(production.approvalRequired()).contains("tech_lead");
    assertThat(production.canaryPercentage()).contains(BigDecimal.TEN);
    assertThat(production.tests()).containsExactly("smoke", "synthetic");
    assertThat(dossier.stages().get(1).value().soakTimeHours()).contains(BigDecimal.valueOf(2));
    assertThat(dossier.resources().map(Sourced::value)).contains(new Resources("100m", "128Mi", 2));
    assertThat(dossier.scaling().map(Sourced::value)).contains(new Scaling(2, 10, 70));
    assertThat(dossier.metrics().get(0).value())
        .isEqualTo(
            new Metric(
                "health_check_latency",
                "histogram",
                Optional.of("milliseconds"),
                "> 200ms for 5m"));
    assertThat(dossier.dashboards().get(0).value().panels()).hasSize(3);
    assertThat(dossier.alerts().get(0).value())
        .isEqualTo(new Alert("HealthCheckDown", "up == 0", "critical", "page_on_call"));
    assertThat(dossier.readiness().map(Sourced::value))
        .contains(new Probe("/health", BigDecimal.TEN, BigDecimal.valueOf(5), 1, 3));
    assertThat(dossier.liveness().map(Sourced::value))
        .contains(new Probe("/health", BigDecimal.valueOf(30), BigDecimal.valueOf(5), 1, 3));
    assertThat(dossier.rollback().orElseThrow().value().seconds()).contains(new BigDecimal("30"));
    assertThat(dossier.rollback().orElseThrow().value().triggers()).hasSize(4);
    assertThat(dossier.rollbackDrill().orElseThrow().value().passed()).isTrue();
    assertThat(dossier.rollbackDrill().orElseThrow().value().durationSeconds())
        .isEqualByComparingTo("24");
    assertThat(dossier.runbook().orElseThrow().value().contacts().keySet())
        .containsExactly("primary", "escalation", "after_hours");
    assertThat(dossier.runbook().orElseThrow().value().issueFor("HighLatency")).isPresent();
    assertThat(dossier.testCommands()).hasSize(4);
    assertThat(dossier.slo().map(Sourced::value)).contains(new Slo(new BigDecimal("99.9"), 30));
    assertThat(dossier.environment())
        .containsOnlyKeys("PORT", "METRICS_PORT", "LOG_LEVEL", "HEALTH_DETAILS_TOKEN");
    assertThat(dossier.appliedDefaults()).isEmpty();
    assertThat(dossier.malformedValues()).isEmpty();
    assertThat(dossier.contradictions()).isEmpty();
    assertThat(dossier.skippedStages()).isEmpty();
    assertThat(dossier.missingFromRunbook()).isEmpty();
    assertThat(dossier.qualityStatements()).isNotEmpty().allMatch(QualityVerdict::favourable);
    assertThat(dossier.securityScan().orElseThrow().value().isRecord()).isTrue();
  }

  @Test
  void everyFactStandsInItsFile() {
    EpicFixture epic = EpicFixture.copy("epic_25", folder);
    Dossier dossier = epic.dossier();
    String[] lines = epic.text(EpicFixture.IMPLEMENTATION).split("\n", -1);

    Sourced<Service> service = dossier.service().orElseThrow();
    assertThat(service.place().file()).isEqualTo(EpicFixture.IMPLEMENTATION);
    assertThat(service.place().pointer()).isEqualTo("/service");
    assertThat(lines[service.place().line() - 1]).contains("\"service\": {");
    assertThat(lines[service.place("image").line() - 1]).contains("health-check:1.4.2");
    assertThat(service.place("nothing")).isEqualTo(service.place());
    assertThat(dossier.alerts().get(1).place().pointer()).isEqualTo("/monitoring/alerts/1");
    assertThat(lines[dossier.alerts().get(1).place("name").line() - 1]).contains("HighLatency");
    assertThat(dossier.environment().get("LOG_LEVEL").place().pointer())
        .isEqualTo("/environment/LOG_LEVEL");
    assertThat(dossier.testCommands().get(3).place().pointer()).isEqualTo("/ci/test_commands/3");
    assertThat(dossier.placeOf("review").toString()).isEqualTo(EpicFixture.REVIEW + ":1:1");
    assertThat(dossier.placeOf("architecture").toString())
        .isEqualTo("consensus/artifacts/architecture.json:1:1");
    assertThat(dossier.placeOfOperations().file()).isEqualTo(EpicFixture.IMPLEMENTATION);
  }

  @Test
  void theArchitectureDialectIsUnderstood() {
    Dossier dossier = EpicFixture.copy("epic_31", folder).dossier();

    assertThat(dossier.faults()).isEmpty();
    assertThat(dossier.strategy().orElseThrow().value().type()).isEqualTo(StrategyType.BLUE_GREEN);
    assertThat(dossier.rollbackDrill().orElseThrow().place().file())
        .isEqualTo("consensus/artifacts/evidence/rollback_drill.json");
    assertThat(dossier.qualityStatements())
        .isNotEmpty()
        .allMatch(QualityVerdict::favourable)
        .extracting(QualityVerdict::words)
        .contains("verdict is \"approve\"", "release_gate is \"true\"");
    assertThat(dossier.qualityStatements()).filteredOn(QualityVerdict::verdict).hasSize(1);
    assertThat(dossier.securityScan().orElseThrow().value().isRecord()).isTrue();
    assertThat(dossier.log()).hasSize(7);
    assertThat(dossier.log().get(4))
        .satisfies(
            entry -> {
              assertThat(entry.agent()).contains(Agent.QUALITY);
              assertThat(entry.decision()).contains("veto");
              assertThat(entry.iteration()).contains(1);
              assertThat(entry.time()).get().hasToString("2026_11_17_14_15_00");
              assertThat(entry.detail("status")).contains("review.json emitted with verdict veto");
              assertThat(entry.detail("critical_issues")).isEmpty();
              assertThat(entry.byDevops()).isFalse();
              assertThat(entry.byGuardian()).isFalse();
            });
    assertThat(dossier.lastDevopsEntry()).isEmpty();
    assertThat(DeploymentPlan.missing(dossier)).isEmpty();
  }

  @Test
  void messagesOfAllThreeFormsAreUnderstood() {
    Dossier flat = EpicFixture.copy("epic_25", folder).dossier();
    Message approved = message(flat, "approved_2026_11_19_16_40_00.yaml");
    assertThat(approved.sender()).contains(Agent.QUALITY);
    assertThat(approved.inbox()).isEqualTo("devops");
    assertThat(approved.iteration()).contains(1);
    assertThat(approved.epicId()).contains("epic_25");
    assertThat(approved.time()).get().hasToString("2026_11_19_16_40_00");

    Dossier other = EpicFixture.copy("epic_31", folder).dossier();
    Message veto = message(other, "msg_2026_11_17_14_20_00.json");
    assertThat(veto.sender()).contains(Agent.QUALITY);
    assertThat(veto.type()).contains("veto");
    assertThat(veto.subject().orElseThrow()).startsWith("VETO: ");
    assertThat(veto.time()).get().hasToString("2026_11_17_14_20_00");
    Message compact = message(other, "note_2026_11_18_16_10_00.yaml");
    assertThat(compact.sender()).contains(Agent.TECH_LEAD);
    assertThat(compact.type()).contains("approve");
    assertThat(compact.epicId()).contains("epic_31");
    assertThat(compact.time()).get().hasToString("2026_11_18_16_10_00");
    assertThat(compact.iteration()).isEmpty();
  }

  private static Message message(Dossier dossier, String file) {
    return dossier.messages().stream()
        .filter(message -> message.node().file().equals(INBOX + file))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void everyFaultOfTheFaultyEpicIsReportedAtItsLine() {
    Dossier dossier = EpicFixture.copy("epic_32", folder).dossier();

    assertThat(dossier.faults())
        .extracting(fault -> fault.kind() + " " + shortName(fault) + ":" + fault.place().line())
        .containsExactlyInAnyOrder(
            "BYTE_ORDER_MARK plan.json:1",
            "UNPARSABLE retry_2026_11_12_10_05_00.yaml:13",
            "UNPARSABLE timeout_2026_11_12_10_40_00.yaml:11",
            "CONFLICT_MARKER merge_2026_11_12_11_15_00.yaml:12",
            "CONFLICT_MARKER merge_2026_11_12_11_15_00.yaml:14",
            "CONFLICT_MARKER merge_2026_11_12_11_15_00.yaml:16",
            "DUPLICATE_KEY merge_2026_11_12_11_15_00.yaml:15",
            "UNPARSABLE handover_2026_11_12_11_50_00.yaml:11",
            "DUPLICATE_KEY blocked_2026_11_12_12_10_00.yaml:15",
            "BLANK_LINE decision_log.jsonl:2",
            "ODD_LINE decision_log.jsonl:7",
            "BLANK_LINE decision_log.jsonl:23",
            "UNPARSABLE decision_log.jsonl:27");
  }

  private static String shortName(Fault fault) {
    String file = fault.place().file();
    return file.substring(file.lastIndexOf('/') + 1);
  }

  @Test
  void whatTheFaultyEpicSaysAllTheSameIsRead() {
    Dossier dossier = EpicFixture.copy("epic_32", folder).dossier();

    assertThat(dossier.log())
        .extracting(entry -> entry.decision().orElse("?"))
        .containsExactly(
            "propose",
            "approve",
            "approve",
            "blocked",
            "resolve_blocker",
            "complete",
            "approve",
            "direct_production_deployment",
            "ack",
            "approve",
            "epic_complete",
            "ack");
    assertThat(dossier.log())
        .extracting(entry -> entry.node().line())
        .containsExactly(1, 3, 4, 5, 6, 7, 24, 25, 26, 27, 28, 29);
    assertThat(dossier.log().get(9).node().complete()).isFalse();
    assertThat(dossier.log().get(10).iteration()).isEmpty();
    assertThat(dossier.statedIteration()).isEqualTo(2);
    assertThat(dossier.messages()).hasSize(9);
    Node targets = message(dossier, "targets_2026_11_12_13_00_00.yaml").node();
    assertThat(targets.find("content", "production_hosts").orElseThrow().texts())
        .containsExactly("mail-1", "mail-2");
    assertThat(message(dossier, "retry_2026_11_12_10_05_00.yaml").subject())
        .contains("retry_reworked");
    assertThat(message(dossier, "final_2026_11_13_09_00_00.yaml").iteration()).isEmpty();
    assertThat(message(dossier, "final_2026_11_13_09_00_00.yaml").iterationNode()).isPresent();
    assertThat(dossier.root("plan")).isPresent();
    assertThat(dossier.artifact("deployment").flatMap(Document::root)).isPresent();
  }

  @Test
  void theDraftOfTheFaultyEpicCounts() {
    Dossier dossier = EpicFixture.copy("epic_32", folder).dossier();

    assertThat(dossier.strategy().orElseThrow().value())
        .satisfies(
            strategy -> {
              assertThat(strategy.type()).isEqualTo(StrategyType.CANARY);
              assertThat(strategy.stated()).contains("rolling_with_canary");
              assertThat(strategy.reason()).contains("\"rolling_with_canary\"");
            });
    assertThat(dossier.strategy().orElseThrow().place("type"))
        .hasToString(EpicFixture.DEPLOYMENT + ":7:13");
    assertThat(dossier.skippedStages())
        .extracting(fact -> fact.value() + "@" + fact.place().line())
        .containsExactly("dev@9", "staging@9");
    assertThat(dossier.malformedValues())
        .extracting(remark -> remark.place().pointer())
        .containsExactly("/rollback_plan/time_to_rollback");
    assertThat(dossier.rollback().orElseThrow().value().seconds()).isEmpty();
    assertThat(dossier.rollbackDrill()).isEmpty();
  }
}
