package io.productionguardian.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import io.productionguardian.model.MustHave;
import io.productionguardian.policy.Policy;
import io.productionguardian.rule.Finding;
import io.productionguardian.rule.RuleInfo;
import java.util.List;
import java.util.Locale;

/**
 * A table of rules.
 *
 * @param rules those that run
 * @param policy which may turn others off
 */
record RulesPart(List<RuleInfo> rules, Policy policy) {

  RulesPart {
    rules = ImmutableList.copyOf(rules);
  }

  private static final int SEVERITY = 10;
  private static final int STANDS_FOR = 26;
  private static final int SOME = 3;

  /** What each rule asks. */
  void on(TextPage page) {
    header(page);
    rules.forEach(rule -> row(page, Span.plain(""), rule));
    footer(page);
  }

  /** What each rule asks, and what it says of an epic. */
  void on(TextPage page, ImmutableListMultimap<String, Finding> said) {
    header(page);
    for (RuleInfo rule : rules) {
      List<Finding> findings = said.get(rule.id());
      row(page, findings.isEmpty() ? new Span(Ink.GOOD, "✓ ") : symbol(findings.get(0)), rule);
      findings.stream()
          .limit(SOME)
          .forEach(
              finding ->
                  page.line(
                      4,
                      6,
                      new Span(Ink.PLACE, finding.place().toString()),
                      Span.plain("  " + finding.violation())));
      if (findings.size() > SOME) {
        page.line(4, 6, Span.faint("… and " + (findings.size() - SOME) + " more"));
      }
    }
    footer(page);
  }

  private void header(TextPage page) {
    page.line(
        2,
        2,
        Span.cell(Ink.FAINT, "RULE", idWidth()),
        Span.cell(Ink.FAINT, "SEVERITY", SEVERITY),
        Span.cell(Ink.FAINT, "STANDS FOR", STANDS_FOR),
        Span.faint("WHAT MUST BE SO"));
  }

  private void row(TextPage page, Span symbol, RuleInfo rule) {
    page.line(
        symbol.text().isEmpty() ? 2 : 0,
        2 + idWidth() + SEVERITY + STANDS_FOR,
        symbol,
        Span.cell(Ink.STRONG, rule.id(), idWidth()),
        Span.cell(ink(rule), rule.severity().wireName(), SEVERITY),
        Span.cell(Ink.PLAIN, standsFor(rule), STANDS_FOR),
        Span.plain(rule.summary()));
  }

  private void footer(TextPage page) {
    policy
        .rules()
        .forEach(
            (id, said) ->
                said.offReason()
                    .ifPresent(
                        reason ->
                            page.line(2, 4, Span.faint(id + " is off by the policy: " + reason))));
    page.heading(
        Span.plain(rules.size() + " rules. For details: "), Span.strong("guardian explain RULE"));
  }

  private int idWidth() {
    return 2 + rules.stream().mapToInt(rule -> rule.id().length()).max().orElse(0);
  }

  private static String standsFor(RuleInfo rule) {
    return rule.trigger()
        .map(trigger -> trigger.name().toLowerCase(Locale.ROOT))
        .or(() -> rule.mustHave().map(MustHave::wireName))
        .orElse(rule.concern() == RuleInfo.Concern.CHECKLIST ? "checklist" : "");
  }

  private static Ink ink(RuleInfo rule) {
    return switch (rule.severity()) {
      case BLOCK -> Ink.BAD;
      case WARN -> Ink.CAREFUL;
      case INFO -> Ink.FAINT;
    };
  }

  private static Span symbol(Finding finding) {
    return switch (finding.severity()) {
      case BLOCK -> new Span(Ink.BAD, "✗ ");
      case WARN -> new Span(Ink.CAREFUL, "! ");
      case INFO -> Span.plain("· ");
    };
  }
}
