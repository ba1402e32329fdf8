package io.productionguardian.rules.standard.input;

import io.productionguardian.document.Document.Fault;
import io.productionguardian.dossier.Dossier;
import io.productionguardian.model.Severity;
import io.productionguardian.rule.Remedy;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Violation;
import io.productionguardian.rules.standard.Owners;
import java.util.List;

/** Deploy files and tools' reports can be read to the last character. */
public final class EvidenceReadable implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of("evidence-readable", Severity.BLOCK, RuleInfo.Concern.INPUT)
          .summary("Deploy files and tools' reports can be read to the last character.")
          .impact("The unread part may hold a vulnerability or say how the service really runs")
          .requirement(
              "Each file under evidence/ and each deploy file of the repository is well-formed"
                  + " JSON, YAML or XML; a template ({{ }}, {% %}) is no deploy file before it is filled")
          .suggestion("Fix the file at the named place, or let the tool write its report again")
          .action("repair_evidence")
          .example(
              """
              services:
                api:
                  image: "registry.example.com/api:1.4.2
              """,
              """
              services:
                api:
                  image: "registry.example.com/api:1.4.2"
              """)
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Dossier dossier, Settings settings) {
    return dossier.evidenceFaults().stream()
        .filter(fault -> fault.kind().losesContent() && !Faults.inTemplate(dossier, fault))
        .filter(
            fault ->
                Faults.inAlertRules(dossier, fault) || !Faults.besideWhatIsDeployed(dossier, fault))
        .map(fault -> Violation.at(fault.place(), fault.message()).remedy(remedy(fault)))
        .toList();
  }

  private static Remedy remedy(Fault fault) {
    return Owners.toCorrect(fault.place(), fault.message());
  }
}
