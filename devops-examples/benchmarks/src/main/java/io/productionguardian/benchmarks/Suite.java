package io.productionguardian.benchmarks;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.stream.Stream;

/** Which rows are measured, in order. The baseline comes first and last. */
final class Suite {

  private static final List<String> STEPS =
      List.of("tree", "schema", "dossier", "rules", "assess", "decision", "gate", "render");
  private static final List<String> WHOLE = List.of("tokens", "decision", "gate");
  private static final List<String> ASKED =
      List.of("DeploymentRenderer", "CicdRenderer", "RunbookRenderer");
  private static final String VETOED = "epic_25_no_staging";
  private static final List<String> REAL = List.of("epic_26", "epic_28");

  private final Job.Effort effort;
  private final ImmutableList.Builder<Job> jobs = ImmutableList.builder();

  private Suite(Job.Effort effort) {
    this.effort = effort;
  }

  /** Three minutes: what a change is most likely to show in. */
  static List<Job> quick() {
    Suite suite = new Suite(Job.Effort.QUICK);
    suite.stages(LargeEpics.EXAMPLE, List.of("tokens"));
    suite.stages(LargeEpics.EXAMPLE, STEPS.stream().filter(step -> !step.equals("assess")).toList());
    suite.stages(VETOED, List.of("tokens", "gate"));
    if (LargeEpics.exists("epic_26")) {
      suite.stages("epic_26", List.of("tokens", "gate"));
    }
    suite.each("EachRenderer.renderer", LargeEpics.EXAMPLE, ASKED.stream(), Job.Effort.QUICK);
    suite.each("Peers.triggers", LargeEpics.EXAMPLE, Peers.names(), Job.Effort.QUICK);
    suite.stages(LargeEpics.EXAMPLE, List.of("tokens"));
    return suite.jobs.build();
  }

  /** All rows. */
  static List<Job> full() {
    Suite suite = new Suite(Job.Effort.FULL);
    suite.stages(LargeEpics.EXAMPLE, List.of("tokens"));
    suite.stages(LargeEpics.EXAMPLE, STEPS);
    suite.stages(VETOED, WHOLE);
    suite.stages(VETOED, List.of("render"));
    REAL.stream()
        .filter(LargeEpics::exists)
        .forEach(
            epic -> {
              suite.stages(epic, List.of("tokens"));
              suite.stages(epic, STEPS);
            });
    Stream.of(LargeEpics.EXAMPLE, VETOED)
        .forEach(epic -> suite.each("Peers.triggers", epic, Peers.names(), Job.Effort.FULL));
    suite.each(
        "EachRenderer.renderer",
        LargeEpics.EXAMPLE,
        Installed.renderers().stream().map(it -> it.getClass().getSimpleName()).sorted(),
        Job.Effort.QUICK);
    suite.each("EachRenderer.renderer", VETOED, Stream.of("VetoRenderer"), Job.Effort.QUICK);
    suite.each(
        "EachRule.rule",
        LargeEpics.EXAMPLE,
        Installed.rules().stream().map(rule -> rule.info().id()).sorted(),
        Job.Effort.SHORT);
    suite.jobs.addAll(growth());
    suite.stages(LargeEpics.EXAMPLE, List.of("tokens"));
    return suite.jobs.build();
  }

  /** Three sizes each; time should grow as they do. */
  static List<Job> growth() {
    Suite suite = new Suite(Job.Effort.QUICK);
    Growth.PLANS.forEach(name -> suite.stages(name, List.of("tokens", "decision")));
    Growth.LOGS.forEach(name -> suite.stages(name, List.of("decision")));
    suite.each("ManyRules.assess", LargeEpics.EXAMPLE, Growth.RULES.stream(), Job.Effort.QUICK);
    return suite.jobs.build();
  }

  private void stages(String input, List<String> steps) {
    steps.forEach(step -> jobs.add(new Job("Stages." + step, input, "", effort)));
  }

  private void each(String benchmark, String input, Stream<String> things, Job.Effort effort) {
    things.forEach(thing -> jobs.add(new Job(benchmark, input, thing, effort)));
  }
}
