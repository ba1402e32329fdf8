package io.productionguardian.rules.standard.evidence;

import io.productionguardian.dossier.Deployed.Container;
import io.productionguardian.dossier.Dossier;
import io.productionguardian.dossier.Sourced;
import io.productionguardian.model.MustHave;
import io.productionguardian.model.Placeholder;
import io.productionguardian.model.Service.Resources;
import io.productionguardian.model.Severity;
import io.productionguardian.model.VetoTrigger;
import io.productionguardian.rule.Remedy;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Template;
import io.productionguardian.rule.Violation;
import io.productionguardian.rules.standard.Missing;
import io.productionguardian.rules.standard.Owners;
import io.productionguardian.text.Quantity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The manifests deploy limits of CPU and memory. */
public final class LimitsDeployed implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of("limits-deployed", Severity.BLOCK, RuleInfo.Concern.EVIDENCE)
          .trigger(VetoTrigger.RESOURCES_UNDEFINED)
          .mustHave(MustHave.RESOURCE_LIMITS)
          .summary("The manifests deploy limits of CPU and memory.")
          .impact("One service can take the memory of all others on its node")
          .requirement("Each container of the service has resources.limits.cpu and .memory")
          .suggestion("Add the limit to the container in the manifest")
          .action("define_resources")
          .example(
              """
              containers:
                - name: api
                  resources: {requests: {cpu: 100m, memory: 128Mi}}
              """,
              """
              containers:
                - name: api
                  resources:
                    requests: {cpu: 100m, memory: 128Mi}
                    limits: {cpu: 200m, memory: 256Mi}
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
        .flatMap(container -> missing(dossier, container))
        .toList();
  }

  private static Stream<Violation> missing(Dossier dossier, Container container) {
    Optional<Resources> claim = dossier.resources().map(Sourced::value);
    Map<String, Object> missing = new LinkedHashMap<>();
    missing.put("cpu", wanted(container, "cpu", claim.map(Resources::cpu), "200m"));
    missing.put("memory", wanted(container, "memory", claim.map(Resources::memory), "256Mi"));
    missing
        .keySet()
        .removeIf(
            resource ->
                Optional.ofNullable(container.limits().get(resource))
                    .filter(limit -> isLimit(resource, limit.value()))
                    .isPresent());
    if (missing.isEmpty()) {
      return Stream.of();
    }
    Violation violation =
        Violation.at(
            container.place(),
            container.name()
                + " is deployed without a limit of "
                + String.join(" and ", missing.keySet()));
    return Stream.of(violation.remedy(remedy(container, missing)));
  }

  /** Nothing, and an amount that no container can run with, is no limit; a variable may be one. */
  private static boolean isLimit(String resource, String limit) {
    return limit.contains("$") || limit.contains("{{") || Quantity.isUsable(resource, limit);
  }

  private static Remedy remedy(Container container, Map<String, Object> missing) {
    Map<String, Template> limits = new LinkedHashMap<>();
    missing.forEach((resource, limit) -> limits.put(resource, Template.json("%s", limit)));
    if (limits.size() == 1) {
      Map.Entry<String, Template> one = limits.entrySet().iterator().next();
      return Missing.member(
          Owners.DEVELOPER, container.node(), one.getValue(), "resources", "limits", one.getKey());
    }
    return Missing.member(
        Owners.DEVELOPER, container.node(), Template.object(limits), "resources", "limits");
  }

  /** No less than what is requested, which may be more than what is claimed. */
  private static Object wanted(
      Container container, String resource, Optional<String> claimed, String example) {
    return Optional.ofNullable(container.requests().get(resource))
        .map(Sourced::value)
        .or(() -> claimed)
        .<Object>map(value -> value)
        .orElseGet(() -> Placeholder.text(resource + "_limit", example));
  }
}
