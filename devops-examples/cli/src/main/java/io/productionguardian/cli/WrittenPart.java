package io.productionguardian.cli;

import io.productionguardian.folder.Commit;

/**
 * What a release wrote.
 *
 * @param recovered whether an interrupted release was completed before
 */
record WrittenPart(Commit commit, boolean recovered) {

  void on(Page page) {
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
    page.heading(Span.strong("Written"), Span.faint(" (" + commit.written().size() + ")"));
    commit
        .written()
        .forEach(path -> page.line(2, 4, new Span(Ink.GOOD, "+ "), new Span(Ink.PLACE, path)));
  }
}
