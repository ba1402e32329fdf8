package io.productionguardian.rules.standard.readiness;

import io.productionguardian.document.Node;
import io.productionguardian.document.SourceLocation;
import io.productionguardian.dossier.Dossier;
import io.productionguardian.dossier.Sourced;
import io.productionguardian.model.Severity;
import io.productionguardian.model.Stage;
import io.productionguardian.model.VetoTrigger;
import io.productionguardian.rule.Remedy;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Template;
import io.productionguardian.rule.Violation;
import io.productionguardian.rules.standard.Owners;
import io.productionguardian.rules.standard.PublishedExamples;
import io.productionguardian.rules.standard.Sections;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

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
          .example(
              """
              "stages": [{"stage": "dev"}, {"stage": "production"}],
              "stages_skipped": ["staging"]
              """,
              """
              "stages": [
                {"stage": "dev", "tests": ["smoke"]},
                {"stage": "staging", "tests": ["smoke", "performance"]},
                {"stage": "production", "tests": ["smoke"]}
              ]
              """)
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Dossier dossier, Settings settings) {
    List<Violation> found = new ArrayList<>();
    for (Sourced<String> stage : dossier.skippedStages()) {
      if (Stage.isStaging(stage.value())) {
        found.add(
            Violation.at(stage.place(), "No staging validation: staging is skipped")
                .remedy(Remedy.remove(Owners.of(stage.place().file()), stage.place())));
      }
    }
    List<Sourced<Stage>> stages = dossier.stages();
    int staging = indexOf(stages, Stage::isStaging);
    int production = indexOf(stages, Stage::isProduction);
    if (staging < 0) {
      found.add(
          Violation.at(
                  stages.isEmpty() ? dossier.placeOfOperations() : stages.get(0).place(),
                  "No staging validation: there is no staging stage")
              .remedy(insert(dossier, stages, production)));
    } else if (stages.get(staging).value().tests().isEmpty()) {
      found.add(
          Violation.at(
                  stages.get(staging).place("tests"),
                  "No staging validation: nothing is run in staging")
              .remedy(
                  Remedy.add(
                      Owners.of(stages.get(staging).place().file()),
                      stages.get(staging).node(),
                      "tests",
                      Template.json("[%s]", PublishedExamples.TEST))));
    } else if (production >= 0 && production < staging) {
      found.add(
          Violation.at(
                  stages.get(staging).place(),
                  "No staging validation: staging comes after production")
              .remedy(moved(dossier, stages, staging, production)));
    }
    return found;
  }

  private static Remedy insert(Dossier dossier, List<Sourced<Stage>> stages, int production) {
    if (stages.isEmpty()) {
      return Sections.add(
          dossier,
          Template.list(List.of(PublishedExamples.STAGING, PublishedExamples.PRODUCTION)),
          "deployment_strategy",
          "stages");
    }
    return production < 0
        ? Sections.beside(dossier, stages.get(0).node(), "-", PublishedExamples.STAGING)
        : Remedy.add(
            Owners.of(stages.get(production).place().file()),
            stages.get(production).place().file(),
            stages.get(production).node().pointer(),
            PublishedExamples.STAGING);
  }

  /** JSON Patch would take two operations; one that replaces the list cannot be half done. */
  private static Remedy moved(
      Dossier dossier, List<Sourced<Stage>> stages, int staging, int production) {
    List<Node> order = new ArrayList<>(stages.stream().map(Sourced::node).toList());
    order.add(production, order.remove(staging));
    SourceLocation list =
        Sections.above(dossier, order.get(0)).map(Node::place).orElse(dossier.placeOfOperations());
    return Remedy.replace(
        Owners.of(list.file()),
        list,
        Template.list(order.stream().map(stage -> Template.json("%s", stage)).toList()));
  }

  private static int indexOf(List<Sourced<Stage>> stages, Predicate<Stage> which) {
    for (int i = 0; i < stages.size(); i++) {
      if (which.test(stages.get(i).value())) {
        return i;
      }
    }
    return -1;
  }
}
