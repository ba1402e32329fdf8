package io.productionguardian.rules.standard.readiness;

import io.productionguardian.dossier.Dossier;
import io.productionguardian.dossier.Sourced;
import io.productionguardian.model.Rollback;
import io.productionguardian.model.Severity;
import io.productionguardian.model.VetoTrigger;
import io.productionguardian.rule.Remedy;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Violation;
import io.productionguardian.rules.standard.Owners;
import io.productionguardian.rules.standard.PublishedExamples;
import io.productionguardian.rules.standard.Sections;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** There is a rollback plan with triggers and a procedure. */
public final class RollbackPlan implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of("rollback-plan", Severity.BLOCK, RuleInfo.Concern.READINESS)
          .trigger(VetoTrigger.NO_ROLLBACK_PLAN)
          .summary("There is a rollback plan with triggers and a procedure.")
          .impact("A bad release cannot be undone")
          .requirement(
              "rollback names what triggers it and the steps that restore the previous "
                  + "version")
          .suggestion("Add rollback.triggers and rollback.procedure to implementation.json")
          .action("add_rollback_plan")
          .unwaivable()
          .example(
              """
              "rollback": {"triggers": ["Error rate > 1%"], "procedure": []}
              """,
              """
              "rollback": {
                "triggers": ["Error rate > 1%"],
                "procedure": ["kubectl rollout undo deployment/api", "kubectl rollout status deployment/api"]
              }
              """)
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Dossier dossier, Settings settings) {
    Optional<Sourced<Rollback>> rollback = dossier.rollback();
    if (rollback.isEmpty()) {
      return List.of(
          Violation.at(dossier.placeOfOperations(), "No rollback plan")
              .remedy(Sections.add(dossier, PublishedExamples.ROLLBACK, "rollback")));
    }
    List<Violation> found = new ArrayList<>();
    if (rollback.get().value().procedure().isEmpty()) {
      found.add(
          Violation.at(rollback.get().place(), "No rollback plan: no step says how to go back")
              .remedy(
                  Remedy.add(
                      Owners.of(rollback.get().place().file()),
                      rollback.get().node(),
                      "procedure",
                      PublishedExamples.PROCEDURE)));
    }
    if (rollback.get().value().triggers().isEmpty()) {
      found.add(
          Violation.at(rollback.get().place(), "The rollback plan names nothing that triggers it")
              .remedy(
                  Remedy.add(
                      Owners.of(rollback.get().place().file()),
                      rollback.get().node(),
                      "triggers",
                      PublishedExamples.TRIGGERS)));
    }
    return found;
  }
}
