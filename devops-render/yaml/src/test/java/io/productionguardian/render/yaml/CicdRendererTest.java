package io.productionguardian.render.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.productionguardian.RenderedFile;
import io.productionguardian.document.Node;
import io.productionguardian.document.SourceFile;
import io.productionguardian.dossier.DecisionInputs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CicdRendererTest {

  private static final Pattern EXPRESSION =
      Pattern.compile(
          "\\$\\{\\{ (vars\\.((SERVICE|PROMETHEUS)_URL|IMAGE)|github\\.sha"
              + "|secrets\\.(KUBE_CONFIG|RELEASE_WEBHOOK)"
              + "|steps\\.(before\\.outputs\\.[a-z_]+|(deploy|rollback)\\.outcome)) }}");

  private static String render(Example example) {
    List<RenderedFile> files = new CicdRenderer().render(example.approved());
    assertThat(files)
        .extracting(RenderedFile::path)
        .containsExactly("consensus/artifacts/cicd.yaml");
    return files.get(0).text();
  }

  private static Example strategy(String type) {
    return Example.of("epic_25").with("\"type\": \"canary\"", "\"type\": \"" + type + "\"");
  }

  private static Node job(Example example, String name) {
    return Read.yaml(render(example)).find("jobs", name).orElseThrow();
  }

  private static List<String> steps(Node job) {
    return job.get("steps").orElseThrow().items().stream()
        .flatMap(step -> step.get("name").flatMap(Node::text).stream())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"epic_25", "epic_31"})
  void stagesFollowEachOther(String epic) {
    Node root = Read.yaml(render(Example.of(epic)));

    assertThat(root.members().keySet())
        .containsExactly("name", "on", "permissions", "defaults", "env", "jobs");
    Map<String, Node> jobs = root.get("jobs").orElseThrow().members();
    assertThat(jobs.keySet())
        .containsExactly("test", "deploy-dev", "deploy-staging", "deploy-production");
    assertThat(root.nearest("/jobs/deploy-dev/needs").text()).contains("test");
    assertThat(root.nearest("/jobs/deploy-staging/needs").text()).contains("deploy-dev");
    assertThat(root.nearest("/jobs/deploy-production/needs").text()).contains("deploy-staging");
    assertThat(root.nearest("/jobs/deploy-production/environment").text()).contains("production");
    assertThat(root.nearest("/permissions/contents").text()).contains("read");
  }

  @Test
  void testsAreThePlansOwn() {
    assertThat(
            job(Example.of("epic_25"), "test").get("steps").orElseThrow().items().stream()
                .flatMap(step -> step.get("run").flatMap(Node::text).stream()))
        .containsExactly(
            "pytest tests/ --cov --cov-report=xml",
            "mypy src/ --strict",
            "black src/ --check",
            "bandit -r src/",
            Script.COVERAGE.text());
  }

  @Test
  void noTestIsNoSuccess() {
    Example example = Example.of("epic_25").with("\"test_commands\"", "\"none\"");

    assertThat(job(example, "test").nearest("/steps/1/run").text().orElseThrow())
        .isEqualTo(Script.NO_TESTS.text())
        .contains("exit 1");
  }

  @Test
  void canaryIsWatchedBeforeItIsPromoted() {
    Node job = job(Example.of("epic_25"), "deploy-production");

    assertThat(steps(job))
        .containsExactly(
            "Connect to the cluster",
            "Record what runs now",
            "Start the canary: 1 new beside 9 old replicas, for at most 10 %",
            "Smoke test with the canary",
            "Watch the canary for 60 min",
            "Promote the canary",
            "End the canary",
            "Smoke test",
            "Retire what another strategy left",
            "Roll back",
            "Tell people");
    assertThat(job.get("timeout-minutes").flatMap(Node::integer)).contains(120);
  }

  @Test
  void colourThatRestsIsStartedBeforeTheSwitch() {
    Node job = job(strategy("blue_green"), "deploy-production");

    assertThat(steps(job))
        .containsExactly(
            "Connect to the cluster",
            "Record what runs now",
            "Start the colour that rests",
            "Switch the requests to it",
            "Smoke test",
            "Leave it to its autoscaler",
            "Retire what another strategy left",
            "Roll back",
            "Tell people");
  }

  @Test
  void rollingUpdateIsOneStep() {
    Node job = job(strategy("rolling"), "deploy-production");

    assertThat(steps(job))
        .containsExactly(
            "Connect to the cluster",
            "Record what runs now",
            "Deploy",
            "Smoke test",
            "Retire what another strategy left",
            "Roll back",
            "Tell people");
  }

  @Test
  void stagingIsSoakedAsLongAsStated() {
    Node soak = job(Example.of("epic_25"), "deploy-staging").nearest("/steps/5");

    assertThat(soak.get("name").flatMap(Node::text)).contains("Soak for 120 min");
    assertThat(soak.find("env", "WATCH_SECONDS").flatMap(Node::integer)).contains(7200);
  }

  @Test
  void soakBeyondAJobsTimeIsCutAndSaid() {
    String text =
        render(Example.of("epic_25").with("\"soak_time_hours\": 2", "\"soak_time_hours\": 24"));

    assertThat(text)
        .contains("# staging: watched for 300 min (of 1440 stated")
        .contains("timeout-minutes: 360");
  }

  @ParameterizedTest
  @ValueSource(strings = {"canary", "blue_green", "rolling"})
  void eachDeployIsUndoneWhenItFails(String type) {
    Example example = strategy(type.equals("canary") ? "canary" : type);
    for (String stage : List.of("dev", "staging", "production")) {
      Node rollback =
          job(example, "deploy-" + stage).get("steps").orElseThrow().items().stream()
              .filter(step -> step.get("id").flatMap(Node::text).orElse("").equals("rollback"))
              .findFirst()
              .orElseThrow();
      assertThat(rollback.get("if").flatMap(Node::text))
          .contains("(failure() || cancelled()) && steps.deploy.outcome != 'skipped'");
      assertThat(rollback.get("run").flatMap(Node::text).orElseThrow())
          .contains("--to-revision=\"$TARGET_REVISION\"", "\"$PREVIOUS_IMAGE\"");
      assertThat(rollback.find("env", "TARGET_REVISION").flatMap(Node::text))
          .contains("${{ steps.before.outputs.target_revision }}");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"canary", "blue_green", "rolling"})
  void onlyFilesAreAppliedThatAreWritten(String type) {
    Example example = strategy(type);
    List<String> written =
        new KubernetesRenderer()
            .render(example.approved()).stream().map(RenderedFile::path).toList();
    String artifacts = "docs/specs/epic_25/";
    for (String stage : List.of("dev", "staging", "production")) {
      Node job = job(example, "deploy-" + stage);
      String folder = job.find("env", "MANIFESTS").flatMap(Node::text).orElseThrow();
      assertThat(folder).startsWith(artifacts);
      assertThat(job.get("steps").orElseThrow().items())
          .flatExtracting(step -> applied(step.get("run").flatMap(Node::text).orElse("")))
          .isNotEmpty()
          .allSatisfy(
              file -> assertThat(written).contains(folder.substring(artifacts.length()) + file));
    }
  }

  private static List<String> applied(String script) {
    return Pattern.compile("\"\\$MANIFESTS(/[^\"*]*)\"")
        .matcher(script)
        .results()
        .map(found -> found.group(1).replace("${NEXT:-blue}", "green"))
        .toList();
  }

  @Test
  void withoutAnImageTheWorkflowSetsIt() {
    Example example =
        Example.of("epic_25").with("\"image\": \"registry.example.com/health-check:1.4.2\",", "");

    Node job = job(example, "deploy-dev");

    assertThat(job.find("env", "IMAGE").flatMap(Node::text))
        .contains("${{ vars.IMAGE }}:${{ github.sha }}");
    assertThat(steps(job)).startsWith("Connect to the cluster", "Set the image");
    assertThat(render(example)).contains(" and IMAGE (without its tag).");
  }

  @Test
  void whatMustBeThereBeforehandIsSaid() {
    assertThat(render(Example.of("epic_25")))
        .contains("# Namespaces: health-dev, health-staging, health-production.")
        .contains(" Each needs the Secret api with: HEALTH_DETAILS_TOKEN.\n")
        .contains("# production: the environment needs a required reviewer, tech_lead\n");
    assertThat(
            render(
                Example.of("epic_25")
                    .with("\"${HEALTH_DETAILS_TOKEN}\"", "\"\"")
                    .with("bandit -r src/", "true")))
        .doesNotContain("needs the Secret")
        .contains("# Gates of the plan that no command of ci.test_commands holds: bandit\n");
  }

  @Test
  void hostileFactsStayData() {
    String evil = "x'\\\"\\n${{ secrets.KUBE_CONFIG }} $(id) `id` # \\u2028: - |";
    Example example =
        Example.of("epic_25")
            .with("\"bandit -r src/\"", "\"bandit '${{ secrets.KUBE_CONFIG }}' 'a;b'\"")
            .with("\"HealthCheckDown\"", "\"" + evil + "\"")
            .with("\"approval_required\": \"tech_lead\"", "\"approval_required\": \"" + evil + "\"")
            .with("\"synthetic\"", "\"" + evil + "\"")
            .with("\"DevOps Team\"", "\"" + evil + "\"");

    Node root = Read.yaml(render(example));

    assertThat(root.get("jobs").orElseThrow().members()).hasSize(4);
    List<String> texts = new ArrayList<>();
    collect(root, texts);
    assertThat(texts)
        .allSatisfy(
            text -> assertThat(EXPRESSION.matcher(text).replaceAll("")).doesNotContain("${{"));
    assertThat(root.nearest("/jobs/test/steps/4/run").text())
        .contains("bandit '$''{{ secrets.KUBE_CONFIG }}' 'a;b'");
  }

  @Test
  void noScriptHoldsAnExpression() {
    for (Script script : Script.values()) {
      assertThat(script.text()).doesNotContain("${{").endsWith("\n");
    }
  }

  @Test
  void isNeverTakenForAnInput() {
    assertThat(
            DecisionInputs.isGenerated(
                SourceFile.of("consensus/artifacts/cicd.yaml", render(Example.of("epic_25")))))
        .isTrue();
  }

  @Test
  void vetoWritesNone() {
    assertThat(new CicdRenderer().render(Example.of("epic_25").judged("no"))).isEmpty();
  }

  @Test
  void sameAssessmentGivesSameBytes() {
    assertThat(render(Example.of("epic_31"))).isEqualTo(render(Example.of("epic_31")));
  }

  private static void collect(Node node, List<String> texts) {
    node.text().ifPresent(texts::add);
    node.items().forEach(item -> collect(item, texts));
    node.members()
        .forEach(
            (name, member) -> {
              texts.add(name);
              collect(member, texts);
            });
  }
}
