package io.productionguardian.rules.standard.evidence;

import io.productionguardian.dossier.Dossier;
import io.productionguardian.dossier.Reported.Vulnerability;
import io.productionguardian.dossier.Reported.Vulnerability.Level;
import io.productionguardian.dossier.Review.SecurityScan;
import io.productionguardian.dossier.Sourced;
import io.productionguardian.model.MustHave;
import io.productionguardian.model.Severity;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Violation;
import java.util.List;
import java.util.Optional;

/** The review counts what the scanners report. */
public final class ScanAgrees implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of("scan-agrees", Severity.WARN, RuleInfo.Concern.EVIDENCE)
          .mustHave(MustHave.SECURITY_SCAN)
          .summary("The review counts what the scanners report.")
          .impact("Whoever reads the review believes in fewer vulnerabilities than there" + " are")
          .requirement(
              "security_scan.vulnerabilities_found of review.json is not below the"
                  + " number of open vulnerabilities in the reports under evidence/")
          .suggestion("Count the reports again and correct the review")
          .action("correct_scan_count")
          .example(
              """
              "security_scan": {"vulnerabilities_found": 0, "passed": true}     # evidence/trivy.json has 2
              """,
              """
              "security_scan": {"vulnerabilities_found": 2, "passed": true}
              """)
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Dossier dossier, Settings settings) {
    Optional<Sourced<SecurityScan>> scan =
        dossier.securityScan().filter(it -> it.value().vulnerabilities().isPresent());
    long open =
        dossier.ownScans().isEmpty()
            ? 0
            : dossier.vulnerabilities().stream()
                .filter(found -> found.suppression().isEmpty())
                .filter(found -> found.level() != Level.NEGLIGIBLE)
                .map(Vulnerability::place)
                .distinct()
                .count();
    return scan
        .filter(it -> it.value().vulnerabilities().orElse(0) < open)
        .map(
            it ->
                Violation.at(
                    it.place("vulnerabilities_found"),
                    "The review counts "
                        + it.value().vulnerabilities().orElse(0)
                        + " vulnerabilities, and the reports have "
                        + open
                        + " open ones"))
        .stream()
        .toList();
  }
}
