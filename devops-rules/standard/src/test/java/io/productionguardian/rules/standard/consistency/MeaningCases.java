package io.productionguardian.rules.standard.consistency;

import static io.productionguardian.rules.standard.RuleCase.refused;

import io.productionguardian.rules.standard.RuleCase;
import io.productionguardian.testkit.Epic;
import io.productionguardian.testkit.Epics;
import java.util.List;

/** What the rules of this package refuse, beside what they accept. */
public final class MeaningCases {

  private static final Epic GOOD = Epics.approvable();
  private static final String IMPLEMENTATION = "consensus/artifacts/implementation.json";
  private static final String REVIEW = "consensus/artifacts/review.json";

  private static final String COMPOSE =
      """
      services:
        api:
          image: registry.example.com/health-check:1.4.2
          healthcheck:
            test: ["CMD", "curl", "--fail", "http://localhost:8080/health"]
          environment:
            LOG_LEVEL: info
          networks:
            - infra_app-network
          deploy:
            resources:
              limits: {cpus: "0.50", memory: 256m}
              reservations: {cpus: "0.25", memory: 128m}

      networks:
        infra_app-network:
          external: true
          name: infra_infra_app-network
      """;

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
                resources:
                  requests: {cpu: 100m, memory: 128Mi}
                  limits: {cpu: 200m, memory: 256Mi}
      ---
      apiVersion: autoscaling/v2
      kind: HorizontalPodAutoscaler
      metadata: {name: api}
      spec:
        scaleTargetRef: {kind: Deployment, name: api}
        minReplicas: 2
        maxReplicas: 10
      ---
      apiVersion: policy/v1
      kind: PodDisruptionBudget
      metadata: {name: api}
      spec:
        maxUnavailable: 1
      """;

  private static final String RULES =
      """
      groups:
        - name: api
          rules:
            - alert: HealthCheckDown
              expr: up == 0
              for: 30s
              labels: {severity: critical}
      """;

  private static Epic compose(String line, String other) {
    return GOOD.deploys("docker-compose.yml", edited(COMPOSE, line, other));
  }

  private static Epic manifest(String line, String other) {
    return GOOD.deploys("k8s/api.yaml", edited(MANIFEST, line, other));
  }

  private static String edited(String text, String line, String other) {
    if (!text.contains(line)) {
      throw new AssertionError("there is no " + line);
    }
    return text.replace(line, other);
  }

  private static RuleCase compose(
      String rule, String line, String other, String place, String words) {
    return refused(rule, compose(line, other), "docker-compose.yml" + place, words)
        .beside(GOOD.deploys("docker-compose.yml", COMPOSE));
  }

  private static RuleCase manifest(
      String rule, String line, String other, String place, String words) {
    return refused(rule, manifest(line, other), "k8s/api.yaml" + place, words)
        .beside(GOOD.deploys("k8s/api.yaml", MANIFEST));
  }

  private static Epic migration(String path, String text) {
    return GOOD.set("implementation", "/tasks_completed/1/files_created/-", '"' + path + '"')
        .deploys(path, text);
  }

  public static final List<RuleCase> ALL =
      List.of(
          compose(
              "health-check-vacuous",
              "test: [\"CMD\", \"curl\", \"--fail\", \"http://localhost:8080/health\"]",
              "test: [\"CMD\", \"python\", \"-c\", \"import sys; sys.exit(0)\"]",
              ":5:7",
              "cannot fail: python -c import sys; sys.exit(0)"),
          compose(
              "health-check-vacuous",
              "test: [\"CMD\", \"curl\", \"--fail\", \"http://localhost:8080/health\"]",
              "test: curl http://localhost:8080/health || exit 0",
              ":5:13",
              "cannot fail"),
          compose(
              "health-check-vacuous",
              "test: [\"CMD\", \"curl\", \"--fail\", \"http://localhost:8080/health\"]",
              "disable: true",
              "",
              "switched off"),
          compose(
              "health-check-vacuous",
              "test: [\"CMD\", \"curl\", \"--fail\", \"http://localhost:8080/health\"]",
              "test: [NONE]",
              "",
              "switched off"),
          manifest(
              "health-check-vacuous",
              "livenessProbe: {httpGet: {path: /health, port: 8080}}",
              "livenessProbe: {exec: {command: [\"true\"]}}",
              "",
              "cannot fail: true"),
          refused(
              "probes-alike",
              GOOD.set("implementation", "/health_checks/liveness/interval_seconds", "10"),
              IMPLEMENTATION,
              "no later than readiness"),
          refused(
                  "alert-in-runbook",
                  GOOD.file("consensus/artifacts/runbook.md", "# Runbook\n\n## HealthCheckDown\n")
                      .remove("implementation", "/runbook"),
                  IMPLEMENTATION,
                  "HighLatency")
              .beside(
                  GOOD.file(
                          "consensus/artifacts/runbook.md",
                          "# Runbook\n\n## HealthCheckDown\n\n## HighLatency\n")
                      .remove("implementation", "/runbook")),
          refused(
              "trigger-number",
              GOOD.set("implementation", "/rollback/triggers/0", "\"Too many errors\""),
              IMPLEMENTATION,
              "Too many errors"),
          refused(
              "trigger-measured",
              GOOD.set("implementation", "/rollback/triggers/0", "\"Memory > 90%\""),
              IMPLEMENTATION,
              "Memory > 90%"),
          refused(
              "alert-promql",
              GOOD.set(
                  "implementation",
                  "/monitoring/alerts/0/condition",
                  "\"error rate above 5 percent\""),
              IMPLEMENTATION,
              "not PromQL"),
          refused(
              "alert-promql",
              GOOD.set("implementation", "/monitoring/alerts/0/condition", "\"vector(1) > 0\""),
              IMPLEMENTATION,
              "fires always"),
          refused(
              "alert-promql",
              GOOD.set("implementation", "/monitoring/alerts/0/condition", "\"vector(1) > 2\""),
              IMPLEMENTATION,
              "can never fire"),
          refused(
              "alert-promql",
              GOOD.set("implementation", "/monitoring/alerts/0/condition", "\"up[5m]\""),
              IMPLEMENTATION,
              "gives a range vector"),
          refused(
                  "alert-promql",
                  GOOD.deploys("prometheus/alerts.yml", RULES.replace("up == 0", "up = 0")),
                  "prometheus/alerts.yml:5:15",
                  "not PromQL")
              .beside(GOOD.deploys("prometheus/alerts.yml", RULES)),
          refused(
              "alert-metric",
              GOOD.set(
                  "implementation",
                  "/monitoring/alerts/1/condition",
                  "\"histogram_quantile(0.99, rate(health_check_latenzy_bucket[5m])) > 200\""),
              IMPLEMENTATION,
              "asks for health_check_latenzy_bucket, which nobody exports"),
          refused(
                  "alert-too-slow",
                  GOOD.deploys("prometheus/alerts.yml", RULES.replace("30s", "5m")),
                  "prometheus/alerts.yml:6:14",
                  "fires 330 s after")
              .beside(GOOD.deploys("prometheus/alerts.yml", RULES)),
          refused(
              "alert-too-slow",
              GOOD.set("implementation", "/monitoring/alerts/0/for", "\"1h30m\""),
              IMPLEMENTATION,
              "fires 5430 s after"),
          refused(
              "canary-judged",
              GOOD.set("implementation", "/infrastructure/resources_required/replicas", "1"),
              IMPLEMENTATION,
              "at least two replicas"),
          refused(
              "canary-judged",
              GOOD.remove("implementation", "/monitoring/alerts")
                  .remove("implementation", "/monitoring/metrics/1")
                  .remove("implementation", "/monitoring/metrics/0/alert_threshold"),
              IMPLEMENTATION,
              "judges the canary"),
          compose(
              "limits-below-requests",
              "cpus: \"0.50\"",
              "cpus: \"0.20\"",
              ":12:24",
              "may use 0.20 of cpu and requests 0.25"),
          compose("limits-below-requests", "memory: 256m", "memory: 64m", "", "64m of memory"),
          manifest("limits-below-requests", "memory: 256Mi", "memory: 100M", "", "100M of memory"),
          refused(
              "replicas",
              GOOD.set("implementation", "/infrastructure/scaling/min_replicas", "1"),
              IMPLEMENTATION,
              "min_replicas"),
          manifest("replicas", "minReplicas: 2", "minReplicas: 1", "", "down to one replica"),
          manifest("replicas", "  minReplicas: 2\n", "", "", "down to one replica"),
          refused(
                  "replicas",
                  GOOD.deploys(
                      "k8s/api.yaml",
                      edited(MANIFEST, "replicas: 2\n  template", "replicas: 1\n  template")
                          .replace("kind: Deployment, name: api", "kind: Deployment, name: b")),
                  "k8s/api.yaml:5:13",
                  "deployed with one replica")
              .beside(GOOD.deploys("k8s/api.yaml", MANIFEST)),
          manifest("autoscaler-bounds", "maxReplicas: 10", "maxReplicas: 1", "", "and not below 2"),
          compose("image-pinned", "health-check:1.4.2", "health-check:latest", ":3:12", "latest"),
          refused(
              "image-pinned",
              GOOD.set("implementation", "/service/image", "\"registry.example.com:5000/api\""),
              IMPLEMENTATION,
              "names no version"),
          refused(
                  "migration-reversible",
                  migration(
                      "db/migrations/V7__drop_name.sql",
                      "-- drops it\nALTER TABLE users DROP COLUMN name;\n"),
                  "db/migrations/V7__drop_name.sql:2:1",
                  "destroys data")
              .beside(
                  migration(
                          "db/migrations/V7__drop_name.sql",
                          "-- drops it\nALTER TABLE users DROP COLUMN name;\n")
                      .deploys(
                          "db/migrations/U7__drop_name.sql",
                          "ALTER TABLE users ADD COLUMN name text;\n")),
          refused(
                  "migration-reversible",
                  migration(
                      "alembic/versions/7_name.py",
                      """
                      def upgrade() -> None:
                          op.add_column('users', 'name')

