package io.productionguardian.rules.standard;

/**
 * Sections as the specification gives them, for remedies. What only the agents can know stands as
 * {@code <what, e.g. value>}.
 */
public final class Examples {

  public static final String READINESS =
      """
      {"endpoint": "<where readiness is asked for, e.g. /ready>", "interval_seconds": 10, \
      "timeout_seconds": 5, "success_threshold": 1, "failure_threshold": 3}""";

  public static final String LIVENESS =
      """
      {"endpoint": "<where liveness is asked for, e.g. /live>", "interval_seconds": 30, \
      "timeout_seconds": 5, "failure_threshold": 3}""";

  public static final String HEALTH_CHECKS =
      "{\"readiness\": " + READINESS + ", \"liveness\": " + LIVENESS + "}";

  public static final String METRICS =
      """
      [{"name": "<a counter of errors, e.g. request_errors_total>", "type": "counter", \
      "alert_threshold": "<from when on it is bad, e.g. above 10 per minute>"}, \
      {"name": "<a histogram of latency, e.g. request_latency_seconds>", "type": "histogram", \
      "alert_threshold": "<from when on it is bad, e.g. p99 above 500ms>"}]""";

  public static final String ALERTS =
      """
      [{"name": "<the alert's name, e.g. HealthCheckDown>", \
      "condition": "<when it fires in PromQL, e.g. up == 0>", "severity": "critical", \
      "action": "page_on_call"}]""";

  public static final String MONITORING =
      "{\"metrics\": " + METRICS + ", \"alerts\": " + ALERTS + "}";

  public static final String RESOURCES =
      """
      {"cpu": "<cores that a replica may use, e.g. 100m>", \
      "memory": "<bytes that it may use, e.g. 128Mi>", "replicas": 2}""";

  public static final String TRIGGERS =
      "[\"<what starts a rollback, e.g. Error rate above 1%>\", \"Manual trigger\"]";

  public static final String PROCEDURE =
      """
      ["<how the previous version is brought back, e.g. kubectl rollout undo deployment/api>", \
      "<how that is verified, e.g. kubectl rollout status deployment/api>"]""";

  /** What {@code rollback-drill.schema.json} wants. */
  public static final String DRILL =
      """
      {"performed_at": "<when it was tried, e.g. 2026-11-18T15:10:00Z>", \
      "environment": "<where, e.g. staging>", \
      "from_revision": "<the revision that was left, e.g. v1.4.2>", \
      "to_revision": "<the revision that was brought back, e.g. v1.4.1>", \
      "duration_seconds": "<how long it took, e.g. 24>", \
      "outcome": "<passed or failed, e.g. passed>"}""";

  public static final String SECONDS = "\"<seconds as measured, e.g. 30>\"";

  public static final String ROLLBACK =
      "{\"triggers\": %s, \"procedure\": %s, \"time_to_rollback_seconds\": %s, \"tested\": %s}"
          .formatted(TRIGGERS, PROCEDURE, SECONDS, DRILL);

  public static final String SECURITY_SCAN =
      """
      {"vulnerabilities_found": "<how many the scanner found, e.g. 0>", \
      "passed": "<whether the scan passed, e.g. true>"}""";

  public static final String STAGING =
      """
      {"stage": "staging", "automatic": true, \
      "tests": ["<what is run there, e.g. smoke>"], "rollback_automatic": true}""";

  public static final String PRODUCTION =
      """
      {"stage": "production", "automatic": false, \
      "approval_required": "<who approves, e.g. tech_lead>", \
      "tests": ["<what is run there, e.g. smoke>"], "rollback_automatic": true}""";

  private static final String RUNBOOK =
      """
      {"purpose": "<what the service does, e.g. answers health checks>", \
      "contacts": {"primary": "<who is called, e.g. platform team>"}, \
      "common_issues": [{"alert": "<the alert's name, e.g. HealthCheckDown>", \
      "fix": "<what to do, e.g. read the logs and roll back>"}]}""";

  private Examples() {}

  /** An entry of the decision log, as one line. */
  public static String logEntry(String epic, String agent) {
    return "<the entry as its agent meant it, e.g. {\"timestamp\":\"2026_11_20_10_00_00\","
        + "\"agent\":\"%s\",\"decision\":\"approve\",\"epic_id\":\"%s\",\"iteration\":1}>"
            .formatted(agent, epic);
  }

  /** A whole artifact of that name for an epic, smaller than any real one. */
  public static String artifact(String name, String epic, int iteration) {
    String head =
        """
        {
          "epic_id": %s,
          "iteration": %s,
          "timestamp": "<when it was written, e.g. 2026_11_18_17_20_00>",
        """
            .formatted(JsonText.of(epic), iteration);
    return head
        + switch (name) {
          case "review" ->
              """
                "review_status": "<quality's verdict, e.g. approved>",
                "security_scan": %s
              }
              """
                  .formatted(SECURITY_SCAN);
          case "plan" ->
              """
                "stages": [
                  {"stage_id": "<the first stage, e.g. stage_1>", "tasks": []}
                ]
              }
              """;
          default ->
              """
                "tasks_completed": [
                  {"task_id": "<a task of the plan, e.g. T1.1>", "status": "<how far it is, e.g. complete>"}
                ],
                "blockers": [],
                "service": {"name": "<its DNS label, e.g. api>"},
                "deployment_strategy": {"type": "rolling", "stages": [%s, %s]},
                "infrastructure": {"resources_required": %s},
                "monitoring": %s,
                "health_checks": %s,
                "rollback": %s,
                "runbook": %s
              }
              """
                  .formatted(
                      STAGING, PRODUCTION, RESOURCES, MONITORING, HEALTH_CHECKS, ROLLBACK, RUNBOOK);
        };
  }
}
