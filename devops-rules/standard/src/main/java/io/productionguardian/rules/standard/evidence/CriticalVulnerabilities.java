package io.productionguardian.rules.standard.evidence;

import io.productionguardian.dossier.Dossier;
import io.productionguardian.dossier.Reported.Vulnerability;
import io.productionguardian.model.MustHave;
import io.productionguardian.model.Severity;
import io.productionguardian.model.VetoTrigger;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Violation;
import java.util.List;

/** No scanner reports a critical vulnerability that nothing clears. */
public final class CriticalVulnerabilities implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of("critical-vulnerabilities", Severity.BLOCK, RuleInfo.Concern.EVIDENCE)
          .trigger(VetoTrigger.SECURITY_VULNERABILITIES)
          .mustHave(MustHave.SECURITY_SCAN)
          .summary("No scanner reports a critical vulnerability that nothing clears.")
          .impact("Whoever reaches the service can take it over")
          .requirement(
              "Each vulnerability of critical severity is gone from the reports, or a VEX statement"
                  + " with a justification says that the service is not affected")
          .suggestion(
              "Update the component to the fixed version and scan again; only when the service is"
                  + " really not affected, state so in a VEX document")
          .action("fix_vulnerabilities")
          .unwaivable()
          .example(
              """
              {"Results": [{"Target": "app", "Vulnerabilities": [{
                "VulnerabilityID": "CVE-2024-3094", "PkgName": "liblzma5",
                "InstalledVersion": "5.6.0", "Severity": "CRITICAL"}]}]}
              """,
              """
              {"@context": "https://openvex.dev/ns/v0.2.0", "statements": [{
                "vulnerability": {"name": "CVE-2024-3094"},
                "status": "not_affected",
                "justification": "vulnerable_code_not_present"}]}
              """)
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Dossier dossier, Settings settings) {
    return Scans.open(dossier)
        .filter(found -> found.level() == Vulnerability.Level.CRITICAL)
        .map(Scans::violation)
        .toList();
  }
}
