package io.productionguardian.plan;

import com.google.common.collect.ImmutableList;
import io.productionguardian.dossier.Sourced.AppliedDefault;
import io.productionguardian.model.Monitoring.Dashboard;
import io.productionguardian.model.Monitoring.Metric;
import io.productionguardian.model.Monitoring.Slo;
import io.productionguardian.model.Service;
import io.productionguardian.model.Stage;
import io.productionguardian.model.Strategy;
import io.productionguardian.model.Strategy.StrategyType;
import io.productionguardian.rollout.ObservationWindow;
import io.productionguardian.rollout.ObservationWindows;
import io.productionguardian.rollout.Sli;
import io.productionguardian.rollout.Timing;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects what is used for deploying though no file states it. */
final class DeploymentDefaults {

  /** The share and the hour of the specification's own example, for a canary that states none. */
  private static final BigDecimal USUAL_PERCENTAGE = BigDecimal.TEN;

  private static final BigDecimal USUAL_HOURS = BigDecimal.ONE;

  private final List<AppliedDefault> defaults;

  DeploymentDefaults(List<AppliedDefault> read) {
    this.defaults = new ArrayList<>(read);
  }

  List<AppliedDefault> list() {
    return ImmutableList.copyOf(defaults);
  }

  void add(String member, String value, String reason) {
    defaults.add(new AppliedDefault(member, value, reason));
  }

  /** The stages, each with all that a canary needs where there is to be one. */
  List<Stage> stages(List<Stage> stages, StrategyType strategy) {
    return strategy == StrategyType.CANARY
        ? stages.stream().map(this::withCanary).collect(ImmutableList.toImmutableList())
        : stages;
  }

  private Stage withCanary(Stage stage) {
    if (stage.canaryPercentage().isEmpty() && !stage.is(Stage.PRODUCTION)) {
      return stage;
    }
    return new Stage(
        stage.name(),
        stage.automatic(),
        stage.approvalRequired(),
        stage.tests(),
        stage.rollbackAutomatic(),
        stage.soakTimeHours(),
        orUsual(stage.canaryPercentage(), USUAL_PERCENTAGE, stage, "canary_percentage"),
        orUsual(stage.canaryDurationHours(), USUAL_HOURS, stage, "canary_duration_hours"));
  }

  private Optional<BigDecimal> orUsual(
      Optional<BigDecimal> stated, BigDecimal usual, Stage stage, String member) {
    return stated.or(
        () -> {
          add(path(stage) + member, usual.toPlainString(), "as in the specification's example");
          return Optional.of(usual);
        });
  }

  /** What the manifests hold. */
  void manifests(Service service, Strategy strategy, Timing timing) {
    if (service.image().isEmpty()) {
      add(
          "service.image",
          "${IMAGE}",
          "no image is stated; the workflow takes the variable IMAGE of the environment, with the"
              + " commit as its tag, and Compose that of whoever starts it");
    }
    add(
        "deployment.resources.limits",
        "as the requests",
        "one figure is stated, which is what a replica may use");
    add(
        "deployment.strategy.rollingUpdate",
        "maxSurge 1, maxUnavailable 0",
        "no replica ends before another one serves");
    add(
        "deployment.minReadySeconds",
        String.valueOf(timing.minReadySeconds()),
        "one interval of the readiness probe, 30 s at most");
    add(
        "deployment.lifecycle.preStop",
        "sleep %s s of %s s to end"
            .formatted(timing.preStopSeconds(), timing.terminationGraceSeconds()),
        "a pod answers until no Service sends it requests any more; needs Kubernetes 1.30");
    add(
        "deployment.progressDeadlineSeconds",
        String.valueOf(timing.progressDeadlineSeconds()),
        "after that a rollout has failed");
    add("deployment.revisionHistoryLimit", "10", "the default of Kubernetes");
    add(
        "deployment.securityContext",
        "seccompProfile RuntimeDefault, allowPrivilegeEscalation false",
        "more could break the service");
    add("podDisruptionBudget.maxUnavailable", "1", "nodes can be emptied, one replica at a time");
    if (strategy.type() == StrategyType.BLUE_GREEN) {
      add(
          "deployment_strategy.idle_colour",
          "keeps running until the next release",
          "so that going back is a switch");
    }
  }

  /** What Prometheus and Grafana are told. */
  void monitoring(List<Metric> metrics, List<Dashboard> dashboards, Optional<Slo> slo) {
    add(
        "monitoring.scrape_interval",
        DeploymentPlan.SCRAPE_SECONDS + " s, for collecting metrics and for judging alerts",
        "no section states one");
    if (dashboards.isEmpty()) {
      add("monitoring.dashboards", "a panel for each metric", "no dashboard is stated");
    }
    if (slo.isPresent()) {
      Optional<Sli> sli = Sli.of(metrics);
      add(
          "slo.indicator",
          sli.map(it -> it.errors() + " / " + it.requests())
              .orElse("the share of time that targets answer Prometheus (up)"),
          sli.isPresent()
              ? "the metrics' only counters of errors and of requests"
              : "the metrics do not have exactly one counter of errors and one of requests that"
                  + " belong together");
      add(
          "slo.alerts",
          "a page at 2 % of the budget in 1 h or 5 % in 6 h, a ticket at 10 % in 1 d or 3 d",
          "the usual burn rates; no section states others");
    }
  }

  /** What the workflow leaves out. */
  void limits(Stage stage, ObservationWindows watches) {
    watches
        .canary()
        .filter(ObservationWindow::isCut)
        .ifPresent(
            watch -> add(path(stage) + "canary_duration_hours", watch.words(), "watched for less"));
    watches
        .soak()
        .filter(ObservationWindow::isCut)
        .ifPresent(
            watch -> add(path(stage) + "soak_time_hours", watch.words(), "watched for less"));
    List<String> others = stage.testsWithoutCommand();
    if (!others.isEmpty()) {
      add(
          path(stage) + "tests",
          "not run: " + String.join(", ", others),
          "no file states a command for it");
    }
  }

  private static String path(Stage stage) {
    return "deployment_strategy.stages." + stage.name() + ".";
  }
}
