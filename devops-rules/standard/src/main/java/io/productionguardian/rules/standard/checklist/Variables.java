package io.productionguardian.rules.standard.checklist;

import io.productionguardian.document.Document;
import io.productionguardian.document.Node;
import io.productionguardian.document.SourceFile;
import io.productionguardian.dossier.Deployed.Container;
import io.productionguardian.dossier.Dossier;
import io.productionguardian.dossier.Sourced;
import io.productionguardian.policy.Catalog;
import io.productionguardian.rule.AppliesBy;
import io.productionguardian.rule.Remedy;
import io.productionguardian.rule.Template;
import io.productionguardian.rules.standard.secrets.ClearText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The variables that a container is started with, or that an artifact says the service gets.
 *
 * @param container the container, unless an artifact says so
 * @param values the variables by name
 */
record Variables(Optional<Container> container, Map<String, Sourced<String>> values) {

  /** Those of the service's own containers and of the artifacts. */
  static Stream<Variables> of(Dossier dossier) {
    return Stream.concat(
        dossier.containers().stream()
            .map(container -> new Variables(Optional.of(container), container.environment())),
        dossier.environment().isEmpty()
            ? Stream.of()
            : Stream.of(new Variables(Optional.empty(), dossier.environment())));
  }

  Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name)).map(fact -> fact.value().strip());
  }

  /**
   * Gives a variable another value.
   *
   * @param from the part of the value that changes
   * @param to what it becomes
   */
  static Optional<Remedy> replace(
      Dossier dossier, Catalog catalog, String name, Sourced<String> fact, String from, String to) {
    String value = ClearText.redacted(name, fact.value().replace(from, to), catalog);
    if (roots(dossier, fact.node()) == 1) {
      boolean item = !fact.node().scalar().equals(Optional.of(fact.value()));
      return Optional.of(
          Remedy.replace(
              AppliesBy.MACHINE,
              fact.place(),
              Template.json("%s", item ? name + "=" + value : value)));
    }
    return line(dossier, fact.node())
        .filter(line -> line.contains(from))
        .map(line -> ClearText.redacted(name, line.replace(from, to), catalog))
        .map(line -> Remedy.line(AppliesBy.MACHINE, fact.place(), Template.text(line)));
  }

  /** The documents of a file; only where there is one does a pointer say which is meant. */
  static int roots(Dossier dossier, Node node) {
    return Optional.ofNullable(dossier.deployFiles().get(node.file()))
        .or(() -> dossier.document(node.file()))
        .map(Document::roots)
        .map(List::size)
        .orElse(1);
  }

  private static Optional<String> line(Dossier dossier, Node node) {
    return Optional.ofNullable(dossier.inputs().repository().get(node.file()))
        .or(() -> dossier.inputs().file(node.file()))
        .map(SourceFile::text)
        .flatMap(text -> text.lines().skip(node.line() - 1L).findFirst());
  }
}
