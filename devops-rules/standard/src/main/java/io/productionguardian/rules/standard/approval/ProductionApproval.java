package io.productionguardian.rules.standard.approval;

import io.productionguardian.dossier.Dossier;
import io.productionguardian.dossier.Sourced;
import io.productionguardian.model.Severity;
import io.productionguardian.model.Stage;
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

/** Production is deployed only after a named person or role approves. */
public final class ProductionApproval implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of("production-approval", Severity.BLOCK, RuleInfo.Concern.APPROVAL)
          .summary("Production is deployed only after a named person or role approves.")
          .impact("A fault reaches every user without anybody having looked")
          .requirement(
              "The production stage is not automatic and names in approval_required who "
                  + "approves")
          .suggestion(
              "Set automatic to false and approval_required to tech_lead on the "
                  + "production stage")
          .action("require_production_approval")
          .example(
              """
              {"stage": "production", "automatic": true}
              """,
              """
              {"stage": "production", "automatic": false, "approval_required": "tech_lead"}
              """)
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Dossier dossier, Settings settings) {
    List<Sourced<Stage>> production =
        dossier.stages().stream().filter(stage -> stage.value().isProduction()).toList();
    if (production.isEmpty() && !dossier.stages().isEmpty()) {
      return List.of(
          Violation.at(
                  dossier.stages().get(0).place(), "No stage is production, so nobody approves it")
              .remedy(
                  Sections.beside(
                      dossier, dossier.stages().get(0).node(), "-", PublishedExamples.PRODUCTION)));
    }
    List<Violation> found = new ArrayList<>();
    for (Sourced<Stage> stage : production) {
      if (stage.value().automatic()) {
        found.add(
            Violation.at(
                    stage.place("automatic"), stage.value().name() + " starts without a person")
                .remedy(
                    Remedy.replace(
                        Owners.of(stage.place().file()),
                        stage.place("automatic"),
                        Template.json("false"))));
      }
      if (stage.value().approvalRequired().isEmpty()) {
        found.add(
            Violation.at(
                    stage.place("approval_required"),
                    "Nobody is named who approves " + stage.value().name())
                .remedy(
                    Remedy.add(
                        Owners.of(stage.place().file()),
                        stage.node(),
                        "approval_required",
                        Template.json("%s", PublishedExamples.APPROVER))));
      }
    }
    return found;
  }
}
