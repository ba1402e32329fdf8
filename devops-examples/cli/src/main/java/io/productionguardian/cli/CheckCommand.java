package io.productionguardian.cli;

import io.productionguardian.Assessment;
import io.productionguardian.Guardian;
import io.productionguardian.policy.Policy;
import io.productionguardian.release.EpicFolder;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Decides and writes nothing. */
@Command(
    name = "check",
    description = {"Decides and prints why. Writes nothing.", ""},
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:approve", "1:veto", "2:could not run"})
final class CheckCommand implements Callable<Integer> {

  private final Shell shell;

  @Mixin private DecisionOptions options = new DecisionOptions();

  CheckCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    Policy policy = options.policy().read();
    Guardian guardian = PolicyOption.guardian(policy);
    EpicFolder folder = options.folder();
    boolean interrupted = folder.interrupted();
    Assessment assessment =
        guardian.assess(folder.snapshot(), options.instant(policy, shell.clock()));
    options.print(
        shell, assessment, page -> new NextStep(options).afterCheck(page, assessment, interrupted));
    return ExitStatus.of(assessment);
  }
}
