package io.productionguardian.rules.standard;

import io.productionguardian.document.Node;
import io.productionguardian.rule.Remedy;
import java.util.List;

/** Remedies for members that are not there. */
public final class Missing {

  private Missing() {}

  /** Adds a value where it belongs, with the objects on the way to it that are missing too. */
  public static Remedy member(Node root, String json, String... path) {
    Node parent = root;
    List<String> rest = List.of(path);
    while (rest.size() > 1 && parent.get(rest.get(0)).isPresent()) {
      parent = parent.get(rest.get(0)).get();
      rest = rest.subList(1, rest.size());
    }
    StringBuilder content = new StringBuilder(json);
    for (int i = rest.size() - 1; i > 0; i--) {
      content.insert(0, "{\"" + rest.get(i) + "\": ").append('}');
    }
    return Remedy.add(parent, rest.get(0), content.toString());
  }
}
