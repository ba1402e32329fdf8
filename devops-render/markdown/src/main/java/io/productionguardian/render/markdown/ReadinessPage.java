package io.productionguardian.render.markdown;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.productionguardian.document.Place;
import io.productionguardian.dossier.Default;
import io.productionguardian.engine.Assessment;
import io.productionguardian.policy.Profile;
import io.productionguardian.rule.Finding;
import io.productionguardian.rule.RuleInfo;
import java.util.List;
import java.util.stream.Collectors;

/** The readiness of a release, for people. */
record ReadinessPage(Assessment assessment) {

  String write() {
    Page page = Page.titled("Readiness: " + Markdown.heading(assessment.epic().value()));
    decision(page);
    matrix(page.section("Must-haves"));
    findings(page.section("Findings"));
    waived(page);
    page.section(assessment.approved() ? "The way to production" : "Where the way is blocked");
    page.block(
        Markdown.fence(
            "mermaid",
            assessment.plan().map(Diagram::rollout).orElseGet(() -> Diagram.blocked(assessment))));
    assessment.plan().ifPresent(plan -> defaults(page.section("Defaults used"), plan.defaults()));
    return page.toString();
  }

  private void decision(Page page) {
    ImmutableList.Builder<String> items = ImmutableList.builder();
    items.add("Decision: **" + assessment.decision().wireName() + "**");
    assessment.escalation().ifPresent(why -> items.add("A person must decide: " + literal(why)));
    if (assessment.policy().profile() == Profile.ADVISORY) {
      items.add("Profile: advisory, which never vetoes; what would block is a warning");
    }
    items.add("Iteration: " + assessment.iteration());
    items.add("Decided: " + literal(assessment.timestamp().toString()));
    assessment
        .plan()
        .map(plan -> plan.strategy())
        .ifPresent(
            it -> items.add("Strategy: " + it.type().wireName() + ". " + literal(it.reason())));
    items.add("Rules: " + assessment.rules().size() + " ran");
    page.list(items.build());
  }

  private void matrix(Page page) {
    page.block(
        Markdown.table(
            ImmutableList.of("Must have", "Shown", "Where"),
            assessment.readiness().entries().entrySet().stream()
                .<List<String>>map(
                    entry ->
                        ImmutableList.of(
                            literal(entry.getKey().words()),
                            entry.getValue().grade().wireName(),
                            entry.getValue().places().stream()
                                .map(Place::toString)
                                .map(Markdown::text)
                                .collect(Collectors.joining(", "))))
                .toList()));
  }

  private void findings(Page page) {
    ImmutableList<Finding> findings = assessment.findings();
    if (findings.isEmpty()) {
      page.paragraph("None.");
      return;
    }
    page.block(
        Markdown.table(
            ImmutableList.of("Severity", "Rule", "Where", "What"),
            findings.stream()
                .<List<String>>map(
                    finding ->
                        ImmutableList.of(
                            finding.severity().wireName(),
                            literal(finding.rule().id()),
                            literal(finding.place().toString()),
                            literal(finding.violation())))
                .toList()));
    if (!assessment.approved()) {
      ImmutableSet<RuleInfo> rules =
          assessment.blocking().stream().map(Finding::rule).collect(ImmutableSet.toImmutableSet());
      page.section("What to do");
      page.list(rules.stream().map(ReadinessPage::mend).toList());
    }
  }

  private void waived(Page page) {
    if (assessment.waived().isEmpty()) {
      return;
    }
    page.section("Waived");
    page.block(
        Markdown.table(
            ImmutableList.of("Rule", "Where", "What", "Why it may stand", "Owner", "Until"),
            assessment.waived().stream()
                .<List<String>>map(
                    it ->
                        ImmutableList.of(
                            literal(it.finding().rule().id()),
                            literal(it.finding().place().toString()),
                            literal(it.finding().violation()),
                            literal(it.waiver().reason()),
                            literal(it.waiver().owner()),
                            it.waiver().expires().toString()))
                .toList()));
  }

  private static String mend(RuleInfo rule) {
    return "%s: %s. Required: %s. To mend it: %s"
        .formatted(
            literal(rule.id()),
            literal(rule.impact()),
            literal(rule.requirement()),
            literal(rule.suggestion()));
  }

  private static void defaults(Page page, ImmutableList<Default> defaults) {
    if (defaults.isEmpty()) {
      page.paragraph("None: the files state all that was needed.");
      return;
    }
    page.block(
        Markdown.table(
            ImmutableList.of("What", "Used", "Why"),
            defaults.stream()
                .<List<String>>map(
                    it ->
                        ImmutableList.of(
                            literal(it.member()), literal(it.value()), literal(it.reason())))
                .toList()));
  }

  private static String literal(String text) {
    return Markdown.text(text);
  }
}
