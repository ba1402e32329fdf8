package io.productionguardian.rules.standard.evidence;

import io.productionguardian.document.SourceLocation;
import io.productionguardian.dossier.Deployed.Container;
import io.productionguardian.dossier.Deployed.HealthCheck;
import io.productionguardian.dossier.Dossier;
import io.productionguardian.dossier.Sourced;
import io.productionguardian.model.Service;
import io.productionguardian.model.Service.Probe;
import io.productionguardian.model.Service.Resources;
import io.productionguardian.model.Severity;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Violation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is claimed is what is deployed, value by value. */
public final class ClaimsDeployed implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of("claims-deployed", Severity.WARN, RuleInfo.Concern.EVIDENCE)
          .summary("What is claimed is what is deployed, value by value.")
          .impact("What a release writes from the claims would not fit what runs")
          .requirement(
              "The port, the probes and the requests that the artifacts state are"
                  + " those of the deploy files")
          .suggestion("Correct the claim or the deploy file")
          .action("align_with_manifests")
          .example(
              """
              service.port:  9000
              k8s/api.yaml:  ports: [{containerPort: 8080}]
              """,
              """
              service.port:  8080
              k8s/api.yaml:  ports: [{containerPort: 8080}]
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
        .filter(
            container ->
                dossier
                    .service()
                    .filter(
                        own ->
                            own.value().name().equals(container.name())
                                || own.value().name().equals(container.workload()))
                    .isPresent())
        .flatMap(
            container ->
                Stream.of(
                        port(container, dossier.service()),
                        path(container, HealthCheck.Role.READINESS, dossier.readiness()),
                        path(container, HealthCheck.Role.LIVENESS, dossier.liveness()),
                        request(container, "cpu", dossier.resources()),
                        request(container, "memory", dossier.resources()))
                    .flatMap(Optional::stream))
        .toList();
  }

  private static Optional<Violation> port(Container container, Optional<Sourced<Service>> service) {
    List<String> ports = container.ports().stream().map(Sourced::value).toList();
    return service
        .filter(own -> !ports.isEmpty())
        .filter(own -> ports.stream().noneMatch(Integer.toString(own.value().port())::equals))
        .map(
            own ->
                differs(
                    own.place("port"),
                    "port",
                    Integer.toString(own.value().port()),
                    String.join(", ", ports),
                    container));
  }

  private static Optional<Violation> path(
      Container container, HealthCheck.Role role, Optional<Sourced<Probe>> claim) {
    Optional<HealthCheck> deployed =
        container
            .check(role)
            .map(Sourced::value)
            .filter(check -> check.form() == HealthCheck.Form.HTTP);
    return claim
        .filter(
            probe ->
                deployed
                    .filter(check -> !check.text().equals(probe.value().endpoint()))
                    .isPresent())
        .map(
            probe ->
                differs(
                    probe.place("endpoint"),
                    "endpoint",
                    probe.value().endpoint(),
                    deployed.map(HealthCheck::text).orElse(""),
                    container));
  }

  private static Optional<Violation> request(
      Container container, String resource, Optional<Sourced<Resources>> claim) {
    Optional<String> deployed =
        Optional.ofNullable(container.requests().get(resource)).map(Sourced::value);
    Optional<String> claimed =
        claim.map(it -> resource.equals("cpu") ? it.value().cpu() : it.value().memory());
    return claim
        .filter(it -> deployed.isPresent() && !deployed.get().contains("$"))
        .filter(it -> !claimed.equals(deployed))
        .map(
            it ->
                differs(
                    it.place(resource),
                    resource,
                    claimed.orElse(""),
                    deployed.orElse(""),
                    container));
  }

  private static Violation differs(
      SourceLocation place, String what, String claimed, String deployed, Container container) {
    return Violation.at(
        place,
        "%s is claimed as %s and deployed as %s (%s)"
            .formatted(what, claimed, deployed, container.place()));
  }
}
