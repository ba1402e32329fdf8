package io.productionguardian.cli;

import io.productionguardian.engine.Assessment;
import io.productionguardian.engine.Waived;

/** What the policy lets stand, each with who answers for it and until when. */
record WaivedPart(Assessment assessment) {

  void on(Page page) {
    if (assessment.waived().isEmpty()) {
      return;
    }
    page.heading(Span.strong("Waived"), Span.faint(" (" + assessment.waived().size() + ")"));
    assessment.waived().forEach(waived -> line(page, waived));
  }

  private static void line(Page page, Waived waived) {
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
