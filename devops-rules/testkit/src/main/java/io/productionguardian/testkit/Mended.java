package io.productionguardian.testkit;

import com.google.common.collect.Sets;
import io.productionguardian.document.Document;
import io.productionguardian.document.Document.Limits;
import io.productionguardian.document.Node;
import io.productionguardian.document.SourceFile;
import io.productionguardian.model.Placeholder;
import io.productionguardian.rule.Remedy;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.Violation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Epics after an edit, and whether two of them say the same. */
final class Mended {

  private Mended() {}

  /** An epic after the edit of a finding, filled in with those of the values that it asks for. */
  static Epic by(Rule rule, Violation violation, Map<String, ?> values, Epic epic) {
    Remedy remedy =
        violation
            .remedy()
            .orElseThrow(
                () -> Checks.failure(rule, epic, "has no remedy for: " + violation.message()));
    if (!(remedy instanceof Remedy.Edit edit)) {
      throw Checks.failure(rule, epic, "has no edit, but asks: " + remedy.members());
    }
    try {
      List<String> open = edit.placeholders().stream().map(Placeholder::name).toList();
      Map<String, ?> needed =
          values.entrySet().stream()
              .filter(value -> open.contains(value.getKey()))
              .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
      return Epic.of(edit.fill(needed).applyTo(epic.snapshot()));
    } catch (IllegalArgumentException e) {
      throw new AssertionError(
          Checks.id(rule) + " has an edit that does not fit " + epic + ": " + e.getMessage(), e);
    }
  }

  /** The first file that is in one only, or that says something else. */
  static Optional<String> difference(Epic one, Epic other) {
    return difference(one.files(), other.files())
        .or(() -> difference(one.repository(), other.repository()));
  }

  private static Optional<String> difference(
      Map<String, SourceFile> some, Map<String, SourceFile> others) {
    return Sets.union(some.keySet(), others.keySet()).stream()
        .sorted()
        .filter(
            path ->
                !Optional.ofNullable(some.get(path))
                    .map(Mended::said)
                    .equals(Optional.ofNullable(others.get(path)).map(Mended::said)))
        .findFirst();
  }

  /** What a file says, whatever its spaces and the order of its members; or else its text. */
  private static Object said(SourceFile file) {
    Optional<Document> read =
        Document.Format.of(file.path()).map(format -> file.read(format, Limits.STANDARD));
    return read.filter(Document::complete)
        .<Object>map(document -> document.roots().stream().map(Mended::said).toList())
        .orElseGet(file::text);
  }

  private static Object said(Node node) {
    if (!node.isObject() && !node.isList()) {
      return node.kind() + " " + node.scalar().orElse("");
    }
    return node.isList()
        ? node.items().stream().map(Mended::said).toList()
        : node.members().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, member -> said(member.getValue())));
  }
}
