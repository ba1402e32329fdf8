package io.productionguardian.render.json.files;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.productionguardian.Assessment;
import io.productionguardian.model.EpicLayout;
import io.productionguardian.model.Monitoring.Alert;
import io.productionguardian.model.Monitoring.Dashboard;
import io.productionguardian.model.Monitoring.Metric;
import io.productionguardian.model.Monitoring.Slo;
import io.productionguardian.model.Service;
import io.productionguardian.model.Service.Probe;
import io.productionguardian.model.Stage;
import io.productionguardian.plan.DeploymentPlan;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A plan in the shape that the specification gives to {@code deployment.json}. */
record DeploymentDocument(Assessment assessment, DeploymentPlan plan) {

  Map<String, Object> tree() {
    return new OrderedMembers()
        .add("$comment", EpicLayout.GENERATOR_MARK + "; the next release writes it anew.")
        .add("epic_id", assessment.epic().value())
        .add("iteration", assessment.iteration())
        .add("timestamp", assessment.timestamp().toString())
        .add("deployment_strategy", strategy())
        .add("infrastructure", infrastructure())
        .add("monitoring", monitoring())
        .add("health_checks", healthChecks())
        .add("rollback", rollback())
        .add("service", service(plan.service()))
        .addIfPresent("slo", plan.slo().map(DeploymentDocument::slo))
        .build();
  }

  private Map<String, Object> strategy() {
    return new OrderedMembers()
        .add("type", plan.strategy().type().wireName())
        .add("reason", plan.strategy().reason())
        .add("stages", each(plan.stages(), DeploymentDocument::stage))
        .addIfPresent("stated_type", plan.strategy().stated())
        .build();
  }

  private static Map<String, Object> stage(Stage stage) {
    return new OrderedMembers()
        .add("stage", stage.name())
        .add("automatic", stage.automatic())
        .addIfPresent("approval_required", stage.approvalRequired())
        .addIfPresent("canary_percentage", stage.canaryPercentage())
        .addIfPresent("canary_duration_hours", stage.canaryDurationHours())
        .add("tests", texts(stage.tests()))
        .add("rollback_automatic", stage.rollbackAutomatic())
        .addIfPresent("soak_time_hours", stage.soakTimeHours())
        .build();
  }

  private Map<String, Object> infrastructure() {
    return ImmutableMap.of(
        "resources_required",
        ImmutableMap.of(
            "cpu", plan.resources().cpu(),
            "memory", plan.resources().memory(),
            "replicas", plan.resources().replicas()),
        "scaling",
        ImmutableMap.of(
            "min_replicas", plan.scaling().minReplicas(),
            "max_replicas", plan.scaling().maxReplicas(),
            "target_cpu", plan.scaling().targetCpu()));
  }

  private Map<String, Object> monitoring() {
    return ImmutableMap.of(
        "metrics", each(plan.metrics(), DeploymentDocument::metric),
        "dashboards", each(plan.dashboards(), DeploymentDocument::dashboard),
        "alerts", each(plan.alerts(), DeploymentDocument::alert));
  }

  private static Map<String, Object> metric(Metric metric) {
    return new OrderedMembers()
        .add("name", metric.name())
        .add("type", metric.type())
        .addIfPresent("unit", metric.unit())
        .add("alert_threshold", metric.alertThreshold())
        .build();
  }

  private static Map<String, Object> dashboard(Dashboard dashboard) {
    return ImmutableMap.of("name", dashboard.name(), "panels", texts(dashboard.panels()));
  }

  private static Map<String, Object> alert(Alert alert) {
    return ImmutableMap.of(
        "name", alert.name(),
        "condition", alert.condition(),
        "severity", alert.severity(),
        "action", alert.action());
  }

  private Map<String, Object> healthChecks() {
    return ImmutableMap.of(
        "readiness",
        probe(plan.readiness())
            .add("success_threshold", plan.readiness().successThreshold())
            .add("failure_threshold", plan.readiness().failureThreshold())
            .build(),
        "liveness", // where Kubernetes knows no other success threshold than 1
        probe(plan.liveness())
            .add("failure_threshold", plan.liveness().failureThreshold())
            .build());
  }

  private static OrderedMembers probe(Probe probe) {
    return new OrderedMembers()
        .add("endpoint", probe.endpoint())
        .add("interval_seconds", probe.intervalSeconds())
        .add("timeout_seconds", probe.timeoutSeconds());
  }

  private Map<String, Object> rollback() {
    return ImmutableMap.of(
        "triggers", texts(plan.rollback().triggers()),
        "procedure", texts(plan.rollback().procedure()),
        "time_to_rollback_seconds", plan.rollbackSeconds());
  }

  private static Map<String, Object> service(Service service) {
    return new OrderedMembers()
        .add("name", service.name())
        .addIfPresent("image", service.image())
        .add("port", service.port())
        .addIfPresent("metrics_port", service.metricsPort())
        .add("namespace", service.namespace())
        .addIfPresent("owner", service.owner())
        .addIfPresent("repository", service.repository())
        .build();
  }

  private static Map<String, Object> slo(Slo slo) {
    return ImmutableMap.of("objective", slo.objective(), "period_days", slo.periodDays());
  }

  private static <T> List<Object> each(List<T> values, Function<T, Object> shape) {
    return values.stream().map(shape).collect(ImmutableList.toImmutableList());
  }

  /** The texts that say something; an empty one is not allowed where a text stands. */
  private static List<String> texts(List<String> texts) {
    return texts.stream().filter(text -> !text.isBlank()).collect(ImmutableList.toImmutableList());
  }
}
