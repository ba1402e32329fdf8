package io.productionguardian.rules.standard.input;

import io.productionguardian.dossier.Dossier;
import io.productionguardian.model.Severity;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Violation;
import io.productionguardian.rules.standard.Owners;
import java.util.List;

/** The required artifacts can be read to the last character. */
public final class ReadableArtifacts implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of("readable-artifacts", Severity.BLOCK, RuleInfo.Concern.INPUT)
          .summary("The required artifacts can be read to the last character.")
          .impact("Whatever the unread part says cannot be taken into account")
          .requirement(
              "Each required artifact is one JSON object in UTF-8 without duplicate " + "members")
          .suggestion("Fix the file at the named place; a JSON formatter shows the same fault")
          .action("repair_artifact")
          .example(
              """
              {"epic_id": "epic_25", "iteration": 1, "iteration": 2
              """,
              """
              {"epic_id": "epic_25", "iteration": 2}
              """)
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Dossier dossier, Settings settings) {
    return dossier.faults().stream()
        .filter(fault -> fault.kind().losesContent() && Faults.inRequiredArtifact(fault))
        .map(
            fault ->
                Violation.at(fault.place(), fault.message())
                    .remedy(Owners.toCorrect(fault.place(), fault.message())))
        .toList();
  }
}
