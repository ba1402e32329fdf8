package io.productionguardian.rules.standard.consistency;

import io.productionguardian.dossier.Deployed.Autoscaler;
import io.productionguardian.dossier.Dossier;
import io.productionguardian.model.Severity;
import io.productionguardian.rule.Remedy;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Template;
import io.productionguardian.rule.Violation;
import io.productionguardian.rules.standard.Owners;
import java.util.List;

/** An autoscaler's most replicas are no fewer than its least. */
public final class AutoscalerBounds implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of("autoscaler-bounds", Severity.BLOCK, RuleInfo.Concern.CONSISTENCY)
          .summary("An autoscaler's most replicas are no fewer than its least.")
          .impact("Kubernetes refuses the autoscaler, and the rollout stops half way")
          .requirement("maxReplicas of each HorizontalPodAutoscaler is at least its minReplicas")
          .suggestion("Raise maxReplicas or lower minReplicas")
          .action("fix_autoscaler")
          .example(
              """
              kind: HorizontalPodAutoscaler
              spec: {minReplicas: 4, maxReplicas: 2}
              """,
              """
              kind: HorizontalPodAutoscaler
              spec: {minReplicas: 2, maxReplicas: 4}
              """)
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Dossier dossier, Settings settings) {
    return dossier.evidence(Autoscaler.class).stream()
        .filter(scaler -> scaler.maxReplicas().isPresent() && scaler.minReplicas().isPresent())
        .filter(
            scaler ->
                scaler.maxReplicas().orElseThrow().value()
                    < scaler.minReplicas().orElseThrow().value())
        .map(
            scaler ->
                Violation.at(
                        scaler.maxReplicas().orElseThrow().place(),
                        "The autoscaler of %s may go up to %s and not below %s"
                            .formatted(
                                scaler.workload(),
                                scaler.maxReplicas().orElseThrow().value(),
                                scaler.minReplicas().orElseThrow().value()))
                    .remedy(
                        Remedy.replace(
                            Owners.DEVELOPER,
                            scaler.maxReplicas().orElseThrow().place(),
                            Template.json("%s", scaler.minReplicas().orElseThrow().value()))))
        .toList();
  }
}
