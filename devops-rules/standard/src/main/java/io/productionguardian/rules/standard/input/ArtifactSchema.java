package io.productionguardian.rules.standard.input;

import com.google.common.collect.ImmutableList;
import io.productionguardian.document.Document;
import io.productionguardian.document.Document.Fault;
import io.productionguardian.document.SourceLocation;
import io.productionguardian.dossier.Dossier;
import io.productionguardian.model.EpicLayout;
import io.productionguardian.model.Placeholder;
import io.productionguardian.model.Severity;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Violation;
import io.productionguardian.rules.standard.Corrections;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The required artifacts have the types that their published schemas state. */
public final class ArtifactSchema implements Rule {

  private static final Pattern EXPECTED = Pattern.compile("found, \\[?([a-z]+).*expected");

  private static final RuleInfo INFO =
      RuleInfo.of("artifact-schema", Severity.BLOCK, RuleInfo.Concern.INPUT)
          .summary("The required artifacts have the types that their published schemas " + "state.")
          .impact(
              "A member of another type cannot be judged, and what it says may be a "
                  + "reason to veto")
          .requirement(
              "review.json, implementation.json and plan.json are as schema/v1 " + "describes them")
          .suggestion("Give the member at the named place the type that is named")
          .action("correct_artifact_types")
          .example(
              """
              "blockers": "none"
              """,
              """
              "blockers": []
              """)
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Dossier dossier, Settings settings) {
    return EpicLayout.REQUIRED.stream()
        .map(EpicLayout::artifact)
        .flatMap(path -> dossier.violations().getOrDefault(path, ImmutableList.of()).stream())
        .filter(v -> !isNull(dossier, v.place()))
        .map(
            v ->
                Violation.at(v.place(), v.message())
                    .remedy(Corrections.of(dossier, v.place(), expected(v), v.message())))
        .toList();
  }

  /** What is null counts as absent; where it is needed, the rule that needs it says so. */
  private static boolean isNull(Dossier dossier, SourceLocation place) {
    return dossier
        .document(place.file())
        .flatMap(Document::root)
        .map(root -> root.nearest(place.pointer()))
        .filter(node -> node.isNull() && node.pointer().equals(place.pointer()))
        .isPresent();
  }

  /** One value of the type that the validator names. */
  private static Optional<Placeholder> expected(Fault violation) {
    Matcher type = EXPECTED.matcher(violation.message());
    return !type.find()
        ? Optional.empty()
        : switch (type.group(1)) {
          case "boolean" -> Optional.of(Placeholder.bool("value", true));
          case "integer" -> Optional.of(Placeholder.integer("value", 1));
          case "number" -> Optional.of(Placeholder.number("value", BigDecimal.ONE));
          case "string" -> Optional.of(Placeholder.text("value", "example text"));
          default -> Optional.empty();
        };
  }
}
