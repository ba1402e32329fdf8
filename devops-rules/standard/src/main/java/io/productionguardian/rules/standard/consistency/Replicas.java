package io.productionguardian.rules.standard.consistency;

import io.productionguardian.document.SourceLocation;
import io.productionguardian.dossier.Deployed.Autoscaler;
import io.productionguardian.dossier.Deployed.Container;
import io.productionguardian.dossier.Dossier;
import io.productionguardian.dossier.Sourced;
import io.productionguardian.model.Severity;
import io.productionguardian.rule.Remedy;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Template;
import io.productionguardian.rule.Violation;
import io.productionguardian.rules.standard.Missing;
import io.productionguardian.rules.standard.Owners;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** There are at least two replicas. */
public final class Replicas implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of("replicas", Severity.BLOCK, RuleInfo.Concern.CONSISTENCY)
          .summary("There are at least two replicas.")
          .impact("A single replica cannot be replaced or lost without downtime")
          .requirement(
              "replicas and min_replicas are 2 or more, where they are claimed and where they are"
                  + " deployed")
          .suggestion("Raise the number of replicas to 2")
          .action("add_replicas")
          .example(
              """
              "resources_required": {"cpu": "100m", "memory": "128Mi", "replicas": 1}
              """,
              """
              "resources_required": {"cpu": "100m", "memory": "128Mi", "replicas": 2}
              """)
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Dossier dossier, Settings settings) {
    List<Violation> found = new ArrayList<>();
    dossier
        .resources()
        .filter(resources -> resources.value().replicas() < 2)
        .ifPresent(
            resources -> found.add(single(resources.place("replicas"), "replicas is stated as 1")));
    dossier
        .scaling()
        .filter(scaling -> scaling.value().minReplicas() < 2)
        .filter(scaling -> scaling.node().get("min_replicas").isPresent())
        .ifPresent(
            scaling ->
                found.add(single(scaling.place("min_replicas"), "min_replicas is stated as 1")));
    for (Container container : dossier.containers()) {
      if (container.platform() == Container.Platform.KUBERNETES) {
        deployed(dossier, container).ifPresent(found::add);
      }
    }
    return found;
  }

  private static Violation single(SourceLocation place, String words) {
    return Violation.at(place, words + "; one replica cannot be replaced without downtime")
        .remedy(Remedy.replace(Owners.of(place.file()), place, Template.json("2")));
  }

  /** Where no number is stated, there is none to replace. */
  private static Violation one(Container container, Sourced<Integer> replicas) {
    String words = container.workload() + " is deployed with one replica";
    return replicas.node().isObject()
        ? Violation.at(replicas.place(), words + ", as Kubernetes runs where no number is stated")
            .remedy(
                Missing.member(Owners.DEVELOPER, replicas.node(), Template.json("2"), "replicas"))
        : single(replicas.place(), words);
  }

  /** With an autoscaler the workload states no number, and the autoscaler's least one counts. */
  private static Optional<Violation> deployed(Dossier dossier, Container container) {
    Optional<Autoscaler> scaler =
        dossier.evidence(Autoscaler.class).stream()
            .filter(each -> each.workload().equals(container.workload()))
            .min(Comparator.comparingInt(each -> each.minReplicas().map(Sourced::value).orElse(1)));
    if (scaler.isEmpty()) {
      return container
          .replicas()
          .filter(replicas -> replicas.value() < 2)
          .map(replicas -> one(container, replicas));
    }
    Optional<Sourced<Integer>> least = scaler.get().minReplicas();
    String words = "The autoscaler of " + container.workload() + " goes down to one replica";
    if (least.isEmpty()) { // Kubernetes takes 1
      return Optional.of(
          Violation.at(scaler.get().place(), words)
              .remedy(
                  Missing.member(
                      Owners.DEVELOPER,
                      scaler.get().node(),
                      Template.json("2"),
                      "spec",
                      "minReplicas")));
    }
    return least.filter(min -> min.value() < 2).map(min -> single(min.place(), words));
  }
}
