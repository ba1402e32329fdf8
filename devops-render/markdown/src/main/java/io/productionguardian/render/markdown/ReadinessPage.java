package io.productionguardian.render.markdown;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Multimaps;
import io.productionguardian.Assessment;
import io.productionguardian.document.SourceLocation;
import io.productionguardian.dossier.Sourced.AppliedDefault;
import io.productionguardian.dossier.Sourced.Note;
import io.productionguardian.model.MustHave;
import io.productionguardian.policy.Policy.Profile;
import io.productionguardian.rule.Finding;
import io.productionguardian.rule.Remedy;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Template;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The readiness of a release, for people. */
record ReadinessPage(Assessment assessment) {

  /** Of one rule; whoever fixes these has seen how it goes. */
  private static final int MOST_REMEDIES = 10;

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
    assessment
        .plan()
        .ifPresent(
            plan -> {
              timeToSafety(page.section("Time to safety"), new TimeToSafety(plan));
              defaults(page.section("Defaults used"), plan.defaults());
            });
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
                                .map(SourceLocation::toString)
                                .map(Markdown::text)
                                .collect(Collectors.joining(", "))))
                .toList()));
    List<String> against =
        assessment.readiness().entries().entrySet().stream()
            .flatMap(
                entry ->
                    entry.getValue().against().stream()
                        .map(remark -> against(entry.getKey(), remark)))
            .toList();
    if (!against.isEmpty()) {
      page.paragraph("What stands against a claim:");
      page.list(against);
    }
  }

  private static String against(MustHave mustHave, Note remark) {
    return "%s: %s (%s)"
        .formatted(
            literal(mustHave.words()),
            literal(remark.message()),
            literal(remark.place().toString()));
  }

  private void findings(Page page) {
    List<Finding> findings = assessment.findings();
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
    ImmutableListMultimap<RuleInfo, Finding> toMend =
        Multimaps.index(
            findings.stream()
                .filter(finding -> finding.blocking() || finding.remedy().isPresent())
                .toList(),
            Finding::rule);
    if (!toMend.isEmpty()) {
      page.section("What to do");
      toMend.asMap().forEach((rule, them) -> mend(page, rule, them));
    }
  }

  private static void mend(Page page, RuleInfo rule, Collection<Finding> findings) {
    page.subsection(Markdown.heading(rule.id()));
    page.list(
        ImmutableList.of(
            "Why: " + literal(rule.impact()),
            "Required: " + literal(rule.requirement()),
            "To fix it: " + literal(rule.suggestion())));
    List<Finding> remedied = findings.stream().filter(it -> it.remedy().isPresent()).toList();
    remedied.stream()
        .limit(MOST_REMEDIES)
        .forEach(finding -> finding.remedy().ifPresent(remedy -> remedy(page, finding, remedy)));
    if (remedied.size() > MOST_REMEDIES) {
      page.paragraph(
          (remedied.size() - MOST_REMEDIES) + " more remedies stand in readiness.sarif.");
    }
  }

  private static void remedy(Page page, Finding finding, Remedy remedy) {
    String head =
        "For %s, by %s: "
            .formatted(literal(finding.place().toString()), remedy.appliesBy().words());
    if (remedy instanceof Remedy.Ask ask) {
      page.paragraph(head + literal(ask.what()) + ".");
    } else if (remedy instanceof Remedy.Edit edit) {
      Optional<Template> content = edit.content().filter(it -> !it.text().isEmpty());
      page.paragraph(head + what(edit) + (content.isPresent() ? ":" : "."));
      content.ifPresent(
          it ->
              page.block(
                  Markdown.fence(
                      it.form() == Template.Form.JSON ? "json" : "text",
                      it.text().stripTrailing().lines().toList())));
    }
  }

  private static String what(Remedy.Edit edit) {
    String file = Markdown.code(edit.file());
    if (edit instanceof Remedy.AddMember add) {
      return "add " + Markdown.code(add.pointer()) + " to " + file;
    }
    if (edit instanceof Remedy.ReplaceValue replace) {
      return "replace " + Markdown.code(replace.pointer()) + " in " + file;
    }
    if (edit instanceof Remedy.RemoveMember remove) {
      return "remove " + Markdown.code(remove.pointer()) + " from " + file;
    }
    return edit instanceof Remedy.ReplaceLine line
        ? (line.text().text().isEmpty() ? "empty" : "replace")
            + " line "
            + line.line()
            + " of "
            + file
        : "write " + file;
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

  private static void timeToSafety(Page page, TimeToSafety time) {
    page.paragraph("From a fault until the previous version serves again, at the worst:");
    page.block(
        Markdown.table(
            ImmutableList.of("Noticed by", "Detection", "Rollback", "Safe after"),
            time.detections().stream()
                .<List<String>>map(
                    it ->
                        ImmutableList.of(
                            literal(it.by()),
                            literal(it.sum() + " = " + TimeToSafety.plain(it.seconds()) + " s"),
                            TimeToSafety.plain(time.plan().rollbackSeconds()) + " s",
                            TimeToSafety.plain(time.safeAfter(it)) + " s"))
                .toList()));
    String interval = TimeToSafety.plain(TimeToSafety.INTERVAL);
    page.paragraph(
        "No plan states how often metrics are collected and alerts are judged; "
            + interval
            + " s each are assumed, and no waiting where a condition names none."
            + (time.leftOut() > 0 ? " " + time.leftOut() + " more alerts are not shown." : ""));
    page.block(Markdown.fence("mermaid", Diagram.timeToSafety(time)));
  }

  private static void defaults(Page page, List<AppliedDefault> defaults) {
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
