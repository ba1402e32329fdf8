package io.productionguardian.rules.standard;

import static org.assertj.core.api.Assertions.assertThat;

import io.productionguardian.Assessment;
import io.productionguardian.Guardian;
import io.productionguardian.policy.Policy;
import io.productionguardian.rule.Finding;
import io.productionguardian.source.EpicSnapshot;
import io.productionguardian.testkit.Epics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which grade each must-have needs is the policy's to say. */
class GradesTest {

  private static final String MANIFEST =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: api}
      spec:
        replicas: 2
        template:
          spec:
            containers:
              - name: api
                image: registry.example.com/health-check:1.4.2
                readinessProbe: {httpGet: {path: /health, port: 8080}}
                livenessProbe: {httpGet: {path: /health, port: 8080}}
                resources: {limits: {cpu: 200m, memory: 256Mi}}
      """;

  private static Assessment assess(EpicSnapshot snapshot, String policy) {
    return Guardian.builder()
        .policy(Policy.read("guardian.yaml", policy.getBytes(StandardCharsets.UTF_8)))
        .discover()
        .build()
        .assess(snapshot, Instant.parse("2026-11-20T10:00:00Z"));
  }

  private static String needs(String rule, String grade) {
    return "rules: {%s: {settings: {needed_grade: %s}}}".formatted(rule, grade);
  }

  @ParameterizedTest
  @CsvSource({
    "health-checks, Health check endpoints",
    "monitoring, Monitoring configured",
    "alerts-defined, Alerts defined",
    "runbook, Runbook documented",
    "resources, Resource limits set",
  })
  void aPolicyMayWantEvidence(String rule, String words) {
    EpicSnapshot claimed = Epics.approvable().snapshot();

    assertThat(assess(claimed, "{}").approved()).isTrue();
    assertThat(assess(claimed, needs(rule, "claimed")).approved()).isTrue();
    assertThat(assess(claimed, needs(rule, "evidenced")).blocking())
        .extracting(Finding::violation)
        .singleElement()
        .asString()
        .startsWith(words)
        .endsWith("only claimed, and the policy wants evidence");
  }

  @Test
  void whatIsDeployedIsEvidence() {
    EpicSnapshot deployed =
        Epics.approvable()
            .deploys("k8s/api.yaml", MANIFEST)
            .deploys(
                "prometheus/prometheus.yml",
                "scrape_configs:\n  - job_name: api\n    static_configs: [{targets: ['api:9464']}]\n")
            .deploys(
                "prometheus/alerts.yml",
                """
                groups:
                  - name: api
                    rules:
                      - {alert: HealthCheckDown, expr: up == 0}
                      - {alert: HighLatency, expr: health_check_latency_sum > 200}
                """)
            .file(
                "consensus/artifacts/runbook.md",
                "# Runbook\n\n## HealthCheckDown\n\nRoll back.\n\n## HighLatency\n\nScale.\n")
            .snapshot();

    for (String rule :
        new String[] {"health-checks", "monitoring", "alerts-defined", "runbook", "resources"}) {
      assertThat(assess(deployed, needs(rule, "evidenced")).findings()).as(rule).isEmpty();
    }
  }

  @Test
  void aPolicyMayTakeAWordForIt() {
    EpicSnapshot claimed =
        Epics.approvable()
            .set("implementation", "/rollback/tested", "true")
            .set("review", "/security_scan", "{\"passed\": true}")
            .snapshot();

    assertThat(assess(claimed, "{}").blockingRules())
        .containsExactly("rollback-tested", "security-scan");
    assertThat(
            assess(
                    claimed,
                    """
                    rules:
                      rollback-tested: {settings: {needed_grade: claimed}}
                      security-scan: {settings: {needed_grade: claimed}}
                    """)
                .approved())
        .isTrue();
  }
}
