package io.productionguardian.rules.standard;

import io.productionguardian.document.Document;
import io.productionguardian.document.Node;
import io.productionguardian.document.SourceLocation;
import io.productionguardian.dossier.Dossier;
import io.productionguardian.model.Placeholder;
import io.productionguardian.rule.AppliesBy;
import io.productionguardian.rule.Remedy;
import io.productionguardian.rule.Template;
import java.util.Optional;

/** Remedies for values that have not the form that is expected of them. */
public final class Corrections {

  private Corrections() {}

  /**
   * Takes the quotation marks off a number or a truth value, which any machine may do; otherwise
   * leaves the value open for its agent. Where one value does not do, or somebody must vouch for
   * it, its agent is asked.
   *
   * @param expected a value of the expected form, if one value does
   * @param words what is expected, one sentence
   */
  public static Remedy of(
      Dossier dossier, SourceLocation place, Optional<Placeholder> expected, String words) {
    if (expected.isEmpty() || Owners.mustVouch(place)) {
      return Owners.toCorrect(place, words);
    }
    Placeholder open = expected.get();
    return quoted(dossier, place, open.type())
        .orElseGet(() -> Remedy.replace(Owners.of(place.file()), place, Template.json("%s", open)));
  }

  /** What stands in quotation marks where a number or a truth value belongs, without them. */
  public static Optional<Remedy> quoted(
      Dossier dossier, SourceLocation place, Placeholder.Type type) {
    return type == Placeholder.Type.TEXT || Owners.mustVouch(place)
        ? Optional.empty()
        : dossier
            .document(place.file())
            .flatMap(Document::root)
            .map(root -> root.nearest(place.pointer()))
            .filter(node -> node.pointer().equals(place.pointer()))
            .flatMap(Node::text)
            .map(String::strip)
            .filter(type::reads)
            .map(value -> Remedy.replace(AppliesBy.MACHINE, place, Template.json(value)));
  }
}
