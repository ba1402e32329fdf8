package io.productionguardian.cli;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Multimaps;
import io.productionguardian.Assessment;
import io.productionguardian.model.Severity;
import io.productionguardian.rule.Finding;
import io.productionguardian.rule.Remedy;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.text.OneLine;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The findings, those that veto first, each with its place, and once a rule what to do.
 *
 * @param all whether all warnings and notes are shown, and not only some
 */
record FindingsPart(Assessment assessment, boolean all) {

  private static final int SOME = 10;
  private static final int SOME_OF_ONE_RULE = 5;
  private static final int LONGEST_REMEDY = 160;

  void on(TextPage page) {
    int most = all ? Integer.MAX_VALUE : SOME;
    section(page, "Blocking", Severity.BLOCK, new Span(Ink.BAD, "✗ "), Integer.MAX_VALUE);
    section(page, "Warnings", Severity.WARN, new Span(Ink.CAREFUL, "! "), most);
    section(page, "Notes", Severity.INFO, Span.plain("· "), most);
  }

  private void section(TextPage page, String title, Severity severity, Span symbol, int most) {
    ImmutableListMultimap<RuleInfo, Finding> byRule =
        Multimaps.index(
            assessment.findings().stream().filter(f -> f.severity() == severity).toList(),
            Finding::rule);
    if (byRule.isEmpty()) {
      return;
    }
    page.heading(Span.strong(title), Span.faint(" (" + byRule.size() + ")"));
    Map<RuleInfo, Integer> shares = shares(byRule, most);
    shares.forEach(
        (rule, share) -> {
          byRule.get(rule).stream().limit(share).forEach(finding -> line(page, symbol, finding));
          page.line(4, 6, Span.faint("→ " + rule.suggestion()));
        });
    rest(page, byRule, shares);
  }

  private static void line(TextPage page, Span symbol, Finding finding) {
    page.line(
        2,
        4,
        symbol,
        new Span(Ink.PLACE, finding.place().toString()),
        Span.plain("  " + finding.violation() + "  "),
        Span.faint("[" + finding.rule().id() + "]"));
    finding.remedy().ifPresent(remedy -> remedy(page, remedy));
  }

  /** Who can do what; a file to write is shown by --format json. */
  private static void remedy(TextPage page, Remedy remedy) {
    if (remedy instanceof Remedy.Edit edit) {
      boolean whole = edit instanceof Remedy.WriteFile;
      String where =
          edit instanceof Remedy.ReplaceLine line
              ? ":" + line.line()
              : " " + edit.members().getOrDefault("pointer", "");
      page.line(
          4,
          6,
          new Span(Ink.GOOD, "+ "),
          Span.plain(edit.kind().wireName() + " "),
          new Span(Ink.PLACE, edit.file() + (whole ? "" : where)),
          Span.plain(
              whole
                  ? ""
                  : edit.content()
                      .map(content -> "  " + OneLine.of(content.text(), LONGEST_REMEDY))
                      .orElse("")),
          Span.faint("  by " + edit.appliesBy().words()));
    } else if (remedy instanceof Remedy.Ask ask) {
      page.line(
          4, 6, new Span(Ink.GOOD, "+ "), Span.plain(ask.appliesBy().words() + ": " + ask.what()));
    }
  }

  /** How many of each rule are shown: in turns, so that none that says much hides the others. */
  private static Map<RuleInfo, Integer> shares(
      ImmutableListMultimap<RuleInfo, Finding> byRule, int most) {
    Map<RuleInfo, Integer> shares = new LinkedHashMap<>();
    int left = Math.min(most, byRule.size());
    int turns = most < byRule.size() ? SOME_OF_ONE_RULE : byRule.size();
    for (int turn = 0; turn < turns && left > 0; turn++) {
      for (RuleInfo rule : byRule.keySet()) {
        if (left > 0 && byRule.get(rule).size() > turn) {
          shares.merge(rule, 1, Integer::sum);
          left--;
        }
      }
    }
    return shares;
  }

  private static void rest(
      TextPage page,
      ImmutableListMultimap<RuleInfo, Finding> byRule,
      Map<RuleInfo, Integer> shares) {
    Map<String, Integer> hidden = new LinkedHashMap<>();
    byRule
        .asMap()
        .forEach((rule, them) -> hidden.put(rule.id(), them.size() - shares.getOrDefault(rule, 0)));
    hidden.values().removeIf(count -> count == 0);
    if (hidden.isEmpty()) {
      return;
    }
    int count = hidden.values().stream().mapToInt(Integer::intValue).sum();
    page.line(
        2,
        4,
        Span.plain("… and " + count + " more"),
        Span.faint(
            hidden.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", ", " (", ")"))),
        Span.plain(": --all shows them, --format json lists everything"));
  }
}
