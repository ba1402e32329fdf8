package io.productionguardian.rules.standard.input;

import io.productionguardian.document.Document.Fault;
import io.productionguardian.dossier.Dossier;
import io.productionguardian.model.Severity;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Violation;
import java.util.List;
import java.util.stream.Stream;

/** Every file of the folder is well-formed. */
public final class OddInput implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of("odd-input", Severity.WARN, RuleInfo.Concern.INPUT)
          .summary("Every file of the folder is well-formed.")
          .impact("Other tools read such a file differently or not at all")
          .requirement(
              "Files are UTF-8 without byte order mark; JSON, JSON Lines and YAML "
                  + "parse; no merge-conflict marker is left")
          .suggestion("Fix the file at the named place")
          .action("repair_file")
          .example(
              """
              subject: Fix for the relay: it closed too early
              """,
              """
              subject: "Fix for the relay: it closed too early"
              """)
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Dossier dossier, Settings settings) {
    Stream<Fault> templates =
        dossier.evidenceFaults().stream().filter(fault -> Faults.inTemplate(dossier, fault));
    return Stream.concat(templates, epic(dossier))
        .map(fault -> Violation.at(fault.place(), fault.message()))
        .toList();
  }

  private static Stream<Fault> epic(Dossier dossier) {
    return dossier.faults().stream()
        .filter(
            fault ->
                !(fault.kind().losesContent() && Faults.inRequiredArtifact(fault))
                    && !Faults.mayHideVeto(dossier, fault)
                    && !Faults.isOfEvidence(fault));
  }
}
