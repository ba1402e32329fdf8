package io.productionguardian.testkit;

import io.productionguardian.document.Document;
import io.productionguardian.document.Document.Limits;
import io.productionguardian.document.Node;
import io.productionguardian.document.SourceFile;
import io.productionguardian.document.SourceLocation;
import io.productionguardian.dossier.Dossier;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Violation;
import java.util.List;
import java.util.Optional;

/** Asks rules, and holds each answer against what every answer must be. */
final class Checks {

  private Checks() {}

  /** What a rule finds, once it is sure that it is a proper answer. */
  static List<Violation> violations(Rule rule, Settings settings, Epic epic) {
    Dossier dossier = epic.dossier();
    List<Violation> violations = ask(rule, settings, dossier, epic);
    List<Violation> again = ask(rule, settings, dossier, epic);
    if (!violations.equals(again)) {
      throw failure(rule, epic, "says " + violations + " first, and then " + again);
    }
    for (Violation violation : violations) {
      fault(violation.place(), epic)
          .ifPresent(
              why -> {
                throw failure(rule, epic, "names " + violation.place() + why);
              });
      if (violation.message().isBlank()) {
        throw failure(rule, epic, "says nothing at " + violation.place());
      }
    }
    return violations;
  }

  private static List<Violation> ask(Rule rule, Settings settings, Dossier dossier, Epic epic) {
    try {
      return List.copyOf(rule.check(dossier, settings));
    } catch (RuntimeException | StackOverflowError e) {
      throw new AssertionError(id(rule) + " throws " + e + " on " + epic, e);
    }
  }

  /** Why nothing can stand at a place; a file that is missing is a place too, the whole of it. */
  static Optional<String> fault(SourceLocation place, Epic epic) {
    SourceFile file = epic.files().get(place.file());
    if (file == null) {
      file = epic.repository().get(place.file());
    }
    if (file == null) {
      return place.equals(SourceLocation.of(place.file())) && place.file().startsWith("consensus/")
          ? Optional.empty()
          : Optional.of(", a file that is not there");
    }
    return fault(place, file);
  }

  static Optional<String> fault(SourceLocation place, SourceFile file) {
    if (place.line() < 1 || place.column() < 1 || place.line() > lines(file)) {
      return Optional.of(", a line that the file does not have");
    }
    if (place.pointer().isEmpty()) {
      return Optional.empty();
    }
    Optional<Document.Format> format = Document.Format.of(file.path());
    if (format.isEmpty()) {
      return Optional.of(place.pointer() + ", but the file has no structure");
    }
    Document document = file.read(format.get(), Limits.STANDARD);
    return document.roots().stream().anyMatch(root -> leadsTo(root, place.pointer()))
        ? Optional.empty()
        : Optional.of(" with the pointer " + place.pointer() + ", where nothing stands");
  }

  private static boolean leadsTo(Node root, String pointer) {
    return root.nearest(pointer).pointer().equals(pointer);
  }

  private static long lines(SourceFile file) {
    return file.text().lines().count() + 1;
  }

  static AssertionError failure(Rule rule, Epic epic, String what) {
    return new AssertionError(id(rule) + " " + what + ", on " + epic);
  }

  static String id(Rule rule) {
    return "rule " + rule.info().id();
  }
}
