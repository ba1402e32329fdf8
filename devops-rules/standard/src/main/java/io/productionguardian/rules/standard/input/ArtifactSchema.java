package io.productionguardian.rules.standard.input;

import com.google.common.collect.ImmutableList;
import io.productionguardian.dossier.Dossier;
import io.productionguardian.model.Severity;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Violation;
import java.util.List;

/** The required artifacts have the types that their published schemas state. */
public final class ArtifactSchema implements Rule {

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
        .map(v -> Violation.at(v.place(), v.message()))
        .toList();
  }
}
