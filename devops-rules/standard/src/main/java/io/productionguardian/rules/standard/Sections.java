package io.productionguardian.rules.standard;

import io.productionguardian.document.Document;
import io.productionguardian.document.Node;
import io.productionguardian.dossier.Dossier;
import io.productionguardian.model.EpicLayout;
import io.productionguardian.rule.Remedy;
import io.productionguardian.rule.Template;
import io.productionguardian.schema.SchemaName;
import java.util.Optional;

/** Remedies for operational sections, which the developer states. */
public final class Sections {

  private Sections() {}

  /** Adds what belongs into the implementation, where such sections are looked for first. */
  public static Remedy add(Dossier dossier, Template value, String... path) {
    return dossier
        .root("implementation")
        .<Remedy>map(root -> Missing.member(Owners.DEVELOPER, root, value, path))
        .orElseGet(
            () ->
                Remedy.ask(
                    Owners.DEVELOPER,
                    "Write %s, with %s"
                        .formatted(EpicLayout.artifact("implementation"), String.join(".", path))));
  }

  /** The same, with where the schema says what is expected. */
  public static Remedy add(
      Dossier dossier, Template value, SchemaName schema, String definition, String path) {
    Remedy remedy = add(dossier, value, path);
    return remedy instanceof Remedy.AddMember add
        ? add.expecting(schema.fileName() + '#' + definition)
        : remedy;
  }

  /** Adds what belongs beside a node: another member of its object, or another item of its list. */
  public static Remedy beside(Dossier dossier, Node node, String member, Template value) {
    return above(dossier, node)
        .<Remedy>map(
            parent ->
                Remedy.add(
                    Owners.of(parent.file()),
                    parent,
                    parent.items().isEmpty() ? member : "-",
                    value))
        .orElseGet(() -> add(dossier, value, member));
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
