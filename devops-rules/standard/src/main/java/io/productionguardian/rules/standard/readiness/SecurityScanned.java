package io.productionguardian.rules.standard.readiness;

import io.productionguardian.dossier.Dossier;
import io.productionguardian.dossier.Review.SecurityScan;
import io.productionguardian.dossier.Sourced;
import io.productionguardian.model.EpicLayout;
import io.productionguardian.model.MustHave;
import io.productionguardian.model.Severity;
import io.productionguardian.readiness.ReadinessMatrix.Grade;
import io.productionguardian.rule.Remedy;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Violation;
import io.productionguardian.rules.standard.Grades;
import io.productionguardian.rules.standard.Owners;
import java.util.List;
import java.util.Optional;

/** A security scan passed, and a record shows it. */
public final class SecurityScanned implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of("security-scan", Severity.BLOCK, RuleInfo.Concern.READINESS)
          .mustHave(MustHave.SECURITY_SCAN)
          .summary("A security scan passed, and a record shows it.")
          .impact("An unscanned release may bring a known hole into production")
          .requirement(
              "review.json has security_scan with vulnerabilities_found and passed, or a scanner's"
                  + " report lies under evidence/")
          .suggestion(
              "Run the scanner of the plan and record its result in security_scan of "
                  + "review.json")
          .action("run_security_scan")
          .example(
              """
              "security_scan": "passed"
              """,
              """
              "security_scan": {"vulnerabilities_found": 0, "warnings": 2, "passed": true}
              """)
          .param(Grades.param(Grade.EVIDENCED))
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Dossier dossier, Settings settings) {
    if (dossier.root("review").isEmpty()) {
      return List.of(); // its absence is another rule's finding
    }
    if (!dossier.ownScans().isEmpty()) {
      return List.of(); // what the reports say is for the rules on evidence
    }
    Optional<Sourced<SecurityScan>> scan = dossier.securityScan();
    Remedy remedy =
        Remedy.ask(
            Owners.QUALITY,
            "Run the scanner and record vulnerabilities_found and passed in security_scan of "
                + EpicLayout.artifact("review")
                + ", or put the scanner's report under evidence/");
    if (scan.isEmpty()) {
      return List.of(
          dossier
              .root("review")
              .flatMap(review -> review.get("security_scan"))
              .map(foreign -> Violation.at(foreign.place(), "security_scan is of another image"))
              .orElseGet(
                  () -> Violation.at(dossier.placeOf("review"), "No security scan is reported"))
              .remedy(remedy));
    }
    boolean enough =
        scan.get().value().isRecord()
            || scan.get().value().hasVulnerabilities()
            || (Grades.wordSuffices(settings) && scan.get().value().passed().orElse(false));
    return enough
        ? List.of()
        : List.of(
            Violation.at(
                    scan.get().place(),
                    "That security scanning passed is only claimed; vulnerabilities_found and passed are not both stated")
                .remedy(remedy));
  }
}
