package io.productionguardian.rules.standard.input;

import com.google.common.collect.ImmutableList;
import io.productionguardian.dossier.Dossier;
import io.productionguardian.model.Severity;
import io.productionguardian.rule.Remedy;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Violation;
import io.productionguardian.schema.SchemaViolation;
import java.util.List;
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
    return Dossier.REQUIRED.stream()
        .map(Dossier::artifactPath)
        .flatMap(path -> dossier.violations().getOrDefault(path, ImmutableList.of()).stream())
        .map(v -> Violation.at(v.place(), v.message()).remedy(remedy(v)))
        .toList();
  }

  /** A value of the type that the validator names; what it says of other faults is taken away. */
  private static Remedy remedy(SchemaViolation violation) {
    Matcher type = EXPECTED.matcher(violation.message());
    String json =
        !type.find()
            ? ""
            : switch (type.group(1)) {
              case "array" -> "[]";
              case "object" -> "{}";
              case "boolean" -> "\"<which of the two, e.g. true>\"";
              case "integer", "number" -> "\"<how many, e.g. 1>\"";
              default -> "\"<in words, e.g. text>\"";
            };
    return json.isEmpty()
        ? Remedy.remove(violation.place())
        : Remedy.replace(violation.place(), json);
  }
}
