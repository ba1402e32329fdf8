package io.productionguardian.render.yaml;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;

/**
 * How a stage takes a new version, and how it gives it up.
 *
 * <p>The first of the steps has the id {@value #DEPLOY}; before it, nothing is changed.
 *
 * @param target the Deployment that is changed; without it, the one of the colour that rests
 * @param steps what is done, in order
 * @param end what is done when all is well
 * @param retreat the script that puts what was recorded in its place again
 */
record Rollout(Optional<String> target, List<Step> steps, Step end, String retreat) {

  Rollout {
    steps = ImmutableList.copyOf(steps);
  }

  static final String DEPLOY = "deploy";

  private static final Step RETIRE_COLOURS =
      Step.of("Retire what another strategy left", Script.RETIRE_COLOURS);

  /** Replaces the pods one after the other. */
  static Rollout rolling(String app) {
    return new Rollout(
        Optional.of(app),
        ImmutableList.of(apply("Deploy").withId(DEPLOY), Step.of("Smoke test", Script.SMOKE)),
        RETIRE_COLOURS,
        Script.join(Script.GO_ON, Script.ROLL_BACK));
  }

  /** Lets some of the pods be new, watches them, and then replaces the others. */
  static Rollout canary(String app, Canary canary, Step watch) {
    String tried = "steps.before.outputs.serving == '" + app + "'";
    return new Rollout(
        Optional.of(app),
        ImmutableList.of(
            StageSteps.recorded(
                    Step.of(
                        "Start the canary: %s new beside %s old replicas, for at most %s %%"
                            .formatted(
                                canary.canaryReplicas(),
                                canary.stableReplicas(),
                                canary.percentage().stripTrailingZeros().toPlainString()),
                        Script.START_CANARY),
                    "SERVING",
                    "TARGET_REPLICAS",
                    "MINIMUM")
                .withId(DEPLOY)
                .with("STABLE_REPLICAS", canary.stableReplicas())
                .with("CANARY_REPLICAS", canary.canaryReplicas()),
            Step.of("Smoke test with the canary", Script.SMOKE).when(tried),
            watch.when(tried),
            apply("Promote the canary"),
            Step.of("End the canary", Script.END_CANARY),
            Step.of("Smoke test", Script.SMOKE)),
        RETIRE_COLOURS,
        Script.join(Script.GO_ON, Script.WITHDRAW_CANARY, Script.ROLL_BACK));
  }

  /** Starts the colour that rests, moves the requests there, and lets the other one stand by. */
  static Rollout blueGreen(String app, int mostReplicas) {
    return new Rollout(
        Optional.empty(),
        ImmutableList.of(
            StageSteps.recorded(
                    Step.of(
                        "Start the colour that rests",
                        Script.join(Script.KEEP_REPLICAS, Script.START_COLOUR)),
                    "TARGET",
                    "NEXT",
                    "REPLICAS")
                .withId(DEPLOY)
                .with("MOST", mostReplicas),
            StageSteps.recorded(Step.of("Switch the requests to it", Script.SWITCH_COLOUR), "NEXT"),
            Step.of("Smoke test", Script.SMOKE),
            StageSteps.recorded(
                Step.of("Leave it to its autoscaler", Script.SETTLE_COLOUR), "NEXT")),
        Step.of("Retire what another strategy left", Script.RETIRE_COLOURLESS)
            .when("steps.before.outputs.serving != '" + app + "'"),
        Script.join(Script.GO_ON, Script.ROLL_BACK));
  }

  private static Step apply(String name) {
    return StageSteps.recorded(
        Step.of(name, Script.join(Script.KEEP_REPLICAS, Script.APPLY)),
        "TARGET",
        "TARGET_REPLICAS",
        "REPLICAS");
  }
}
