package io.productionguardian.rules.standard.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import io.productionguardian.dossier.Sourced;
import io.productionguardian.policy.Catalog;
import io.productionguardian.rules.standard.Shown;
import io.productionguardian.testkit.Epic;
import io.productionguardian.testkit.Epics;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LlmTest {

  private static final String COMPOSE = "compose.yaml";

  private static String use(String json) {
    Epic epic = Epics.approvable().set("implementation", "/environment", json);
    return Llm.use(epic.dossier().environment(), Catalog.standard().llm().orElseThrow())
        .map(Sourced::value)
        .orElse("-");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"X\": \"http://llm-api:8000\"} | http://llm-api:8000",
        "{\"LLM_URL\": \"http://localhost:8000\"} | http://localhost:8000",
        "{\"OUR_LLM_API_BASE_URL\": \"http://x:1\"} | http://x:1",
        "{\"LLM_HOST\": \"x\"} | x",
        "{\"LLM_MODEL\": \"m\"} | m",
        "{\"LLM_URL\": \"\", \"LLM_MODEL\": \"m\"} | m",
        "{\"LLM_URL\": \"https://api.openai.com/v1\", \"X\": \"llm-api\"} | llm-api",
        "{\"LLM_URL\": \"http://127.0.0.1:8000\"} | http://127.0.0.1:8000",
      })
  void itIsUsed(String environment, String value) {
    assertThat(use(environment)).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"X\": \"http://my-llm-api:8000\"}",
        "{\"X\": \"llm-api.example.com\"}",
        "{\"LLM_URL\": \"https://api.openai.com/v1\"}",
        "{\"LLM_URL\": \"https://api.openai.com/v1\", \"LLM_MODEL\": \"m\"}",
        "{\"LLM_URL\": \"  \"}",
        "{\"LLM_TIMEOUT\": \"10\"}",
        "{\"URL\": \"http://localhost:8000\"}",
      })
  void itIsNot(String environment) {
    assertThat(use(environment)).isEqualTo("-");
  }

  private static List<String> mended(String service) {
    return Shown.of(
        new LlmModel(),
        Epics.approvable().deploys(COMPOSE, "services:\n  api:\n    build: .\n" + service),
        COMPOSE);
  }

  @Test
  void theModelIsSetBesideTheAddress() {
    assertThat(mended("    environment:\n      LLM_URL: http://llm-api:8000\n"))
        .containsExactly(
            "5:16/services/api/environment/LLM_URL"
                + " add/services/api/environment/LLM_MODEL \"qwen2.5:7b\"");
    assertThat(mended("    environment:\n      - LLM_URL=http://llm-api:8000\n"))
        .containsExactly(
            "5:9/services/api/environment/0"
                + " add/services/api/environment/- \"LLM_MODEL=qwen2.5:7b\"");
    assertThat(mended("    environment:\n      LLM_URL: http://llm-api:8000\n---\na: 1\n"))
        .containsExactly("5:16/services/api/environment/LLM_URL -");
  }

  @Test
  void theModelThatIsLoadedIsAskedFor() {
    String url = "    environment:\n      LLM_URL: http://llm-api:8000\n      LLM_MODEL: ";

    assertThat(mended(url + "qwen2.5:7b\n")).isEmpty();
    assertThat(mended(url + "${LLM_MODEL}\n")).isEmpty();
    assertThat(mended(url + "${LLM_MODEL:-qwen2.5:7b}\n")).isEmpty();
    assertThat(mended(url + "${LLM_MODEL:?unset}\n")).isEmpty();
    assertThat(mended(url + "${LLM_MODEL:-gpt-4}\n"))
        .containsExactly(
            "6:18/services/api/environment/LLM_MODEL"
                + " replace/services/api/environment/LLM_MODEL \"qwen2.5:7b\"");
    assertThat(mended(url + "gpt-4\n")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "    env_file: .env\n    environment:\n      LLM_URL: http://llm-api:8000\n",
        "    environment:\n      LLM_URL: http://llm-api:8000\n      LLM_MODEL:\n",
        "    environment:\n      - LLM_URL=http://llm-api:8000\n      - LLM_MODEL\n",
      })
  void theModelMayComeFromElsewhere(String service) {
    assertThat(mended(service)).isEmpty();
  }
}
