package io.productionguardian.cli;

import io.productionguardian.Assessment;
import io.productionguardian.model.EpicLayout;
import java.nio.file.Path;

/** What is most useful to do now. */
record NextStep(DecisionOptions options) {

  private static final String COMPLETES = "completes the release of this epic that was interrupted";

  void afterCheck(TextPage page, Assessment assessment, boolean interrupted) {
    if (interrupted) {
      command(page, options.asTyped("release"), COMPLETES);
    } else if (!assessment.approved()) {
      mend(page, assessment, options.asTyped("check"));
    } else if (assessment.repeats()) {
      advice(page, "nothing: this decision stands in the decision log, and its files are written");
    } else {
      command(page, options.asTyped("release"), "writes what carries this out");
    }
  }

  void afterRelease(TextPage page, Assessment assessment) {
    if (assessment.approved()) {
      advice(page, "read consensus/artifacts/runbook.md, then commit the files to the repository");
    } else {
      mend(page, assessment, options.asTyped("release"));
    }
  }

  void afterPreview(TextPage page, Assessment assessment, boolean interrupted, Path directory) {
    advice(
        page,
        "read "
            + directory.resolve(EpicLayout.ARTIFACTS + "readiness.md")
            + " first; the other files lie beside it");
    if (interrupted) {
      further(page, options.asTyped("release"), COMPLETES);
    } else if (assessment.approved()) {
      further(page, options.asTyped("release"), "writes them into the epic's folder");
    } else {
      further(
          page,
          options.asTyped("release") + " --to " + ShellWord.of(directory.toString()),
          "when the blocking findings are fixed");
      explain(page, assessment);
    }
  }

  private void mend(TextPage page, Assessment assessment, String again) {
    command(page, again, "when the blocking findings are fixed");
    explain(page, assessment);
  }

  private void explain(TextPage page, Assessment assessment) {
    String mostSevere = assessment.blocking().get(0).rule().id();
    further(page, "guardian explain " + mostSevere + options.policy().asTyped(), "for details");
  }

  private static void command(TextPage page, String command, String why) {
    page.heading(Span.strong("Next: "), Span.strong(command), Span.plain("  " + why));
  }

  private static void further(TextPage page, String command, String why) {
    page.line(6, 8, Span.strong(command), Span.plain("  " + why));
  }

  private static void advice(TextPage page, String advice) {
    page.heading(Span.strong("Next: "), Span.plain(advice));
  }
}
