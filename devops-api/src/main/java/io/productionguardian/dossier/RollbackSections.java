package io.productionguardian.dossier;

import io.productionguardian.document.Document.Fault;
import io.productionguardian.document.Node;
import io.productionguardian.dossier.Sourced.Note;
import io.productionguardian.model.Rollback;
import io.productionguardian.model.Rollback.RollbackDrill;
import io.productionguardian.schema.SchemaName;
import io.productionguardian.schema.Schemas;
import io.productionguardian.text.PlainWord;
import io.productionguardian.text.TextParsing;
import io.productionguardian.text.Times;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads how to go back: {@code rollback} and the record of a drill. */
final class RollbackSections {

  private final SectionReader read;

  RollbackSections(SectionReader read) {
    this.read = read;
  }

  Optional<Rollback> rollback(Node node) {
    return Optional.of(
        new Rollback(
            SectionReader.texts(
                node, "triggers", "trigger_conditions", "automatic_rollback_triggers"),
            SectionReader.texts(node, "procedure", "full_rollback"),
            read.seconds(node, "time_to_rollback_seconds", "time_to_rollback")));
  }

  Optional<Sourced<RollbackDrill>> drill(Node node) {
    List<Fault> violations = Schemas.validate(SchemaName.ROLLBACK_DRILL, node);
    if (!violations.isEmpty()) {
      violations.forEach(v -> read.malformed().add(new Note(v.place(), v.message())));
      return Optional.empty();
    }
    Optional<String> doubt = doubt(node);
    if (doubt.isPresent()) {
      read.malformed().add(new Note(node.place(), doubt.get()));
      return Optional.empty();
    }
    return Optional.of(
        new Sourced<>(
            new RollbackDrill(
                read.text(node, "performed_at").orElseThrow(),
                read.text(node, "environment").orElseThrow(),
                read.text(node, "from_revision").orElseThrow(),
                read.text(node, "to_revision").orElseThrow(),
                node.get("duration_seconds").flatMap(Node::number).orElse(BigDecimal.ZERO),
                read.text(node, "outcome").orElse("").equals("passed")),
            node));
  }

  /** Why a record is of no drill that took place. */
  private static Optional<String> doubt(Node drill) {
    String performed = drill.get("performed_at").flatMap(Node::text).orElse("");
    String from = drill.get("from_revision").flatMap(Node::text).orElse("").strip();
    String to = drill.get("to_revision").flatMap(Node::text).orElse("").strip();
    if (Times.day(performed).isEmpty()) {
      return Optional.of(
          "performed_at is " + TextParsing.quoted(performed) + ", which is no day and time");
    }
    if (drill.get("duration_seconds").flatMap(Node::number).isEmpty()) {
      return Optional.of("duration_seconds is beyond any number that is understood");
    }
    if (from.equalsIgnoreCase(to)) {
      return Optional.of("the drill went from revision " + TextParsing.quoted(from) + " to itself");
    }
    return Stream.of("environment", "from_revision", "to_revision")
        .filter(member -> PlainWord.isNothing(drill.get(member).flatMap(Node::text).orElse("")))
        .findFirst()
        .map(member -> member + " states nothing");
  }
}
