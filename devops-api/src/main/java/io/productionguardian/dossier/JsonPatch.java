package io.productionguardian.dossier;

import io.productionguardian.document.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Applies operations of a JSON patch (RFC 6902): add, replace, remove and test. */
final class JsonPatch {

  private JsonPatch() {}

  /** The document after an operation; empty where it does not fit, or is none of these. */
  static Optional<Node> applied(Node document, Node operation) {
    String path = operation.get("path").flatMap(Node::text).orElse("");
    Node value = operation.members().get("value");
    return switch (operation.get("op").flatMap(Node::text).orElse("")) {
      case "add", "replace" ->
          value == null || path.isEmpty()
              ? Optional.empty()
              : changed(document, steps(path), 0, Optional.of(value), operation);
      case "remove" ->
          path.isEmpty()
              ? Optional.empty()
              : changed(document, steps(path), 0, Optional.empty(), operation);
      case "test" -> Optional.of(document);
      default -> Optional.empty();
    };
  }

  private static List<String> steps(String path) {
    List<String> steps = new ArrayList<>();
    for (String step : path.substring(path.startsWith("/") ? 1 : 0).split("/", -1)) {
      steps.add(step.replace("~1", "/").replace("~0", "~"));
    }
    return steps;
  }

  private static Optional<Node> changed(
      Node in, List<String> steps, int at, Optional<Node> value, Node operation) {
    boolean last = at == steps.size() - 1;
    return in.isList()
        ? inList(in, steps, at, last, value, operation)
        : in.isObject() ? inObject(in, steps, at, last, value, operation) : Optional.empty();
  }

  private static Optional<Node> inObject(
      Node in, List<String> steps, int at, boolean last, Optional<Node> value, Node operation) {
    Map<String, Node> members = new LinkedHashMap<>(in.members());
    String step = steps.get(at);
    boolean adds = operation.get("op").flatMap(Node::text).filter("add"::equals).isPresent();
    if (last) {
      if (!members.containsKey(step) && !adds) {
        return Optional.empty();
      }
      value.ifPresentOrElse(it -> members.put(step, it), () -> members.remove(step));
      return Optional.of(in.withMembers(members));
    }
    return Optional.ofNullable(members.get(step))
        .flatMap(below -> changed(below, steps, at + 1, value, operation))
        .map(
            below -> {
              members.put(step, below);
              return in.withMembers(members);
            });
  }

  private static Optional<Node> inList(
      Node in, List<String> steps, int at, boolean last, Optional<Node> value, Node operation) {
    List<Node> items = new ArrayList<>(in.items());
    String step = steps.get(at);
    boolean adds = operation.get("op").flatMap(Node::text).filter("add"::equals).isPresent();
    if (last && adds && step.equals("-") && value.isPresent()) {
      items.add(value.get());
      return Optional.of(in.withItems(items));
    }
    if (!step.matches("[0-9]{1,6}")) {
      return Optional.empty();
    }
    int index = Integer.parseInt(step);
    if (index > items.size() || (index == items.size() && !(last && adds))) {
      return Optional.empty();
    }
    if (!last) {
      return changed(items.get(index), steps, at + 1, value, operation)
          .map(
              below -> {
                items.set(index, below);
                return in.withItems(items);
              });
    }
    if (value.isEmpty()) {
      items.remove(index);
    } else if (adds) {
      items.add(index, value.get());
    } else {
      items.set(index, value.get());
    }
    return Optional.of(in.withItems(items));
  }
}
