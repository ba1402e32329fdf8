package io.productionguardian.cli;

import io.productionguardian.release.ReleaseTarget.Commit;
import java.nio.file.Path;

/** What a release wrote. */
record WrittenPart(Commit commit) {

  /**
   * What it wrote into the epic's folder.
   *
   * @param recovered whether an interrupted release was completed before
   */
  void inTheEpic(TextPage page, boolean recovered) {
    if (recovered) {
      page.heading(Span.plain("A release that was interrupted has been completed first."));
    }
    if (commit.written().isEmpty()) {
      page.heading(
          Span.strong("Nothing written: "),
          Span.plain(
              "this very decision, from the same files, stands in the decision log already."));
      return;
    }
    page.heading(Span.strong("Written"), count());
    files(page);
  }

  /** What it wrote elsewhere, for a look. */
  void below(TextPage page, Path directory) {
    page.heading(
        Span.strong("Written to "),
        new Span(Ink.PLACE, directory.toString()),
        count(),
        Span.plain("; the epic's folder is as it was"));
    files(page);
  }

  private Span count() {
    return Span.faint(" (" + commit.written().size() + ")");
  }

  private void files(TextPage page) {
    commit
        .written()
        .forEach(path -> page.line(2, 4, new Span(Ink.GOOD, "+ "), new Span(Ink.PLACE, path)));
  }
}
