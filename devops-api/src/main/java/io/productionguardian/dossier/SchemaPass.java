package io.productionguardian.dossier;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.productionguardian.document.Document;
import io.productionguardian.document.Document.Fault;
import io.productionguardian.document.Node;
import io.productionguardian.model.EpicLayout;
import io.productionguardian.schema.SchemaName;
import io.productionguardian.schema.Schemas;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What the published schemas do not allow in artifacts, messages and the decision log, by path. */
final class SchemaPass {

  static final ImmutableMap<String, SchemaName> ARTIFACT_SCHEMAS =
      ImmutableMap.of(
          "review", SchemaName.REVIEW,
          "implementation", SchemaName.IMPLEMENTATION,
          "plan", SchemaName.PLAN,
          "deployment", SchemaName.OPERATIONS);

  static final Function<Dossier, Map<String, List<Fault>>> OF = SchemaPass::of;

  private SchemaPass() {}

  static Map<String, List<Fault>> of(Dossier dossier) {
    ImmutableMap.Builder<String, List<Fault>> violations = ImmutableMap.builder();
    ARTIFACT_SCHEMAS.forEach(
        (name, schema) ->
            dossier
                .artifact(name)
                .flatMap(Document::root)
                .ifPresent(root -> put(violations, root.file(), List.of(root), schema)));
    dossier
        .messages()
        .forEach(
            message ->
                put(
                    violations,
                    message.node().file(),
                    List.of(message.node()),
                    SchemaName.MESSAGE));
    if (!dossier.log().isEmpty()) {
      put(
          violations,
          EpicLayout.DECISION_LOG,
          dossier.log().stream().map(LogEntry::node).toList(),
          SchemaName.DECISION_ENTRY);
    }
    return violations.buildOrThrow();
  }

  private static void put(
      ImmutableMap.Builder<String, List<Fault>> violations,
      String file,
      List<Node> roots,
      SchemaName schema) {
    List<Fault> found =
        roots.stream()
            .flatMap(root -> Schemas.validate(schema, root).stream())
            .collect(ImmutableList.toImmutableList());
    if (!found.isEmpty()) {
      violations.put(file, found);
    }
  }
}