                      def downgrade() -> None:
                          pass
                      """),
                  "alembic/versions/7_name.py:4:1",
                  "downgrade does nothing")
              .beside(
                  migration(
                      "alembic/versions/7_name.py",
                      """
                      def upgrade() -> None:
                          op.add_column('users', 'name')

                      def downgrade() -> None:
                          op.drop_column('users', 'name')
                      """)),
          compose(
              "conflict-markers",
              "      LOG_LEVEL: info\n",
              "<<<<<<< HEAD\n      LOG_LEVEL: info\n=======\n      LEVEL: debug\n>>>>>>> b\n",
              ":7:1",
              "<<<<<<<"),
          compose(
              "conflict-markers",
              "      LOG_LEVEL: info\n",
              "<<<<<<< HEAD\n      LOG_LEVEL: info\n=======\n      LEVEL: debug\n>>>>>>> b\n",
              ":9:1",
              "======="),
          refused(
                  "conflict-markers",
                  GOOD.file(
                      "consensus/artifacts/notes.md", "# Notes\n<<<<<<< HEAD\na\n>>>>>>> b\n"),
                  "consensus/artifacts/notes.md:4:1",
                  ">>>>>>>")
              .beside(GOOD.file("consensus/artifacts/notes.md", "Title\n=======\na\n")),
          refused(
              "coverage-gate",
              GOOD.set("review", "/test_analysis/coverage_actual", "72"),
              REVIEW,
              "Coverage is 72 %"),
          refused(
              "coverage-gate",
              GOOD.set("review", "/test_analysis/coverage_actual", "0.799"),
              REVIEW,
              "Coverage is 79.9 %"),
          manifest(
              "disruption-budget", "maxUnavailable: 1", "maxUnavailable: 0", "", "lets no pod go"),
          manifest(
              "disruption-budget", "maxUnavailable: 1", "minAvailable: 2", "", "lets no pod go"));

  private MeaningCases() {}
}
