package io.productionguardian.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.productionguardian.document.Node;
import io.productionguardian.model.EpicId;
import io.productionguardian.model.Severity;
import io.productionguardian.policy.Policy.Profile;
import io.productionguardian.policy.Policy.RulePolicy;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyTest {

  private static Policy read(String text) {
    return Policy.read("guardian.yaml", text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aPolicySaysWhatIsSaidOfRules() {
    Policy policy =
        read(
            """
            zone: Europe/Berlin
            rules:
              rollback-time:
                severity: warn
                settings:
                  most_seconds: 90
              runbook:
                off: We keep it elsewhere
            """);

    assertThat(policy.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    assertThat(policy.rule("rollback-time").severity()).contains(Severity.WARN);
    assertThat(policy.rule("rollback-time").offReason()).isEmpty();
    assertThat(policy.rule("rollback-time").settings().get("most_seconds"))
        .extracting(Node::integer)
        .isEqualTo(Optional.of(90));
    assertThat(policy.rule("runbook").offReason()).contains("We keep it elsewhere");
    assertThat(policy.rule("another")).isSameAs(RulePolicy.NONE);
    assertThat(policy.rules()).hasSize(2);
  }

  @Test
  void theShippedPolicySaysNothing() {
    Policy policy = Policy.standard();

    assertThat(policy.zone()).isEqualTo(ZoneOffset.UTC);
    assertThat(policy.rules()).isEmpty();
    assertThat(policy.sha256()).hasSize(64);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "rules: {}", "zone: UTC", "zone: '+02:00'", "{\"rules\": {}}"})
  void aPolicyMaySayLittle(String text) {
    assertThat(read(text).rules()).isEmpty();
  }

  @Test
  void everyByteIsInTheDigest() {
    assertThat(read("rules: {}").sha256())
        .isNotEqualTo(read("rules: {} ").sha256())
        .isNotEqualTo(Policy.standard().sha256());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "zone: Atlantis/City | guardian.yaml:1:7 is not a time zone",
        "zone: 5 | guardian.yaml:1:7 ",
        "rules: | guardian.yaml:1:7 ",
        "rules:~  a-b: off | guardian.yaml:2:8 ",
        "rules:~  a-b:~    severity: fatal | guardian.yaml:3:15 ",
        "rules:~  a-b:~    severity: BLOCK | guardian.yaml:3:15 ",
        "rules:~  a-b:~    off: true | guardian.yaml:3:10 ",
        "rules:~  a-b:~    off: '  ' | guardian.yaml:3:10 ",
        "rules:~  a-b:~    settings: [] | guardian.yaml:3:5 ",
        "rules:~  a-b:~    setings: {} | guardian.yaml:2:3 ",
        "rules:~  A_b: {} | guardian.yaml:1:1 ",
        "waivers: {} | guardian.yaml:1:1 ",
        "waiver: [] | guardian.yaml:1:1 ",
        "profile: lax | guardian.yaml:1:10 ",
        "environments:~  Staging: {} | guardian.yaml:1:1 ",
        "environments:~  dev: {zone: UTC} | guardian.yaml:2:3 ",
        "infrastructure: 5 | guardian.yaml:1:17 ",
        "rules: {}~rules: {} | guardian.yaml:2:1 ",
        "rules:~  a: b: c | guardian.yaml:2:7 ",
        "rules: {}~---~rules: {} | guardian.yaml:3:1 ",
        "- rules | guardian.yaml:1:1 ",
        "text | guardian.yaml:1:1 ",
      })
  void aFaultIsNamedWithItsPlace(String text, String message) {
    assertThatExceptionOfType(PolicyException.class)
        .isThrownBy(() -> read(text.replace('~', '\n')))
        .withMessageStartingWith(message)
        .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  \n", "# rules:\n#   runbook:\n"})
  void anEmptyFileIsNoPolicy(String text) {
    assertThatExceptionOfType(PolicyException.class)
        .isThrownBy(() -> read(text))
        .withMessageStartingWith("guardian.yaml:1:1 ");
  }

  @Test
  void everyFaultHasALine() {
    assertThatExceptionOfType(PolicyException.class)
        .isThrownBy(() -> read("zone: 5\nrules:\n  a:\n    severity: x\n    off: 3\n"))
        .satisfies(
            e ->
                assertThat(e.getMessage().lines())
                    .hasSize(3)
                    .allMatch(line -> line.startsWith("guardian.yaml:")));
  }

  @Test
  void anEnvironmentStatesWhatHoldsInstead() {
    String text =
        """
        profile: advisory
        rules:
          a-rule: {severity: warn, settings: {most: 5, least: 1}}
          b-rule: {severity: info}
        environments:
          production:
            profile: strict
            rules:
              a-rule: {severity: block, settings: {most: 3}}
        """;
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);

    Policy production = Policy.read("guardian.yaml", bytes, Optional.of("production"));

    assertThat(read(text).profile()).isEqualTo(Profile.ADVISORY);
    assertThat(production.profile()).isEqualTo(Profile.STRICT);
    assertThat(production.rule("a-rule").severity()).contains(Severity.BLOCK);
    assertThat(production.rule("a-rule").settings()).containsOnlyKeys("most", "least");
    assertThat(production.rule("a-rule").settings().get("most"))
        .extracting(Node::integer)
        .isEqualTo(Optional.of(3));
    assertThat(production.rule("b-rule").severity()).contains(Severity.INFO);
    assertThat(production.sha256()).hasSize(64).isNotEqualTo(read(text).sha256());
    assertThatExceptionOfType(PolicyException.class)
        .isThrownBy(() -> Policy.read("guardian.yaml", bytes, Optional.of("moon")))
        .withMessage("guardian.yaml:5:1 says nothing of the environment \"moon\"");
  }

  @Test
  void theShippedCatalogIsTheSpecifications() {
    Catalog catalog = Catalog.standard();

    assertThat(catalog.appNetwork()).isEqualTo("infra_infra_app-network");
    assertThat(catalog.services())
        .extracting(Catalog.SharedService::endpoint)
        .containsExactly(
            "shared-postgres:5432",
            "shared-mongo:27017",
            "shared-redis:6379",
            "shared-kafka:9092",
            "llm-api:8000",
            "shared-prometheus:9090",
            "shared-grafana:3000");
    assertThat(catalog.services().get(3).hostEndpoint()).contains("127.0.0.1:29092");
    assertThat(catalog.services().get(1).hosts())
        .containsExactly("shared-mongo", "mongo", "mongodb");
    assertThat(catalog.services().get(1).port()).isEqualTo("27017");
    assertThat(catalog.llm().map(Catalog.Llm::model)).contains("qwen2.5:7b");
    assertThat(catalog.llm().map(Catalog.Llm::networks).orElseThrow())
        .containsExactly("llm-network", "infra_infra_app-network");
    assertThat(catalog.networks()).extracting(Catalog.Network::name).contains("infra_db-network");
  }

  @Test
  void aTeamMayStateItsOwnInfrastructure() {
    String own =
        """
        app_network: apps
        networks: [{name: apps, purpose: all}]
        services: []
        secrets_file: vault
        metrics_path: /stats
        scrape_config: prometheus.yml
        """;
    Catalog catalog = Catalog.read("infrastructure.yaml", own.getBytes(StandardCharsets.UTF_8));
    Policy policy = read("infrastructure:\n" + own.indent(2));

    assertThat(catalog.appNetwork()).isEqualTo("apps");
    assertThat(catalog.llm()).isEmpty();
    assertThat(policy.catalog()).isEqualTo(catalog);
    assertThat(Policy.standard().withCatalog(catalog).catalog()).isEqualTo(catalog);
    assertThat(Policy.standard().withCatalog(catalog).sha256())
        .isNotEqualTo(Policy.standard().sha256());
    assertThatExceptionOfType(PolicyException.class)
        .isThrownBy(
            () ->
                Catalog.read(
                    "infrastructure.yaml",
                    own.replace("/stats", "stats").getBytes(StandardCharsets.UTF_8)))
        .withMessageStartingWith("infrastructure.yaml:5:15 ");
  }

  // A policy of a program

  @Test
  void aBuiltPolicySaysWhatAFileWouldSay() {
    Policy built =
        Policy.builder()
            .profile(Profile.ADVISORY)
            .zone(ZoneId.of("Europe/Berlin"))
            .severity("image-pinned", Severity.BLOCK)
            .off("probes-alike", "we \"drain\" by the load balancer\n# no comment: 😀")
            .setting("rollback-time", "max_seconds", 45)
            .setting("rollback-time", "strict", true)
            .setting("rollback-time", "grade", "evidenced")
            .waive(
                "replicas", new EpicId("epic_25"), "one licence", "Ada", LocalDate.of(2026, 12, 31))
            .build();

    assertThat(built.profile()).isEqualTo(Profile.ADVISORY);
    assertThat(built.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    assertThat(built.rule("image-pinned").severity()).contains(Severity.BLOCK);
    assertThat(built.rule("probes-alike").offReason())
        .contains("we \"drain\" by the load balancer\n# no comment: 😀");
    assertThat(built.rule("rollback-time").settings()).hasSize(3);
    assertThat(built.rule("rollback-time").settings().get("max_seconds").number())
        .contains(java.math.BigDecimal.valueOf(45));
    assertThat(built.waivers())
        .singleElement()
        .satisfies(waiver -> assertThat(waiver.owner()).isEqualTo("Ada"));
    assertThat(built.sha256()).hasSize(64).isNotEqualTo(Policy.standard().sha256());
  }

  @Test
  void thatSaysNothingIsTheStandardOne() {
    assertThat(Policy.builder().build()).isEqualTo(Policy.standard());
    assertThat(Policy.builder().catalog(Catalog.standard()).build().catalog())
        .isEqualTo(Catalog.standard());
  }

  @Test
  void theDigestOfABuiltPolicyFollowsFromWhatItSays() {
    assertThat(Policy.builder().off("a", "x").off("b", "y").build())
        .isEqualTo(Policy.builder().off("b", "y").off("a", "x").build())
        .hasSameHashCodeAs(Policy.builder().off("b", "y").off("a", "x").build());
    assertThat(Policy.builder().off("a", "x").build().sha256())
        .isNotEqualTo(Policy.builder().off("a", "y").build().sha256());
  }

  @Test
  void aBuiltPolicyCanSayNothingThatAFileCannot() {
    EpicId epic = new EpicId("epic_25");
    LocalDate day = LocalDate.of(2026, 12, 31);
    assertThatExceptionOfType(PolicyException.class)
        .isThrownBy(() -> Policy.builder().off("a-rule", " ").build())
        .withMessageStartingWith("(the policy of the program):1:");
    assertThatExceptionOfType(PolicyException.class)
        .isThrownBy(() -> Policy.builder().severity("No Rule", Severity.INFO).build());
    assertThatExceptionOfType(PolicyException.class)
        .isThrownBy(() -> Policy.builder().waive("a-rule", epic, "", "Ada", day).build())
        .withMessageContaining("reason");
    assertThatExceptionOfType(PolicyException.class)
        .isThrownBy(() -> Policy.builder().waive("a-rule", epic, "why", "TODO", day).build());
    assertThat(Policy.builder().waive("a-rule", epic, "why", "Ada", day).build().waivers())
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"no", "TBD", "none", "-"})
  void aWordForNothingIsNoReasonForTurningARuleOff(String reason) {
    assertThatExceptionOfType(PolicyException.class)
        .isThrownBy(() -> Policy.builder().off("replicas", reason).build())
        .withMessageContaining("is no reason; write why the rule is off");
    assertThat(Policy.builder().off("replicas", "one replica by contract").build().rules())
        .containsKey("replicas");
  }
}
