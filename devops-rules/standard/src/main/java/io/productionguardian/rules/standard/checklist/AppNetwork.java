package io.productionguardian.rules.standard.checklist;

import io.productionguardian.document.Node;
import io.productionguardian.dossier.Deployed.Container;
import io.productionguardian.dossier.Dossier;
import io.productionguardian.model.Severity;
import io.productionguardian.rule.Remedy;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Violation;
import io.productionguardian.rules.standard.Owners;
import io.productionguardian.text.OneLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Each container of the service is on the network of all services. */
public final class AppNetwork implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of("app-network", Severity.BLOCK, RuleInfo.Concern.CHECKLIST)
          .summary("Each container of the service is on the network of all services.")
          .impact("The service reaches no database, and nothing reaches the service")
          .requirement(
              "Each compose service of the release lists the shared network, which the file "
                  + "declares as external and by its real name")
          .suggestion("Declare infra_infra_app-network as external and list it under networks")
          .action("join_network")
          .example(
              "services:\n  api:\n    build: .",
              "services:\n  api:\n    build: .\n    networks: [infra_app-network]\nnetworks:\n"
                  + "  infra_app-network:\n    external: true\n    name: infra_infra_app-network")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Dossier dossier, Settings settings) {
    String network = settings.catalog().appNetwork();
    List<Violation> violations = new ArrayList<>();
    for (ComposeNetworks networks : ComposeNetworks.of(dossier, dossier.containers())) {
      String key = networks.key(network);
      if (!networks.declares(key, network)) {
        violations.add(
            Violation.at(
                    networks.placeOf(key),
                    "No network is declared that is external and has the name " + network)
                .remedy(networks.declare(key, network)));
      }
      for (List<Container> containers : networks.byName()) {
        if (containers.stream().noneMatch(container -> networks.joins(container, network))) {
          violations.addAll(outside(networks, containers.get(0), key, network));
        }
      }
    }
    return violations;
  }

  private static List<Violation> outside(
      ComposeNetworks networks, Container container, String key, String network) {
    String name = "\"" + OneLine.of(container.name(), 60) + "\"";
    List<Violation> violations = new ArrayList<>();
    Optional<Node> mode = ComposeNetworks.mode(container);
    mode.ifPresent(
        node ->
            violations.add(
                Violation.at(node.place(), name + " has a network mode, and so no networks")
                    .remedy(Remedy.remove(Owners.DEVELOPER, node.place()))));
    violations.add(
        Violation.at(container.node().place("networks"), name + " is not on the network " + network)
            .remedy(networks.join(container, key)));
    return violations;
  }
}
