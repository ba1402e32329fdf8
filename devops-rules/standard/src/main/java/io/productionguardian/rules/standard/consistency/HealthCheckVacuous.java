package io.productionguardian.rules.standard.consistency;

import io.productionguardian.dossier.Deployed.Container;
import io.productionguardian.dossier.Deployed.HealthCheck;
import io.productionguardian.dossier.Dossier;
import io.productionguardian.dossier.Sourced;
import io.productionguardian.model.MustHave;
import io.productionguardian.model.Service.Probe;
import io.productionguardian.model.Severity;
import io.productionguardian.model.VetoTrigger;
import io.productionguardian.rule.Remedy;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Template;
import io.productionguardian.rule.Violation;
import io.productionguardian.rules.standard.Owners;
import io.productionguardian.rules.standard.PublishedExamples;
import io.productionguardian.rules.standard.evidence.Probes;
import io.productionguardian.text.OneLine;
import java.util.List;
import java.util.Optional;

/** A health check can fail. */
public final class HealthCheckVacuous implements Rule {

  private static final int LONGEST_COMMAND = 100;

  private static final RuleInfo INFO =
      RuleInfo.of("health-check-vacuous", Severity.BLOCK, RuleInfo.Concern.CONSISTENCY)
          .trigger(VetoTrigger.NO_HEALTH_CHECKS)
          .mustHave(MustHave.HEALTH_CHECKS)
          .summary("A health check can fail.")
          .impact("A service that is down counts as healthy, and takes traffic")
          .requirement("The check asks the service and fails when it does not answer well")
          .suggestion("Ask the health endpoint with a command that fails on an error status")
          .action("add_health_monitoring")
          .example(
              """
              healthcheck:
                test: ["CMD", "python", "-c", "import sys; sys.exit(0)"]
              """,
              """
              healthcheck:
                test: ["CMD", "curl", "--fail", "http://localhost:8080/health"]
              """)
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Dossier dossier, Settings settings) {
    return dossier.containers().stream()
        .flatMap(
            container ->
                container.checks().values().stream()
                    .flatMap(check -> vacuous(dossier, container, check).stream()))
        .toList();
  }

  private static Optional<Violation> vacuous(
      Dossier dossier, Container container, Sourced<HealthCheck> check) {
    boolean off = check.value().form() == HealthCheck.Form.NONE;
    if (!off && !check.value().cannotFail()) {
      return Optional.empty();
    }
    String what =
        off
            ? "The health check of " + container.name() + " is switched off"
            : "The health check of "
                + container.name()
                + " cannot fail: "
                + OneLine.of(check.value().text(), LONGEST_COMMAND);
    return Optional.of(Violation.at(check.place(), what).remedy(remedy(dossier, container, check)));
  }

  private static Remedy remedy(Dossier dossier, Container container, Sourced<HealthCheck> check) {
    if (container.platform() == Container.Platform.KUBERNETES) {
      return Remedy.replace(
          Owners.DEVELOPER, check.place(), Probes.json(dossier, dossier.readiness()));
    }
    if (check.node().name().equals("disable")) {
      return Remedy.remove(Owners.DEVELOPER, check.place());
    }
    Optional<Probe> probe = dossier.readiness().map(Sourced::value);
    Object url =
        probe.isPresent() && dossier.service().isPresent()
            ? "http://localhost:%s%s"
                .formatted(dossier.service().get().value().port(), probe.get().endpoint())
            : PublishedExamples.HEALTH_URL;
    return Remedy.replace(
        Owners.DEVELOPER, check.place(), Template.json("[\"CMD\", \"curl\", \"--fail\", %s]", url));
  }
}
