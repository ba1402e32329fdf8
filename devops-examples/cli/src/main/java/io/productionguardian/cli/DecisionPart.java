package io.productionguardian.cli;

import io.productionguardian.Assessment;
import io.productionguardian.dossier.DecisionInputs.Accounted.Role;
import io.productionguardian.model.Severity;
import io.productionguardian.policy.Policy.Profile;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** The decision, and how many findings it rests on. */
record DecisionPart(Assessment assessment) {

  private static final int MOST_NAMED = 3;

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
        Span.faint("; " + assessment.rules().size() + " rules, " + files()));
    named(Role.UNREAD, "unread").ifPresent(text -> page.line(0, 2, new Span(Ink.CAREFUL, text)));
    named(Role.FOREIGN, "about other services")
        .ifPresent(text -> page.line(0, 2, Span.faint(text)));
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

  private String files() {
    int count =
        assessment.dossier().inputs().files().size()
            + assessment.dossier().inputs().repository().size();
    return count + " files";
  }

  /** How many files have a role, and the first of them. */
  private Optional<String> named(Role role, String words) {
    List<String> files =
        assessment.dossier().account().stream()
            .filter(file -> file.role() == role)
            .map(file -> SafeText.of(file.file().substring(file.file().lastIndexOf('/') + 1)))
            .toList();
    return files.isEmpty()
        ? Optional.empty()
        : Optional.of(
            files.size()
                + " "
                + words
                + ": "
                + String.join(", ", files.subList(0, Math.min(MOST_NAMED, files.size())))
                + (files.size() > MOST_NAMED ? ", ..." : ""));
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
