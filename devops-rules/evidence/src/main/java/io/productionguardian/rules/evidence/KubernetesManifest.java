package io.productionguardian.rules.evidence;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.productionguardian.document.Document;
import io.productionguardian.document.Node;
import io.productionguardian.dossier.Deployed.Autoscaler;
import io.productionguardian.dossier.Deployed.Container;
import io.productionguardian.dossier.Deployed.DisruptionBudget;
import io.productionguardian.dossier.Deployed.Hazard;
import io.productionguardian.dossier.Deployed.HealthCheck;
import io.productionguardian.dossier.Deployed.OneOff;
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
 * operator's monitors; of jobs and init containers the images alone, since nothing probes them.
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
      return Stream.concat(
          object.find("spec", "template", "spec").stream()
              .flatMap(pod -> pod(pod, name, replicas(object, kind))),
          object
              .find("spec", "strategy", "type")
              .filter(type -> type.text().filter("Recreate"::equals).isPresent())
              .stream()
              .map(type -> new Hazard(type, name, Hazard.Kind.RECREATE)));
    }
    return switch (kind) {
      case "Pod" -> object.get("spec").stream().flatMap(pod -> pod(pod, name, Optional.empty()));
      case "Job" ->
          object.find("spec", "template", "spec").stream()
              .flatMap(pod -> oneOffs(pod, "containers", name));
      case "CronJob" ->
          object.find("spec", "jobTemplate", "spec", "template", "spec").stream()
              .flatMap(pod -> oneOffs(pod, "containers", name));
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

  /** Kubernetes runs one where no number is stated; of a daemon set, one on each node. */
  private static Optional<Sourced<Integer>> replicas(Node object, String kind) {
    return ReportMembers.integer(object, "spec", "replicas")
        .or(
            () ->
                kind.equals("DaemonSet")
                    ? Optional.empty()
                    : object.get("spec").map(spec -> new Sourced<>(1, spec)));
  }

  private static Stream<Evidence> pod(
      Node pod, String workload, Optional<Sourced<Integer>> replicas) {
    return Stream.of(
            containers(pod, workload, replicas),
            oneOffs(pod, "initContainers", workload),
            hazards(pod, workload))
        .flatMap(shown -> shown);
  }

  private static Stream<Evidence> oneOffs(Node pod, String list, String workload) {
    return ReportMembers.items(pod, list)
        .flatMap(
            container ->
                ReportMembers.scalar(container, "image").stream()
                    .map(image -> new OneOff(container, workload, image)));
  }

  private static Stream<Evidence> hazards(Node pod, String workload) {
    return Stream.of(
            isTrue(pod, Hazard.Kind.HOST_NETWORK, "hostNetwork"),
            isTrue(pod, Hazard.Kind.HOST_PROCESSES, "hostPID"),
            root(pod),
            ReportMembers.items(pod, "volumes")
                .flatMap(volume -> volume.find("hostPath", "path").stream())
                .filter(path -> path.text().filter(KubernetesManifest::isSocket).isPresent())
                .map(path -> Map.entry(path, Hazard.Kind.DOCKER_SOCKET)),
            ReportMembers.items(pod, "containers")
                .flatMap(
                    container ->
                        Stream.concat(
                            isTrue(
                                container, Hazard.Kind.PRIVILEGED, "securityContext", "privileged"),
                            root(container))))
        .flatMap(found -> found)
        .map(found -> new Hazard(found.getKey(), workload, found.getValue()));
  }

  private static Stream<Map.Entry<Node, Hazard.Kind>> isTrue(
      Node in, Hazard.Kind kind, String... path) {
    return in.find(path).filter(node -> node.bool().orElse(false)).stream()
        .map(node -> Map.entry(node, kind));
  }

  private static Stream<Map.Entry<Node, Hazard.Kind>> root(Node in) {
    return in
        .find("securityContext", "runAsUser")
        .filter(user -> user.integer().filter(id -> id == 0).isPresent())
        .stream()
        .map(user -> Map.entry(user, Hazard.Kind.ROOT));
  }

  /** The socket of a container engine. */
  static boolean isSocket(String path) {
    return path.endsWith("/docker.sock")
        || path.endsWith("/containerd.sock")
        || path.endsWith("/crio.sock")
        || path.endsWith("/podman.sock");
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
