package io.productionguardian.dossier;

import io.productionguardian.document.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Merges a patch into a Kubernetes object: objects member by member, the lists that have a key item
 * by item, all other lists as a whole ({@code patchMergeKey} of the API's types).
 */
final class StrategicMerge {

  private static final Map<String, String> KEYS =
      Map.of(
          "containers", "name",
          "initContainers", "name",
          "volumes", "name",
          "env", "name",
          "imagePullSecrets", "name",
          "ports", "containerPort",
          "volumeMounts", "mountPath");

  private StrategicMerge() {}

  static Node merged(Node base, Node patch) {
    Map<String, Node> members = new LinkedHashMap<>(base.members());
    patch
        .members()
        .forEach(
            (name, value) -> {
              Node there = members.get(name);
              if (name.equals("$patch")) {
                return;
              }
              if (value.isNull() || isDeleted(value)) {
                members.remove(name);
              } else if (there == null) {
                members.put(name, value);
              } else if (there.isObject() && value.isObject()) {
                members.put(name, isReplaced(value) ? value : merged(there, value));
              } else if (there.isList() && value.isList() && KEYS.containsKey(name)) {
                members.put(name, items(there, value, KEYS.get(name)));
              } else {
                members.put(name, value);
              }
            });
    return base.withMembers(members);
  }

  private static Node items(Node there, Node patch, String key) {
    List<Node> items = new ArrayList<>(there.items());
    for (Node item : patch.items()) {
      Optional<String> id = item.get(key).flatMap(Node::scalar);
      int at = -1;
      for (int i = 0; i < items.size() && id.isPresent(); i++) {
        if (items.get(i).get(key).flatMap(Node::scalar).equals(id)) {
          at = i;
        }
      }
      if (isDeleted(item)) {
        if (at >= 0) {
          items.remove(at);
        }
      } else if (at < 0) {
        items.add(item);
      } else {
        items.set(at, merged(items.get(at), item));
      }
    }
    return there.withItems(items);
  }

  private static boolean isDeleted(Node value) {
    return value.get("$patch").flatMap(Node::text).filter("delete"::equals).isPresent();
  }

  private static boolean isReplaced(Node value) {
    return value.get("$patch").flatMap(Node::text).filter("replace"::equals).isPresent();
  }
}
