package io.productionguardian.rules.standard.consistency;

import io.productionguardian.dossier.Dossier;
import io.productionguardian.dossier.Sourced;
import io.productionguardian.model.Severity;
import io.productionguardian.model.Stage;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Violation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** The replicas can keep the share that the canary is to have. */
public final class CanaryShare implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of("canary-share", Severity.WARN, RuleInfo.Concern.CONSISTENCY)
          .summary("The replicas can keep the share that the canary is to have.")
          .impact("The first users of the new version are many more than was decided")
          .requirement(
              "canary_percentage is at least the share of one replica: 100 divided by"
                  + " max_replicas, or by replicas where nothing scales")
          .suggestion("State the share that one replica has, or run more replicas")
          .action("correct_canary_share")
          .example(
              """
              "canary_percentage": 1,
              "scaling": {"min_replicas": 2, "max_replicas": 10}
              """,
              """
              "canary_percentage": 10,
              "scaling": {"min_replicas": 2, "max_replicas": 10}
              """)
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

  @Override
  public List<Violation> check(Dossier dossier, Settings settings) {
    Optional<Integer> most =
        dossier
            .scaling()
            .map(it -> it.value().maxReplicas())
            .or(() -> dossier.resources().map(it -> it.value().replicas()));
    return dossier.stages().stream()
        .flatMap(stage -> most.flatMap(replicas -> below(stage, replicas)).stream())
        .toList();
  }

  private static Optional<Violation> below(Sourced<Stage> stage, int replicas) {
    BigDecimal least = WHOLE.divide(BigDecimal.valueOf(replicas), 0, RoundingMode.FLOOR);
    return stage
        .value()
        .canaryPercentage()
        .filter(share -> share.compareTo(least) < 0)
        .map(
            share ->
                Violation.at(
                    stage.place("canary_percentage"),
                    "The canary is to have %s %%, and one of %s replicas has %s %%"
                        .formatted(share.toPlainString(), replicas, least.toPlainString())));
  }
}
