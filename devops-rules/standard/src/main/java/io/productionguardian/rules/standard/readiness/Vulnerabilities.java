package io.productionguardian.rules.standard.readiness;

import io.productionguardian.dossier.Dossier;
import io.productionguardian.dossier.Review.SecurityScan;
import io.productionguardian.dossier.Sourced;
import io.productionguardian.model.EpicLayout;
import io.productionguardian.model.MustHave;
import io.productionguardian.model.Severity;
import io.productionguardian.model.VetoTrigger;
import io.productionguardian.rule.Remedy;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Violation;
import io.productionguardian.rules.standard.Owners;
import java.util.List;

/** No vulnerability is known. */
public final class Vulnerabilities implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of("vulnerabilities", Severity.BLOCK, RuleInfo.Concern.READINESS)
          .trigger(VetoTrigger.SECURITY_VULNERABILITIES)
          .mustHave(MustHave.SECURITY_SCAN)
          .summary("No vulnerability is known.")
          .impact("Attackers know it too")
          .requirement("security_scan has vulnerabilities_found 0 and passed true")
          .suggestion(
              "Update or replace what the scan names, scan again, and let quality "
                  + "review again")
          .action("fix_vulnerabilities")
          .example(
              """
              "security_scan": {"vulnerabilities_found": 2, "passed": false}
              """,
              """
              "security_scan": {"vulnerabilities_found": 0, "passed": true}
              """)
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Dossier dossier, Settings settings) {
    return dossier
        .securityScan()
        .filter(scan -> scan.value().hasVulnerabilities())
        .map(scan -> List.of(violation(scan)))
        .orElse(List.of());
  }

  private static Violation violation(Sourced<SecurityScan> scan) {
    int found = scan.value().vulnerabilities().orElse(0);
    return Violation.at(
            scan.place(found > 0 ? "vulnerabilities_found" : "passed"),
            found > 0
                ? "Security vulnerabilities: " + found + " found"
                : "Security vulnerabilities: the scan did not pass")
        .remedy(
            Remedy.ask(
                Owners.QUALITY,
                "Let the developer fix what the scanner found, run the scanner again and record its"
                    + " result in security_scan of "
                    + EpicLayout.artifact("review")));
  }
}
