package io.productionguardian.rules.evidence;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.productionguardian.document.Document;
import io.productionguardian.document.Node;
import io.productionguardian.dossier.Check;
import io.productionguardian.dossier.Container;
import io.productionguardian.dossier.Evidence;
import io.productionguardian.dossier.EvidenceSource;
import io.productionguardian.dossier.Fact;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Docker Compose, as the Compose Specification describes it; also the places that version 2 had for
 * resources.
 */
public final class ComposeFile implements EvidenceSource {

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
        .<Evidence>map(service -> container(service, networks))
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

  private static Container container(Node service, Optional<Node> networks) {
    Optional<Fact<Check>> check = member(service, "healthcheck").flatMap(ComposeFile::check);
    return new Container(
        service,
        Container.Platform.COMPOSE,
        service.name(),
        service.name(),
        member(service, "build").isPresent(),
        member(service, "image").flatMap(Members::scalar),
        check.map(fact -> ImmutableMap.of(Check.Role.HEALTH, fact)).orElse(ImmutableMap.of()),
        environment(service),
        resources(service, "reservations", "cpu_shares", "mem_reservation"),
        resources(service, "limits", "cpus", "mem_limit"),
        networks(service, networks),
        ports(service),
        member(service, "deploy", "replicas")
            .or(() -> member(service, "scale"))
            .flatMap(Members::integer));
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

  private static Optional<Fact<Check>> check(Node healthcheck) {
    if (member(healthcheck, "disable").flatMap(Node::bool).orElse(false)) {
      return Optional.of(
          new Fact<>(
              new Check(Check.Form.NONE, ImmutableList.of()),
              member(healthcheck, "disable").orElse(healthcheck)));
    }
    return member(healthcheck, "test").map(test -> new Fact<>(test(test), test));
  }

  private static Check test(Node test) {
    if (test.scalar().isPresent()) {
      return new Check(Check.Form.SHELL, ImmutableList.of(test.scalar().get()));
    }
    ImmutableList<String> words = Members.words(test);
    String first = words.isEmpty() ? "NONE" : words.get(0);
    return switch (first) {
      case "NONE" -> new Check(Check.Form.NONE, ImmutableList.of());
      case "CMD" -> new Check(Check.Form.COMMAND, words.subList(1, words.size()));
      case "CMD-SHELL" -> new Check(Check.Form.SHELL, words.subList(1, words.size()));
      default -> new Check(Check.Form.COMMAND, words);
    };
  }

  /** Both forms: an object, or a list of {@code NAME=value}. */
  private static ImmutableMap<String, Fact<String>> environment(Node service) {
    Map<String, Fact<String>> variables = new LinkedHashMap<>();
    member(service, "environment")
        .ifPresent(
            node -> {
              members(node)
                  .forEach(
                      (name, value) ->
                          Members.scalar(value).ifPresent(fact -> variables.put(name, fact)));
              for (Node item : node.items()) {
                String text = item.scalar().orElse("");
                int equals = text.indexOf('=');
                if (equals > 0) {
                  variables.put(
                      text.substring(0, equals), new Fact<>(text.substring(equals + 1), item));
                }
              }
            });
    return ImmutableMap.copyOf(variables);
  }

  private static ImmutableMap<String, Fact<String>> resources(
      Node service, String kind, String oldCpu, String oldMemory) {
    Optional<Node> stated = member(service, "deploy", "resources", kind);
    Map<String, Fact<String>> resources = new LinkedHashMap<>();
    stated
        .flatMap(node -> member(node, "cpus"))
        .or(() -> member(service, oldCpu))
        .flatMap(Members::scalar)
        .ifPresent(cpu -> resources.put("cpu", cpu));
    stated
        .flatMap(node -> member(node, "memory"))
        .or(() -> member(service, oldMemory))
        .flatMap(Members::scalar)
        .ifPresent(memory -> resources.put("memory", memory));
    return ImmutableMap.copyOf(resources);
  }

  /** Where no network is named, a service is on the project's default one. */
  private static ImmutableList<Fact<String>> networks(Node service, Optional<Node> all) {
    Optional<Fact<String>> mode = member(service, "network_mode").flatMap(Members::scalar);
    if (mode.isPresent()) {
      return ImmutableList.of(mode.get());
    }
    ImmutableList.Builder<Fact<String>> networks = ImmutableList.builder();
    member(service, "networks")
        .ifPresent(
            stated -> {
              members(stated)
                  .forEach((name, node) -> networks.add(new Fact<>(realName(name, all), node)));
              stated
                  .items()
                  .forEach(
                      item ->
                          item.scalar()
                              .ifPresent(
                                  name -> networks.add(new Fact<>(realName(name, all), item))));
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

  private static ImmutableList<Fact<String>> ports(Node service) {
    return member(service, "ports").map(Node::items).orElse(List.of()).stream()
        .flatMap(port -> Members.scalar(port).or(() -> Members.scalar(port, "target")).stream())
        .collect(ImmutableList.toImmutableList());
  }
}
