package io.productionguardian.rules.standard.input;

import io.productionguardian.dossier.Dossier;
import io.productionguardian.model.Severity;
import io.productionguardian.rule.AppliesBy;
import io.productionguardian.rule.Remedy;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Violation;
import java.util.List;

/** No message to devops and no log entry is so broken that it could hide a veto. */
public final class ReadableVetoes implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of("readable-vetoes", Severity.BLOCK, RuleInfo.Concern.INPUT)
          .summary(
              "No message to devops and no log entry is so broken that it could hide a " + "veto.")
          .impact("Another agent's veto may stand in what cannot be read")
          .requirement(
              "Every message in the devops inbox and every log entry can be read at "
                  + "least up to its type or decision")
          .suggestion(
              "Fix the message or log entry at the named place, or move it out of the "
                  + "folder after reading it")
          .action("repair_message")
          .example(
              """
              from: quality
              subject: "VETO" for now
              type: veto
              """,
              """
              from: quality
              subject: "VETO for now"
              type: veto
              """)
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Dossier dossier, Settings settings) {
    return dossier.faults().stream()
        .filter(fault -> Faults.mayHideVeto(dossier, fault))
        .map(
            fault ->
                Violation.at(fault.place(), fault.message() + "; it may hide a veto")
                    .remedy(
                        Remedy.ask(
                            AppliesBy.PERSON,
                            "Read %s, and let its sender write it again as it was meant"
                                .formatted(fault.place()))))
        .toList();
  }
}
