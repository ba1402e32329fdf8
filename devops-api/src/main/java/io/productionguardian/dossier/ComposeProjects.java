package io.productionguardian.dossier;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.productionguardian.document.Document;
import io.productionguardian.document.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Merges the files of a compose project as {@code docker compose} does: the override beside a
 * compose file, one for production, and what services take over from others by {@code extends}.
 */
final class ComposeProjects {

  private static final Pattern BASE =
      Pattern.compile("(?:.*/)?(?:docker-)?compose\\.ya?ml", Pattern.DOTALL);

  private static final Pattern OVER =
      Pattern.compile(
          "(?:.*/)?(?:docker-)?compose[._-](?:override|prod|production|live)\\.ya?ml",
          Pattern.DOTALL);

  /** Lists that a later file replaces; to all others it adds. */
  private static final Set<String> REPLACED = ImmutableSet.of("command", "entrypoint", "test");

  private static final int DEEPEST = 20;

  private final NavigableMap<String, Document> files;
  private final Set<String> used = new HashSet<>();

  private ComposeProjects(NavigableMap<String, Document> files) {
    this.files = files;
  }

  static Effective merge(Effective before) {
    return new Effective(
        new ComposeProjects(before.files()).merged(), before.faults(), before.written());
  }

  private NavigableMap<String, Document> merged() {
    NavigableMap<String, Document> effective = new TreeMap<>(files);
    files.forEach(
        (path, document) -> {
          if (BASE.matcher(path).matches()) {
            effective.put(path, withOverrides(path, document));
          }
        });
    effective.replaceAll(
        (path, document) ->
            new Document(
                path,
                document.roots().stream().map(root -> extended(path, root)).toList(),
                document.faults()));
    effective.keySet().removeIf(path -> used.contains(path) && !BASE.matcher(path).matches());
    return effective;
  }

  private Document withOverrides(String path, Document base) {
    Optional<Node> root = base.root();
    if (root.isEmpty()) {
      return base;
    }
    Node merged = root.get();
    for (String over : overs(path)) {
      Optional<Node> changes = root(over);
      if (changes.isPresent()) {
        merged = merged(merged, changes.get(), 0);
        used.add(over);
      }
    }
    return new Document(path, ImmutableList.of(merged), base.faults());
  }

  private Optional<Node> root(String file) {
    return Optional.ofNullable(files.get(file)).flatMap(Document::root);
  }

  private List<String> overs(String base) {
    String folder = base.substring(0, base.lastIndexOf('/') + 1);
    return files.keySet().stream()
        .filter(path -> path.startsWith(folder) && path.indexOf('/', folder.length()) < 0)
        .filter(path -> OVER.matcher(path).matches())
        .sorted((one, other) -> Boolean.compare(isProduction(one), isProduction(other)))
        .toList();
  }

  /** It comes after the override that every developer has. */
  private static boolean isProduction(String path) {
    return !path.contains("override");
  }

  private static Node merged(Node base, Node over, int depth) {
    if (depth > DEEPEST) {
      return over;
    }
    Map<String, Node> members = new LinkedHashMap<>(base.members());
    over.members()
        .forEach(
            (name, value) ->
                members.merge(
                    name,
                    value,
                    (there, later) ->
                        there.isObject() && later.isObject()
                            ? merged(there, later, depth + 1)
                            : there.isList() && later.isList() && !REPLACED.contains(name)
                                ? together(there, later)
                                : later));
    return base.withMembers(members);
  }

  private static Node together(Node there, Node later) {
    List<Node> items = new ArrayList<>(there.items());
    items.addAll(later.items());
    return there.withItems(items);
  }

  private Node extended(String path, Node root) {
    Optional<Node> services = root.get("services").filter(Node::isObject);
    if (services.isEmpty() || root.get("apiVersion").isPresent()) {
      return root;
    }
    Map<String, Node> all = new LinkedHashMap<>(services.get().members());
    all.replaceAll((name, service) -> extended(path, root, service, 0));
    Map<String, Node> members = new LinkedHashMap<>(root.members());
    members.put("services", services.get().withMembers(all));
    return root.withMembers(members);
  }

  /** The service with what it takes over; its own members count before those. */
  private Node extended(String path, Node root, Node service, int depth) {
    Optional<Node> extending = service.get("extends");
    if (extending.isEmpty() || depth > DEEPEST) {
      return service;
    }
    String name =
        extending
            .get()
            .scalar()
            .or(() -> extending.get().get("service").flatMap(Node::scalar))
            .orElse("");
    Optional<String> file =
        extending
            .get()
            .get("file")
            .flatMap(Node::scalar)
            .map(it -> Kustomizations.resolved(path, it));
    file.ifPresent(used::add);
    Optional<Node> other = file.isPresent() ? root(file.get()) : Optional.of(root);
    Optional<Node> base = other.flatMap(it -> it.find("services", name));
    return base.map(
            it ->
                service.withMembers(
                    merged(extended(file.orElse(path), other.get(), it, depth + 1), service, 0)
                        .members()))
        .orElse(service);
  }
}
