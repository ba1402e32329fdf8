package io.productionguardian.render.yaml;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.productionguardian.model.CommandLine;
import java.util.List;
import java.util.Map;

/**
 * The job that tests the service before it is deployed.
 *
 * @param commands what tests it; the job fails when there is nothing, since nothing was shown then
 * @param gates what the plan wants of a change
 */
record TestJob(List<CommandLine> commands, CiGates gates) {

  TestJob {
    commands = ImmutableList.copyOf(commands);
  }

  static final String ID = "test";

  private static final int MINUTES = 60;

  Map<String, Object> tree() {
    ImmutableList.Builder<Object> steps = ImmutableList.builder();
    steps.add(Workflow.CHECKOUT);
    commands.forEach(
        command ->
            steps.add(Step.of("Run " + command.words().get(0), Bash.command(command)).tree()));
    if (commands.isEmpty()) {
      steps.add(Step.of("No test is stated", Script.NO_TESTS).tree());
    }
    gates.step(commands).ifPresent(step -> steps.add(step.tree()));
    return ImmutableMap.of(
        "runs-on", Workflow.RUNNER, "timeout-minutes", MINUTES, "steps", steps.build());
  }
}
