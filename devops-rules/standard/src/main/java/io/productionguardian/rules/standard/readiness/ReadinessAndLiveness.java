package io.productionguardian.rules.standard.readiness;

import io.productionguardian.dossier.Dossier;
import io.productionguardian.model.MustHave;
import io.productionguardian.model.Severity;
import io.productionguardian.model.VetoTrigger;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Violation;
import io.productionguardian.rules.standard.PublishedExamples;
import io.productionguardian.rules.standard.Sections;
import java.util.List;

/** Both readiness and liveness are defined. */
public final class ReadinessAndLiveness implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of("readiness-and-liveness", Severity.BLOCK, RuleInfo.Concern.READINESS)
          .trigger(VetoTrigger.NO_HEALTH_CHECKS)
          .mustHave(MustHave.HEALTH_CHECKS)
          .summary("Both readiness and liveness are defined.")
          .impact(
              "Without readiness a starting pod takes traffic; without liveness a hung "
                  + "one keeps it")
          .requirement("A readiness and a liveness endpoint")
          .suggestion("Add the missing one to health_checks in implementation.json")
          .action("add_missing_health_check")
          .example(
              """
              "health_checks": {"readiness": {"endpoint": "/ready"}}
              """,
              """
              "health_checks": {"readiness": {"endpoint": "/ready"}, "liveness": {"endpoint": "/live"}}
              """)
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Dossier dossier, Settings settings) {
    if (dossier.readiness().isPresent() == dossier.liveness().isPresent()) {
      return List.of();
    }
    boolean noReadiness = dossier.readiness().isEmpty();
    String missing = noReadiness ? "readiness" : "liveness";
    return dossier.readiness().or(dossier::liveness).stream()
        .map(
            there ->
                Violation.at(there.place(), "No " + missing + " check defined")
                    .remedy(
                        Sections.beside(
                            dossier,
                            there.node(),
                            missing,
                            noReadiness
                                ? PublishedExamples.READINESS
                                : PublishedExamples.LIVENESS)))
        .toList();
  }
}
