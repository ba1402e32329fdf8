package io.productionguardian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.productionguardian.document.Document;
import io.productionguardian.document.Document.Limits;
import io.productionguardian.document.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the role's specification gives for its own example service is in what is written for it. */
class SpecificationTest {

  @TempDir private Path folder;
  private Path artifacts;

  @BeforeEach
  void release() {
    Path epic = Epics.copy("epic_25", folder);
    assertThat(Ran.guardian("release", epic, "--now", Epics.NOW).code()).isZero();
    artifacts = epic.resolve("consensus/artifacts");
  }

  private Node read(String file) throws IOException {
    Document document =
        Document.read(
            file,
            Files.readAllBytes(artifacts.resolve(file)),
            Document.Format.YAML,
            Limits.STANDARD);
    assertThat(document.faults()).isEmpty();
    return document.root().orElseThrow();
  }

  private static String at(Node node, String pointer) {
    Node found = node.nearest(pointer);
    assertThat(found.pointer()).endsWith(pointer);
    return found.scalar().orElseThrow(() -> new AssertionError(pointer));
  }

  @Test
  void composeFileIsOnTheSharedNetwork() throws IOException {
    Node compose = read("deploy/compose.yaml");

    assertThat(at(compose, "/networks/infra_app-network/name"))
        .isEqualTo("infra_infra_app-network");
    assertThat(at(compose, "/networks/infra_app-network/external")).isEqualTo("true");
    assertThat(at(compose, "/services/api/networks/0")).isEqualTo("infra_app-network");
    assertThat(at(compose, "/services/api/deploy/resources/limits/memory")).isEqualTo("128m");
    assertThat(at(compose, "/services/api/deploy/resources/limits/cpus")).isEqualTo("0.1");
    assertThat(at(compose, "/services/api/healthcheck/interval")).isEqualTo("10s");
  }

  @Test
  void manifestsHaveTheNamesTheProbesAndTheLimits() throws IOException {
    Node deployment = read("deploy/k8s/production/deployment.yaml");
    String container = "/spec/template/spec/containers/0";

    assertThat(at(deployment, "/metadata/name")).isEqualTo("api");
    assertThat(at(deployment, "/spec/template/metadata/labels/app")).isEqualTo("api");
    for (String probe : new String[] {"/readinessProbe", "/livenessProbe"}) {
      assertThat(at(deployment, container + probe + "/httpGet/path")).isEqualTo("/health");
      assertThat(at(deployment, container + probe + "/timeoutSeconds")).isEqualTo("5");
      assertThat(at(deployment, container + probe + "/failureThreshold")).isEqualTo("3");
    }
    assertThat(at(deployment, container + "/readinessProbe/periodSeconds")).isEqualTo("10");
    assertThat(at(deployment, container + "/livenessProbe/periodSeconds")).isEqualTo("30");
    assertThat(at(deployment, container + "/resources/limits/cpu")).isEqualTo("100m");
    assertThat(at(deployment, container + "/resources/limits/memory")).isEqualTo("128Mi");

    Node autoscaler = read("deploy/k8s/production/hpa.yaml");
    assertThat(at(autoscaler, "/spec/minReplicas")).isEqualTo("2");
    assertThat(at(autoscaler, "/spec/maxReplicas")).isEqualTo("10");
    assertThat(at(autoscaler, "/spec/metrics/0/resource/target/averageUtilization"))
        .isEqualTo("70");
  }

  @Test
  void workflowTestsSoaksAndTriesTheStatedShareForTheStatedTime() throws IOException {
    Node jobs = read("cicd.yaml").get("jobs").orElseThrow();

    assertThat(jobs.members())
        .containsOnlyKeys("test", "deploy-dev", "deploy-staging", "deploy-production");
    assertThat(jobs.get("test").orElseThrow().nearest("/steps").items())
        .flatExtracting(step -> step.get("run").flatMap(Node::text).stream().toList())
        .contains(
            "pytest tests/ --cov --cov-report=xml",
            "mypy src/ --strict",
            "black src/ --check",
            "bandit -r src/");
    assertThat(steps(jobs, "deploy-staging")).anyMatch(name -> name.equals("Soak for 120 min"));
    assertThat(at(jobs, "/deploy-production/environment")).isEqualTo("production");
    assertThat(steps(jobs, "deploy-production"))
        .anyMatch(name -> name.matches("Start the canary: .* for at most 10 %"))
        .contains("Watch the canary for 60 min", "Promote the canary", "Roll back");
    for (String job : new String[] {"deploy-dev", "deploy-staging", "deploy-production"}) {
      assertThat(steps(jobs, job)).contains("Smoke test", "Roll back", "Tell people");
    }
  }

  @Test
  void alertsHaveTheConditionAndTheSeverityAndTheRunbookTheirIssue() throws IOException {
    assertThat(read("deploy/prometheus/alerts.yml").nearest("/groups/0/rules").items())
        .filteredOn(
            rule ->
                rule.get("alert").flatMap(Node::text).stream().anyMatch("HealthCheckDown"::equals))
        .singleElement()
        .satisfies(
            rule -> {
              assertThat(at(rule, "/expr")).isEqualTo("up == 0");
              assertThat(at(rule, "/labels/severity")).isEqualTo("critical");
              assertThat(at(rule, "/labels/action")).isEqualTo("page_on_call");
            });
    assertThat(artifacts.resolve("runbook.md"))
        .content()
        .contains("## Service Overview", "## Rollback Procedure", "### Issue: HealthCheckDown");
  }

  private static List<String> steps(Node jobs, String job) {
    return jobs.nearest("/" + job + "/steps").items().stream()
        .flatMap(step -> step.get("name").flatMap(Node::text).stream())
        .toList();
  }
}
