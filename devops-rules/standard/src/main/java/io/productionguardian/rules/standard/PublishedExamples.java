package io.productionguardian.rules.standard;

import com.google.common.collect.ImmutableSet;
import io.productionguardian.model.Placeholder;
import io.productionguardian.rule.Template;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Sections as the specification gives them, for remedies. What only the agents can know is left
 * open. Where an example could be taken for a fact it has a name that no service has, so that one
 * that was filled in blindly is found.
 */
public final class PublishedExamples {

  public static final Placeholder SERVICE_NAME = Placeholder.text("service_name", "example-api");
  public static final Placeholder READY =
      Placeholder.text("readiness_endpoint", "/example/readiness");
  public static final Placeholder LIVE = Placeholder.text("liveness_endpoint", "/example/liveness");
  public static final Placeholder PROBED = Placeholder.text("endpoint", "/example/health");
  public static final Placeholder HEALTH_URL =
      Placeholder.text("readiness_url", "http://localhost:8080/example/readiness");
  public static final Placeholder PORT = Placeholder.integer("port", 8080);
  public static final Placeholder CONDITION = Placeholder.text("condition", "example_up == 0");
  public static final Placeholder CANARY_THRESHOLD =
      Placeholder.text("alert_threshold", "example latency above 200ms for 1m");
  public static final Placeholder TEST = Placeholder.text("test", "example smoke test");
  public static final Placeholder APPROVER = Placeholder.text("approver", "example_lead");
  public static final Placeholder SECONDS =
      Placeholder.number("time_to_rollback_seconds", BigDecimal.valueOf(30));

  private static final Placeholder ERRORS =
      Placeholder.text("error_counter", "example_errors_total");
  private static final Placeholder ERRORS_BAD =
      Placeholder.text("error_threshold", "more than 10 example errors per minute");
  private static final Placeholder LATENCY =
      Placeholder.text("latency_histogram", "example_latency_seconds");
  private static final Placeholder LATENCY_BAD =
      Placeholder.text("latency_threshold", "p99 of the example above 500ms");
  private static final Placeholder ALERT = Placeholder.text("alert_name", "ExampleDown");
  private static final Placeholder TRIGGER =
      Placeholder.text("trigger", "error rate of the example above 1%");
  private static final Placeholder BACK =
      Placeholder.text("rollback_command", "kubectl rollout undo deployment/example");
  private static final Placeholder VERIFIED =
      Placeholder.text("verify_command", "kubectl rollout status deployment/example");
  private static final Placeholder CPU = Placeholder.text("cpu", "100m");
  private static final Placeholder MEMORY = Placeholder.text("memory", "128Mi");
  public static final Placeholder SERVICE = Placeholder.text("service", "Example API");
  public static final Placeholder CONTACT = Placeholder.text("contact", "you@example.com");
  public static final Placeholder ROLLBACK_STEP =
      Placeholder.text("rollback", "kubectl rollout undo deployment/example-api");

  /** What is checked and done when an alert fires. */
  public static final String FIX = "read the logs of the example and roll back";

  public static final Template READINESS =
      Template.json(
          """
          {"endpoint": %s, "interval_seconds": 10, "timeout_seconds": 5, \
          "success_threshold": 1, "failure_threshold": 3}""",
          READY);

  public static final Template LIVENESS =
      Template.json(
          """
          {"endpoint": %s, "interval_seconds": 30, "timeout_seconds": 5, \
          "failure_threshold": 3}""",
          LIVE);

  public static final Template HEALTH_CHECKS =
      Template.json("{\"readiness\": %s, \"liveness\": %s}", READINESS, LIVENESS);

  private static final Template ERROR_METRIC =
      Template.json(
          "{\"name\": %s, \"type\": \"counter\", \"alert_threshold\": %s}", ERRORS, ERRORS_BAD);
  private static final Template LATENCY_METRIC =
      Template.json(
          "{\"name\": %s, \"type\": \"histogram\", \"alert_threshold\": %s}", LATENCY, LATENCY_BAD);

  /** The metrics that each service has. */
  public static final Template METRICS = metrics(Stream.of());

  public static final Template ALERTS =
      Template.json(
          """
          [{"name": %s, "condition": %s, "severity": "critical", "action": "page_on_call"}]""",
          ALERT, CONDITION);

  public static final Template MONITORING =
      Template.json("{\"metrics\": %s, \"alerts\": %s}", METRICS, ALERTS);

  public static final Template RESOURCES =
      Template.json("{\"cpu\": %s, \"memory\": %s, \"replicas\": 2}", CPU, MEMORY);

  public static final Template TRIGGERS = Template.json("[%s, \"Manual trigger\"]", TRIGGER);

  public static final Template PROCEDURE = Template.json("[%s, %s]", BACK, VERIFIED);

  public static final Template ROLLBACK =
      Template.json(
          "{\"triggers\": %s, \"procedure\": %s, \"time_to_rollback_seconds\": %s}",
          TRIGGERS, PROCEDURE, SECONDS);

  public static final Template STAGING =
      Template.json(
          """
          {"stage": "staging", "automatic": true, "tests": [%s], "rollback_automatic": true}""",
          TEST);

  public static final Template PRODUCTION =
      Template.json(
          """
          {"stage": "production", "automatic": false, "approval_required": %s, \
          "tests": [%s], "rollback_automatic": true}""",
          APPROVER, TEST);

  /** What the published examples say that no service says of itself, in lower case. */
  private static final ImmutableSet<String> PUBLISHED =
      Stream.concat(
              Stream.of(
                      SERVICE_NAME,
                      READY,
                      LIVE,
                      PROBED,
                      HEALTH_URL,
                      CONDITION,
                      CANARY_THRESHOLD,
                      TEST,
                      APPROVER,
                      ERRORS,
                      ERRORS_BAD,
                      LATENCY,
                      LATENCY_BAD,
                      ALERT,
                      TRIGGER,
                      BACK,
                      VERIFIED,
                      SERVICE,
                      CONTACT,
                      ROLLBACK_STEP)
                  .map(Placeholder::example),
              Stream.of(
                  FIX, "example-2", "example-1", "example text", "registry.example.com/app:1.2.3"))
          .map(example -> example.toLowerCase(Locale.ROOT))
          .collect(ImmutableSet.toImmutableSet());

  private PublishedExamples() {}

  /** The metrics that each service has, and these. */
  public static Template metrics(Stream<Template> others) {
    return Template.list(Stream.concat(Stream.of(ERROR_METRIC, LATENCY_METRIC), others).toList());
  }

  /** Whether a text is one that a remedy or a page of a rule publishes as an example. */
  public static boolean isPublished(String text) {
    return PUBLISHED.contains(text.strip().toLowerCase(Locale.ROOT));
  }

  /** Whether a line of a text has a published example in it. */
  public static boolean isPublishedIn(String line) {
    String lower = line.toLowerCase(Locale.ROOT);
    return lower.contains("example") && PUBLISHED.stream().anyMatch(lower::contains);
  }
}
