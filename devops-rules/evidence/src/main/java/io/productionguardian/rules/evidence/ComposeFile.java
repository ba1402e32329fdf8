package io.productionguardian.rules.evidence;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.productionguardian.document.Document;
import io.productionguardian.document.Node;
import io.productionguardian.dossier.Deployed.Container;
import io.productionguardian.dossier.Deployed.Hazard;
import io.productionguardian.dossier.Deployed.HealthCheck;
import io.productionguardian.dossier.Evidence;
import io.productionguardian.dossier.EvidenceSource;
import io.productionguardian.dossier.Sourced;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Docker Compose, as the Compose Specification describes it; also the places that version 2 had for
 * resources.
 */
public final class ComposeFile implements EvidenceSource {

  private static final Pattern ROOT = Pattern.compile("(?:root|0)(?::.{0,40})?");

  /** Creates the source. */
  public ComposeFile() {}

  @Override
  public List<Evidence> read(Document document) {
    Optional<Node> root = document.root().filter(ComposeFile::isCompose);
    if (root.isEmpty()) {
      return List.of();
    }
    Optional<Node> networks = root.get().get("networks");
    return services(root.get())
        .filter(service -> !service.members().isEmpty())
        .<Evidence>flatMap(
            service -> Stream.concat(Stream.of(container(service, networks)), hazards(service)))
        .toList();
  }

  private static boolean isCompose(Node root) {
    return root.get("apiVersion").isEmpty()
        && services(root)
            .anyMatch(
                service ->
                    member(service, "image").isPresent() || member(service, "build").isPresent());
  }

  private static Stream<Node> services(Node root) {
    return member(root, "services").map(ComposeFile::members).orElse(Map.of()).values().stream();
  }

  private static Stream<Evidence> hazards(Node service) {
    return Stream.of(
            member(service, "privileged")
                .filter(node -> node.bool().orElse(false))
                .map(node -> Map.entry(node, Hazard.Kind.PRIVILEGED)),
            word(service, "network_mode", "host", Hazard.Kind.HOST_NETWORK),
            word(service, "pid", "host", Hazard.Kind.HOST_PROCESSES),
            member(service, "user")
                .filter(user -> user.scalar().filter(ROOT.asMatchPredicate()).isPresent())
                .map(user -> Map.entry(user, Hazard.Kind.ROOT)),
            member(service, "volumes").map(Node::items).orElse(List.of()).stream()
                .filter(ComposeFile::isSocket)
                .findFirst()
                .map(volume -> Map.entry(volume, Hazard.Kind.DOCKER_SOCKET)))
        .flatMap(Optional::stream)
        .map(found -> new Hazard(found.getKey(), service.name(), found.getValue()));
  }

  private static Optional<Map.Entry<Node, Hazard.Kind>> word(
      Node service, String name, String value, Hazard.Kind kind) {
    return member(service, name)
        .filter(node -> node.scalar().filter(value::equals).isPresent())
        .map(node -> Map.entry(node, kind));
  }

  /** Both forms: {@code source:target}, and an object with its source. */
  private static boolean isSocket(Node volume) {
    String source =
        volume
            .scalar()
            .map(text -> text.split(":", 2)[0])
            .orElseGet(() -> ReportMembers.text(volume, "source"));
    return KubernetesManifest.isSocket(source);
  }

  private static Container container(Node service, Optional<Node> networks) {
    Optional<Sourced<HealthCheck>> check =
        member(service, "healthcheck").flatMap(ComposeFile::check);
    return new Container(
        service,
        Container.Platform.COMPOSE,
        service.name(),
        service.name(),
        member(service, "build").isPresent(),
        member(service, "image").flatMap(ReportMembers::scalar),
        check.map(fact -> ImmutableMap.of(HealthCheck.Role.HEALTH, fact)).orElse(ImmutableMap.of()),
        environment(service),
        resources(service, "reservations", "cpu_shares", "mem_reservation"),
        resources(service, "limits", "cpus", "mem_limit"),
        networks(service, networks),
        ports(service),
        member(service, "deploy", "replicas")
            .or(() -> member(service, "scale"))
            .flatMap(ReportMembers::integer));
  }

  /** The members of an object; its own count before those that merge keys ({@code <<}) bring. */
  private static Map<String, Node> members(Node in) {
    Map<String, Node> members = new LinkedHashMap<>(in.members());
    Node merged = members.remove("<<");
    if (merged != null) {
      (merged.items().isEmpty() ? List.of(merged) : merged.items())
          .forEach(each -> members(each).forEach(members::putIfAbsent));
    }
    return members;
  }

