package io.productionguardian.rules.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.productionguardian.dossier.Deployed.Container;
import io.productionguardian.dossier.Deployed.HealthCheck;
import io.productionguardian.dossier.Sourced;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComposeFileTest {

  private static List<Container> containers(String fixture) {
    return Shown.of(Container.class, Shown.fixture(fixture));
  }

  private static String values(Map<String, Sourced<String>> facts) {
    return facts.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue().value())
        .sorted()
        .toList()
        .toString();
  }

  private static List<String> values(List<Sourced<String>> facts) {
    return facts.stream().map(Sourced::value).toList();
  }

  @Test
  void aServiceIsAContainerWithItsPlaces() {
    Container relay = containers("docker-compose.yml").get(0);

    assertThat(relay.platform()).isEqualTo(Container.Platform.COMPOSE);
    assertThat(relay.name()).isEqualTo("relay").isEqualTo(relay.workload());
    assertThat(relay.built()).isTrue();
    assertThat(relay.place()).hasToString("docker-compose.yml:7:3");
    assertThat(relay.image().orElseThrow().place()).hasToString("docker-compose.yml:10:12");
    assertThat(relay.image().orElseThrow().value())
        .isEqualTo("registry.example.com/acme/fallback-relay:1.4.0");
    Sourced<HealthCheck> check = relay.check(HealthCheck.Role.HEALTH).orElseThrow();
    assertThat(check.value().form()).isEqualTo(HealthCheck.Form.COMMAND);
    assertThat(check.value().text()).isEqualTo("curl -f http://localhost:8080/health");
    assertThat(check.place()).hasToString("docker-compose.yml:16:7");
    assertThat(values(relay.limits())).isEqualTo("[cpu=0.50, memory=256M]");
    assertThat(values(relay.requests())).isEqualTo("[cpu=0.25, memory=128M]");
    assertThat(relay.limits().get("memory").place()).hasToString("docker-compose.yml:21:40");
    assertThat(relay.replicas().orElseThrow().value()).isEqualTo(2);
    assertThat(values(relay.networks())).containsExactly("edge", "back");
    assertThat(values(relay.ports())).containsExactly("8080:8080", "9090");
  }

  @Test
  void bothFormsOfAnEnvironmentAreRead() {
    List<Container> all = containers("docker-compose.yml");

    assertThat(values(all.get(0).environment())).isEqualTo("[LOG_LEVEL=debug, PORT=8080]");
    assertThat(all.get(0).environment().get("LOG_LEVEL").place())
        .hasToString("docker-compose.yml:13:18");
    assertThat(values(all.get(2).environment())).isEqualTo("[EMPTY=, MAXMEMORY=64mb]");
  }

  @Test
  void mergeKeysBringWhatIsNotStated() {
    Container worker = containers("docker-compose.yml").get(1);

    assertThat(worker.image().orElseThrow().value()).isEqualTo("acme/worker:2");
    assertThat(worker.built()).isFalse();
    assertThat(values(worker.environment())).isEqualTo("[LOG_LEVEL=info, PORT=8080]");
    assertThat(worker.replicas().orElseThrow().value()).isEqualTo(3);
    assertThat(values(worker.limits())).isEqualTo("[cpu=0.50, memory=256M]");
    assertThat(worker.check(HealthCheck.Role.HEALTH).orElseThrow().value().form())
        .isEqualTo(HealthCheck.Form.SHELL);
  }

  @Test
  void networksHaveTheirRealNames() {
    List<Container> all = containers("docker-compose.yml");

    assertThat(values(all.get(1).networks())).containsExactly("back", "legacy_net");
    assertThat(values(all.get(2).networks())).containsExactly("host");
    assertThat(all.get(3).networks()).isEmpty();
  }

  @Test
  void aCheckMayBeSwitchedOff() {
    List<Container> all = containers("docker-compose.yml");

    assertThat(all).hasSize(4);
    for (Container each : all.subList(2, 4)) {
      assertThat(each.check(HealthCheck.Role.HEALTH).orElseThrow().value())
          .isEqualTo(new HealthCheck(HealthCheck.Form.NONE, ImmutableList.of()));
    }
  }

  @Test
  void version2HadOtherPlacesForResources() {
    Container relay = containers("compose.v2.yaml").get(0);

    assertThat(values(relay.limits())).isEqualTo("[cpu=0.5, memory=512m]");
    assertThat(values(relay.requests())).isEqualTo("[cpu=512, memory=128m]");
    assertThat(relay.replicas().orElseThrow().value()).isEqualTo(2);
    assertThat(relay.check(HealthCheck.Role.HEALTH).orElseThrow().value().text())
        .isEqualTo("wget -q --spider http://localhost/ || exit 1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "test: exit 0 | SHELL | true",
        "test: [CMD, 'true'] | COMMAND | true",
        "test: [CMD-SHELL, curl -f x ~~ true] | SHELL | true",
        "test: [CMD-SHELL, curl -f x ~~ exit 1] | SHELL | false",
        "test: [curl, -f, x] | COMMAND | false",
        "test: [] | NONE | false",
        "test: [NONE] | NONE | false",
        "disable: true | NONE | false",
        "'{disable: false, test: curl x}' | SHELL | false",
      })
  void formsOfACheck(String healthcheck, HealthCheck.Form form, boolean cannotFail) {
    String written = healthcheck.replace('~', '|');
    String check = written.startsWith("{") ? written : "{" + written + "}";
    List<Container> all =
        Shown.of(
            Container.class,
            Shown.text("compose.yaml", "services: {a: {image: b, healthcheck: " + check + "}}"));

    HealthCheck read = all.get(0).check(HealthCheck.Role.HEALTH).orElseThrow().value();
    assertThat(read.form()).isEqualTo(form);
    assertThat(read.cannotFail()).isEqualTo(cannotFail);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "services: {a: {ports: [1]}}",
        "services: [a]",
        "services: {a: }",
        "{apiVersion: v1, services: {a: {image: b}}}",
        "- services",
        "services: {a: {interval: 5m}, b: text}"
      })
  void otherYamlIsNoCompose(String text) {
    assertThat(Shown.of(Shown.text("compose.yaml", text))).isEmpty();
  }

  @Test
  void aServiceWithoutACheckHasNone() {
    List<Container> all =
        Shown.of(
            Container.class,
            Shown.text(
                "compose.yaml", "services: {a: {image: b, healthcheck: {interval: 1s}}, c: }"));

    assertThat(all).singleElement().satisfies(one -> assertThat(one.checks()).isEmpty());
  }
}
