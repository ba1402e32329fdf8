package io.productionguardian.rules.standard.evidence;

import io.productionguardian.dossier.Deployed.Container;
import io.productionguardian.dossier.Dossier;
import io.productionguardian.model.Severity;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Violation;
import java.util.ArrayList;
import java.util.List;

/** A compose file that is all there is shows what is claimed. */
public final class ComposeShowsClaims implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of("compose-shows-claims", Severity.WARN, RuleInfo.Concern.EVIDENCE)
          .summary("A compose file that is all there is shows what is claimed.")
          .impact(
              "What the artifacts claim of health checks and limits is not what is" + " deployed")
          .requirement(
              "Where compose files are the only deploy files, the service has a"
                  + " healthcheck, and limits of CPU and memory (deploy.resources.limits, or"
                  + " cpus and mem_limit)")
          .suggestion("Add the health check and the limits to the compose file")
          .action("add_to_compose")
          .example(
              """
              services:
                api:
                  image: registry.example.com/api:1.4.2
              """,
              """
              services:
                api:
                  image: registry.example.com/api:1.4.2
                  healthcheck: {test: ["CMD", "curl", "--fail", "http://localhost:8080/health"]}
                  deploy: {resources: {limits: {cpus: "0.2", memory: 256M}}}
              """)
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Dossier dossier, Settings settings) {
    List<Container> own = dossier.containers();
    if (own.stream().anyMatch(it -> it.platform() != Container.Platform.COMPOSE)) {
      return List.of();
    }
    return own.stream()
        .filter(container -> !missing(dossier, container).isEmpty())
        .map(
            container ->
                Violation.at(
                    container.place(),
                    "%s is deployed without %s, which the artifacts claim"
                        .formatted(
                            container.name(), String.join(" and ", missing(dossier, container)))))
        .toList();
  }

  private static List<String> missing(Dossier dossier, Container container) {
    List<String> missing = new ArrayList<>();
    if (container.node().get("healthcheck").isEmpty() && dossier.readiness().isPresent()) {
      missing.add("a health check");
    }
    if (container.limits().size() < 2 && dossier.resources().isPresent()) {
      missing.add("limits of CPU and memory");
    }
    return missing;
  }
}
