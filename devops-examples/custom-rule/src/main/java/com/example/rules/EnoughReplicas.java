package com.example.rules;

import io.productionguardian.dossier.Dossier;
import io.productionguardian.model.Severity;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo.Param;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Violation;
import java.math.BigDecimal;
import java.util.List;

/** A service runs in as many replicas as the team wants at least. */
// snippet: rule
public final class EnoughReplicas implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of("enough-replicas", Severity.BLOCK, RuleInfo.Concern.CUSTOM)
          .summary("There are enough replicas.")
          .impact("One that fails is missed")
          .requirement("At least as many replicas as the policy sets (least, 2 when it sets none)")
          .suggestion("Raise infrastructure.resources_required.replicas")
          .action("raise_replicas")
          .param(Param.number("least", 2, "The least number of replicas, 1 or more"))
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Dossier dossier, Settings settings) {
    BigDecimal least = settings.number("least");
    return dossier.resources().stream()
        .filter(it -> BigDecimal.valueOf(it.value().replicas()).compareTo(least) < 0)
        .map(it -> Violation.at(it.place(), it.value().replicas() + " replicas, not " + least))
        .toList();
  }
}
// end
