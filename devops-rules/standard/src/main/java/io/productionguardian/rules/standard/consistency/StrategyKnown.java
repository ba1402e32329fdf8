package io.productionguardian.rules.standard.consistency;

import io.productionguardian.dossier.Dossier;
import io.productionguardian.model.Severity;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Violation;
import java.util.List;

/** The deployment strategy is blue_green, canary or rolling. */
public final class StrategyKnown implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of("strategy-type", Severity.WARN, RuleInfo.Concern.CONSISTENCY)
          .summary("The deployment strategy is blue_green, canary or rolling.")
          .impact("A strategy that no tool knows cannot be carried out as it is written")
          .requirement("deployment_strategy.type is blue_green, canary or rolling")
          .suggestion("Choose one of the three; the finding says which one is carried out")
          .action("choose_known_strategy")
          .example(
              """
              "deployment_strategy": {"type": "rolling_with_canary"}
              """,
              """
              "deployment_strategy": {"type": "canary"}
              """)
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Dossier dossier, Settings settings) {
    return dossier.strategy().stream()
        .filter(strategy -> strategy.value().stated().isPresent())
        .map(
            strategy ->
                Violation.at(
                    strategy.place("type"),
                    "The strategy type is none of the three; it is taken for "
                        + strategy.value().type().wireName()
                        + ": "
                        + strategy.value().reason()))
        .toList();
  }
}
