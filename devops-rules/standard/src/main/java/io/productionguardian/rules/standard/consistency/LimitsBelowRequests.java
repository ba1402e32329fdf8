package io.productionguardian.rules.standard.consistency;

import io.productionguardian.dossier.Deployed.Container;
import io.productionguardian.dossier.Dossier;
import io.productionguardian.dossier.Sourced;
import io.productionguardian.model.MustHave;
import io.productionguardian.model.Severity;
import io.productionguardian.rule.Remedy;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Template;
import io.productionguardian.rule.Violation;
import io.productionguardian.rules.standard.Owners;
import io.productionguardian.text.Quantity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** No limit is below what is requested. */
public final class LimitsBelowRequests implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of("limits-below-requests", Severity.BLOCK, RuleInfo.Concern.CONSISTENCY)
          .mustHave(MustHave.RESOURCE_LIMITS)
          .summary("No limit is below what is requested.")
          .impact("The platform refuses the container, and the rollout stands still")
          .requirement("Each limit of CPU and memory is at least the request")
          .suggestion("Raise the limit or lower the request")
          .action("fix_resources")
          .example(
              """
              resources:
                requests: {cpu: 500m, memory: 512Mi}
                limits: {cpu: 200m, memory: 512Mi}
              """,
              """
              resources:
                requests: {cpu: 200m, memory: 512Mi}
                limits: {cpu: 500m, memory: 512Mi}
              """)
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Dossier dossier, Settings settings) {
    return dossier.evidence(Container.class).stream()
        .flatMap(
            container ->
                container.limits().keySet().stream()
                    .flatMap(resource -> below(container, resource)))
        .toList();
  }

  private static Stream<Violation> below(Container container, String resource) {
    Optional<Sourced<String>> limit = Optional.ofNullable(container.limits().get(resource));
    Optional<Sourced<String>> request = Optional.ofNullable(container.requests().get(resource));
    Optional<BigDecimal> most = limit.flatMap(fact -> amount(container, resource, fact));
    Optional<BigDecimal> least = request.flatMap(fact -> amount(container, resource, fact));
    return most.isPresent() && least.isPresent() && most.get().compareTo(least.get()) < 0
        ? Stream.of(
            Violation.at(
                    limit.get().place(),
                    "%s may use %s of %s and requests %s"
                        .formatted(
                            container.name(), limit.get().value(), resource, request.get().value()))
                .remedy(
                    Remedy.replace(
                        Owners.DEVELOPER,
                        limit.get().place(),
                        Template.json("%s", request.get().value()))))
        : Stream.of();
  }

  /** Compose writes megabytes of memory as Kubernetes writes thousandths. */
  private static Optional<BigDecimal> amount(
      Container container, String resource, Sourced<String> fact) {
    boolean megabytes =
        container.platform() == Container.Platform.COMPOSE
            && resource.equals("memory")
            && fact.value().endsWith("m");
    return Quantity.of(megabytes ? fact.value() + 'b' : fact.value());
  }
}
