package io.productionguardian.render.yaml;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.productionguardian.model.Stage;
import io.productionguardian.model.Strategy.StrategyType;
import io.productionguardian.plan.DeploymentPlan;
import io.productionguardian.rollout.ObservationWindows;
import io.productionguardian.rollout.Timing;
import java.util.List;
import java.util.Map;

/**
 * The job that deploys to one stage.
 *
 * @param plan what is deployed
 * @param stage where
 * @param artifacts the folder of the epic's artifacts in the repository
 * @param after the job that must have succeeded
 */
record StageJob(DeploymentPlan plan, Stage stage, String artifacts, String after) {

  static String idOf(Stage stage) {
    return "deploy-" + stage.name();
  }

  /** How many replicas there are at least. */
  static int floor(DeploymentPlan plan) {
    return Math.max(plan.scaling().minReplicas(), plan.resources().replicas());
  }

  Map<String, Object> tree() {
    return ImmutableMap.<String, Object>builder()
        .put("needs", after)
        .put("runs-on", Workflow.RUNNER)
        .put("environment", stage.name())
        .put(
            "concurrency",
            ImmutableMap.of(
                "group",
                "deploy-" + plan.service().name() + "-" + stage.name(),
                "cancel-in-progress",
                false))
        .put("timeout-minutes", timing().minutesWithoutWatching() + watches().minutes())
        .put("env", env())
        .put("steps", steps())
        .buildOrThrow();
  }

  private Map<String, Object> env() {
    ImmutableMap.Builder<String, Object> env = ImmutableMap.builder();
    if (plan.service().image().isEmpty()) {
      env.put("IMAGE", "${{ vars.IMAGE }}:${{ github.sha }}");
    }
    return env.put("STAGE", stage.name())
        .put("NAMESPACE", plan.namespace(stage.name()))
        .put("MANIFESTS", artifacts + "/deploy/k8s/" + stage.name())
        .put("ENDPOINT", plan.readiness().endpoint())
        .put("FLOOR", floor(plan))
        .put("ROLLOUT_SECONDS", timing().rolloutSeconds())
        .put("ROLLBACK_SECONDS", plan.rollbackPatienceSeconds().intValueExact())
        .put("SERVICE_URL", "${{ vars.SERVICE_URL }}")
        .put("PROMETHEUS_URL", "${{ vars.PROMETHEUS_URL }}")
        .buildOrThrow();
  }

  private List<Object> steps() {
    StageSteps shared = new StageSteps(plan);
    Rollout rollout = rollout(shared);
    ImmutableList.Builder<Step> steps = ImmutableList.builder();
    steps.add(
        Step.of("Connect to the cluster", Script.CONNECT)
            .with("KUBE_CONFIG", "${{ secrets.KUBE_CONFIG }}"));
    if (plan.service().image().isEmpty()) {
      steps.add(Step.of("Set the image", Script.SET_IMAGE));
    }
    steps.add(record(rollout));
    steps.addAll(rollout.steps());
    watches().soak().ifPresent(watch -> steps.add(shared.watch("Soak for ", watch)));
    steps.add(rollout.end());
    steps.add(
        StageSteps.recorded(
                Step.of("Roll back", rollout.retreat()),
                "SERVING",
                "PREVIOUS_IMAGE",
                "TARGET",
                "TARGET_REVISION",
                "TARGET_REPLICAS",
                "MINIMUM")
            .withId("rollback")
            .when("(failure() || cancelled()) && steps.deploy.outcome != 'skipped'"));
    steps.add(
        StageSteps.recorded(
                Step.of("Tell people", Script.TELL), "TARGET", "TARGET_REVISION", "PREVIOUS_IMAGE")
            .when("failure() || cancelled()")
            .with("DEPLOYED", "${{ steps.deploy.outcome }}")
            .with("ROLLED_BACK", "${{ steps.rollback.outcome }}")
            .with("RELEASE_WEBHOOK", "${{ secrets.RELEASE_WEBHOOK }}"));
    ImmutableList.Builder<Object> trees = ImmutableList.builder();
    trees.add(Workflow.CHECKOUT);
    steps.build().forEach(step -> trees.add(step.tree()));
    return trees.build();
  }

  private static Step record(Rollout rollout) {
    Step step = Step.of("Record what runs now", Script.RECORD).withId(StageSteps.BEFORE);
    return rollout.target().map(target -> step.with("TARGET", target)).orElse(step);
  }

  private Rollout rollout(StageSteps shared) {
    String app = plan.service().name();
    if (plan.strategy().type() == StrategyType.BLUE_GREEN) {
      return Rollout.blueGreen(app, plan.scaling().maxReplicas());
    }
    return Canary.of(stage, plan)
        .map(
            canary ->
                Rollout.canary(
                    app,
                    canary,
                    shared.watch("Watch the canary for ", watches().canary().orElseThrow())))
        .orElseGet(() -> Rollout.rolling(app));
  }

  private ObservationWindows watches() {
    return ObservationWindows.of(stage, plan.strategy().type(), timing());
  }

  private Timing timing() {
    return Timing.of(plan.readiness(), plan.scaling());
  }
}
