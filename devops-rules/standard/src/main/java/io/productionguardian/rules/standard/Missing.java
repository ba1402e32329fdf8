package io.productionguardian.rules.standard;

import io.productionguardian.document.Node;
import io.productionguardian.rule.AppliesBy;
import io.productionguardian.rule.Remedy;
import io.productionguardian.rule.Template;
import java.util.List;
import java.util.Map;

/** Remedies for members that are not there. */
public final class Missing {

  private Missing() {}

  /** Adds a value where it belongs, with the objects on the way to it that are missing too. */
  public static Remedy.AddMember member(AppliesBy by, Node root, Template value, String... path) {
    Node parent = root;
    List<String> rest = List.of(path);
    while (rest.size() > 1 && parent.get(rest.get(0)).isPresent()) {
      parent = parent.get(rest.get(0)).get();
      rest = rest.subList(1, rest.size());
    }
    Template content = value;
    for (int i = rest.size() - 1; i > 0; i--) {
      content = Template.object(Map.of(rest.get(i), content));
    }
    return Remedy.add(by, parent, rest.get(0), content);
  }
}
