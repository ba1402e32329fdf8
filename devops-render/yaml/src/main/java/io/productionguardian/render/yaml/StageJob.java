package io.productionguardian.render.yaml;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.productionguardian.dossier.DeploymentPlan;
import io.productionguardian.model.Stage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * The job that deploys to one stage.
 *
 * @param plan what is deployed
 * @param stage where
 * @param artifacts the folder of the epic's artifacts in the repository
 * @param after the job that must have succeeded
 */
record StageJob(DeploymentPlan plan, Stage stage, String artifacts, String after) {

  /** For starting, rolling out and going back, which have limits of their own. */
  private static final int MINUTES_WITHOUT_WATCHING = 60;

  /** Going back within a minute is what the role promises. */
  private static final BigDecimal LEAST_ROLLBACK_SECONDS = BigDecimal.valueOf(60);

  static String idOf(Stage stage) {
    return "deploy-" + stage.name();
  }

  ImmutableMap<String, Object> tree() {
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
        .put("timeout-minutes", MINUTES_WITHOUT_WATCHING + minutesWatched())
        .put("env", env())
        .put("steps", steps())
        .buildOrThrow();
  }

  /** The watches that are shorter than the plan wants. */
  ImmutableList<Watch> cutWatches() {
    ImmutableList.Builder<Watch> cut = ImmutableList.builder();
    canaryWatch().filter(Watch::isCut).ifPresent(cut::add);
    soak().filter(Watch::isCut).ifPresent(cut::add);
    return cut.build();
  }

  private ImmutableMap<String, Object> env() {
    return ImmutableMap.<String, Object>builder()
        .put("STAGE", stage.name())
        .put("NAMESPACE", plan.service().namespace() + "-" + stage.name())
        .put("MANIFESTS", artifacts + "/deploy/k8s/" + stage.name() + "/")
        .put("ENDPOINT", plan.readiness().endpoint())
        .put("ROLLBACK_SECONDS", rollbackSeconds())
        .put("SERVICE_URL", "${{ vars.SERVICE_URL }}")
        .put("PROMETHEUS_URL", "${{ vars.PROMETHEUS_URL }}")
        .buildOrThrow();
  }

  private ImmutableList<Object> steps() {
    StageSteps shared = new StageSteps(plan);
    Rollout rollout = rollout(shared);
    ImmutableList.Builder<Object> steps = ImmutableList.builder();
    steps.add(Workflow.CHECKOUT);
    steps.add(
        Step.of("Connect to the cluster", Script.CONNECT)
            .with("KUBE_CONFIG", "${{ secrets.KUBE_CONFIG }}")
            .tree());
    steps.add(Step.of("Record what runs now", Script.RECORD).withId("before").tree());
    rollout.steps().forEach(step -> steps.add(step.tree()));
    soak().ifPresent(watch -> steps.add(shared.watch("Soak for ", watch).tree()));
    steps.add(
        shared
            .withRecord(Step.of("Roll back", rollout.retreat()))
            .withId("rollback")
            .when("(failure() || cancelled()) && steps.deploy.outcome != 'skipped'")
            .tree());
    steps.add(
        Step.of("Tell people", Script.TELL)
            .when("failure() || cancelled()")
            .with("REVISION", "${{ steps.before.outputs.revision }}")
            .with("DEPLOYED", "${{ steps.deploy.outcome }}")
            .with("ROLLED_BACK", "${{ steps.rollback.outcome }}")
            .tree());
    return steps.build();
  }

  private Rollout rollout(StageSteps shared) {
    return switch (plan.strategy().type()) {
      case CANARY -> canary().map(it -> Rollout.canary(shared, it)).orElseGet(Rollout::rolling);
      case BLUE_GREEN -> Rollout.blueGreen(shared);
      case ROLLING -> Rollout.rolling();
    };
  }

  private Optional<Canary> canary() {
    return Canary.of(stage, plan);
  }

  private Optional<Watch> canaryWatch() {
    return canary().map(it -> Watch.of(it.hours(), 0));
  }

  private Optional<Watch> soak() {
    int taken = canaryWatch().map(Watch::minutes).orElse(0);
    return stage
        .soakTimeHours()
        .filter(hours -> hours.signum() > 0)
        .map(hours -> Watch.of(hours, taken));
  }

  private int minutesWatched() {
    return canaryWatch().map(Watch::minutes).orElse(0) + soak().map(Watch::minutes).orElse(0);
  }

  private int rollbackSeconds() {
    return plan.rollbackSeconds()
        .max(LEAST_ROLLBACK_SECONDS)
        .setScale(0, RoundingMode.CEILING)
        .intValueExact();
  }
}
