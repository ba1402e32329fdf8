package io.productionguardian.rules.standard.consistency;

import io.productionguardian.dossier.Deployed.Container;
import io.productionguardian.dossier.Deployed.DisruptionBudget;
import io.productionguardian.dossier.Dossier;
import io.productionguardian.dossier.Sourced;
import io.productionguardian.model.Severity;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Violation;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** A disruption budget lets at least one pod go. */
public final class DisruptionBudgets implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of("disruption-budget", Severity.WARN, RuleInfo.Concern.CONSISTENCY)
          .summary("A disruption budget lets at least one pod go.")
          .impact("No node can be drained, and upgrades of the cluster stand still")
          .requirement(
              "minAvailable is below the number of replicas and not 100%, maxUnavailable is not 0")
          .suggestion("Set maxUnavailable: 1")
          .action("fix_disruption_budget")
          .example(
              """
              kind: PodDisruptionBudget
              spec: {minAvailable: 2}       # of 2 replicas
              """,
              """
              kind: PodDisruptionBudget
              spec: {maxUnavailable: 1}
              """)
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Dossier dossier, Settings settings) {
    OptionalInt replicas =
        dossier.containers().stream()
            .map(Container::replicas)
            .flatMap(Optional::stream)
            .mapToInt(Sourced::value)
            .max();
    return dossier.evidence(DisruptionBudget.class).stream()
        .filter(budget -> isOwn(dossier, budget))
        .flatMap(budget -> blocked(budget, replicas).stream())
        .map(
            limit ->
                Violation.at(
                    limit.place(), "The disruption budget lets no pod go: " + limit.value()))
        .toList();
  }

  /** Its selector names a workload of the service; without a selector of names, it may. */
  private static boolean isOwn(Dossier dossier, DisruptionBudget budget) {
    List<String> names =
        budget.node().find("spec", "selector", "matchLabels").stream()
            .flatMap(
                labels ->
                    Stream.of("app", "app.kubernetes.io/name", "name", "k8s-app", "component")
                        .flatMap(label -> labels.get(label).stream()))
            .flatMap(value -> value.scalar().stream())
            .toList();
    return names.isEmpty()
        || dossier.containers().isEmpty()
        || dossier.containers().stream().map(Container::workload).anyMatch(names::contains)
        || dossier.service().filter(own -> names.contains(own.value().name())).isPresent();
  }

  private static Optional<Sourced<String>> blocked(DisruptionBudget budget, OptionalInt replicas) {
    return budget
        .maxUnavailable()
        .filter(most -> most.value().matches("0%?"))
        .or(
            () ->
                budget
                    .minAvailable()
                    .filter(
                        least ->
                            least.value().equals("100%")
                                || (least.value().matches("[0-9]{1,6}")
                                    && replicas.isPresent()
                                    && Integer.parseInt(least.value()) >= replicas.getAsInt())));
  }
}
