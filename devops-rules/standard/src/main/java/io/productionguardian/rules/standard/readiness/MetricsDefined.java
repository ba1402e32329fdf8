package io.productionguardian.rules.standard.readiness;

import io.productionguardian.dossier.Dossier;
import io.productionguardian.model.MustHave;
import io.productionguardian.model.Placeholder;
import io.productionguardian.model.Severity;
import io.productionguardian.model.VetoTrigger;
import io.productionguardian.promql.PromQl;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Template;
import io.productionguardian.rule.Violation;
import io.productionguardian.rules.standard.ExportedMetrics;
import io.productionguardian.rules.standard.PublishedExamples;
import io.productionguardian.rules.standard.Sections;
import java.util.List;

/** Metrics are defined. */
public final class MetricsDefined implements Rule {

  private static final Placeholder TYPE = Placeholder.text("metric_type", "histogram");

  private static final RuleInfo INFO =
      RuleInfo.of("metrics-defined", Severity.BLOCK, RuleInfo.Concern.READINESS)
          .trigger(VetoTrigger.NO_MONITORING)
          .mustHave(MustHave.MONITORING)
          .summary("Metrics are defined.")
          .impact("What is not measured cannot be alerted on or judged during a rollout")
          .requirement("monitoring.metrics names at least one metric")
          .suggestion("Add monitoring.metrics to implementation.json")
          .action("add_metrics")
          .example(
              """
              "monitoring": {"alerts": [{"name": "Down", "condition": "up == 0"}]}
              """,
              """
              "monitoring": {
                "metrics": [{"name": "request_errors_total", "type": "counter"}],
                "alerts": [{"name": "Down", "condition": "up == 0"}]
              }
              """)
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Dossier dossier, Settings settings) {
    return dossier.metrics().isEmpty() && !dossier.alerts().isEmpty()
        ? List.of(
            Violation.at(dossier.alerts().get(0).place(), "No metrics defined beside the alerts")
                .remedy(
                    Sections.above(dossier, dossier.alerts().get(0).node())
                        .map(
                            alerts -> Sections.beside(dossier, alerts, "metrics", metrics(dossier)))
                        .orElseGet(
                            () ->
                                Sections.add(dossier, metrics(dossier), "monitoring", "metrics"))))
        : List.of();
  }

  /** The usual ones, and those that the alerts ask for. */
  private static Template metrics(Dossier dossier) {
    return PublishedExamples.metrics(
        dossier.alerts().stream()
            .flatMap(alert -> ExportedMetrics.askedFor(PromQl.parse(alert.value().condition())))
            .map(ExportedMetrics::base)
            .distinct()
            .map(name -> Template.json("{\"name\": %s, \"type\": %s}", name, TYPE)));
  }
}
