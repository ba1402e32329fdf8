package io.productionguardian.rules.standard.readiness;

import io.productionguardian.document.Place;
import io.productionguardian.dossier.Dossier;
import io.productionguardian.dossier.Fact;
import io.productionguardian.model.MustHave;
import io.productionguardian.model.Severity;
import io.productionguardian.model.VetoTrigger;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Violation;
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
    Place place =
        dossier
            .readiness()
            .or(dossier::liveness)
            .map(Fact::place)
            .orElse(dossier.placeOfOperations());
    return List.of(
        Violation.at(
            place,
            "No " + (dossier.readiness().isEmpty() ? "readiness" : "liveness") + " check defined"));
  }
}
