package io.productionguardian.dossier;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.productionguardian.document.Document;
import io.productionguardian.document.Document.Fault;
import io.productionguardian.document.Document.Limits;
import io.productionguardian.document.Node;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Builds kustomizations as {@code kubectl kustomize} does, as far as it changes workloads: bases,
 * components, patches, images, replicas, prefixes. What else changes them is told as unread.
 */
final class Kustomizations {

  private static final Set<String> NAMES =
      ImmutableSet.of("kustomization.yaml", "kustomization.yml");

  /** They change workloads in ways that are not built here. */
  private static final List<String> UNKNOWN =
      List.of(
          "helmCharts",
          "helmChartInflationGenerator",
          "transformers",
          "generators",
          "replacements",
          "vars");

  private static final int DEEPEST = 20;

  private final NavigableMap<String, Document> files;
  private final List<Fault> faults = new ArrayList<>();
  private final Set<String> used = new HashSet<>();
  private final Map<String, List<Node>> built = new HashMap<>();

  Kustomizations(NavigableMap<String, Document> files) {
    this.files = files;
  }

  /** What the files come to: those that kustomizations use are replaced by what these build. */
  static Effective build(Effective before) {
    return new Kustomizations(before.files()).built(before);
  }

  private Effective built(Effective before) {
    List<String> all = files.keySet().stream().filter(Kustomizations::isOne).toList();
    all.forEach(this::objects); // which tells those that others use
    List<String> roots = all.stream().filter(path -> !used.contains(path)).toList();
    NavigableMap<String, Document> effective = new TreeMap<>(files);
    effective.keySet().removeAll(used);
    effective.keySet().removeAll(all);
    roots.forEach(
        path -> effective.put(path, new Document(path, objects(path), ImmutableList.of())));
    return new Effective(
        effective,
        Stream.concat(before.faults().stream(), faults.stream().distinct())
            .collect(ImmutableList.toImmutableList()),
        before.written());
  }

  private static boolean isOne(String path) {
    return NAMES.contains(path.substring(path.lastIndexOf('/') + 1));
  }

  /** The objects that a kustomization builds; each is built once, and none within itself. */
  private List<Node> objects(String path) {
    List<Node> known = built.get(path);
    if (known == null) {
      built.put(path, List.of());
      known = build(path);
      built.put(path, known);
    }
    return known;
  }

  private List<Node> build(String path) {
    Optional<Node> root = Optional.ofNullable(files.get(path)).flatMap(Document::root);
    if (root.isEmpty()) {
      return List.of();
    }
    for (String member : UNKNOWN) {
      root.get().get(member).ifPresent(node -> unread(node, member + " is not built"));
    }
    List<Node> objects = new ArrayList<>();
    for (String list : List.of("resources", "bases", "components")) {
      for (Node entry : items(root.get(), list)) {
        objects.addAll(resource(path, entry));
      }
    }
    patches(path, root.get(), objects);
    ImagesAndReplicas changes = new ImagesAndReplicas(root.get());
    objects.replaceAll(changes::applied);
    return objects;
  }

  private List<Node> resource(String path, Node entry) {
    String name = entry.text().orElse("");
    if (name.contains("://") || name.startsWith("github.com/") || name.contains("?ref=")) {
      unread(entry, "a base on another host is not read");
      return List.of();
    }
    String target = resolved(path, name);
    if (files.containsKey(target)) {
      used.add(target);
      return isOne(target) ? objects(target) : manifests(target);
    }
    Optional<String> below =
        NAMES.stream().map(file -> target + "/" + file).filter(files::containsKey).findFirst();
    if (below.isPresent()) {
      used.add(below.get());
      return objects(below.get());
    }
    List<String> folder =
        files.keySet().stream()
            .filter(file -> file.startsWith(target + "/"))
            .filter(file -> file.indexOf('/', target.length() + 1) < 0)
            .toList();
    used.addAll(folder);
    return folder.stream().flatMap(file -> manifests(file).stream()).toList();
  }

  private List<Node> manifests(String file) {
    return Optional.ofNullable(files.get(file)).map(Document::roots).orElse(List.of()).stream()
        .flatMap(Kustomizations::objects)
        .toList();
  }

  private static Stream<Node> objects(Node root) {
    return root.get("kind").flatMap(Node::text).filter(kind -> kind.endsWith("List")).isPresent()
        ? items(root, "items").stream().flatMap(Kustomizations::objects)
        : Stream.of(root);
  }

  private void patches(String path, Node root, List<Node> objects) {
    for (Node entry : items(root, "patchesStrategicMerge")) {
      parsed(path, entry).forEach(patch -> merge(objects, patch, Optional.empty()));
    }
    for (String list : List.of("patchesJson6902", "patches")) {
      for (Node entry : items(root, list)) {
        Optional<Node> patch = entry.get("path").or(() -> entry.get("patch"));
        patch.ifPresent(
            it ->
                parsed(path, it)
                    .forEach(
                        document -> {
                          if (document.isList()) {
                            operations(objects, document, entry.get("target"));
                          } else {
                            merge(objects, document, entry.get("target"));
                          }
                        }));
      }
    }
  }

