package io.productionguardian.dossier;

import io.productionguardian.document.Document.Fault;
import io.productionguardian.document.Node;
import io.productionguardian.dossier.Sourced.Note;
import io.productionguardian.model.Rollback;
import io.productionguardian.model.Rollback.RollbackDrill;
import io.productionguardian.schema.SchemaName;
import io.productionguardian.schema.Schemas;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

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
}
