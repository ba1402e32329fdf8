package io.productionguardian.rules.standard.evidence;

import io.productionguardian.dossier.Dossier;
import io.productionguardian.model.MustHave;
import io.productionguardian.model.Severity;
import io.productionguardian.model.VetoTrigger;
import io.productionguardian.rule.Remedy;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Violation;
import io.productionguardian.rules.standard.Owners;
import io.productionguardian.text.OneLine;
import java.util.List;

/** No VEX statement says that the service is affected by what no scanner reports. */
public final class AffectedByStatement implements Rule {

  private static final int LONGEST = 200;

  private static final RuleInfo INFO =
      RuleInfo.of("affected-by-statement", Severity.BLOCK, RuleInfo.Concern.EVIDENCE)
          .summary("No VEX statement says that the service is affected.")
          .impact("Whoever made the statement knows of a vulnerability of this service")
          .requirement("No statement of status affected for this service, with or without a scan")
          .suggestion("Update the component, scan again, and let the statement say fixed")
          .action("fix_vulnerability")
          .trigger(VetoTrigger.SECURITY_VULNERABILITIES)
          .mustHave(MustHave.SECURITY_SCAN)
          .example(
              "an OpenVEX statement of this service's image: CVE-2021-44228, affected",
              "an OpenVEX statement of this service's image: CVE-2021-44228, fixed")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Dossier dossier, Settings settings) {
    return dossier.affected().stream()
        .map(
            said ->
                Violation.at(
                        said.place(),
                        "The service is affected by "
                            + OneLine.of(
                                said.ids().stream().sorted().findFirst().orElse("a vulnerability"),
                                LONGEST))
                    .remedy(
                        Remedy.ask(
                            Owners.DEVELOPER,
                            "Update the component, and let whoever made the statement say fixed")))
        .toList();
  }
}
