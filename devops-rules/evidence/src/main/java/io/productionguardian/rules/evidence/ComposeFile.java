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
    return root.get().find("services").map(Node::members).orElse(Map.of()).values().stream()
        .filter(service -> !service.members().isEmpty())
        .<Evidence>map(service -> container(service, networks))
        .toList();
  }

  private static boolean isCompose(Node root) {
    return root.get("apiVersion").isEmpty()
        && root.find("services").map(Node::members).orElse(Map.of()).values().stream()
            .anyMatch(
                service ->
                    member(service, "image").isPresent() || member(service, "build").isPresent());
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
        member(service, "deploy")
            .flatMap(deploy -> Members.integer(deploy, "replicas"))
            .or(() -> Members.integer(service, "scale")));
  }

  /** A member, or the one that a merge key ({@code <<}) brings. */
  private static Optional<Node> member(Node in, String name) {
    return in.get(name)
        .or(
            () ->
                in.get("<<")
                    .flatMap(
                        merged ->
                            merged.items().isEmpty()
                                ? member(merged, name)
                                : merged.items().stream()
                                    .flatMap(each -> member(each, name).stream())
                                    .findFirst()));
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
              member(node, "<<")
                  .ifPresent(merged -> variables.putAll(Members.scalars(Optional.of(merged))));
              Members.scalars(Optional.of(node)).forEach(variables::put);
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
    Optional<Node> stated =
        member(service, "deploy").flatMap(deploy -> deploy.find("resources", kind));
    Map<String, Fact<String>> resources = new LinkedHashMap<>();
    stated
        .flatMap(node -> Members.scalar(node, "cpus"))
        .or(() -> member(service, oldCpu).flatMap(Members::scalar))
        .ifPresent(cpu -> resources.put("cpu", cpu));
    stated
        .flatMap(node -> Members.scalar(node, "memory"))
        .or(() -> member(service, oldMemory).flatMap(Members::scalar))
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
              stated
                  .members()
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
