package io.productionguardian.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.productionguardian.dossier.Dossier;
import io.productionguardian.dossier.Sourced;
import io.productionguardian.dossier.Sourced.AppliedDefault;
import io.productionguardian.model.CommandLine;
import io.productionguardian.model.Monitoring.Alert;
import io.productionguardian.model.Monitoring.Dashboard;
import io.productionguardian.model.Monitoring.Metric;
import io.productionguardian.model.Monitoring.Slo;
import io.productionguardian.model.Rollback;
import io.productionguardian.model.Runbook;
import io.productionguardian.model.Service;
import io.productionguardian.model.Service.Probe;
import io.productionguardian.model.Service.Resources;
import io.productionguardian.model.Service.Scaling;
import io.productionguardian.model.Stage;
import io.productionguardian.model.Strategy;
import io.productionguardian.rollout.BurnRates;
import io.productionguardian.rollout.ObservationWindows;
import io.productionguardian.rollout.Timing;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * All that is needed to deploy, with nothing left open; what renderers write from.
 *
 * @param rollbackSeconds how long going back takes, seconds
 * @param defaults what no file states and is used all the same
 * @since 0.1.0
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record DeploymentPlan(
    Service service,
    Strategy strategy,
    List<Stage> stages,
    Resources resources,
    Scaling scaling,
    List<Metric> metrics,
    List<Dashboard> dashboards,
    List<Alert> alerts,
    Probe readiness,
    Probe liveness,
    Rollback rollback,
    BigDecimal rollbackSeconds,
    Optional<Runbook> runbook,
    List<CommandLine> testCommands,
    Optional<Slo> slo,
    Map<String, String> environment,
    List<AppliedDefault> defaults) {

  /** Keeps copies. */
  public DeploymentPlan {
    stages = ImmutableList.copyOf(stages);
    metrics = ImmutableList.copyOf(metrics);
    dashboards = ImmutableList.copyOf(dashboards);
    alerts = ImmutableList.copyOf(alerts);
    testCommands = ImmutableList.copyOf(testCommands);
    environment = ImmutableMap.copyOf(environment);
    defaults = ImmutableList.copyOf(defaults);
  }

  /** How often metrics are collected and alerts are judged, seconds. */
  public static final int SCRAPE_SECONDS = 15;

  /** Going back within a minute is what the role promises. */
  private static final BigDecimal LEAST_PATIENCE_SECONDS = BigDecimal.valueOf(60);

  private static final Function<Dossier, Optional<DeploymentPlan>> PLAN = DeploymentPlan::make;

  /** What a plan still lacks, by the name of the section; empty when there is a plan. */
  public static List<String> missing(Dossier dossier) {
    Map<String, Boolean> there = new LinkedHashMap<>();
    there.put("service", dossier.service().isPresent());
    there.put("deployment_strategy.stages", !dossier.stages().isEmpty());
    there.put("infrastructure.resources_required", dossier.resources().isPresent());
    there.put("monitoring.metrics", !dossier.metrics().isEmpty());
    there.put("monitoring.alerts", !dossier.alerts().isEmpty());
    there.put("health_checks.readiness", dossier.readiness().isPresent());
    there.put("health_checks.liveness", dossier.liveness().isPresent());
    Optional<Rollback> rollback = dossier.rollback().map(Sourced::value);
    there.put("rollback.triggers", rollback.filter(r -> !r.triggers().isEmpty()).isPresent());
    there.put("rollback.procedure", rollback.filter(r -> !r.procedure().isEmpty()).isPresent());
    there.put("rollback.time_to_rollback_seconds", rollback.flatMap(Rollback::seconds).isPresent());
    return there.entrySet().stream()
        .filter(entry -> !entry.getValue())
        .map(Map.Entry::getKey)
        .collect(ImmutableList.toImmutableList());
  }

  /** The plan that the facts make; empty when one of them is missing. Made once for a dossier. */
  public static Optional<DeploymentPlan> of(Dossier dossier) {
    return dossier.derived(PLAN);
  }

  private static Optional<DeploymentPlan> make(Dossier dossier) {
    if (!missing(dossier).isEmpty()) {
      return Optional.empty();
    }
    DeploymentDefaults defaults = new DeploymentDefaults(dossier.appliedDefaults());
    Resources resources = dossier.resources().orElseThrow().value();
    Scaling scaling =
        dossier
            .scaling()
            .map(Sourced::value)
            .orElseGet(
                () -> {
                  int replicas = resources.replicas();
                  defaults.add(
                      "infrastructure.scaling",
                      "from " + replicas + " to " + replicas + " replicas",
                      "no growth is stated");
                  return new Scaling(replicas, replicas, 70);
                });
    Rollback rollback = dossier.rollback().orElseThrow().value();
    Service service = dossier.service().orElseThrow().value();
    Strategy strategy = dossier.strategy().orElseThrow().value();
    Probe readiness = dossier.readiness().orElseThrow().value();
    Timing timing = Timing.of(readiness, scaling);
    Optional<Slo> slo = dossier.slo().map(Sourced::value);
    List<Stage> stages = defaults.stages(values(dossier.stages()), strategy.type());
    defaults.manifests(service, strategy, timing);
    defaults.monitoring(values(dossier.metrics()), values(dossier.dashboards()), slo);
    stages.forEach(
        stage -> defaults.limits(stage, ObservationWindows.of(stage, strategy.type(), timing)));
    return Optional.of(
        new DeploymentPlan(
            service,
            strategy,
            stages,
            resources,
            scaling,
            values(dossier.metrics()),
            values(dossier.dashboards()),
            values(dossier.alerts()),
            readiness,
            dossier.liveness().orElseThrow().value(),
            rollback,
            rollback.seconds().orElseThrow(),
            dossier.runbook().map(Sourced::value),
            values(dossier.testCommands()),
            slo,
            dossier.environment().entrySet().stream()
                .collect(
                    ImmutableMap.toImmutableMap(
                        Map.Entry::getKey, entry -> entry.getValue().value())),
            defaults.list()));
  }

  /** The namespace of the service in a stage. */
  public String namespace(String stage) {
    return service.namespace() + "-" + stage;
  }

  /** How long is waited for a rollback before it has failed, whole seconds, 60 or more. */
  public BigDecimal rollbackPatienceSeconds() {
    return rollbackSeconds.max(LEAST_PATIENCE_SECONDS).setScale(0, RoundingMode.CEILING);
  }

  /** The names of the alerts that a release is watched by: those stated, and the budget's pages. */
  public List<String> watchedAlerts() {
    return Stream.concat(
            alerts.stream().map(Alert::name),
            slo.stream()
                .map(it -> BurnRates.of(service.name(), metrics, it))
                .flatMap(rates -> rates.alerts().stream())
                .map(BurnRates.BudgetAlert::alert)
                .filter(alert -> alert.severity().equals("critical"))
                .map(Alert::name))
        .distinct()
        .collect(ImmutableList.toImmutableList());
  }

  private static <T> List<T> values(List<Sourced<T>> facts) {
    return facts.stream().map(Sourced::value).collect(ImmutableList.toImmutableList());
  }
}
