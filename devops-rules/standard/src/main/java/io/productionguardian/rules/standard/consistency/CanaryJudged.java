package io.productionguardian.rules.standard.consistency;

import io.productionguardian.document.SourceLocation;
import io.productionguardian.dossier.Dossier;
import io.productionguardian.dossier.Sourced;
import io.productionguardian.model.Severity;
import io.productionguardian.model.Strategy.StrategyType;
import io.productionguardian.rule.Remedy;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Template;
import io.productionguardian.rule.Violation;
import io.productionguardian.rules.standard.Owners;
import io.productionguardian.rules.standard.PublishedExamples;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A canary has a metric to judge it and replicas to share the traffic with. */
public final class CanaryJudged implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of("canary-judged", Severity.BLOCK, RuleInfo.Concern.CONSISTENCY)
          .summary("A canary has a metric to judge it and replicas to share the traffic with.")
          .impact("The canary is promoted without anybody knowing how it does")
          .requirement(
              "With a canary, a metric has an alert_threshold or an alert stands beside it, and there"
                  + " are at least two replicas")
          .suggestion("State a threshold for a metric and two replicas, or choose another strategy")
          .action("make_canary_judgeable")
          .example(
              """
              "deployment_strategy": {"type": "canary"},
              "infrastructure": {"resources_required": {"cpu": "100m", "memory": "128Mi",
                "replicas": 1}}
              """,
              """
              "deployment_strategy": {"type": "canary"},
              "infrastructure": {"resources_required": {"cpu": "100m", "memory": "128Mi",
                "replicas": 2}}
              """)
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Dossier dossier, Settings settings) {
    boolean canary =
        dossier.strategy().filter(fact -> fact.value().type() == StrategyType.CANARY).isPresent();
    if (!canary) {
      return List.of();
    }
    List<Violation> found = new ArrayList<>();
    dossier
        .resources()
        .filter(resources -> resources.value().replicas() < 2)
        .ifPresent(
            resources -> {
              SourceLocation replicas = resources.place("replicas");
              found.add(
                  Violation.at(
                          replicas, "A canary needs at least two replicas to share the traffic")
                      .remedy(
                          Remedy.replace(
                              Owners.of(replicas.file()), replicas, Template.json("2"))));
            });
    boolean judged =
        !dossier.alerts().isEmpty()
            || dossier.metrics().stream()
                .anyMatch(metric -> metric.node().get("alert_threshold").isPresent());
    Optional<Sourced<?>> unjudged =
        dossier.metrics().stream().<Sourced<?>>map(fact -> fact).findFirst();
    if (!judged && unjudged.isPresent()) { // without any metric another rule speaks
      found.add(
          Violation.at(unjudged.get().place(), "No threshold of a metric judges the canary")
              .remedy(
                  Remedy.add(
                      Owners.of(unjudged.get().place().file()),
                      unjudged.get().node(),
                      "alert_threshold",
                      Template.json("%s", PublishedExamples.CANARY_THRESHOLD))));
    }
    return found;
  }
}
