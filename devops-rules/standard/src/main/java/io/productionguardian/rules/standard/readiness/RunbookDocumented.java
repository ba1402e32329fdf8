package io.productionguardian.rules.standard.readiness;

import io.productionguardian.dossier.Dossier;
import io.productionguardian.dossier.Sourced;
import io.productionguardian.model.EpicLayout;
import io.productionguardian.model.Monitoring.Alert;
import io.productionguardian.model.MustHave;
import io.productionguardian.model.Placeholder;
import io.productionguardian.model.Severity;
import io.productionguardian.model.VetoTrigger;
import io.productionguardian.readiness.ReadinessMatrix.Grade;
import io.productionguardian.rule.Remedy;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Template;
import io.productionguardian.rule.Violation;
import io.productionguardian.rules.standard.Grades;
import io.productionguardian.rules.standard.Owners;
import io.productionguardian.rules.standard.PublishedExamples;
import io.productionguardian.text.OneLine;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** There is a runbook, or the material to write one. */
public final class RunbookDocumented implements Rule {

  private static final int LONGEST_NAME = 200;

  private static final RuleInfo INFO =
      RuleInfo.of("runbook", Severity.BLOCK, RuleInfo.Concern.READINESS)
          .trigger(VetoTrigger.NO_RUNBOOK)
          .mustHave(MustHave.RUNBOOK)
          .summary("There is a runbook, or the material to write one.")
          .impact("Whoever is called at night does not know what to do")
          .requirement(
              "A runbook.md, or the service, contacts, the rollback procedure and a fix "
                  + "for each alert")
          .suggestion(
              "Add runbook.contacts and a runbook.common_issues entry with a fix for "
                  + "each alert to implementation.json")
          .action("add_runbook")
          .example(
              """
              there is no runbook.md, and "runbook" names nobody to call
              """,
              """
              "runbook": {
                "contacts": {"primary": "platform team"},
                "common_issues": [{"alert": "Down", "fix": "read the logs, then roll back"}]
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
    List<String> missing = dossier.missingFromRunbook();
    return missing.isEmpty()
        ? Grades.onlyClaimed(dossier, settings, MustHave.RUNBOOK)
        : List.of(
            Violation.at(
                    dossier.runbook().map(Sourced::place).orElse(dossier.placeOfOperations()),
                    "No runbook, and for writing one there lacks " + String.join(", ", missing))
                .remedy(
                    Remedy.write(
                        Owners.DEVELOPER, EpicLayout.ARTIFACTS + "runbook.md", page(dossier))));
  }

  private static Template page(Dossier dossier) {
    List<Template> sections = new ArrayList<>();
    for (Sourced<Alert> alert : dossier.alerts()) {
      Placeholder fix = Placeholder.text("fix_" + (sections.size() + 1), PublishedExamples.FIX);
      sections.add(
          Template.text("\n## %s\n\n%s\n", OneLine.of(alert.value().name(), LONGEST_NAME), fix));
    }
    return Template.text(
        """
        # Runbook: %s

        ## Contacts

        - **Primary**: %s

        ## Rollback

        %s
        """
            + "%s".repeat(sections.size()),
        Stream.concat(
                Stream.of(
                    PublishedExamples.SERVICE,
                    PublishedExamples.CONTACT,
                    PublishedExamples.ROLLBACK_STEP),
                sections.stream())
            .toArray());
  }
}
