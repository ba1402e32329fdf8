package io.productionguardian.cli;

import io.productionguardian.document.Node;
import io.productionguardian.policy.Policy.RulePolicy;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.RuleInfo.Param;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/**
 * All of one rule.
 *
 * @param rule the rule, with the severity that the policy gives it
 * @param said what the policy says of it
 */
record RulePart(RuleInfo rule, RulePolicy said) {

  private static final int LABEL = 14;

  void on(TextPage page) {
    page.line(0, 2, Span.strong(rule.id()), Span.plain("  " + rule.summary()));
    page.line(0, 0);
    entry(page, "severity", severity());
    entry(page, "concern", rule.concern().name().toLowerCase(Locale.ROOT));
    rule.trigger().ifPresent(trigger -> entry(page, "veto trigger", trigger.words()));
    rule.mustHave().ifPresent(mustHave -> entry(page, "must-have", mustHave.words()));
    entry(page, "why", rule.impact());
    entry(page, "expected", rule.requirement());
    entry(page, "to do", rule.suggestion());
    entry(page, "action", rule.action());
    entry(page, "waivers", rule.waivable() ? "a policy may waive it for an epic" : "none hold");
    rule.example()
        .ifPresent(
            example -> {
              example(page, new Span(Ink.BAD, "✗ fails"), example.failing());
              example(page, new Span(Ink.GOOD, "✓ passes"), example.passing());
            });
    if (!rule.params().isEmpty()) {
      page.heading(Span.strong("Settings"));
      rule.params().forEach(param -> setting(page, param));
    }
    page.heading(Span.strong("In a policy"), Span.faint(" (guardian.yaml, given by --policy)"));
    page.line(2, 2, Span.plain("rules:"));
    page.line(4, 4, Span.plain(rule.id() + ":"));
    page.line(6, 6, Span.plain("severity: "), Span.plain(rule.severity().wireName()));
    if (!rule.params().isEmpty()) {
      page.line(6, 6, Span.plain("settings:"));
      rule.params()
          .forEach(param -> page.line(8, 8, Span.plain(param.name() + ": " + value(param))));
    }
  }

  private static void entry(TextPage page, String label, String text) {
    page.line(2, 2 + LABEL, Span.cell(Ink.FAINT, label, LABEL), Span.plain(text));
  }

  private static void example(TextPage page, Span title, String text) {
    page.heading(title);
    text.stripTrailing().lines().forEach(line -> page.line(4, 8, Span.plain(line)));
  }

  private void setting(TextPage page, Param param) {
    page.line(2, 4, Span.strong(param.name()), Span.plain(" = " + value(param)));
    page.line(4, 4, Span.plain(param.description()));
    if (stated(param).isPresent()) {
      page.line(4, 4, Span.faint("the policy's; " + text(param.standard()) + " unless it is set"));
    }
  }

  private String severity() {
    return rule.severity().wireName()
        + switch (rule.severity()) {
          case BLOCK -> ": vetoes the release";
          case WARN -> ": is reported and lets the release through";
          case INFO -> ": is said for the record";
        }
        + (said.severity().isPresent() ? " (by the policy)" : "");
  }

  private String value(Param param) {
    return stated(param).orElse(text(param.standard()));
  }

  private Optional<String> stated(Param param) {
    Node node = said.settings().get(param.name());
    return node == null
        ? Optional.empty()
        : node.number()
            .map(BigDecimal::toPlainString)
            .or(() -> node.bool().map(String::valueOf))
            .or(node::text);
  }

  private static String text(Object standard) {
    return standard instanceof BigDecimal number ? number.toPlainString() : standard.toString();
  }
}
