package io.productionguardian.rules.standard.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import io.productionguardian.rules.standard.Shown;
import io.productionguardian.testkit.Epics;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a variable of a compose file should be. */
class ContainerEndpointsTest {

  private static final String COMPOSE = "compose.yaml";

  /** The new value of each variable that leads through the host, by the variables, one a line. */
  private static List<String> mended(String variables, String rest) {
    String text =
        "services:\n  api:\n    build: .\n    environment:\n"
            + variables.replaceAll("(?m)^", "      ")
            + "\n"
            + rest;
    return Shown.of(new ContainerEndpoints(), Epics.approvable().deploys(COMPOSE, text), COMPOSE)
        .stream()
        .map(line -> line.replaceFirst(".*/environment/(.*) replace\\S* \"(.*)\"", "$1: $2"))
        .toList();
  }

  private static List<String> mended(String variables) {
    return mended(variables, "");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A_URL: pg://127.0.0.1:5432/a | A_URL: pg://shared-postgres:5432/a",
        "A_URL: pg://LOCALHOST:5432 | A_URL: pg://shared-postgres:5432",
        "A_URL: pg://host.docker.internal:5432 | A_URL: pg://shared-postgres:5432",
        "A_URL: 'pg://[::1]:5432' | A_URL: pg://shared-postgres:5432",
        "A_URL: pg://0.0.0.0:5432 | A_URL: pg://shared-postgres:5432",
        "A_URL: pg://a@0.0.0.0:5432 | A_URL: pg://a@shared-postgres:5432",
        "A_URL: kafka://localhost:9092 | A_URL: kafka://shared-kafka:9092",
        "A_URL: kafka://localhost:29092 | A_URL: kafka://shared-kafka:9092",
        "A_URL: shared-kafka:29092 | A_URL: shared-kafka:9092",
        "A_URL: kafka:29092 | A_URL: shared-kafka:9092",
        "A_URL: redis://localhost/0 | A_URL: redis://shared-redis:6379/0",
        "A_URL: redis+x://u:${P}@localhost/0 | A_URL: redis+x://u:${P}@shared-redis:6379/0",
        "A_URL: mongodb://localhost | A_URL: mongodb://shared-mongo:27017",
        "REDIS_HOST: localhost | REDIS_HOST: shared-redis",
        "REDIS_SERVER: 127.0.0.1 | REDIS_SERVER: shared-redis",
        "REDIS_ADDRESS: localhost | REDIS_ADDRESS: shared-redis",
      })
  void itLeadsThroughTheHost(String variable, String fixed) {
    assertThat(mended(variable)).containsExactly(fixed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A_URL: pg://shared-postgres:5432/a",
        "A_URL: pg://localhost:5431",
        "A_URL: pg://localhost:54321",
        "A_URL: pg://my-localhost:5432",
        "A_URL: pg://10.127.0.0.1:5432",
        "A_URL: x0.0.0.0:5432",
        "A_URL: my-kafka:29092",
        "A_URL: kafka:290921",
        "A_URL: kafka:9092",
        "A_URL: redis://localhost:1234/0",
        "A_URL: redis://localhost.internal/0",
        "A_URL: x-redis://localhost/0",
        "OTHER_HOST: localhost",
        "REDIS_HOST: localhost:1234",
        "REDIS_HOST_X: localhost",
        "A_PORT: '29092'",
        "KAFKA_PORT: '9092'",
        "BIND_ADDRESS: 0.0.0.0:5432",
        "LISTEN: localhost:5432",
        "CORS_ORIGINS: http://localhost:3000",
        "PUBLIC_URL: http://localhost:8000",
        "SHARED_HOST: localhost",
        "API_HOST: localhost",
      })
  void itDoesNot(String variable) {
    assertThat(mended(variable)).isEmpty();
  }

  @Test
  void aHostIsToldByItsPort() {
    assertThat(mended("DB_HOST: localhost\nDB_PORT: '5432'"))
        .containsExactly("DB_HOST: shared-postgres");
    assertThat(mended("DB_HOST: localhost\nDB_PORT: '5431'")).isEmpty();
    assertThat(mended("REDIS_HOST: localhost\nREDIS_PORT: '1'")).isEmpty();
  }

  @Test
  void aPortOfTheHostIsToldByItsHost() {
    assertThat(mended("X_HOST: kafka\nX_PORT: '29092'")).containsExactly("X_PORT: 9092");
    assertThat(mended("X_SERVER: shared-kafka\nX_PORT: '29092'")).containsExactly("X_PORT: 9092");
    assertThat(mended("X_HOST: other\nX_PORT: '29092'")).isEmpty();
    assertThat(mended("X_HOST: kafka\nX_PORT: '29093'")).isEmpty();
  }

  @Test
  void whereTheServiceItselfListensIsNoOther() {
    String health = "A_URL: http://localhost:8000/health";

    assertThat(mended(health)).containsExactly("A_URL: http://llm-api:8000/health");
    assertThat(mended(health + "\nPORT: '8000'")).isEmpty();
    assertThat(mended(health + "\nHTTP_PORT: '8000'")).isEmpty();
    assertThat(mended(health + "\nHTTP_PORT: '8000'\nHTTP_HOST: 0.0.0.0")).isEmpty();
    assertThat(mended(health + "\nHTTP_PORT: '8000'\nHTTP_HOST: other")).hasSize(1);
    assertThat(mended(health + "\nLLM_PORT: '8000'")).hasSize(1);
    assertThat(mended(health, "    ports: [\"8080:8000/tcp\"]\n")).isEmpty();
    assertThat(mended(health, "    ports: [\"8000:8080\"]\n")).hasSize(1);
    assertThat(mended("LLM_URL: http://localhost:8000", "    ports: [\"8000\"]\n"))
        .as("named after the shared service")
        .hasSize(1);
  }

  @Test
  void inOnePodAllAreOneHost() {
    String pod =
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: health-check}
        spec:
          containers:
            - name: health-check
              image: registry.example.com/health-check:1.4.2
              env: [{name: REDIS_URL, value: "redis://localhost:6379"}]
            - name: cache
              ports: [{containerPort: %s}]
        """;

    assertThat(found(pod.formatted("6379"))).isEmpty();
    assertThat(found(pod.formatted("6378"))).hasSize(1);
    assertThat(found(pod.formatted("6379").replace("- name: cache", "- name: x\n---\n- name: y")))
        .hasSize(1);
  }

  private static List<String> found(String pod) {
    return Shown.of(
        new ContainerEndpoints(), Epics.approvable().deploys("k8s/pod.yaml", pod), "k8s/pod.yaml");
  }
}
