package io.productionguardian.rules.standard.readiness;

import io.productionguardian.dossier.Dossier;
import io.productionguardian.dossier.Fact;
import io.productionguardian.model.Alert;
import io.productionguardian.model.EpicLayout;
import io.productionguardian.model.Grade;
import io.productionguardian.model.MustHave;
import io.productionguardian.model.OneLine;
import io.productionguardian.model.Severity;
import io.productionguardian.model.VetoTrigger;
import io.productionguardian.rule.Remedy;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Violation;
import io.productionguardian.rules.standard.Grades;
import java.util.List;

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
                    dossier.runbook().map(Fact::place).orElse(dossier.placeOfOperations()),
                    "No runbook, and for writing one there lacks " + String.join(", ", missing))
                .remedy(Remedy.write(EpicLayout.ARTIFACTS + "runbook.md", page(dossier))));
  }

  private static String page(Dossier dossier) {
    StringBuilder page = new StringBuilder();
    page.append("# Runbook: <the service, e.g. Billing API>\n\n## Contacts\n\n");
    page.append("- **Primary**: <who is called first, e.g. platform team>\n\n");
    page.append("## Rollback\n\n<how to go back, e.g. kubectl rollout undo deployment/api>\n");
    for (Fact<Alert> alert : dossier.alerts()) {
      page.append("\n## ")
          .append(OneLine.of(alert.value().name(), LONGEST_NAME))
          .append("\n\n<what to check and to do, e.g. read the logs and roll back>\n");
    }
    return page.toString();
  }
}
