package io.productionguardian.render.yaml;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.productionguardian.model.Service;
import io.productionguardian.model.Stage;
import io.productionguardian.model.Strategy.StrategyType;
import io.productionguardian.plan.DeploymentPlan;
import java.util.List;
import java.util.Map;

/** The Kubernetes objects of a service in one stage. */
record Manifests(DeploymentPlan plan, Stage stage) {

  /** One object a file. */
  List<Manifest> files() {
    ImmutableList.Builder<Manifest> files = ImmutableList.builder();
    for (Workload workload : Workload.of(plan, stage)) {
      files.add(
          new Manifest(
              "deployment" + workload.suffix(),
              notes(workload),
              object(
                  "apps/v1",
                  "Deployment",
                  workload.suffix(),
                  new DeploymentSpec(plan, workload).tree())));
      if (workload.autoscaled()) {
        files.add(
            plain(
                "hpa" + workload.suffix(),
                object(
                    "autoscaling/v2",
                    "HorizontalPodAutoscaler",
                    workload.suffix(),
                    scaling(workload))));
      }
    }
    files.add(
        new Manifest(
            "service",
            isBlueGreen()
                ? ImmutableList.of("The workflow sets the colour to the one that serves.")
                : ImmutableList.of(),
            object("v1", "Service", "", service())));
    files.add(
        plain(
            "pdb",
            object(
                "policy/v1",
                "PodDisruptionBudget",
                "",
                ImmutableMap.of(
                    "maxUnavailable",
                    1,
                    "selector",
                    ImmutableMap.of("matchLabels", labels(ImmutableMap.of()))))));
    return files.build();
  }

  private List<String> notes(Workload workload) {
    ImmutableList.Builder<String> notes = ImmutableList.builder();
    notes.add("The limits are the requests, since the plan states one figure.");
    if (workload.autoscaled()) {
      notes.add("No replicas: the autoscaler sets them, and each apply would undo that.");
    } else {
      notes.add("Runs only while a release is tried; its replicas are its share of the requests.");
    }
    if (isBlueGreen()) {
      notes.add("The workflow applies the colour that does not serve, and then switches.");
    }
    if (plan.service().image().isEmpty()) {
      notes.add("No image is stated: the workflow puts one in this one's place.");
    }
    return notes.build();
  }

  private Map<String, Object> service() {
    Service service = plan.service();
    ImmutableList.Builder<Object> ports = ImmutableList.builder();
    Ports.of(service).forEach((name, port) -> ports.add(port(name, port)));
    return ImmutableMap.of(
        "selector",
        labels(
            isBlueGreen()
                ? ImmutableMap.of(Workload.COLOUR, Workload.FIRST_COLOUR)
                : ImmutableMap.of()),
        "ports",
        ports.build());
  }

  private static Map<String, Object> port(String name, int port) {
    return ImmutableMap.of("name", name, "port", port, "targetPort", name);
  }

  private Map<String, Object> scaling(Workload workload) {
    return ImmutableMap.of(
        "scaleTargetRef",
        ImmutableMap.of(
            "apiVersion", "apps/v1",
            "kind", "Deployment",
            "name", plan.service().name() + workload.suffix()),
        "minReplicas",
        plan.scaling().minReplicas(),
        "maxReplicas",
        plan.scaling().maxReplicas(),
        "metrics",
        ImmutableList.of(
            ImmutableMap.of(
                "type",
                "Resource",
                "resource",
                ImmutableMap.of(
                    "name",
                    "cpu",
                    "target",
                    ImmutableMap.of(
                        "type",
                        "Utilization",
                        "averageUtilization",
                        plan.scaling().targetCpu())))));
  }

  private Map<String, Object> object(
      String version, String kind, String suffix, Map<String, Object> spec) {
    Service service = plan.service();
    return ImmutableMap.of(
        "apiVersion",
        version,
        "kind",
        kind,
        "metadata",
        ImmutableMap.of(
            "name", service.name() + suffix,
            "namespace", plan.namespace(stage.name()),
            "labels", labels(ImmutableMap.of("app", service.name()))),
        "spec",
        spec);
  }

  private Map<String, String> labels(Map<String, String> others) {
    return ImmutableMap.<String, String>builder()
        .put(Workload.NAME, plan.service().name())
        .putAll(others)
        .buildOrThrow();
  }

  private static Manifest plain(String file, Map<String, Object> tree) {
    return new Manifest(file, ImmutableList.of(), tree);
  }

  private boolean isBlueGreen() {
    return plan.strategy().type() == StrategyType.BLUE_GREEN;
  }
}
