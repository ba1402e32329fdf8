package io.productionguardian.extension;

import io.productionguardian.dossier.Dossier;
import io.productionguardian.model.Severity;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Violation;
import java.util.List;

/** A rule as somebody else would write it; only a test lists it as a service. */
public final class DiscoveredRule implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.of("discovered-rule", Severity.BLOCK, RuleInfo.Concern.CUSTOM)
        .summary("s")
        .impact("i")
        .requirement("r")
        .suggestion("m")
        .action("act")
        .build();
  }

  @Override
  public List<Violation> check(Dossier dossier, Settings settings) {
    return List.of(Violation.at(dossier.placeOf("review"), "found by a rule from elsewhere"));
  }
}
