package io.productionguardian.cli;

import io.productionguardian.engine.Assessment;

/** What is most useful to do now. */
record NextStep(DecisionOptions options) {

  void afterCheck(Page page, Assessment assessment, boolean interrupted) {
    if (interrupted) {
      command(page, "release", "completes the release of this epic that was interrupted");
    } else if (!assessment.approved()) {
      mend(page, assessment, "check");
    } else if (assessment.repeats()) {
      advice(page, "nothing: this decision stands in the decision log, and its files are written");
    } else {
      command(page, "release", "writes what carries this out");
    }
  }

  void afterRelease(Page page, Assessment assessment) {
    if (assessment.approved()) {
      advice(page, "read consensus/artifacts/runbook.md, then commit the files to the repository");
    } else {
      mend(page, assessment, "release");
    }
  }

  private void mend(Page page, Assessment assessment, String again) {
    String gravest = assessment.blocking().get(0).rule().id();
    command(page, again, "when the blocking findings are mended");
    page.line(
        6,
        8,
        Span.strong("guardian explain " + gravest + options.policy().asTyped()),
        Span.plain("  says more of the gravest one"));
  }

  private void command(Page page, String command, String why) {
    page.heading(
        Span.strong("Next: "), Span.strong(options.asTyped(command)), Span.plain("  " + why));
  }

  private static void advice(Page page, String advice) {
    page.heading(Span.strong("Next: "), Span.plain(advice));
  }
}
