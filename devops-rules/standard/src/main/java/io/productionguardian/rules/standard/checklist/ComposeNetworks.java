package io.productionguardian.rules.standard.checklist;

import io.productionguardian.document.Document;
import io.productionguardian.document.Node;
import io.productionguardian.document.SourceLocation;
import io.productionguardian.dossier.Deployed.Container;
import io.productionguardian.dossier.Dossier;
import io.productionguardian.dossier.Sourced;
import io.productionguardian.rule.AppliesBy;
import io.productionguardian.rule.Remedy;
import io.productionguardian.rule.Template;
import io.productionguardian.rules.standard.Owners;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The networks of the compose files of one folder. Compose reads such files as one, so that what
 * one of them leaves out another may add.
 */
final class ComposeNetworks {

  private static final String MODE = "network_mode";

  private final List<Container> containers;
  private final List<Node> roots;

  private ComposeNetworks(List<Container> containers, List<Node> roots) {
    this.containers = containers;
    this.roots = roots;
  }

  /** Those of the folders with these containers, in the order of their paths. */
  static List<ComposeNetworks> of(Dossier dossier, Collection<Container> containers) {
    Map<String, List<Container>> byFolder =
        containers.stream()
            .filter(container -> container.platform() == Container.Platform.COMPOSE)
            .collect(
                Collectors.groupingBy(
                    container -> folder(container.node().file()),
                    TreeMap::new,
                    Collectors.toList()));
    return byFolder.values().stream()
        .map(those -> new ComposeNetworks(those, roots(dossier, those)))
        .toList();
  }

  private static List<Node> roots(Dossier dossier, List<Container> containers) {
    return containers.stream()
        .map(container -> container.node().file())
        .distinct()
        .flatMap(
            file ->
                dossier
                    .deployed(file)
                    .or(() -> dossier.document(file).flatMap(Document::root))
                    .stream())
        .toList();
  }

  private static String folder(String file) {
    return file.substring(0, file.lastIndexOf('/') + 1);
  }

  /** The containers by name; several when several files name one. */
  Collection<List<Container>> byName() {
    return containers.stream()
        .collect(Collectors.groupingBy(Container::name, LinkedHashMap::new, Collectors.toList()))
        .values();
  }

  // Names

  /**
   * The name under which the files name a network: the one that containers use for it, even if it
   * is declared wrongly, or the one that is declared, or else the network's own.
   */
  String key(String network) {
    return Stream.of(
            containers.stream()
                .flatMap(container -> keys(container).stream())
                .filter(key -> isNamed(key, network) || network.endsWith("_" + key)),
            roots.stream()
                .flatMap(root -> declared(root).keySet().stream())
                .filter(key -> isNamed(key, network)))
        .flatMap(keys -> keys)
        .findFirst()
        .orElse(network);
  }

  private boolean isNamed(String key, String network) {
    return declaration(key).map(ComposeNetworks::realName).orElse(key).equals(network);
  }

  /** Whether a container is on it, or would be if it were declared well. */
  boolean joins(Container container, String network) {
    String key = key(network);
    return keys(container).stream().anyMatch(used -> used.equals(key) || isNamed(used, network))
        || mode(container)
            .flatMap(Node::scalar)
            .filter(mode -> mode.startsWith("service:"))
            .flatMap(mode -> named(mode.substring("service:".length())))
            .filter(other -> !other.equals(container) && joins(other, network))
            .isPresent();
  }

  private Optional<Container> named(String name) {
    return containers.stream()
        .filter(other -> other.name().equals(name) && mode(other).isEmpty())
        .findFirst();
  }

  /** What takes the place of networks. */
  static Optional<Node> mode(Container container) {
    return container.networks().stream()
        .map(Sourced::node)
        .filter(node -> node.name().equals(MODE))
        .findFirst();
  }

  /** The names of a container's networks as they are written. */
  private static List<String> keys(Container container) {
    List<String> keys = new ArrayList<>();
    container.networks().stream()
        .map(Sourced::node)
        .filter(node -> !node.name().equals(MODE))
        .forEach(node -> keys.add(node.scalar().orElse(node.name())));
    container
        .node()
        .get("networks")
        .ifPresent(
            node -> {
              keys.addAll(node.members().keySet());
              keys.addAll(node.texts());
            });
    return keys.stream().distinct().toList();
  }

  // Declarations

  private static Map<String, Node> declared(Node root) {
    return root.get("networks").map(Node::members).orElse(Map.of());
  }

  private Optional<Node> declaration(String key) {
    return roots.stream().flatMap(root -> Stream.ofNullable(declared(root).get(key))).findFirst();
  }

  private static String realName(Node declaration) {
    return declaration
        .get("name")
        .or(() -> declaration.find("external", "name"))
        .flatMap(Node::scalar)
        .orElse(declaration.name());
  }

  private static boolean isExternal(Node declaration) {
    return declaration
        .get("external")
        .filter(external -> external.bool().orElse(!external.members().isEmpty()))
        .isPresent();
  }

  /** Whether the name stands for that network, which others have made. */
  boolean declares(String key, String network) {
    return declaration(key)
        .filter(node -> isExternal(node) && realName(node).equals(network))
        .isPresent();
  }

  /** Whether the name stands for that network, whoever makes it. */
  boolean knows(String key, String network) {
    return declaration(key).filter(node -> realName(node).equals(network)).isPresent();
  }

  /** Where it is declared, or should be. */
  SourceLocation placeOf(String key) {
    Node root = roots.get(0);
    return declaration(key).or(() -> root.get("networks")).orElse(root).place();
  }

  // Remedies

  /** Declares it. */
  Remedy declare(String key, String network) {
    Template value =
        key.equals(network)
            ? Template.json("{\"external\": true}")
            : Template.json("{\"external\": true, \"name\": %s}", network);
    Node root = roots.get(0);
    return declaration(key)
        .<Remedy>map(node -> Remedy.replace(AppliesBy.MACHINE, node.place(), value))
        .or(() -> root.get("networks").map(node -> Remedy.add(AppliesBy.MACHINE, node, key, value)))
        .orElseGet(
            () ->
                Remedy.add(
                    AppliesBy.MACHINE, root, "networks", Template.object(Map.of(key, value))));
  }

  /**
   * Puts a container on it; on the project's own network it stays, for its neighbours' sake. What
   * shares the network of something else needs the developer to part them first.
   */
  Remedy join(Container container, String key) {
    AppliesBy by = mode(container).isPresent() ? Owners.DEVELOPER : AppliesBy.MACHINE;
    Optional<Node> networks = container.node().get("networks");
    if (networks.filter(node -> !node.members().isEmpty()).isPresent()) {
      return Remedy.add(by, networks.get(), key, Template.json("{}"));
    }
    if (networks.filter(node -> !node.items().isEmpty()).isPresent()) {
      return Remedy.add(by, networks.get(), "-", Template.json("%s", key));
    }
    boolean alone =
        roots.stream()
            .flatMap(root -> root.get("services").stream())
            .allMatch(services -> services.members().size() == 1);
    List<String> kept = keys(container);
    List<Template> list =
        Stream.of(kept.isEmpty() && !alone ? List.of("default") : kept, List.of(key))
            .flatMap(List::stream)
            .map(name -> Template.json("%s", name))
            .toList();
    return Remedy.add(by, container.node(), "networks", Template.list(list));
  }
}
