package io.productionguardian.render.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.productionguardian.RenderedFile;
import io.productionguardian.document.Node;
import io.productionguardian.document.SourceFile;
import io.productionguardian.dossier.DecisionInputs;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KubernetesRendererTest {

  private static final String FOLDER = "consensus/artifacts/deploy/k8s/";
  private static final String CONTAINER = "/spec/template/spec/containers/0";

  /** The manifests by stage and name. */
  private static Map<String, Node> render(Example example) {
    Map<String, Node> manifests = new TreeMap<>();
    for (RenderedFile file : new KubernetesRenderer().render(example.approved())) {
      assertThat(file.path()).startsWith(FOLDER).endsWith(".yaml");
      assertThat(DecisionInputs.isGenerated(SourceFile.of(file.path(), file.text()))).isTrue();
      manifests.put(
          file.path().substring(FOLDER.length()).replace(".yaml", ""), Read.yaml(file.text()));
    }
    return manifests;
  }

  private static Node manifest(Example example, String name) {
    Node manifest = render(example).get(name);
    assertThat(manifest).as(name).isNotNull();
    return manifest;
  }

  private static String text(Node manifest, String pointer) {
    Node node = manifest.nearest(pointer);
    assertThat(node.place().pointer()).isEqualTo(pointer);
    return node.scalar().orElseThrow();
  }

  private static Example strategy(String type) {
    return Example.of("epic_25")
        .with("\"type\": \"canary\"", "\"type\": \"" + type + "\"")
        .with("\"canary_percentage\": 10,", "")
        .with("\"canary_duration_hours\": 1,", "");
  }

  private static Example environment(String members) {
    return Example.of("epic_25")
        .with(
            "\"HEALTH_DETAILS_TOKEN\": \"${HEALTH_DETAILS_TOKEN}\"",
            "\"HEALTH_DETAILS_TOKEN\": \"${HEALTH_DETAILS_TOKEN}\", " + members);
  }

  private static List<Node> variables(Example example) {
    return variables(example, "dev/deployment");
  }

  private static List<Node> variables(Example example, String name) {
    return manifest(example, name).nearest(CONTAINER + "/env").items();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rolling | deployment hpa pdb service",
        "canary | deployment deployment-canary hpa pdb service",
        "blue_green | deployment-blue deployment-green hpa-blue hpa-green pdb service"
      })
  void productionHasWhatItsStrategyNeeds(String type, String files) {
    assertThat(render(strategy(type)).keySet())
        .filteredOn(name -> name.startsWith("production/"))
        .containsExactly(
            List.of(files.split(" ")).stream()
                .map(name -> "production/" + name)
                .toArray(String[]::new));
  }

  @Test
  void stageWithoutACanaryHasNone() {
    assertThat(render(Example.of("epic_25"))).doesNotContainKey("staging/deployment-canary");
  }

  @Test
  void deploymentHasProbesAndLimitsOfThePlan() {
    Node deployment = manifest(Example.of("epic_25"), "production/deployment");

    assertThat(text(deployment, "/metadata/name")).isEqualTo("api");
    assertThat(text(deployment, "/metadata/namespace")).isEqualTo("health-production");
    assertThat(text(deployment, CONTAINER + "/image"))
        .isEqualTo("registry.example.com/health-check:1.4.2");
    assertThat(text(deployment, CONTAINER + "/ports/0/containerPort")).isEqualTo("8080");
    assertThat(text(deployment, CONTAINER + "/ports/1/containerPort")).isEqualTo("9464");
    for (String part : List.of("requests", "limits")) {
      assertThat(text(deployment, CONTAINER + "/resources/" + part + "/cpu")).isEqualTo("100m");
      assertThat(text(deployment, CONTAINER + "/resources/" + part + "/memory")).isEqualTo("128Mi");
    }
    for (String probe : List.of("readinessProbe", "livenessProbe")) {
      assertThat(text(deployment, CONTAINER + "/" + probe + "/httpGet/path")).isEqualTo("/health");
      assertThat(text(deployment, CONTAINER + "/" + probe + "/timeoutSeconds")).isEqualTo("5");
      assertThat(text(deployment, CONTAINER + "/" + probe + "/failureThreshold")).isEqualTo("3");
    }
    assertThat(text(deployment, CONTAINER + "/readinessProbe/periodSeconds")).isEqualTo("10");
    assertThat(text(deployment, CONTAINER + "/livenessProbe/periodSeconds")).isEqualTo("30");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rolling", "canary", "blue_green"})
  void noReplicaIsMissedWhileOneIsReplaced(String type) {
    render(strategy(type)).entrySet().stream()
        .filter(file -> file.getKey().contains("/deployment"))
        .map(Map.Entry::getValue)
        .forEach(
            deployment -> {
              assertThat(text(deployment, "/spec/strategy/rollingUpdate/maxUnavailable"))
                  .isEqualTo("0");
              assertThat(text(deployment, "/spec/strategy/rollingUpdate/maxSurge")).isEqualTo("1");
              assertThat(number(deployment, "/spec/minReadySeconds")).isPositive();
              assertThat(number(deployment, "/spec/revisionHistoryLimit")).isPositive();
              assertThat(number(deployment, "/spec/progressDeadlineSeconds"))
                  .isGreaterThan(number(deployment, "/spec/minReadySeconds"));
              int pause = number(deployment, CONTAINER + "/lifecycle/preStop/sleep/seconds");
              assertThat(pause).isPositive();
              assertThat(number(deployment, "/spec/template/spec/terminationGracePeriodSeconds"))
                  .isGreaterThan(pause);
            });
  }

  private static int number(Node manifest, String pointer) {
    return Integer.parseInt(text(manifest, pointer));
  }

  @Test
  void autoscalerAloneSaysHowManyReplicasThereAre() {
    Map<String, Node> manifests = render(Example.of("epic_25"));

    assertThat(manifests.get("production/deployment").find("spec", "replicas")).isEmpty();
    assertThat(text(manifests.get("production/deployment-canary"), "/spec/replicas"))
        .isEqualTo("1");
    Node autoscaler = manifests.get("production/hpa");
    assertThat(text(autoscaler, "/apiVersion")).isEqualTo("autoscaling/v2");
    assertThat(text(autoscaler, "/spec/scaleTargetRef/name")).isEqualTo("api");
    assertThat(text(autoscaler, "/spec/minReplicas")).isEqualTo("2");
    assertThat(text(autoscaler, "/spec/maxReplicas")).isEqualTo("10");
    assertThat(text(autoscaler, "/spec/metrics/0/resource/target/averageUtilization"))
        .isEqualTo("70");
  }

  @Test
  void serviceSelectsTheCanaryToo() {
    Map<String, Node> manifests = render(Example.of("epic_25"));

    assertThat(manifests.get("production/service").nearest("/spec/selector").members().keySet())
        .containsExactly("app.kubernetes.io/name");
    Node labels =
        manifests.get("production/deployment-canary").nearest("/spec/template/metadata/labels");
    assertThat(labels.members().keySet()).containsExactly("app", "app.kubernetes.io/name", "track");
  }

  @Test
  void serviceSelectsOneColour() {
    Map<String, Node> manifests = render(strategy("blue_green"));

    assertThat(manifests.get("dev/service").find("spec", "selector", "colour").flatMap(Node::text))
        .contains("blue");
    for (String colour : List.of("blue", "green")) {
      Node deployment = manifests.get("dev/deployment-" + colour);
      assertThat(text(deployment, "/metadata/name")).isEqualTo("api-" + colour);
      assertThat(text(deployment, "/spec/selector/matchLabels/colour")).isEqualTo(colour);
      assertThat(text(deployment, "/spec/template/metadata/labels/colour")).isEqualTo(colour);
      assertThat(text(manifests.get("dev/hpa-" + colour), "/spec/scaleTargetRef/name"))
          .isEqualTo("api-" + colour);
    }
  }

  @Test
  void budgetLeavesAllReplicasButOne() {
    Node budget = manifest(Example.of("epic_25"), "production/pdb");

    assertThat(budget.nearest("/spec").members().keySet())
        .containsExactly("maxUnavailable", "selector");
  }

  @Test
  void withoutAMetricsPortThereIsOnePort() {
    Example example = Example.of("epic_25").with("\"metrics_port\": 9464,", "");

    assertThat(manifest(example, "dev/service").nearest("/spec/ports").items()).hasSize(1);
  }

  @Test
  void withoutAnImageNoneCanBePulledByMistake() {
    Example example =
        Example.of("epic_25").with("\"image\": \"registry.example.com/health-check:1.4.2\",", "");

    assertThat(text(manifest(example, "dev/deployment"), CONTAINER + "/image"))
        .isEqualTo("image.invalid/api:set-by-the-workflow");
  }

  @Test
  void secretsComeFromASecret() {
    Node first = variables(Example.of("epic_25")).get(0);

    assertThat(first.get("value")).isEmpty();
    assertThat(first.get("name").flatMap(Node::text)).contains("HEALTH_DETAILS_TOKEN");
    assertThat(first.find("valueFrom", "secretKeyRef", "name").flatMap(Node::text)).contains("api");
    assertThat(first.find("valueFrom", "secretKeyRef", "key").flatMap(Node::text))
        .contains("HEALTH_DETAILS_TOKEN");
  }

  @Test
  void partOfAValueComesFromASecretThatStandsBefore() {
    List<Node> variables = variables(Example.of("epic_31"), "dev/deployment-green");

    List<String> names =
        variables.stream().flatMap(it -> it.get("name").flatMap(Node::text).stream()).toList();
    assertThat(names).containsSubsequence("REDIS_PASSWORD", "REDIS_URL").doesNotHaveDuplicates();
    assertThat(variables.get(names.indexOf("REDIS_URL")).get("value").flatMap(Node::text))
        .contains("redis://:$(REDIS_PASSWORD)@shared-redis:6379/0");
  }

  @Test
  void nameThatIsTakenIsNotGivenToASecret() {
    List<Node> variables = variables(environment("\"A\": \"a\", \"B\": \"x-${A:-y}\""));

    assertThat(variables)
        .extracting(it -> it.get("name").flatMap(Node::text).orElseThrow())
        .containsOnlyOnce("A", "B", "A_FROM_SECRET");
    assertThat(variables)
        .flatExtracting(it -> it.get("value").flatMap(Node::text).stream().toList())
        .contains("a", "x-$(A_FROM_SECRET)");
  }

  @Test
  void secretOfAnotherNameIsTakenOnce() {
    List<Node> variables =
        variables(environment("\"A\": \"${A}\", \"B\": \"${A}\", \"C\": \"c ${A}\""));

    assertThat(variables)
        .extracting(it -> it.get("name").flatMap(Node::text).orElseThrow())
        .containsExactly(
            "HEALTH_DETAILS_TOKEN", "A", "B", "PORT", "METRICS_PORT", "LOG_LEVEL", "C");
  }

  @Test
  void kubernetesFillsNothingElseIn() {
    assertThat(variables(environment("\"A\": \"$(PORT) $$ $5\"")))
        .flatExtracting(it -> it.get("value").flatMap(Node::text).stream().toList())
        .contains("$$(PORT) $$$$ $$5");
  }

  @Test
  void serviceWithoutVariablesHasNone() {
    Example example = Example.of("epic_25").with("\"environment\": {", "\"no_environment\": {");

    assertThat(manifest(example, "dev/deployment").nearest(CONTAINER).get("env")).isEmpty();
  }

  @Test
  void vetoWritesNone() {
    assertThat(new KubernetesRenderer().render(Example.of("epic_25").judged("no"))).isEmpty();
  }

  @Test
  void sameAssessmentGivesSameBytes() {
    assertThat(bytes()).isEqualTo(bytes());
  }

  private static List<String> bytes() {
    return new KubernetesRenderer()
        .render(Example.of("epic_31").approved()).stream()
            .map(file -> file.path() + "\n" + file.text())
            .toList();
  }
}
