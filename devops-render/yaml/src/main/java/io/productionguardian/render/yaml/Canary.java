package io.productionguardian.render.yaml;

import io.productionguardian.model.Stage;
import io.productionguardian.model.Strategy.StrategyType;
import io.productionguardian.plan.DeploymentPlan;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * A second Deployment beside the first, whose share of the traffic is its share of the replicas.
 *
 * @param percentage at most this share of the traffic, above 0 to 100
 * @param stableReplicas how many of the old version serve meanwhile, at least
 * @param canaryReplicas how many of the new version do
 */
record Canary(BigDecimal percentage, int stableReplicas, int canaryReplicas) {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** The canary of a stage; none where the plan wants none. */
  static Optional<Canary> of(Stage stage, DeploymentPlan plan) {
    return stage
        .canaryPercentage()
        .filter(share -> plan.strategy().type() == StrategyType.CANARY)
        .map(share -> of(share, plan));
  }

  private static Canary of(BigDecimal share, DeploymentPlan plan) {
    int stable = stableReplicas(share, plan);
    return new Canary(share, stable, canaryReplicas(share, stable));
  }

  /** So many that one replica is no more than the share, within the plan's bounds. */
  private static int stableReplicas(BigDecimal share, DeploymentPlan plan) {
    int wanted =
        HUNDRED.subtract(share).divide(share, 0, RoundingMode.CEILING).min(HUNDRED).intValue();
    int most = plan.scaling().maxReplicas() - 1;
    return Math.max(StageJob.floor(plan), Math.min(wanted, most));
  }

  private static int canaryReplicas(BigDecimal share, int stable) {
    BigDecimal rest = HUNDRED.subtract(share);
    return rest.signum() == 0
        ? stable
        : BigDecimal.valueOf(stable)
            .multiply(share)
            .divide(rest, 0, RoundingMode.FLOOR)
            .max(BigDecimal.ONE)
            .min(BigDecimal.valueOf(stable))
            .intValue();
  }
}
