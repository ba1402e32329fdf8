package io.productionguardian.rules.standard.consistency;

import io.productionguardian.dossier.Deployed.Hazard;
import io.productionguardian.dossier.Dossier;
import io.productionguardian.model.Severity;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Violation;
import java.util.List;

/** A new version starts before the old one stops. */
public final class UpdateStrategy implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of("update-strategy", Severity.WARN, RuleInfo.Concern.EVIDENCE)
          .summary("A new version starts before the old one stops.")
          .impact(
              "Nobody answers from the stop of the old version to the start of the" + " new one")
          .requirement(
              "The workload of the service has the strategy RollingUpdate, which is"
                  + " the default")
          .suggestion(
              "Remove the strategy Recreate, or state why two versions cannot run"
                  + " side by side and waive it")
          .action("use_rolling_update")
          .example(
              """
              strategy: {type: Recreate}
              """,
              """
              strategy: {type: RollingUpdate}
              """)
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Dossier dossier, Settings settings) {
    return Hazards.of(dossier)
        .filter(hazard -> hazard.kind() == Hazard.Kind.RECREATE)
        .map(
            hazard -> Violation.at(hazard.place(), hazard.workload() + " " + hazard.kind().words()))
        .toList();
  }
}
