package io.productionguardian.rules.standard.checklist;

import io.productionguardian.document.Node;
import io.productionguardian.dossier.Deployed.Container;
import io.productionguardian.dossier.Dossier;
import io.productionguardian.model.Severity;
import io.productionguardian.policy.Catalog;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Violation;
import io.productionguardian.text.OneLine;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A service that uses the language model shares a network with it. */
public final class LlmReachable implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of("llm-reachable", Severity.BLOCK, RuleInfo.Concern.CHECKLIST)
          .summary("A service that uses the language model shares a network with it.")
          .impact("Each request to the language model fails, and only in production")
          .requirement(
              "llm-api is on its own network and on that of all services, and so is the service "
                  + "on one of them")
          .suggestion("List infra_infra_app-network under the networks of llm-api")
          .action("connect_llm")
          .example(
              "llm-api:\n  networks: [llm-network]",
              "llm-api:\n  networks: [llm-network, infra_infra_app-network]")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Dossier dossier, Settings settings) {
    Optional<Catalog.Llm> llm = settings.catalog().llm();
    if (llm.isEmpty()) {
      return List.of();
    }
    List<Container> users =
        dossier.containers().stream()
            .filter(container -> Llm.use(container.environment(), llm.get()).isPresent())
            .toList();
    boolean used = !users.isEmpty() || Llm.use(dossier.environment(), llm.get()).isPresent();
    List<Container> models =
        dossier.evidence(Container.class).stream()
            .filter(container -> used && isModel(container, llm.get()))
            .toList();
    return Stream.concat(
            ComposeNetworks.of(dossier, models).stream()
                .flatMap(networks -> apart(networks, llm.get())),
            ComposeNetworks.of(dossier, users).stream()
                .flatMap(networks -> outside(networks, settings.catalog(), llm.get())))
        .toList();
  }

  private static boolean isModel(Container container, Catalog.Llm llm) {
    return container.name().equals(llm.host())
        || container
            .node()
            .get("container_name")
            .flatMap(Node::text)
            .equals(Optional.of(llm.host()));
  }

  /** The networks that the language model is not on. */
  private static Stream<Violation> apart(ComposeNetworks networks, Catalog.Llm llm) {
    return llm.networks().stream()
        .flatMap(
            network -> {
              String key = networks.key(network);
              Stream<Violation> undeclared =
                  networks.knows(key, network)
                      ? Stream.of()
                      : Stream.of(
                          Violation.at(
                                  networks.placeOf(key),
                                  "No network is declared that has the name " + network)
                              .remedy(networks.declare(key, network)));
              Stream<Violation> outside =
                  networks.byName().stream()
                      .filter(them -> them.stream().noneMatch(it -> networks.joins(it, network)))
                      .map(them -> outside(networks, them.get(0), key, network));
              return Stream.concat(undeclared, outside);
            });
  }

  private static Stream<Violation> outside(
      ComposeNetworks networks, Catalog catalog, Catalog.Llm llm) {
    String network =
        llm.networks().contains(catalog.appNetwork())
            ? catalog.appNetwork()
            : llm.networks().stream().findFirst().orElse(catalog.appNetwork());
    return networks.byName().stream()
        .filter(
            them ->
                them.stream()
                    .noneMatch(
                        it -> llm.networks().stream().anyMatch(each -> networks.joins(it, each))))
        .map(them -> outside(networks, them.get(0), networks.key(network), network));
  }

  private static Violation outside(
      ComposeNetworks networks, Container container, String key, String network) {
    return Violation.at(
            container.node().place("networks"),
            "\"" + OneLine.of(container.name(), 60) + "\" is not on the network " + network)
        .remedy(networks.join(container, key));
  }
}
