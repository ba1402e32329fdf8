package io.productionguardian.rules.standard.evidence;

import io.productionguardian.dossier.Dossier;
import io.productionguardian.dossier.Reported.Vulnerability.Level;
import io.productionguardian.model.MustHave;
import io.productionguardian.model.Severity;
import io.productionguardian.model.VetoTrigger;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.RuleInfo.Param;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Violation;
import java.util.List;
import java.util.Locale;

/** No scanner reports a grave vulnerability that nothing clears. */
public final class ScanVulnerabilities implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of("scan-vulnerabilities", Severity.BLOCK, RuleInfo.Concern.EVIDENCE)
          .trigger(VetoTrigger.SECURITY_VULNERABILITIES)
          .mustHave(MustHave.SECURITY_SCAN)
          .summary("No scanner reports a grave vulnerability that nothing clears.")
          .impact("Attackers know it too")
          .requirement(
              "Each vulnerability of the least level or a graver one (critical ones are another"
                  + " rule's) is gone from the reports, or cleared by a VEX statement with a"
                  + " justification; one of unknown severity counts as high")
          .suggestion("Update the component to the fixed version and scan again")
          .action("fix_vulnerabilities")
          .param(
              Param.choice(
                  "least_level",
                  "high",
                  "The least severity that blocks",
                  "high",
                  "medium",
                  "low",
                  "negligible"))
          .example(
              """
              {"matches": [{"vulnerability": {"id": "CVE-2023-44487", "severity": "High",
                "fix": {"versions": ["1.57.0"], "state": "fixed"}},
                "artifact": {"name": "nghttp2", "version": "1.52.0"}}]}
              """,
              """
              {"matches": []}
              """)
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Dossier dossier, Settings settings) {
    Level least = Level.valueOf(settings.text("least_level").toUpperCase(Locale.ROOT));
    return Scans.open(dossier)
        .filter(found -> found.level() != Level.CRITICAL)
        .filter(found -> weight(found.level()).compareTo(least) <= 0)
        .map(Scans::violation)
        .toList();
  }

  private static Level weight(Level level) {
    return level == Level.UNKNOWN ? Level.HIGH : level;
  }
}
