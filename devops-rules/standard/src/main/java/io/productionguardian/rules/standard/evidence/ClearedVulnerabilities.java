package io.productionguardian.rules.standard.evidence;

import io.productionguardian.dossier.Dossier;
import io.productionguardian.model.Severity;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Violation;
import io.productionguardian.text.OneLine;
import java.util.List;

/** What a report or a VEX statement lets be is said, with its justification. */
public final class ClearedVulnerabilities implements Rule {

  private static final int LONGEST = 120;

  private static final RuleInfo INFO =
      RuleInfo.of("cleared-vulnerabilities", Severity.INFO, RuleInfo.Concern.EVIDENCE)
          .summary("No vulnerability is set aside by a statement.")
          .impact("Whoever reads the decision should know on whose word it rests")
          .requirement("Nothing to do where the justification holds")
          .suggestion("Check the justification; take the statement back where it does not hold")
          .action("check_justification")
          .example(
              "an OpenVEX statement of this service's image: CVE-2021-44228, not_affected,"
                  + " vulnerable_code_not_present",
              "a report in which nothing is suppressed")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Dossier dossier, Settings settings) {
    return dossier.vulnerabilities().stream()
        .filter(found -> found.suppression().isPresent())
        .map(
            found ->
                Violation.at(
                    found.place(),
                    "%s in %s is set aside: %s"
                        .formatted(
                            OneLine.of(found.id(), LONGEST),
                            OneLine.of(found.component(), LONGEST),
                            OneLine.of(found.suppression().orElseThrow(), LONGEST))))
        .toList();
  }
}
