package io.productionguardian.rules.standard.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import io.productionguardian.rules.standard.Shown;
import io.productionguardian.testkit.Epic;
import io.productionguardian.testkit.Epics;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a compose file is put on the network of all services. */
class ComposeNetworksTest {

  private static final String COMPOSE = "compose.yaml";
  private static final String APP = "infra_infra_app-network";
  private static final String EXTERNAL =
      "networks:\n  app: {external: true, name: infra_infra_app-network}\n";

  private static List<String> mended(String text) {
    return mended(Epics.approvable().deploys(COMPOSE, text));
  }

  private static List<String> mended(Epic epic) {
    return Shown.of(new AppNetwork(), epic, COMPOSE);
  }

  private static String service(String name, String... lines) {
    return "  " + name + ":\n    build: .\n" + String.join("", lines);
  }

  @Test
  void aServiceIsOnIt() {
    String head = "services:\n";

    assertThat(mended(head + service("a", "    networks: [app]\n") + EXTERNAL)).isEmpty();
    assertThat(mended(head + service("a", "    networks: {app: {}}\n") + EXTERNAL)).isEmpty();
    assertThat(
            mended(
                head
                    + service("a", "    networks: ['" + APP + "']\n")
                    + "networks:\n  "
                    + APP
                    + ": {external: true}\n"))
        .isEmpty();
    assertThat(
            mended(
                head
                    + service("a", "    networks: [app]\n")
                    + "networks:\n  app: {external: {name: "
                    + APP
                    + "}}\n"))
        .isEmpty();
    assertThat(
            mended(
                head
                    + service("a", "    networks: [app]\n")
                    + service("b", "    network_mode: \"service:a\"\n")
                    + EXTERNAL))
        .isEmpty();
  }

  @Test
  void aServiceIsPutOnIt() {
    String head = "services:\n";

    assertThat(mended(head + service("a") + EXTERNAL))
        .containsExactly("2:3/services/a add/services/a/networks [\"app\"]");
    assertThat(mended(head + service("a") + service("b") + EXTERNAL))
        .containsExactly(
            "2:3/services/a add/services/a/networks [\"default\", \"app\"]",
            "4:3/services/b add/services/b/networks [\"default\", \"app\"]");
    assertThat(mended(head + service("a", "    networks: [x]\n") + EXTERNAL))
        .containsExactly("4:5/services/a/networks add/services/a/networks/- \"app\"");
    assertThat(mended(head + service("a", "    networks: {x: {}}\n") + EXTERNAL))
        .containsExactly("4:5/services/a/networks add/services/a/networks/app {}");
    assertThat(mended(head + service("a", "    networks: []\n") + EXTERNAL))
        .containsExactly("4:5/services/a/networks add/services/a/networks [\"app\"]");
  }

  @Test
  void theNetworkIsDeclared() {
    String head = "services:\n" + service("a", "    networks: [app-network]\n");

    assertThat(mended(head))
        .containsExactly(
            "1:1 add/networks {\"app-network\": {\"external\": true, \"name\": \"" + APP + "\"}}");
    assertThat(mended(head + "networks:\n  x: {}\n"))
        .contains(
            "5:1/networks add/networks/app-network {\"external\": true, \"name\": \""
                + APP
                + "\"}");
    assertThat(mended(head + "networks:\n  app-network: {external: false, name: " + APP + "}\n"))
        .containsExactly(
            "6:3/networks/app-network replace/networks/app-network {\"external\": true, \"name\": \""
                + APP
                + "\"}");
    assertThat(mended(head + "networks:\n  app-network: {external: {}, name: " + APP + "}\n"))
        .hasSize(1);
    assertThat(mended("services:\n" + service("a", "    networks: ['" + APP + "']\n")))
        .containsExactly("1:1 add/networks {\"" + APP + "\": {\"external\": true}}");
  }

  @Test
  void filesOfOneFolderAreReadAsOne() {
    String without = "services:\n" + service("a", "    networks: [app-network]\n");

    assertThat(
            mended(
                Epics.approvable()
                    .deploys(COMPOSE, without)
                    .deploys(
                        "compose.prod.yaml",
                        "services:\n" + service("a") + EXTERNAL.replace("app:", "app-network:"))))
        .isEmpty();
    assertThat(
            mended(
                Epics.approvable()
                    .deploys(COMPOSE, without)
                    .deploys(
                        "other/compose.yaml",
                        "services:\n" + service("a") + EXTERNAL.replace("app:", "app-network:"))))
        .hasSize(1);
  }

  @Test
  void aNeighboursNetworkIsJoinedThroughIt() {
    String onX = "services:\n" + service("a", "    networks: [x]\n");
    String onApp = "services:\n" + service("a", "    networks: [app]\n");

    assertThat(mended(onX + service("b", "    network_mode: \"service:a\"\n") + EXTERNAL))
        .containsExactly(
            "4:5/services/a/networks add/services/a/networks/- \"app\"",
            "7:19/services/b/network_mode remove/services/b/network_mode ",
            "5:3/services/b add/services/b/networks [\"default\", \"app\"]");
    assertThat(mended(onApp + service("b", "    network_mode: \"service:c\"\n") + EXTERNAL))
        .contains("5:3/services/b add/services/b/networks [\"default\", \"app\"]");
    assertThat(mended(onApp + service("b", "    network_mode: \"service:b\"\n") + EXTERNAL))
        .contains("5:3/services/b add/services/b/networks [\"default\", \"app\"]");
    assertThat(mended(onApp + service("b", "    network_mode: host\n") + EXTERNAL))
        .contains("7:19/services/b/network_mode remove/services/b/network_mode ");
  }
}
