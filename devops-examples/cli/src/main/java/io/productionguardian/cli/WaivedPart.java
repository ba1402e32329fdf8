package io.productionguardian.cli;

import io.productionguardian.Assessment;
import io.productionguardian.Assessment.WaivedFinding;

/** What the policy waives, each with who answers for it and until when. */
record WaivedPart(Assessment assessment) {

  void on(TextPage page) {
    if (assessment.waived().isEmpty()) {
      return;
    }
    page.heading(Span.strong("Waived"), Span.faint(" (" + assessment.waived().size() + ")"));
    assessment.waived().forEach(waived -> line(page, waived));
  }

  private static void line(TextPage page, WaivedFinding waived) {
    page.line(
        2,
        4,
        new Span(Ink.CAREFUL, "~ "),
        new Span(Ink.PLACE, waived.finding().place().toString()),
        Span.plain("  " + waived.finding().violation() + "  "),
        Span.faint("[" + waived.finding().rule().id() + "]"));
    page.line(
        4,
        6,
        Span.faint(
            "→ %s; %s answers for it until %s"
                .formatted(
                    waived.waiver().reason(), waived.waiver().owner(), waived.waiver().expires())));
  }
}
