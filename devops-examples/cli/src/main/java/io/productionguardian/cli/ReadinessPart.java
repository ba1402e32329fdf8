package io.productionguardian.cli;

import io.productionguardian.Assessment;
import io.productionguardian.document.SourceLocation;
import io.productionguardian.model.MustHave;
import io.productionguardian.readiness.ReadinessMatrix;
import io.productionguardian.readiness.ReadinessMatrix.Grade;
import io.productionguardian.rule.Finding;
import java.util.Arrays;

/** How well each of the seven must-haves is shown, and whether that is enough. */
record ReadinessPart(Assessment assessment) {

  private static final int WORDS =
      Arrays.stream(MustHave.values())
          .mapToInt(mustHave -> mustHave.words().length())
          .max()
          .orElse(0);
  private static final int GRADE = Grade.CONTRADICTED.wireName().length();

  void on(TextPage page) {
    page.heading(Span.strong("Readiness"));
    assessment.readiness().entries().forEach((mustHave, entry) -> row(page, mustHave, entry));
  }

  private void row(TextPage page, MustHave mustHave, ReadinessMatrix.Entry entry) {
    boolean shown = entry.grade() == Grade.CLAIMED || entry.grade() == Grade.EVIDENCED;
    boolean enough =
        shown
            && assessment.blocking().stream()
                .map(Finding::rule)
                .noneMatch(rule -> rule.mustHave().filter(mustHave::equals).isPresent());
    page.line(
        2,
        WORDS + GRADE + 10,
        enough ? new Span(Ink.GOOD, "✓ ") : new Span(Ink.BAD, "✗ "),
        Span.cell(enough ? Ink.PLAIN : Ink.STRONG, mustHave.words(), WORDS),
        Span.cell(ink(entry.grade()), "  " + symbol(entry.grade()), 4),
        Span.cell(ink(entry.grade()), entry.grade().wireName(), GRADE),
        Span.faint("  " + where(entry)));
  }

  private static String symbol(Grade grade) {
    return switch (grade) {
      case ABSENT -> "○";
      case CLAIMED -> "◐";
      case EVIDENCED -> "●";
      case CONTRADICTED -> "✗";
    };
  }

  private static Ink ink(Grade grade) {
    return switch (grade) {
      case ABSENT, CONTRADICTED -> Ink.BAD;
      case CLAIMED -> Ink.CAREFUL;
      case EVIDENCED -> Ink.GOOD;
    };
  }

  /** The first place without its folder: the findings name theirs in full. */
  private static String where(ReadinessMatrix.Entry entry) {
    if (entry.places().isEmpty()) {
      return "";
    }
    SourceLocation place = entry.places().get(0);
    int more = entry.places().size() - 1;
    return place.file().substring(place.file().lastIndexOf('/') + 1)
        + ':'
        + place.line()
        + (more > 0 ? " +" + more : "");
  }
}
