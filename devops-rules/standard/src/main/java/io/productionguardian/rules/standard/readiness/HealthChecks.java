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
import io.productionguardian.schema.SchemaName;
import java.util.List;

/** Health checks are defined. */
public final class HealthChecks implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of("health-checks", Severity.BLOCK, RuleInfo.Concern.READINESS)
          .trigger(VetoTrigger.NO_HEALTH_CHECKS)
          .mustHave(MustHave.HEALTH_CHECKS)
          .summary("Health checks are defined.")
          .impact(
              "Nobody can tell whether the service works, and a broken version takes " + "traffic")
          .requirement(
              "A readiness and a liveness endpoint with interval, timeout and " + "thresholds")
          .suggestion(
              "Add health_checks.readiness and health_checks.liveness to " + "implementation.json")
          .action("add_health_monitoring")
          .example(
              """
              implementation.json has no "health_checks"
              """,
              """
              "health_checks": {
                "readiness": {"endpoint": "/ready", "interval_seconds": 10, "failure_threshold": 3},
                "liveness": {"endpoint": "/live", "interval_seconds": 30, "failure_threshold": 3}
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
    return dossier.readiness().isEmpty() && dossier.liveness().isEmpty()
        ? List.of(
            Violation.at(
                    dossier.placeOfOperations(),
                    "No health checks defined: neither readiness nor liveness")
                .remedy(
                    Sections.add(
                        dossier,
                        PublishedExamples.HEALTH_CHECKS,
                        SchemaName.OPERATIONS,
                        "/$defs/health_checks",
                        "health_checks")))
        : Grades.onlyClaimed(dossier, settings, MustHave.HEALTH_CHECKS);
  }
}
