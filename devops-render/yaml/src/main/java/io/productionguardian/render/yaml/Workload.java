package io.productionguardian.render.yaml;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.productionguardian.model.Stage;
import io.productionguardian.model.Strategy.StrategyType;
import io.productionguardian.plan.DeploymentPlan;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One of the Deployments that a service has in a stage.
 *
 * @param suffix what its name has behind the service's
 * @param mark the labels that tell it from the others of the service
 * @param replicas how many; without it, an autoscaler says so
 */
record Workload(String suffix, Map<String, String> mark, Optional<Integer> replicas) {

  Workload {
    mark = ImmutableMap.copyOf(mark);
  }

  /** The label by which all pods of a service are found. */
  static final String NAME = "app.kubernetes.io/name";

  static final String COLOUR = "colour";

  /** The colour that serves before the first switch. */
  static final String FIRST_COLOUR = "blue";

  private static final Workload ONLY = new Workload("", ImmutableMap.of(), Optional.empty());

  /** All that the plan's strategy has in a stage. */
  static List<Workload> of(DeploymentPlan plan, Stage stage) {
    if (plan.strategy().type() == StrategyType.BLUE_GREEN) {
      return ImmutableList.of(colour(FIRST_COLOUR), colour("green"));
    }
    return Canary.of(stage, plan)
        .map(it -> ImmutableList.of(ONLY, canary(it)))
        .orElse(ImmutableList.of(ONLY));
  }

  boolean autoscaled() {
    return replicas.isEmpty();
  }

  private static Workload colour(String colour) {
    return new Workload("-" + colour, ImmutableMap.of(COLOUR, colour), Optional.empty());
  }

  private static Workload canary(Canary canary) {
    return new Workload(
        "-canary", ImmutableMap.of("track", "canary"), Optional.of(canary.canaryReplicas()));
  }
}
