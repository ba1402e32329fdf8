package io.productionguardian.render.yaml;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.productionguardian.Assessment;
import io.productionguardian.model.EpicLayout;
import io.productionguardian.model.Stage;
import io.productionguardian.plan.DeploymentPlan;
import io.productionguardian.rollout.ObservationWindows;
import io.productionguardian.rollout.Timing;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A workflow of GitHub Actions that brings an approved release through its stages. */
record Workflow(Assessment assessment, DeploymentPlan plan) {

  static final String RUNNER = "ubuntu-latest";

  /** actions/checkout 4.2.2; a commit cannot be moved as a tag can. */
  static final Map<String, Object> CHECKOUT =
      ImmutableMap.of(
          "uses",
          "actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683",
          "with",
          ImmutableMap.of("persist-credentials", false));

  /** What must be known before the workflow is used, a line each. */
  List<String> comments() {
    ImmutableList.Builder<String> comments = ImmutableList.builder();
    comments.add(
        "%s for %s, iteration %s; the next release writes it anew."
            .formatted(EpicLayout.GENERATOR_MARK, assessment.epic(), assessment.iteration()));
    comments.add("Use: copy it to .github/workflows/. The runner needs the tools of the tests.");
    comments.add(
        "Environments: "
            + plan.stages().stream().map(Stage::name).collect(Collectors.joining(", "))
            + "; each with the secret KUBE_CONFIG (a kubeconfig in base64)"
            + " and the variables SERVICE_URL and PROMETHEUS_URL"
            + (plan.service().image().isEmpty() ? " and IMAGE (without its tag)." : "."));
    comments.add("Optional: the secret RELEASE_WEBHOOK, an address that is told of a failure.");
    comments.add("Namespaces: " + namespaces() + "." + secret());
    comments.add(
        "Prometheus: deploy/prometheus/alerts.yml must be loaded; a release is watched by its"
            + " alerts.");
    List<String> gates = gates().notHeld(plan.testCommands());
    if (!gates.isEmpty()) {
      comments.add(
          "Gates of the plan that no command of ci.test_commands holds: "
              + String.join(", ", gates));
    }
    for (Stage stage : plan.stages()) {
      notes(stage).forEach(note -> comments.add(stage.name() + ": " + note));
    }
    return comments.build();
  }

  Map<String, Object> tree() {
    return ImmutableMap.<String, Object>builder()
        .put("name", "Deploy %s (%s)".formatted(plan.service().name(), assessment.epic()))
        .put(
            "on",
            ImmutableMap.of(
                "push",
                ImmutableMap.of("branches", ImmutableList.of("main")),
                "workflow_dispatch",
                ImmutableMap.of()))
        .put("permissions", ImmutableMap.of("contents", "read"))
        .put("defaults", ImmutableMap.of("run", ImmutableMap.of("shell", "bash")))
        .put("env", ImmutableMap.of("APP", plan.service().name(), "ARTIFACTS", artifacts()))
        .put("jobs", jobs())
        .buildOrThrow();
  }

  private Map<String, Object> jobs() {
    ImmutableMap.Builder<String, Object> jobs = ImmutableMap.builder();
    jobs.put(TestJob.ID, new TestJob(plan.testCommands(), gates()).tree());
    String before = TestJob.ID;
    for (Stage stage : plan.stages()) {
      jobs.put(StageJob.idOf(stage), new StageJob(plan, stage, artifacts(), before).tree());
      before = StageJob.idOf(stage);
    }
    return jobs.buildOrThrow();
  }

  private String namespaces() {
    return plan.stages().stream()
        .map(stage -> plan.namespace(stage.name()))
        .collect(Collectors.joining(", "));
  }

  private String secret() {
    Set<String> members = new PodEnvironment(plan).secrets();
    return members.isEmpty()
        ? ""
        : " Each needs the Secret %s with: %s."
            .formatted(plan.service().name(), String.join(", ", members));
  }

  private CiGates gates() {
    return CiGates.of(assessment.dossier());
  }

  private List<String> notes(Stage stage) {
    ImmutableList.Builder<String> notes = ImmutableList.builder();
    if (!stage.automatic() || stage.approvalRequired().isPresent()) {
      notes.add(
          "the environment needs a required reviewer"
              + stage.approvalRequired().map(who -> ", " + who).orElse(""));
    }
    List<String> others = stage.testsWithoutCommand();
    if (!others.isEmpty()) {
      notes.add("not run, as no file states a command for it: " + String.join(", ", others));
    }
    ObservationWindows.of(
            stage, plan.strategy().type(), Timing.of(plan.readiness(), plan.scaling()))
        .cut()
        .forEach(watch -> notes.add("watched for " + watch.words()));
    return notes.build();
  }

  private String artifacts() {
    return "docs/specs/%s/%s"
        .formatted(assessment.epic(), EpicLayout.ARTIFACTS.replaceAll("/$", ""));
  }
}