  /** A patch in a file of its own, or within the kustomization, whose lines are kept. */
  private List<Node> parsed(String path, Node patch) {
    String text = patch.text().orElse("");
    String target = resolved(path, text.strip());
    if (files.containsKey(target)) {
      used.add(target);
      return files.get(target).roots();
    }
    if (!text.contains("\n") && !text.contains(":")) {
      unread(patch, "the patch is not among the deploy files");
      return List.of();
    }
    Document inline =
        Document.read(
            path,
            ("\n".repeat(patch.line()) + text).getBytes(StandardCharsets.UTF_8),
            Document.Format.YAML,
            Limits.STANDARD);
    if (!inline.complete()) {
      unread(patch, "the patch is no YAML");
    }
    return inline.roots();
  }

  private void merge(List<Node> objects, Node patch, Optional<Node> target) {
    objects.replaceAll(
        object ->
            target.map(it -> isTarget(it, object)).orElseGet(() -> isSame(patch, object))
                ? StrategicMerge.merged(object, patch)
                : object);
  }

  private void operations(List<Node> objects, Node operations, Optional<Node> target) {
    objects.replaceAll(
        object -> {
          if (target.filter(it -> isTarget(it, object)).isEmpty()) {
            return object;
          }
          Node patched = object;
          for (Node operation : operations.items()) {
            Optional<Node> next = JsonPatch.applied(patched, operation);
            if (next.isEmpty()) {
              unread(operation, "the operation does not fit what it is applied to");
              return object;
            }
            patched = next.get();
          }
          return patched;
        });
  }

  private static boolean isSame(Node patch, Node object) {
    return word(patch, "kind").equals(word(object, "kind"))
        && patch
            .find("metadata", "name")
            .flatMap(Node::scalar)
            .equals(object.find("metadata", "name").flatMap(Node::scalar));
  }

  /**
   * A target without a name, or without a kind, is all of them; its texts are anchored patterns.
   */
  private static boolean isTarget(Node target, Node object) {
    return target.get("kind").flatMap(Node::scalar).map(word(object, "kind")::equals).orElse(true)
        && target
            .get("name")
            .flatMap(Node::scalar)
            .map(
                name ->
                    name.equals(object.find("metadata", "name").flatMap(Node::scalar).orElse(""))
                        || name.equals(".*"))
            .orElse(true);
  }

  private static String word(Node node, String member) {
    return node.get(member).flatMap(Node::scalar).orElse("");
  }

  private static List<Node> items(Node root, String member) {
    return root.get(member).map(Node::items).orElse(List.of());
  }

  private void unread(Node node, String why) {
    faults.add(
        new Fault(node.place(), Fault.Kind.UNREAD, "the kustomization is not built: " + why));
  }

  /** A path that stands in a file, below the repository's root. */
  static String resolved(String file, String relative) {
    List<String> segments = new ArrayList<>();
    String folder = file.contains("/") ? file.substring(0, file.lastIndexOf('/') + 1) : "";
    for (String segment : (folder + relative).split("/", -1)) {
      if (segment.equals("..") && !segments.isEmpty()) {
        segments.remove(segments.size() - 1);
      } else if (!segment.isEmpty() && !segment.equals(".")) {
        segments.add(segment);
      }
    }
    return String.join("/", segments);
  }

  /** What a kustomization says of images and replicas. */
  private static final class ImagesAndReplicas {

    private final Map<String, Node> images;
    private final Map<String, Node> counts = new HashMap<>();

    ImagesAndReplicas(Node kustomization) {
      images = new HashMap<>();
      items(kustomization, "images").forEach(image -> images.put(word(image, "name"), image));
      for (Node replicas : items(kustomization, "replicas")) {
        replicas.get("count").ifPresent(count -> counts.put(word(replicas, "name"), count));
      }
    }

    Node applied(Node object) {
      Node count = counts.get(object.find("metadata", "name").flatMap(Node::scalar).orElse(""));
      Node changed =
          count != null && object.find("spec", "template").isPresent()
              ? withReplicas(object, object.find("spec").orElseThrow(), count)
              : object;
      return images.isEmpty() ? changed : withImages(changed, 0);
    }

    private static Node withReplicas(Node object, Node spec, Node count) {
      Map<String, Node> within = new LinkedHashMap<>(spec.members());
      within.put("replicas", count);
      Map<String, Node> members = new LinkedHashMap<>(object.members());
      members.put("spec", spec.withMembers(within));
      return object.withMembers(members);
    }

    /** Every member {@code image} below that has another name or version. */
    private Node withImages(Node node, int depth) {
      if (depth > DEEPEST) {
        return node;
      }
      if (node.isList()) {
        return node.withItems(
            node.items().stream().map(item -> withImages(item, depth + 1)).toList());
      }
      if (!node.isObject()) {
        return node;
      }
      Map<String, Node> members = new LinkedHashMap<>(node.members());
      members.replaceAll(
          (name, value) ->
              name.equals("image") && value.text().isPresent()
                  ? image(value, value.text().get())
                  : withImages(value, depth + 1));
      return node.withMembers(members);
    }

    private Node image(Node written, String text) {
      String bare = OwnContainers.bare(text);
      Node image = images.get(bare);
      if (image == null) {
        return written;
      }
      Optional<Node> version = image.get("digest").or(() -> image.get("newTag"));
      String sign = image.get("digest").isPresent() ? "@" : ":";
      return version
          .orElse(image)
          .withText(
              image.get("newName").flatMap(Node::scalar).orElse(bare)
                  + version
                      .flatMap(Node::scalar)
                      .map(it -> sign + it)
                      .orElse(text.substring(bare.length())));
    }
  }
}
