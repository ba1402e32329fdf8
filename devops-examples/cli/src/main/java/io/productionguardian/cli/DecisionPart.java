package io.productionguardian.cli;

import io.productionguardian.Assessment;
import io.productionguardian.model.Severity;
import io.productionguardian.policy.Policy.Profile;
import java.time.ZoneOffset;

/** The decision, and how many findings it rests on. */
record DecisionPart(Assessment assessment) {

  void on(TextPage page) {
    page.line(
        0,
        2,
        assessment.approved()
            ? new Span(Ink.GOOD_NEWS, "✓ APPROVE")
            : new Span(Ink.BAD_NEWS, "✗ VETO"),
        Span.plain("  "),
        Span.strong(assessment.epic().value()),
        Span.plain("  iteration " + assessment.iteration()),
        Span.faint("  " + assessment.timestamp() + ' ' + zone()));
    page.line(
        0,
        2,
        count(Severity.BLOCK, Ink.BAD, "blocking", "blocking"),
        Span.plain(", "),
        count(Severity.WARN, Ink.CAREFUL, "warning", "warnings"),
        Span.plain(", "),
        count(Severity.INFO, Ink.PLAIN, "note", "notes"),
        Span.faint("; " + assessment.rules().size() + " rules, " + files() + " files"));
    if (assessment.policy().profile() == Profile.ADVISORY) {
      page.line(
          0,
          2,
          new Span(Ink.CAREFUL, "advisory: "),
          Span.plain("the policy reports and never vetoes; what would block is a warning"));
    }
    assessment
        .escalation()
        .ifPresent(
            reason ->
                page.line(
                    0,
                    2,
                    new Span(Ink.BAD_NEWS, "A person must decide now: "),
                    Span.strong(reason)));
  }

  private int files() {
    return assessment.dossier().inputs().files().size()
        + assessment.dossier().inputs().repository().size();
  }

  private Span count(Severity severity, Ink ink, String one, String many) {
    long count =
        assessment.findings().stream().filter(finding -> finding.severity() == severity).count();
    return new Span(count > 0 ? ink : Ink.PLAIN, count + " " + (count == 1 ? one : many));
  }

  private String zone() {
    return assessment.policy().zone().normalized().equals(ZoneOffset.UTC)
        ? "UTC"
        : assessment.policy().zone().getId();
  }
}
