package io.productionguardian.rules.standard.consistency;

import io.productionguardian.document.SourceFile;
import io.productionguardian.dossier.Dossier;
import io.productionguardian.model.MustHave;
import io.productionguardian.model.Severity;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Violation;
import io.productionguardian.text.OneLine;
import java.util.List;
import java.util.Optional;

/** Each alert is named in the runbook. */
public final class AlertInRunbook implements Rule {

  private static final int LONGEST_NAME = 80;

  private static final RuleInfo INFO =
      RuleInfo.of("alert-in-runbook", Severity.WARN, RuleInfo.Concern.CONSISTENCY)
          .mustHave(MustHave.RUNBOOK)
          .summary("Each alert is named in the runbook.")
          .impact("Whoever the alert wakes finds nothing on it")
          .requirement("runbook.md names each alert, or runbook.common_issues has an entry for it")
          .suggestion("Add a section with symptoms, check and fix for the alert")
          .action("extend_runbook")
          .example(
              """
              # Runbook
              ## HealthCheckDown
              Check the logs for startup errors.
              (monitoring.alerts also has HighLatency)
              """,
              """
              # Runbook
              ## HealthCheckDown
              Check the logs for startup errors.
              ## HighLatency
              Scale up.
              """)
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Dossier dossier, Settings settings) {
    Optional<String> written = dossier.runbookFile().map(SourceFile::text);
    if (written.isEmpty()) {
      return List.of(); // the rule "runbook" wants a fix for each alert then
    }
    return dossier.alerts().stream()
        .filter(alert -> !written.get().contains(alert.value().name()))
        .filter(
            alert ->
                dossier
                    .runbook()
                    .flatMap(runbook -> runbook.value().issueFor(alert.value().name()))
                    .isEmpty())
        .map(
            alert ->
                Violation.at(
                    alert.place(),
                    "The runbook does not name the alert "
                        + OneLine.of(alert.value().name(), LONGEST_NAME)))
        .toList();
  }
}
