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

/** The service is monitored. */
public final class Monitoring implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of("monitoring", Severity.BLOCK, RuleInfo.Concern.READINESS)
          .trigger(VetoTrigger.NO_MONITORING)
          .mustHave(MustHave.MONITORING)
          .summary("The service is monitored.")
          .impact("A fault is first noticed by users")
          .requirement("monitoring states metrics and alerts")
          .suggestion("Add monitoring.metrics and monitoring.alerts to implementation.json")
          .action("add_monitoring")
          .example(
              """
              implementation.json has no "monitoring"
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
    return dossier.metrics().isEmpty() && dossier.alerts().isEmpty()
        ? List.of(
            Violation.at(
                    dossier.placeOfOperations(),
                    "No monitoring/alerting: neither metrics nor alerts")
                .remedy(Sections.add(dossier, PublishedExamples.MONITORING, "monitoring")))
        : Grades.onlyClaimed(dossier, settings, MustHave.MONITORING);
  }
}
