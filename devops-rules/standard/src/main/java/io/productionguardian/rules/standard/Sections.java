package io.productionguardian.rules.standard;

import io.productionguardian.document.Document;
import io.productionguardian.document.Node;
import io.productionguardian.dossier.Dossier;
import io.productionguardian.rule.Remedy;
import java.util.Optional;

/** Remedies for operational sections. */
public final class Sections {

  private Sections() {}

  /** Adds what belongs into the implementation, where such sections are looked for first. */
  public static Remedy add(Dossier dossier, String json, String... path) {
    return dossier
        .root("implementation")
        .map(root -> Missing.member(root, json, path))
        .orElseGet(
            () ->
                Remedy.add(
                    Dossier.artifactPath("implementation"), "/" + String.join("/", path), json));
  }

  /** Adds what belongs beside a node: another member of its object, or another item of its list. */
  public static Remedy beside(Dossier dossier, Node node, String member, String json) {
    return above(dossier, node)
        .map(parent -> Remedy.add(parent, parent.items().isEmpty() ? member : "-", json))
        .orElseGet(() -> add(dossier, json, member));
  }

  /** The object or list that a node of an artifact is part of. */
  public static Optional<Node> above(Dossier dossier, Node node) {
    String pointer = node.pointer();
    return pointer.isEmpty()
        ? Optional.empty()
        : dossier
            .document(node.file())
            .flatMap(Document::root)
            .map(root -> root.nearest(pointer.substring(0, pointer.lastIndexOf('/'))));
  }
}
