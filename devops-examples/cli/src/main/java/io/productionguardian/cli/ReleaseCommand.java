package io.productionguardian.cli;

import io.productionguardian.Assessment;
import io.productionguardian.Guardian;
import io.productionguardian.policy.Policy;
import io.productionguardian.release.EpicFolder;
import io.productionguardian.release.ReleaseTarget.Commit;
import io.productionguardian.release.ReleaseTarget.StaleSnapshotException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Decides and writes what carries the decision out. */
@Command(
    name = "release",
    description = {
      "Decides, prints why, and writes what the decision asks for.",
      "On approve that is what carries the release out, on veto the message to quality; the line in"
          + " the decision log comes last. A release that was interrupted is completed first. The"
          + " same decision from the same files is not written twice.",
      "With --to, the epic's folder stays as it is and the files go elsewhere, for a look.",
      ""
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:approve", "1:veto", "2:could not run"})
final class ReleaseCommand implements Callable<Integer> {

  /** Other agents write to the log too; one that never rests is no reason to wait for ever. */
  private static final int TRIES = 3;

  private final Shell shell;

  @Mixin private DecisionOptions options = new DecisionOptions();

  @Option(
      names = "--to",
      paramLabel = "DIR",
      description =
          "Write what the release would write below this folder instead: one outside the epic that"
              + " is empty, does not exist, or holds nothing but what an earlier --to wrote, which is"
              + " replaced.")
  private Optional<Path> elsewhere = Optional.empty();

  ReleaseCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    Policy policy = options.policy().read();
    Guardian guardian = PolicyOption.guardian(policy);
    EpicFolder folder = options.folder();
    Instant instant = options.instant(policy, shell.clock());
    return elsewhere.isPresent()
        ? preview(guardian, folder, instant, elsewhere.get())
        : release(guardian, folder, instant);
  }

  private int preview(Guardian guardian, EpicFolder folder, Instant instant, Path directory) {
    boolean interrupted = folder.interrupted();
    Assessment assessment = guardian.assess(folder.snapshot(), instant);
    Commit commit = folder.preview(guardian.render(assessment), directory);
    options.print(
        shell,
        assessment,
        page -> {
          new WrittenPart(commit).below(page, directory);
          new NextStep(options).afterPreview(page, assessment, interrupted, directory);
        });
    return ExitStatus.of(assessment);
  }

  private int release(Guardian guardian, EpicFolder folder, Instant instant) {
    boolean recovered = folder.recover();
    for (int i = 1; ; i++) {
      Assessment assessment = guardian.assess(folder.snapshot(), instant);
      Commit commit;
      try {
        commit = folder.commit(guardian.render(assessment));
      } catch (StaleSnapshotException e) {
        if (i == TRIES) {
          throw e;
        }
        continue;
      }
      options.print(
          shell,
          assessment,
          page -> {
            new WrittenPart(commit).inTheEpic(page, recovered);
            new NextStep(options).afterRelease(page, assessment);
          });
      return ExitStatus.of(assessment);
    }
  }
}
