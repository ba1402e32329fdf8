package io.productionguardian.render.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.productionguardian.RenderedFile;
import io.productionguardian.document.Node;
import io.productionguardian.document.SourceFile;
import io.productionguardian.dossier.DecisionInputs;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComposeRendererTest {

  private static final String ENVIRONMENT = "\"LOG_LEVEL\": \"info\"";

  private static String render(Example example) {
    List<RenderedFile> files = new ComposeRenderer().render(example.approved());
    assertThat(files)
        .extracting(RenderedFile::path)
        .containsExactly("consensus/artifacts/deploy/compose.yaml");
    return files.get(0).text();
  }

  private static Node service(Example example) {
    return Read.yaml(render(example)).nearest("/services/api");
  }

  private static Example variables(String json) {
    return Example.of("epic_25").with(ENVIRONMENT, json);
  }

  @Test
  void serviceIsWhatThePlanStates() {
    Node service = service(Example.of("epic_25"));

    assertThat(service.members().keySet())
        .containsExactly(
            "image", "restart", "environment", "expose", "healthcheck", "deploy", "networks");
    assertThat(service.get("image").flatMap(Node::text))
        .contains("registry.example.com/health-check:1.4.2");
    assertThat(service.nearest("/expose").texts()).containsExactly("8080", "9464");
    assertThat(service.nearest("/networks").texts()).containsExactly("infra_app-network");
    for (String kind : List.of("limits", "reservations")) {
      Node amount = service.nearest("/deploy/resources/" + kind);
      assertThat(amount.get("cpus").flatMap(Node::text)).contains("0.1");
      assertThat(amount.get("memory").flatMap(Node::text)).contains("128m");
    }
    assertThat(service.find("environment", "HEALTH_DETAILS_TOKEN").flatMap(Node::text))
        .contains("${HEALTH_DETAILS_TOKEN}");
  }

  @Test
  void networkIsTheSharedOneAsTheSpecificationNamesIt() {
    Node networks = Read.yaml(render(Example.of("epic_25"))).nearest("/networks");

    assertThat(networks.members()).containsOnlyKeys("infra_app-network");
    assertThat(networks.nearest("/infra_app-network/external").bool()).contains(true);
    assertThat(networks.nearest("/infra_app-network/name").text())
        .contains("infra_infra_app-network");
  }

  @Test
  void healthIsAskedAsOftenAsReadiness() {
    Node check =
        Read.yaml(render(Example.of("epic_31"))).nearest("/services/rates-api/healthcheck");

    assertThat(check.get("interval").flatMap(Node::text)).contains("5s");
    assertThat(check.get("timeout").flatMap(Node::text)).contains("2s");
    assertThat(check.get("retries").flatMap(Node::integer)).contains(2);
    assertThat(check.nearest("/test/0").text()).contains("CMD-SHELL");
    assertThat(check.nearest("/test/1").text().orElseThrow())
        .contains("http://127.0.0.1:8080/health/ready")
        .endsWith("|| exit 1");
  }

  @ParameterizedTest
  @CsvSource({
    "LLM_URL, http://llm-api:8000",
    "UPSTREAM, http://llm-api:8000/v1",
    "LLM_MODEL, another",
  })
  void whoeverTalksToTheModelIsOnItsNetworkAndNamesIt(String name, String value) {
    Example example = variables("\"%s\": \"%s\"".formatted(name, value));

    Node service = service(example);

    assertThat(service.nearest("/networks").texts())
        .containsExactly("infra_app-network", "llm-network");
    assertThat(service.find("environment", "LLM_MODEL").flatMap(Node::text)).contains("qwen2.5:7b");
    assertThat(Read.yaml(render(example)).nearest("/networks").members())
        .containsOnlyKeys("infra_app-network", "llm-network");
  }

  @Test
  void otherServicesNeedOnlyTheOneNetwork() {
    assertThat(service(variables("\"URL\": \"http://not-llm-api:1\"")).nearest("/networks").texts())
        .containsExactly("infra_app-network");
  }

  @Test
  void imageThatNobodyStatesIsAskedFor() {
    Example example =
        Example.of("epic_25").with("\"image\": \"registry.example.com/health-check:1.4.2\",", "");

    assertThat(service(example).get("image").flatMap(Node::text))
        .contains("${IMAGE:?no file states the image}");
  }

  @Test
  void metricsPortIsExposedOnlyWhereThereIsOne() {
    Example example = Example.of("epic_25").with("\"metrics_port\": 9464,", "");

    assertThat(service(example).nearest("/expose").texts()).containsExactly("8080");
  }

  @Test
  void noCredentialIsWrittenDown() {
    String text =
        render(
            variables(
                "\"A_URL\": \"redis://:hunter2@shared-redis:6379\", \"API_KEY\": \"hunter2\","
                    + " \"B_URL\": \"redis://:${REDIS_PASSWORD}@shared-redis:6379/0\""));

    assertThat(text)
        .doesNotContain("hunter2")
        .contains("A_URL: \"${A_URL}\"", "API_KEY: \"${API_KEY}\"")
        .contains("# A_URL is taken from the environment")
        .contains("B_URL: \"redis://:${REDIS_PASSWORD}@shared-redis:6379/0\"");
  }

  @Test
  void isNeverTakenForAnInput() {
    String text = render(Example.of("epic_25"));

    assertThat(
            DecisionInputs.isGenerated(
                SourceFile.of("consensus/artifacts/deploy/compose.yaml", text)))
        .isTrue();
  }

  @Test
  void vetoWritesNone() {
    assertThat(new ComposeRenderer().render(Example.of("epic_25").judged("no"))).isEmpty();
  }

  @Test
  void sameAssessmentGivesSameBytes() {
    assertThat(render(Example.of("epic_31"))).isEqualTo(render(Example.of("epic_31")));
  }
}