  private static Optional<Node> member(Node in, String... path) {
    Optional<Node> node = Optional.of(in);
    for (String name : path) {
      node =
          node.flatMap(found -> Optional.ofNullable(members(found).get(name)))
              .filter(found -> !found.isNull());
    }
    return node;
  }

  private static Optional<Sourced<HealthCheck>> check(Node healthcheck) {
    if (member(healthcheck, "disable").flatMap(Node::bool).orElse(false)) {
      return Optional.of(
          new Sourced<>(
              new HealthCheck(HealthCheck.Form.NONE, ImmutableList.of()),
              member(healthcheck, "disable").orElse(healthcheck)));
    }
    return member(healthcheck, "test").map(test -> new Sourced<>(test(test), test));
  }

  private static HealthCheck test(Node test) {
    if (test.scalar().isPresent()) {
      return new HealthCheck(HealthCheck.Form.SHELL, ImmutableList.of(test.scalar().get()));
    }
    List<String> words = ReportMembers.words(test);
    String first = words.isEmpty() ? "NONE" : words.get(0);
    return switch (first) {
      case "NONE" -> new HealthCheck(HealthCheck.Form.NONE, ImmutableList.of());
      case "CMD" -> new HealthCheck(HealthCheck.Form.COMMAND, words.subList(1, words.size()));
      case "CMD-SHELL" -> new HealthCheck(HealthCheck.Form.SHELL, words.subList(1, words.size()));
      default -> new HealthCheck(HealthCheck.Form.COMMAND, words);
    };
  }

  /** Both forms: an object, or a list of {@code NAME=value}. */
  private static Map<String, Sourced<String>> environment(Node service) {
    Map<String, Sourced<String>> variables = new LinkedHashMap<>();
    member(service, "environment")
        .ifPresent(
            node -> {
              members(node)
                  .forEach(
                      (name, value) ->
                          ReportMembers.scalar(value).ifPresent(fact -> variables.put(name, fact)));
              for (Node item : node.items()) {
                String text = item.scalar().orElse("");
                int equals = text.indexOf('=');
                if (equals > 0) {
                  variables.put(
                      text.substring(0, equals), new Sourced<>(text.substring(equals + 1), item));
                }
              }
            });
    return ImmutableMap.copyOf(variables);
  }

  private static Map<String, Sourced<String>> resources(
      Node service, String kind, String oldCpu, String oldMemory) {
    Optional<Node> stated = member(service, "deploy", "resources", kind);
    Map<String, Sourced<String>> resources = new LinkedHashMap<>();
    stated
        .flatMap(node -> member(node, "cpus"))
        .or(() -> member(service, oldCpu))
        .flatMap(ReportMembers::scalar)
        .ifPresent(cpu -> resources.put("cpu", cpu));
    stated
        .flatMap(node -> member(node, "memory"))
        .or(() -> member(service, oldMemory))
        .flatMap(ReportMembers::scalar)
        .ifPresent(memory -> resources.put("memory", memory));
    return ImmutableMap.copyOf(resources);
  }

  /** Where no network is named, a service is on the project's default one. */
  private static List<Sourced<String>> networks(Node service, Optional<Node> all) {
    Optional<Sourced<String>> mode = member(service, "network_mode").flatMap(ReportMembers::scalar);
    if (mode.isPresent()) {
      return ImmutableList.of(mode.get());
    }
    ImmutableList.Builder<Sourced<String>> networks = ImmutableList.builder();
    member(service, "networks")
        .ifPresent(
            stated -> {
              members(stated)
                  .forEach((name, node) -> networks.add(new Sourced<>(realName(name, all), node)));
              stated
                  .items()
                  .forEach(
                      item ->
                          item.scalar()
                              .ifPresent(
                                  name -> networks.add(new Sourced<>(realName(name, all), item))));
            });
    return networks.build();
  }

  private static String realName(String name, Optional<Node> all) {
    return all.flatMap(node -> node.get(name))
        .flatMap(
            network ->
                network
                    .get("name")
                    .or(() -> network.find("external", "name"))
                    .flatMap(Node::scalar))
        .orElse(name);
  }

  private static List<Sourced<String>> ports(Node service) {
    return member(service, "ports").map(Node::items).orElse(List.of()).stream()
        .flatMap(
            port ->
                ReportMembers.scalar(port).or(() -> ReportMembers.scalar(port, "target")).stream())
        .collect(ImmutableList.toImmutableList());
  }
}
