package io.productionguardian.render.yaml;

import io.productionguardian.dossier.DeploymentPlan;

/** Steps that several strategies need. */
record StageSteps(DeploymentPlan plan) {

  /** Gives a step what was recorded before the release. */
  Step withRecord(Step step) {
    return step.with("REVISION", "${{ steps.before.outputs.revision }}")
        .with("REPLICAS", "${{ steps.before.outputs.replicas }}")
        .with("MINIMUM", "${{ steps.before.outputs.minimum }}");
  }

  /** Looks once a minute whether the service answers and no alert fires. */
  Step watch(String what, Watch watch) {
    return Step.of(what + watch.words(), Script.WATCH)
        .with("WATCH_SECONDS", watch.minutes() * 60)
        .with("FIRING", PromQl.firing(plan.alerts()));
  }
}
