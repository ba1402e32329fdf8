package io.productionguardian.render.yaml;

import com.google.common.collect.ImmutableList;

/**
 * How a stage takes a new version, and how it gives it up.
 *
 * <p>The first of the steps has the id {@value #DEPLOY}; before it, nothing is changed.
 *
 * @param steps what is done, in order
 * @param retreat the script that brings the recorded revision back
 */
record Rollout(ImmutableList<Step> steps, String retreat) {

  static final String DEPLOY = "deploy";

  /** In a release that replaces another one; the first of all has nothing to compare with. */
  private static final String REPLACES = "steps.before.outputs.revision != ''";

  /** Replaces the pods one after the other. */
  static Rollout rolling() {
    return new Rollout(
        ImmutableList.of(
            Step.of("Deploy", Script.APPLY).withId(DEPLOY), Step.of("Smoke test", Script.SMOKE)),
        Script.ROLL_BACK.text());
  }

  /** Lets some of the pods be new, watches them, and then replaces the others. */
  static Rollout canary(StageSteps stage, Canary canary) {
    Watch watch = Watch.of(canary.hours(), 0);
    return new Rollout(
        ImmutableList.of(
            stage
                .withRecord(
                    Step.of(
                        "Start the canary: %s new beside %s old replicas, for at most %s %%"
                            .formatted(
                                canary.canaryReplicas(),
                                canary.stableReplicas(),
                                canary.percentage().stripTrailingZeros().toPlainString()),
                        Script.START_CANARY))
                .withId(DEPLOY)
                .with("STABLE_REPLICAS", canary.stableReplicas())
                .with("CANARY_REPLICAS", canary.canaryReplicas()),
            Step.of("Smoke test with the canary", Script.SMOKE).when(REPLACES),
            stage.watch("Watch the canary for ", watch).when(REPLACES),
            Step.of("Promote the canary", Script.PROMOTE_CANARY),
            Step.of("Smoke test", Script.SMOKE)),
        Script.join(Script.WITHDRAW_CANARY, Script.ROLL_BACK));
  }

  /** Starts a whole second set, moves the traffic there, and keeps the first until it is well. */
  static Rollout blueGreen(StageSteps stage) {
    return new Rollout(
        ImmutableList.of(
            stage.withRecord(Step.of("Start green beside blue", Script.START_GREEN)).withId(DEPLOY),
            stage.withRecord(Step.of("Switch the traffic to green", Script.SWITCH_TO_GREEN)),
            Step.of("Smoke test of green", Script.SMOKE).when(REPLACES),
            Step.of("Settle: blue takes the version and the traffic", Script.SETTLE_GREEN),
            Step.of("Smoke test", Script.SMOKE)),
        Script.join(Script.WITHDRAW_GREEN, Script.ROLL_BACK, Script.RETIRE_GREEN));
  }
}
