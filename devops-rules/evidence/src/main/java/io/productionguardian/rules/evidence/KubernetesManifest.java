package io.productionguardian.rules.evidence;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.productionguardian.document.Document;
import io.productionguardian.document.Node;
import io.productionguardian.dossier.Autoscaler;
import io.productionguardian.dossier.Check;
import io.productionguardian.dossier.Container;
import io.productionguardian.dossier.DisruptionBudget;
import io.productionguardian.dossier.Evidence;
import io.productionguardian.dossier.EvidenceSource;
import io.productionguardian.dossier.Fact;
import io.productionguardian.dossier.ScrapeJob;
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
    return Members.text(root, "kind").endsWith("List")
        ? Members.items(root, "items").flatMap(KubernetesManifest::objects)
        : Stream.of(root);
  }

  private static Stream<Evidence> evidence(Node object) {
    String kind = Members.text(object, "kind");
    String name = Members.text(object, "metadata", "name");
    if (WORKLOADS.contains(kind)) {
      return object.find("spec", "template", "spec").stream()
          .flatMap(pod -> containers(pod, name, Members.integer(object, "spec", "replicas")));
    }
    return switch (kind) {
      case "Pod" ->
          object.get("spec").stream().flatMap(pod -> containers(pod, name, Optional.empty()));
      case "HorizontalPodAutoscaler" ->
          Stream.of(
              new Autoscaler(
                  object,
                  Members.text(object, "spec", "scaleTargetRef", "name"),
                  Members.integer(object, "spec", "minReplicas"),
                  Members.integer(object, "spec", "maxReplicas")));
      case "PodDisruptionBudget" ->
          Stream.of(
              new DisruptionBudget(
                  object,
                  name,
                  Members.scalar(object, "spec", "minAvailable"),
                  Members.scalar(object, "spec", "maxUnavailable")));
      case "ServiceMonitor", "PodMonitor" ->
          Stream.of(
              new ScrapeJob(
                  object,
                  name,
                  Stream.of("endpoints", "podMetricsEndpoints")
                      .flatMap(list -> Members.items(object, "spec", list))
                      .flatMap(endpoint -> Members.scalar(endpoint, "path").stream())
                      .map(Fact::value)
                      .findFirst()
                      .orElse("/metrics"),
                  ImmutableList.of()));
      default -> Stream.of();
    };
  }

  private static Stream<Evidence> containers(
      Node pod, String workload, Optional<Fact<Integer>> replicas) {
    return Members.items(pod, "containers")
        .map(container -> container(container, workload, replicas));
  }

  private static Container container(
      Node container, String workload, Optional<Fact<Integer>> replicas) {
    ImmutableMap.Builder<Check.Role, Fact<Check>> checks = ImmutableMap.builder();
    check(container, "readinessProbe").ifPresent(c -> checks.put(Check.Role.READINESS, c));
    check(container, "livenessProbe").ifPresent(c -> checks.put(Check.Role.LIVENESS, c));
    check(container, "startupProbe").ifPresent(c -> checks.put(Check.Role.STARTUP, c));
    return new Container(
        container,
        Container.Platform.KUBERNETES,
        Members.text(container, "name"),
        workload,
        false,
        Members.scalar(container, "image"),
        checks.buildOrThrow(),
        environment(container),
        Members.scalars(container.find("resources", "requests")),
        Members.scalars(container.find("resources", "limits")),
        ImmutableList.of(),
        Members.items(container, "ports")
            .flatMap(port -> Members.scalar(port, "containerPort").stream())
            .collect(ImmutableList.toImmutableList()),
        replicas);
  }

  private static Optional<Fact<Check>> check(Node container, String probe) {
    return container.get(probe).flatMap(node -> check(node).map(check -> new Fact<>(check, node)));
  }

  private static Optional<Check> check(Node probe) {
    return probe
        .get("httpGet")
        .map(http -> new Check(Check.Form.HTTP, ImmutableList.of(path(http))))
        .or(
            () ->
                probe
                    .find("exec", "command")
                    .map(words -> new Check(Check.Form.COMMAND, Members.words(words))))
        .or(
            () ->
                Members.scalar(probe, "tcpSocket", "port")
                    .map(port -> new Check(Check.Form.TCP, ImmutableList.of(port.value()))))
        .or(
            () ->
                Members.scalar(probe, "grpc", "port")
                    .map(port -> new Check(Check.Form.GRPC, ImmutableList.of(port.value()))));
  }

  private static String path(Node http) {
    String path = Members.text(http, "path");
    return path.isEmpty() ? "/" : path;
  }

  private static ImmutableMap<String, Fact<String>> environment(Node container) {
    Map<String, Fact<String>> variables = new LinkedHashMap<>();
    Members.items(container, "env")
        .forEach(
            variable ->
                Members.scalar(variable, "value")
                    .ifPresent(value -> variables.put(Members.text(variable, "name"), value)));
    return ImmutableMap.copyOf(variables);
  }
}
