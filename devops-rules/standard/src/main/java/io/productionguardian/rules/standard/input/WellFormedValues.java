package io.productionguardian.rules.standard.input;

import io.productionguardian.dossier.Dossier;
import io.productionguardian.model.Severity;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Violation;
import io.productionguardian.rules.standard.Corrections;
import java.util.List;

/** Values of the operational sections mean something where they stand. */
public final class WellFormedValues implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of("well-formed-values", Severity.BLOCK, RuleInfo.Concern.INPUT)
          .summary("Values of the operational sections mean something where they stand.")
          .impact("The value counts as absent, and nothing can be deployed with it")
          .requirement(
              "Names, quantities, durations, paths and commands have the forms that "
                  + "their consumers accept")
          .suggestion("Replace the value at the named place by one of the form that is named")
          .action("correct_values")
          .example(
              """
              "infrastructure": {"resources_required": {"cpu": "a lot", "memory": "128Mi"}}
              """,
              """
              "infrastructure": {"resources_required": {"cpu": "100m", "memory": "128Mi"}}
              """)
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Dossier dossier, Settings settings) {
    return dossier.malformedValues().stream()
        .map(
            remark ->
                Violation.at(remark.place(), remark.message())
                    .remedy(
                        Corrections.of(
                            dossier, remark.place(), remark.example(), remark.message())))
        .toList();
  }
}
