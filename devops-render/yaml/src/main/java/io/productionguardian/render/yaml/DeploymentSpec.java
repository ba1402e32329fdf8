package io.productionguardian.render.yaml;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.productionguardian.model.Service;
import io.productionguardian.model.Service.Probe;
import io.productionguardian.plan.DeploymentPlan;
import io.productionguardian.rollout.Timing;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;

/** What a Deployment says, so that none of its replicas is missed while it changes. */
record DeploymentSpec(DeploymentPlan plan, Workload workload) {

  /**
   * Stands where the workflow puts the image; nothing has an address below {@code invalid} (RFC
   * 2606), so that no other image is ever pulled in its place.
   */
  private static final String IMAGE_TO_COME = "image.invalid/%s:set-by-the-workflow";

  private static final int REVISIONS_KEPT = 10;

  Map<String, Object> tree() {
    Timing timing = Timing.of(plan.readiness(), plan.scaling());
    ImmutableMap.Builder<String, Object> spec = ImmutableMap.builder();
    workload.replicas().ifPresent(replicas -> spec.put("replicas", replicas));
    return spec.put("revisionHistoryLimit", REVISIONS_KEPT)
        .put("progressDeadlineSeconds", timing.progressDeadlineSeconds())
        .put("minReadySeconds", timing.minReadySeconds())
        .put(
            "strategy",
            ImmutableMap.of(
                "type",
                "RollingUpdate",
                "rollingUpdate",
                ImmutableMap.of("maxSurge", 1, "maxUnavailable", 0)))
        .put("selector", ImmutableMap.of("matchLabels", selector()))
        .put(
            "template",
            ImmutableMap.of("metadata", ImmutableMap.of("labels", labels()), "spec", pod(timing)))
        .buildOrThrow();
  }

  private Map<String, Object> pod(Timing timing) {
    return ImmutableMap.of(
        "terminationGracePeriodSeconds",
        timing.terminationGraceSeconds(),
        "securityContext",
        ImmutableMap.of("seccompProfile", ImmutableMap.of("type", "RuntimeDefault")),
        "containers",
        ImmutableList.of(container(timing)));
  }

  private Map<String, Object> container(Timing timing) {
    Service service = plan.service();
    ImmutableMap.Builder<String, Object> container = ImmutableMap.builder();
    container.put("name", service.name());
    container.put(
        "image", service.image().orElseGet(() -> IMAGE_TO_COME.formatted(service.name())));
    ImmutableList.Builder<Object> ports = ImmutableList.builder();
    Ports.of(service)
        .forEach((name, port) -> ports.add(ImmutableMap.of("name", name, "containerPort", port)));
    container.put("ports", ports.build());
    List<Object> variables = new PodEnvironment(plan).entries();
    if (!variables.isEmpty()) {
      container.put("env", variables);
    }
    Map<String, Object> figures =
        ImmutableMap.of("cpu", plan.resources().cpu(), "memory", plan.resources().memory());
    return container
        .put("resources", ImmutableMap.of("requests", figures, "limits", figures))
        .put("readinessProbe", probe(plan.readiness()))
        .put("livenessProbe", probe(plan.liveness()))
        .put(
            "lifecycle",
            ImmutableMap.of(
                "preStop",
                ImmutableMap.of("sleep", ImmutableMap.of("seconds", timing.preStopSeconds()))))
        .put("securityContext", ImmutableMap.of("allowPrivilegeEscalation", false))
        .buildOrThrow();
  }

  private static Map<String, Object> probe(Probe probe) {
    return ImmutableMap.of(
        "httpGet",
        ImmutableMap.of("path", probe.endpoint(), "port", Ports.HTTP),
        "periodSeconds",
        wholeSeconds(probe.intervalSeconds()),
        "timeoutSeconds",
        wholeSeconds(probe.timeoutSeconds()),
        "successThreshold",
        probe.successThreshold(),
        "failureThreshold",
        probe.failureThreshold());
  }

  /** Kubernetes counts in whole seconds, and from one. */
  private static int wholeSeconds(BigDecimal seconds) {
    return seconds.setScale(0, RoundingMode.CEILING).intValueExact();
  }

  private Map<String, String> selector() {
    return ImmutableMap.<String, String>builder()
        .put(Workload.NAME, plan.service().name())
        .putAll(workload.mark())
        .buildOrThrow();
  }

  private Map<String, String> labels() {
    return ImmutableMap.<String, String>builder()
        .put("app", plan.service().name())
        .putAll(selector())
        .buildOrThrow();
  }
}
