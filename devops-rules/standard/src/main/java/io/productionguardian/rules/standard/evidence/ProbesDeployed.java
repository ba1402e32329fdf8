package io.productionguardian.rules.standard.evidence;

import io.productionguardian.dossier.Deployed.Container;
import io.productionguardian.dossier.Deployed.HealthCheck;
import io.productionguardian.dossier.Dossier;
import io.productionguardian.dossier.Sourced;
import io.productionguardian.model.MustHave;
import io.productionguardian.model.Service.Probe;
import io.productionguardian.model.Severity;
import io.productionguardian.model.VetoTrigger;
import io.productionguardian.rule.AppliesBy;
import io.productionguardian.rule.Remedy;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Violation;
import io.productionguardian.rules.standard.Missing;
import io.productionguardian.rules.standard.Owners;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The manifests deploy the readiness and liveness probes that are claimed. */
public final class ProbesDeployed implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of("probes-deployed", Severity.BLOCK, RuleInfo.Concern.EVIDENCE)
          .trigger(VetoTrigger.NO_HEALTH_CHECKS)
          .mustHave(MustHave.HEALTH_CHECKS)
          .summary("The manifests deploy the readiness and liveness probes that are claimed.")
          .impact("Kubernetes sends traffic to pods that cannot serve and never restarts hung ones")
          .requirement("Each container of the service has a readinessProbe and a livenessProbe")
          .suggestion("Add the missing probe to the container in the manifest")
          .action("add_probes")
          .example(
              """
              containers:
                - name: api
                  image: registry.example.com/api:1.4.2
              """,
              """
              containers:
                - name: api
                  image: registry.example.com/api:1.4.2
                  readinessProbe: {httpGet: {path: /health, port: 8080}}
                  livenessProbe: {httpGet: {path: /health, port: 8080}}
              """)
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Dossier dossier, Settings settings) {
    return dossier.containers().stream()
        .filter(container -> container.platform() == Container.Platform.KUBERNETES)
        .flatMap(
            container ->
                Stream.of(
                        missing(
                            dossier, container, HealthCheck.Role.READINESS, dossier.readiness()),
                        missing(dossier, container, HealthCheck.Role.LIVENESS, dossier.liveness()))
                    .flatMap(Optional::stream))
        .toList();
  }

  private static Optional<Violation> missing(
      Dossier dossier, Container container, HealthCheck.Role role, Optional<Sourced<Probe>> claim) {
    if (container.check(role).isPresent()) {
      return Optional.empty();
    }
    String name = role == HealthCheck.Role.READINESS ? "readinessProbe" : "livenessProbe";
    return Optional.of(
        Violation.at(
                container.place(),
                container.name()
                    + " is deployed without a "
                    + name
                    + claim.map(fact -> ", which " + fact.place() + " claims").orElse(""))
            .remedy(
                isTakenAway(dossier, container, name)
                    ? Remedy.ask(
                        Owners.DEVELOPER,
                        "Change the patch that takes " + name + " away from " + container.place())
                    : Missing.member(
                        claimed(dossier, claim) ? AppliesBy.MACHINE : Owners.DEVELOPER,
                        container.node(),
                        Probes.json(dossier, claim),
                        name)));
  }

  /** Whether the file has it, and an overlay takes it away. */
  private static boolean isTakenAway(Dossier dossier, Container container, String name) {
    return Optional.ofNullable(dossier.deployFiles().get(container.node().file())).stream()
        .flatMap(file -> file.roots().stream())
        .map(root -> root.nearest(container.node().pointer()))
        .anyMatch(node -> node.place().equals(container.place()) && node.get(name).isPresent());
  }

  private static boolean claimed(Dossier dossier, Optional<Sourced<Probe>> claim) {
    return claim.isPresent() && dossier.service().isPresent();
  }
}
