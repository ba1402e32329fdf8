package io.productionguardian.rules.evidence;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.productionguardian.document.Document;
import io.productionguardian.document.Node;
import io.productionguardian.dossier.Deployed.Autoscaler;
import io.productionguardian.dossier.Deployed.Container;
import io.productionguardian.dossier.Deployed.DisruptionBudget;
import io.productionguardian.dossier.Deployed.HealthCheck;
import io.productionguardian.dossier.Deployed.ScrapeJob;
import io.productionguardian.dossier.Evidence;
import io.productionguardian.dossier.EvidenceSource;
import io.productionguardian.dossier.Sourced;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Kubernetes manifests: long-running workloads, autoscalers, disruption budgets, and the Prometheus
 * operator's monitors. Jobs are left out, since nothing probes them.
 */
public final class KubernetesManifest implements EvidenceSource {

  private static final ImmutableSet<String> WORKLOADS =
      ImmutableSet.of("Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "Rollout");

  /** Creates the source. */
  public KubernetesManifest() {}

  @Override
  public List<Evidence> read(Document document) {
    return document.roots().stream()
        .flatMap(KubernetesManifest::objects)
        .flatMap(KubernetesManifest::evidence)
        .toList();
  }

  private static Stream<Node> objects(Node root) {
    if (root.get("apiVersion").isEmpty() || root.get("kind").isEmpty()) {
      return Stream.of();
    }
    return ReportMembers.text(root, "kind").endsWith("List")
        ? ReportMembers.items(root, "items").flatMap(KubernetesManifest::objects)
        : Stream.of(root);
  }

  private static Stream<Evidence> evidence(Node object) {
    String kind = ReportMembers.text(object, "kind");
    String name = ReportMembers.text(object, "metadata", "name");
    if (WORKLOADS.contains(kind)) {
      return object.find("spec", "template", "spec").stream()
          .flatMap(pod -> containers(pod, name, ReportMembers.integer(object, "spec", "replicas")));
    }
    return switch (kind) {
      case "Pod" ->
          object.get("spec").stream().flatMap(pod -> containers(pod, name, Optional.empty()));
      case "HorizontalPodAutoscaler" ->
          Stream.of(
              new Autoscaler(
                  object,
                  ReportMembers.text(object, "spec", "scaleTargetRef", "name"),
                  ReportMembers.integer(object, "spec", "minReplicas"),
                  ReportMembers.integer(object, "spec", "maxReplicas")));
      case "PodDisruptionBudget" ->
          Stream.of(
              new DisruptionBudget(
                  object,
                  name,
                  ReportMembers.scalar(object, "spec", "minAvailable"),
                  ReportMembers.scalar(object, "spec", "maxUnavailable")));
      case "ServiceMonitor", "PodMonitor" ->
          Stream.of(
              new ScrapeJob(
                  object,
                  name,
                  Stream.of("endpoints", "podMetricsEndpoints")
                      .flatMap(list -> ReportMembers.items(object, "spec", list))
                      .flatMap(endpoint -> ReportMembers.scalar(endpoint, "path").stream())
                      .map(Sourced::value)
                      .findFirst()
                      .orElse("/metrics"),
                  ImmutableList.of()));
      default -> Stream.of();
    };
  }

  private static Stream<Evidence> containers(
      Node pod, String workload, Optional<Sourced<Integer>> replicas) {
    return ReportMembers.items(pod, "containers")
        .map(container -> container(container, workload, replicas));
  }

  private static Container container(
      Node container, String workload, Optional<Sourced<Integer>> replicas) {
    ImmutableMap.Builder<HealthCheck.Role, Sourced<HealthCheck>> checks = ImmutableMap.builder();
    check(container, "readinessProbe").ifPresent(c -> checks.put(HealthCheck.Role.READINESS, c));
    check(container, "livenessProbe").ifPresent(c -> checks.put(HealthCheck.Role.LIVENESS, c));
    check(container, "startupProbe").ifPresent(c -> checks.put(HealthCheck.Role.STARTUP, c));
    return new Container(
        container,
        Container.Platform.KUBERNETES,
        ReportMembers.text(container, "name"),
        workload,
        false,
        ReportMembers.scalar(container, "image"),
        checks.buildOrThrow(),
        environment(container),
        ReportMembers.scalars(container.find("resources", "requests")),
        ReportMembers.scalars(container.find("resources", "limits")),
        ImmutableList.of(),
        ReportMembers.items(container, "ports")
            .flatMap(port -> ReportMembers.scalar(port, "containerPort").stream())
            .collect(ImmutableList.toImmutableList()),
        replicas);
  }

  private static Optional<Sourced<HealthCheck>> check(Node container, String probe) {
    return container
        .get(probe)
        .flatMap(node -> check(node).map(check -> new Sourced<>(check, node)));
  }

  private static Optional<HealthCheck> check(Node probe) {
    return probe
        .get("httpGet")
        .map(http -> new HealthCheck(HealthCheck.Form.HTTP, ImmutableList.of(path(http))))
        .or(
            () ->
                probe
                    .find("exec", "command")
                    .map(
                        words ->
                            new HealthCheck(HealthCheck.Form.COMMAND, ReportMembers.words(words))))
        .or(
            () ->
                ReportMembers.scalar(probe, "tcpSocket", "port")
                    .map(
                        port ->
                            new HealthCheck(HealthCheck.Form.TCP, ImmutableList.of(port.value()))))
        .or(
            () ->
                ReportMembers.scalar(probe, "grpc", "port")
                    .map(
                        port ->
                            new HealthCheck(
                                HealthCheck.Form.GRPC, ImmutableList.of(port.value()))));
  }

  private static String path(Node http) {
    String path = ReportMembers.text(http, "path");
    return path.isEmpty() ? "/" : path;
  }

  private static Map<String, Sourced<String>> environment(Node container) {
    Map<String, Sourced<String>> variables = new LinkedHashMap<>();
    ReportMembers.items(container, "env")
        .forEach(
            variable ->
                ReportMembers.scalar(variable, "value")
                    .ifPresent(
                        value -> variables.put(ReportMembers.text(variable, "name"), value)));
    return ImmutableMap.copyOf(variables);
  }
}
