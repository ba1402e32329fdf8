package io.productionguardian.rules.standard.input;

import io.productionguardian.dossier.Dossier;
import io.productionguardian.model.Severity;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Violation;
import io.productionguardian.rules.standard.Owners;
import java.util.List;

/** Deploy files can be read to the last character. */
public final class DeployFileReadable implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of("deploy-file-readable", Severity.WARN, RuleInfo.Concern.INPUT)
          .summary("Deploy files can be read to the last character.")
          .impact("The unread part may say how the service really runs")
          .requirement(
              "Each deploy file of the repository is well-formed, no folder of them"
                  + " is a link, and each kustomization can be built here; where nothing"
                  + " else shows what is deployed, evidence-readable blocks")
          .suggestion(
              "Fix the file at the named place; give what cannot be built here as"
                  + " rendered manifests")
          .action("repair_deploy_file")
          .example(
              """
              k8s/api.yaml:  spec: {replicas: 2
              """,
              """
              k8s/api.yaml:  spec: {replicas: 2}
              """)
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Dossier dossier, Settings settings) {
    return dossier.evidenceFaults().stream()
        .filter(fault -> fault.kind().losesContent() && Faults.besideWhatIsDeployed(dossier, fault))
        .filter(fault -> !Faults.inTemplate(dossier, fault) && !Faults.inAlertRules(dossier, fault))
        .map(
            fault ->
                Violation.at(fault.place(), fault.message())
                    .remedy(Owners.toCorrect(fault.place(), fault.message())))
        .toList();
  }
}
