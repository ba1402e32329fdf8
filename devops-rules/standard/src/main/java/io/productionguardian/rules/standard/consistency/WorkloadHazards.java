package io.productionguardian.rules.standard.consistency;

import io.productionguardian.dossier.Deployed.Hazard;
import io.productionguardian.dossier.Dossier;
import io.productionguardian.model.Severity;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Violation;
import java.util.List;

/** The service runs without rights on its node. */
public final class WorkloadHazards implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of("workload-hazards", Severity.WARN, RuleInfo.Concern.EVIDENCE)
          .summary("The service runs without rights on its node.")
          .impact("Whoever breaks into the service has the node and all that runs on it")
          .requirement(
              "No container of the service is privileged, is on the network or sees"
                  + " the processes of its node, has the socket of a container engine, or"
                  + " runs as root")
          .suggestion(
              "Take the right away, or waive the finding with the reason why the"
                  + " service needs it")
          .action("drop_privileges")
          .example(
              """
              securityContext: {privileged: true}
              """,
              """
              securityContext: {runAsNonRoot: true, allowPrivilegeEscalation: false}
              """)
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Dossier dossier, Settings settings) {
    return Hazards.of(dossier)
        .filter(hazard -> hazard.kind() != Hazard.Kind.RECREATE)
        .map(
            hazard -> Violation.at(hazard.place(), hazard.workload() + " " + hazard.kind().words()))
        .toList();
  }
}
