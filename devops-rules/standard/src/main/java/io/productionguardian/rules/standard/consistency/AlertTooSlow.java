package io.productionguardian.rules.standard.consistency;

import io.productionguardian.dossier.Dossier;
import io.productionguardian.dossier.Sourced;
import io.productionguardian.model.Severity;
import io.productionguardian.promql.PromQlDurations;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.RuleInfo.Param;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Violation;
import io.productionguardian.text.OneLine;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A critical alert fires soon enough for the promised rollback. */
public final class AlertTooSlow implements Rule {

  private static final int LONGEST_NAME = 80;
  private static final String URGENT = "critical|page|emergency|fatal";

  private static final RuleInfo INFO =
      RuleInfo.of("alert-too-slow", Severity.WARN, RuleInfo.Concern.CONSISTENCY)
          .summary("A critical alert fires soon enough for the promised rollback.")
          .impact("The time to safety is longer than the rollback time that is promised")
          .requirement(
              "scrape interval + evaluation interval + `for` of a critical alert is no longer than"
                  + " max_detection_seconds (detection by alert, as Prometheus works)")
          .suggestion("Shorten `for`, or make the alert a warning that triggers no rollback")
          .action("shorten_alerts")
          .param(
              Param.number(
                  "max_detection_seconds", 60, "The longest until a critical alert fires, seconds"))
          .param(Param.number("scrape_seconds", 15, "How often metrics are collected, seconds"))
          .param(Param.number("evaluation_seconds", 15, "How often alerts are judged, seconds"))
          .example(
              """
              - alert: HealthCheckDown
                expr: up == 0
                for: 5m
                labels: {severity: critical}
              """,
              """
              - alert: HealthCheckDown
                expr: up == 0
                for: 30s
                labels: {severity: critical}
              """)
          .build();

  /** An alert that wakes somebody, and the member that delays it. */
  private record Delayed(String name, Sourced<String> hold) {}

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Dossier dossier, Settings settings) {
    BigDecimal most = settings.number("max_detection_seconds");
    BigDecimal before =
        settings.number("scrape_seconds").add(settings.number("evaluation_seconds"));
    return Stream.concat(claimed(dossier), deployed(dossier))
        .flatMap(
            alert ->
                PromQlDurations.seconds(alert.hold().value())
                    .map(before::add)
                    .filter(seconds -> seconds.compareTo(most) > 0)
                    .map(seconds -> violation(alert, seconds, most))
                    .stream())
        .toList();
  }

  private static Violation violation(Delayed alert, BigDecimal seconds, BigDecimal most) {
    return Violation.at(
        alert.hold().place(),
        "The critical alert %s fires %s s after the fault at the latest, more than %s"
            .formatted(
                OneLine.of(alert.name(), LONGEST_NAME),
                seconds.toPlainString(),
                most.toPlainString()));
  }

  private static Stream<Delayed> claimed(Dossier dossier) {
    return dossier.alerts().stream()
        .filter(alert -> alert.value().severity().matches(URGENT))
        .flatMap(
            alert ->
                Stream.of("for", "duration")
                    .map(alert.node()::get)
                    .flatMap(Optional::stream)
                    .limit(1)
                    .flatMap(node -> node.scalar().map(text -> new Sourced<>(text, node)).stream())
                    .map(hold -> new Delayed(alert.value().name(), hold)));
  }

  private static Stream<Delayed> deployed(Dossier dossier) {
    return OwnAlerts.of(dossier).stream()
        .filter(
            rule ->
                Optional.ofNullable(rule.labels().get("severity"))
                    .filter(severity -> severity.value().matches(URGENT))
                    .isPresent())
        .flatMap(rule -> rule.hold().map(hold -> new Delayed(rule.name(), hold)).stream());
  }
}
