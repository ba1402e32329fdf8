package io.productionguardian.render.yaml;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.productionguardian.dossier.DeploymentPlan;
import io.productionguardian.engine.Assessment;
import io.productionguardian.model.EpicLayout;
import io.productionguardian.model.Stage;
import java.util.List;
import java.util.stream.Collectors;

/** A workflow of GitHub Actions that brings an approved release through its stages. */
record Workflow(Assessment assessment, DeploymentPlan plan) {

  static final String RUNNER = "ubuntu-latest";

  /** actions/checkout 4.2.2; a commit cannot be moved as a tag can. */
  static final ImmutableMap<String, Object> CHECKOUT =
      ImmutableMap.of(
          "uses",
          "actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683",
          "with",
          ImmutableMap.of("persist-credentials", false));

  /** What must be known before the workflow is used, a line each. */
  ImmutableList<String> comments() {
    ImmutableList.Builder<String> comments = ImmutableList.builder();
    comments.add(
        "%s for %s, iteration %s; the next release writes it anew."
            .formatted(EpicLayout.GENERATOR_MARK, assessment.epic(), assessment.iteration()));
    comments.add("Use: copy it to .github/workflows/.");
    comments.add(
        "Environments: "
            + plan.stages().stream().map(Stage::name).collect(Collectors.joining(", "))
            + "; each with the secret KUBE_CONFIG (a kubeconfig in base64)"
            + " and the variables SERVICE_URL and PROMETHEUS_URL.");
    for (Stage stage : plan.stages()) {
      notes(stage).forEach(note -> comments.add(stage.name() + ": " + note));
    }
    return comments.build();
  }

  ImmutableMap<String, Object> tree() {
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

  private ImmutableMap<String, Object> jobs() {
    ImmutableMap.Builder<String, Object> jobs = ImmutableMap.builder();
    jobs.put(TestJob.ID, new TestJob(plan.testCommands()).tree());
    String before = TestJob.ID;
    for (Stage stage : plan.stages()) {
      jobs.put(StageJob.idOf(stage), new StageJob(plan, stage, artifacts(), before).tree());
      before = StageJob.idOf(stage);
    }
    return jobs.buildOrThrow();
  }

  private ImmutableList<String> notes(Stage stage) {
    ImmutableList.Builder<String> notes = ImmutableList.builder();
    if (!stage.automatic() || stage.approvalRequired().isPresent()) {
      notes.add(
          "the environment needs a required reviewer"
              + stage.approvalRequired().map(who -> ", " + who).orElse(""));
    }
    List<String> others = stage.tests().stream().filter(test -> !test.equals("smoke")).toList();
    if (!others.isEmpty()) {
      notes.add("not run, as no file states a command for it: " + String.join(", ", others));
    }
    new StageJob(plan, stage, artifacts(), TestJob.ID)
        .cutWatches()
        .forEach(watch -> notes.add("watched for " + watch.words()));
    return notes.build();
  }

  private String artifacts() {
    return "docs/specs/%s/%s"
        .formatted(assessment.epic(), EpicLayout.ARTIFACTS.replaceAll("/$", ""));
  }
}
