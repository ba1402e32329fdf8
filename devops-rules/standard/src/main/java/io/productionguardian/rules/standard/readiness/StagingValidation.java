package io.productionguardian.rules.standard.readiness;

import io.productionguardian.dossier.Dossier;
import io.productionguardian.dossier.Fact;
import io.productionguardian.model.Severity;
import io.productionguardian.model.Stage;
import io.productionguardian.model.VetoTrigger;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Violation;
import java.util.ArrayList;
import java.util.List;

/** The release is validated in staging before production. */
public final class StagingValidation implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of("staging-validation", Severity.BLOCK, RuleInfo.Concern.READINESS)
          .trigger(VetoTrigger.NO_STAGING_VALIDATION)
          .summary("The release is validated in staging before production.")
          .impact(
              "Production is the first place where the version runs with real " + "configuration")
          .requirement(
              "A stage \"staging\" with tests stands before production, and it is not " + "skipped")
          .suggestion(
              "Add the staging stage with its tests to deployment_strategy.stages and "
                  + "take it out of stages_skipped")
          .action("validate_in_staging")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Dossier dossier, Settings settings) {
    List<Violation> found = new ArrayList<>();
    dossier.operations().skippedStages().stream()
        .filter(stage -> stage.value().strip().equalsIgnoreCase(Stage.STAGING))
        .forEach(
            stage ->
                found.add(
                    Violation.at(stage.place(), "No staging validation: staging is skipped")));
    List<Fact<Stage>> stages = dossier.stages();
    int staging = indexOf(stages, Stage.STAGING);
    int production = indexOf(stages, Stage.PRODUCTION);
    if (staging < 0) {
      if (found.isEmpty()) {
        found.add(
            Violation.at(
                stages.isEmpty() ? dossier.placeOfOperations() : stages.get(0).place(),
                "No staging validation: there is no staging stage"));
      }
    } else if (stages.get(staging).value().tests().isEmpty()) {
      found.add(
          Violation.at(
              stages.get(staging).place("tests"),
              "No staging validation: nothing is run in staging"));
    } else if (production >= 0 && production < staging) {
      found.add(
          Violation.at(
              stages.get(staging).place(),
              "No staging validation: staging comes after production"));
    }
    return found;
  }

  private static int indexOf(List<Fact<Stage>> stages, String name) {
    for (int i = 0; i < stages.size(); i++) {
      if (stages.get(i).value().name().startsWith(name)) {
        return i;
      }
    }
    return -1;
  }
}
