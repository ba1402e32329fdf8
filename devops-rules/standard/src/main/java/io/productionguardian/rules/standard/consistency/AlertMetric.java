package io.productionguardian.rules.standard.consistency;

import io.productionguardian.dossier.Dossier;
import io.productionguardian.model.MustHave;
import io.productionguardian.model.Severity;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Violation;
import io.productionguardian.rules.standard.ExportedMetrics;
import io.productionguardian.text.OneLine;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Each alert asks for metrics that somebody exports. */
public final class AlertMetric implements Rule {

  private static final int LONGEST_NAME = 80;

  private static final RuleInfo INFO =
      RuleInfo.of("alert-metric", Severity.WARN, RuleInfo.Concern.CONSISTENCY)
          .mustHave(MustHave.ALERTS)
          .summary("Each alert asks for metrics that somebody exports.")
          .impact("An alert on a metric that does not exist never fires")
          .requirement(
              "Each metric of a condition is one of monitoring.metrics, a recording rule, or one of"
                  + " a well-known exporter")
          .suggestion("Add the metric to monitoring.metrics, or fix its name in the condition")
          .action("fix_alerts")
          .example(
              """
              "metrics": [{"name": "request_latency", "type": "histogram"}],
              "alerts": [{"name": "Slow", "condition": "request_latenzy > 1"}]
              """,
              """
              "metrics": [{"name": "request_latency", "type": "histogram"}],
              "alerts": [{"name": "Slow", "condition": "request_latency_sum > 1"}]
              """)
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Dossier dossier, Settings settings) {
    if (dossier.metrics().isEmpty()) {
      return List.of(); // another rule's finding
    }
    Set<String> exported =
        dossier.metrics().stream()
            .map(fact -> ExportedMetrics.base(fact.value().name()))
            .collect(Collectors.toUnmodifiableSet());
    return Conditions.of(dossier).stream()
        .flatMap(
            condition ->
                ExportedMetrics.askedFor(condition.read())
                    .filter(name -> !exported.contains(ExportedMetrics.base(name)))
                    .map(
                        name ->
                            Violation.at(
                                condition.place(),
                                "The alert %s asks for %s, which nobody exports"
                                    .formatted(
                                        OneLine.of(condition.alert(), LONGEST_NAME),
                                        OneLine.of(name, LONGEST_NAME)))))
        .toList();
  }
}
