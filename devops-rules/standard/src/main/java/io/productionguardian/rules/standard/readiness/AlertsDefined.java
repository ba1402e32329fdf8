package io.productionguardian.rules.standard.readiness;

import io.productionguardian.dossier.Dossier;
import io.productionguardian.model.MustHave;
import io.productionguardian.model.Severity;
import io.productionguardian.model.VetoTrigger;
import io.productionguardian.readiness.ReadinessMatrix.Grade;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Violation;
import io.productionguardian.rules.standard.Grades;
import io.productionguardian.rules.standard.PublishedExamples;
import io.productionguardian.rules.standard.Sections;
import java.util.List;

/** Alerts are defined. */
public final class AlertsDefined implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of("alerts-defined", Severity.BLOCK, RuleInfo.Concern.READINESS)
          .trigger(VetoTrigger.NO_MONITORING)
          .mustHave(MustHave.ALERTS)
          .summary("Alerts are defined.")
          .impact("Metrics that nobody looks at tell nobody of a fault")
          .requirement("monitoring.alerts has at least one alert with a name and a condition")
          .suggestion("Add monitoring.alerts to implementation.json")
          .action("add_alerts")
          .example(
              """
              "monitoring": {"metrics": [{"name": "request_errors_total", "type": "counter"}]}
              """,
              """
              "monitoring": {
                "metrics": [{"name": "request_errors_total", "type": "counter"}],
                "alerts": [{"name": "Down", "condition": "up == 0"}]
              }
              """)
          .param(Grades.param(Grade.CLAIMED))
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Dossier dossier, Settings settings) {
    return dossier.alerts().isEmpty() && !dossier.metrics().isEmpty()
        ? List.of(
            Violation.at(dossier.metrics().get(0).place(), "No alerts defined beside the metrics")
                .remedy(
                    Sections.above(dossier, dossier.metrics().get(0).node())
                        .map(
                            metrics ->
                                Sections.beside(
                                    dossier, metrics, "alerts", PublishedExamples.ALERTS))
                        .orElseGet(
                            () ->
                                Sections.add(
                                    dossier, PublishedExamples.ALERTS, "monitoring", "alerts"))))
        : Grades.onlyClaimed(dossier, settings, MustHave.ALERTS);
  }
}
