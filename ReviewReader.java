package io.productionguardian.dossier;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.productionguardian.document.Node;
import io.productionguardian.dossier.Review.QualityVerdict;
import io.productionguardian.model.Stance;
import io.productionguardian.text.PlainWord;
import io.productionguardian.text.TextParsing;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads what quality says for and against the release, in both dialects. */
final class ReviewReader {

  private static final ImmutableSet<String> APPROVED = ImmutableSet.of("approve", "approved");
  private static final ImmutableSet<String> GOOD =
      ImmutableSet.of(
          "pass",
          "passed",
          "complete",
          "completed",
          "ok",
          "approve",
          "approved",
          "success",
          "successful");

  /** The members that hold the verdict in the two dialects. */
  private static final ImmutableSet<String> VERDICTS = ImmutableSet.of("review status", "verdict");

  /** Other names under which agents write it. */
  private static final ImmutableSet<String> OTHER_VERDICTS =
      ImmutableSet.of(
          "decision",
          "result",
          "outcome",
          "status",
          "state",
          "overall",
          "overall status",
          "overall verdict",
          "overall result",
          "final verdict",
          "final decision",
          "final status",
          "recommendation",
          "conclusion",
          "gate",
          "quality gate",
          "release decision",
          "quality decision",
          "reviewer decision",
          "go no go",
          "vote",
          "approval",
          "document status",
          "review state");

  private static final ImmutableSet<String> UNFINISHED =
      ImmutableSet.of(
          "draft",
          "wip",
          "work in progress",
          "in progress",
          "pending",
          "preliminary",
          "provisional",
          "incomplete",
          "unfinished");

  private static final ImmutableSet<String> FAILED =
      ImmutableSet.of("fail", "failed", "failing", "failure", "unmet");

  /** What a truth value claims whose name has one of these words. */
  private static final ImmutableSet<String> ACHIEVED =
      ImmutableSet.of(
          "met",
          "meets",
          "adequate",
          "acceptable",
          "accepted",
          "verified",
          "ready",
          "passed",
          "passing",
          "pass",
          "passes",
          "approved",
          "complete",
          "completed",
          "compliant",
          "compatible",
          "satisfied",
          "validated",
          "sufficient",
          "ok",
          "fulfilled",
          "achieved",
          "correct",
          "secure",
          "safe",
          "stable",
          "healthy",
          "clean",
          "reviewed",
          "tested",
          "checked",
          "followed",
          "covered",
          "preserved",
          "done",
          "works",
          "within",
          "deployable",
          "mergeable",
          "releasable",
          "shippable",
          "go",
          "free",
          "off",
          "gate");

  /** With one of them a name says the contrary. */
  private static final ImmutableSet<String> NEGATING =
      ImmutableSet.of("not", "un", "non", "failed", "missing", "blocked", "partially");

  /** What a truth value admits whose name has one of these words. */
  private static final ImmutableSet<String> ADMITTED =
      ImmutableSet.of("regressions", "regression", "vulnerable", "rework", "blockers", "critical");

  /** What specifications ask of every synthesis: a plain yes. */
  private static final ImmutableSet<String> ASKED =
      ImmutableSet.of(
          "acceptance criteria met",
          "test coverage adequate",
          "performance acceptable",
          "security verified",
          "production ready");

  private static final ImmutableSet<String> REFUSING =
      ImmutableSet.of(
          "false", "no", "not", "partial", "partially", "pending", "fail", "failed", "failing",
          "unmet", "incomplete", "nein", "rejected");

  private static final ImmutableSet<String> GRAVE =
      ImmutableSet.of(
          "critical",
          "crit",
          "blocker",
          "blocking",
          "block",
          "fatal",
          "severe",
          "highest",
          "catastrophic",
          "emergency",
          "showstopper",
          "p0",
          "s0",
          "s1",
          "sev0",
          "sev1");

  private static final ImmutableSet<String> GRAVE_PAIRS =
      ImmutableSet.of("show stopper", "sev 0", "sev 1", "severity 0", "severity 1");

  private static final ImmutableSet<String> SEVERITIES =
      ImmutableSet.of("severity", "priority", "level");

  /** What stops a release when there is any. */
  private static final ImmutableSet<String> STOPPING =
      ImmutableSet.of(
          "blockers",
          "blocker",
          "showstoppers",
          "showstopper",
          "vetoes",
          "vetos",
          "veto",
          "objections");

  private static final ImmutableSet<String> STOPPING_PHRASES =
      ImmutableSet.of("blocking issues", "blocked by", "must fix", "show stoppers");

  private static final ImmutableSet<String> FLAWS =
      ImmutableSet.of(
          "critical",
          "issues",
          "issue",
          "findings",
          "bugs",
          "defects",
          "problems",
          "vulnerabilities",
          "count",
          "open",
          "found",
          "num",
          "number",
          "of",
          "total",
          "remaining");

  private static final ImmutableSet<String> SETTLED =
      ImmutableSet.of(
          "resolved", "fixed", "closed", "done", "true", "settled", "verified", "complete");

  private static final ImmutableSet<String> PAST =
      ImmutableSet.of(
          "resolved", "fixed", "closed", "settled", "previous", "former", "no", "not", "non");

  private static final BigDecimal GRAVE_SCORE = BigDecimal.valueOf(9);

  private static final int DEEPEST = 8;

  /** What quality says for or against the release. */
  static final Function<Dossier, List<QualityVerdict>> STATEMENTS =
      dossier -> dossier.root("review").map(ReviewReader::statements).orElse(List.of());

  private final Node review;
  private final ImmutableList.Builder<QualityVerdict> said = ImmutableList.builder();

  private ReviewReader(Node review) {
    this.review = review;
  }

  /** All that the review says for or against the release, in a fixed order. */
  private static List<QualityVerdict> statements(Node review) {
    return new ReviewReader(review).statements();
  }

  private List<QualityVerdict> statements() {
    Stances.members(review, VERDICTS).forEach(node -> word(node, APPROVED, true));
    Optional<Node> approval = review.get("approval");
    approval.flatMap(node -> node.get("status")).ifPresent(node -> word(node, APPROVED, true));
    approval.flatMap(node -> node.get("merge_ready")).ifPresent(this::flag);
    Stream.concat(approval.stream(), Stream.of(review))
        .flatMap(node -> Stances.members(node, ImmutableSet.of("conditions")))
        .filter(node -> !node.isNull())
        .forEach(node -> say(node, isNone(node), "conditions remain"));
    review.get("release_gate").ifPresent(this::flag);
    Stances.members(review, ImmutableSet.of("draft", "is draft", "wip"))
        .filter(Stances::isTrue)
        .forEach(node -> say(node, false, "the review is a draft"));
    Stances.members(review, ImmutableSet.of("metadata", "meta", "document"))
        .flatMap(node -> Stances.members(node, OTHER_VERDICTS))
        .forEach(this::draft);
    Stances.members(review, OTHER_VERDICTS).forEach(this::draft);
    speaksAgainst(review, DEEPEST);
    Node passes = review.get("three_pass_review").orElse(review);
    for (String pass : new String[] {"architecture_pass", "component_pass", "synthesis_pass"}) {
      passes
          .get(pass)
          .flatMap(node -> node.get("status"))
          .ifPresent(node -> word(node, GOOD, false));
    }
    review
        .find("metrics", "critical_issues")
        .filter(node -> node.number().isEmpty())
        .ifPresent(node -> say(node, false, "critical_issues is not 0"));
    return said.build().stream().distinct().collect(ImmutableList.toImmutableList());
  }

  private void word(Node node, Set<String> good, boolean verdict) {
    String word = node.scalar().map(PlainWord::of).orElse("");
    boolean favourable =
        good.contains(word) && node.scalar().filter(text -> text.indexOf('?') >= 0).isEmpty();
    said.add(
        new QualityVerdict(
            node.place(), favourable, verdict, pointer(node) + " is " + quoted(node)));
  }

  private void flag(Node node) {
    say(node, node.bool().orElse(false), pointer(node) + " is " + quoted(node));
  }

  private void draft(Node status) {
    status
        .text()
        .map(PlainWord::of)
        .filter(UNFINISHED::contains)
        .ifPresent(word -> say(status, false, "the review is not finished: it is " + word));
  }

  /**
   * Anything below that says that something is not so, that somebody is blocked, or is critical.
   */
  private void speaksAgainst(Node node, int deeper) {
    if (deeper == 0) {
      return;
    }
    severity(node)
        .filter(severity -> !isSettled(node))
        .ifPresent(
            severity -> say(node, false, "an issue of severity " + TextParsing.quoted(severity)));
    node.members()
        .forEach(
            (name, value) -> {
              if (!name.equals("security_scan")) {
                member(PlainWord.ofName(name), value, deeper);
              }
            });
    boolean issues = PlainWord.ofName(node.name()).matches("(?:.* )?(?:issues?|findings|problems).*");
    for (Node item : node.items()) {
      item.text()
          .filter(text -> issues && opensGravely(text))
          .ifPresent(text -> say(item, false, "an issue that is " + TextParsing.quoted(text)));
      speaksAgainst(item, deeper - 1);
    }
  }

  private void member(String name, Node value, int deeper) {
    List<String> words = List.of(name.split(" ", -1));
    if (isStopping(name, words)) {
      if (value.bool().isPresent() ? Stances.isTrue(value) : names(value)) {
        say(value, false, pointer(value) + " is not empty");
      } else {
        value.items().forEach(item -> speaksAgainst(item, deeper - 1));
      }
    } else if (value.isObject() || value.isList()) {
      speaksAgainst(value, deeper - 1);
    } else if (OTHER_VERDICTS.contains(name)) {
      boolean against =
          value
              .scalar()
              .filter(
                  text ->
                      Stance.of(text) == Stance.OBJECTION
                          || FAILED.contains(PlainWord.of(text))
                          || Stances.isFalse(value))
              .isPresent();
      if (against && !isIssue(value)) {
        say(value, false, pointer(value) + " is " + quoted(value));
      }
    } else {
      statement(name, words, value);
    }
  }

  /** A status of an issue tells of the issue. */
  private static boolean isIssue(Node member) {
    String pointer = member.pointer();
    return pointer.matches("/.*/[0-9]++/[^/]*");
  }

  /** A truth value, or a word in the place of one. */
  private void statement(String name, List<String> words, Node value) {
    boolean absence = words.get(0).equals("no");
    boolean achieved =
        absence
            || (words.stream().anyMatch(ACHIEVED::contains)
                && words.stream().noneMatch(NEGATING::contains));
    if (value.bool().isPresent()) {
      boolean truth = value.bool().get();
      if (achieved) {
        say(value, truth, pointer(value) + " is " + quoted(value));
      } else if (truth && admits(name, words)) {
        say(value, false, pointer(value) + " is " + quoted(value));
      }
    } else if ((achieved && refuses(value)) || (ASKED.contains(name) && isNotSaid(value))) {
      say(value, false, pointer(value) + " is " + quoted(value));
    } else if (words.stream().anyMatch(FAILED::contains)
        && words.stream().anyMatch(ImmutableSet.of("test", "tests", "checks")::contains)
        && count(value).filter(number -> number.signum() > 0).isPresent()) {
      say(value, false, pointer(value) + " is " + quoted(value));
    }
  }

  private static boolean admits(String name, List<String> words) {
    return words.stream().noneMatch(PAST::contains)
        && (Stance.of(name) == Stance.OBJECTION || words.stream().anyMatch(ADMITTED::contains)
            || name.startsWith("security issue"));
  }

  /** Whether a word opens with a no. */
  private static boolean refuses(Node value) {
    return value
        .text()
        .filter(text -> text.length() <= 60)
        .filter(
            text ->
                Stance.of(text) == Stance.OBJECTION
                    || REFUSING.contains(PlainWord.of(text).split(" ", 2)[0]))
        .isPresent();
  }

  /** Whether it says nothing, or 0, where a yes is asked for. */
  private static boolean isNotSaid(Node value) {
    return value.text().filter(PlainWord::isNothing).isPresent()
        || count(value).filter(number -> number.signum() == 0).isPresent();
  }

  private static Optional<String> severity(Node node) {
    return Stances.members(node, SEVERITIES)
        .flatMap(ReviewReader::words)
        .filter(ReviewReader::isGrave)
        .findFirst();
  }

  private static Stream<String> words(Node severity) {
    return severity.isObject() || severity.isList()
        ? Stream.of(severity.members().values(), severity.items())
            .flatMap(Collection::stream)
            .flatMap(part -> part.scalar().stream())
        : severity.scalar().stream();
  }

  /** A word of gravity anywhere in it that no "non" stands before, or a score of 9 and more. */
  private static boolean isGrave(String severity) {
    List<String> words = List.of(PlainWord.of(severity).split(" ", -1));
    for (int i = 0; i < words.size(); i++) {
      String pair = i == 0 ? "" : words.get(i - 1) + " " + words.get(i);
      if ((GRAVE.contains(words.get(i)) || GRAVE_PAIRS.contains(pair))
          && (i == 0 || !PAST.contains(words.get(i - 1)))) {
        return true;
      }
    }
    return number(severity.endsWith("/10") ? severity.substring(0, severity.length() - 3) : severity)
        .filter(score -> score.compareTo(GRAVE_SCORE) >= 0)
        .isPresent();
  }

  /** {@code CRITICAL: ...}, {@code [blocker] ...}. */
  private static boolean opensGravely(String issue) {
    int start = 0;
    while (start < issue.length() && !Character.isLetterOrDigit(issue.charAt(start))) {
      start++;
    }
    int end = start;
    while (end < issue.length() && Character.isLetterOrDigit(issue.charAt(end))) {
      end++;
    }
    String behind = issue.substring(end).strip();
    return GRAVE.contains(PlainWord.of(issue.substring(start, end)))
        && (behind.isEmpty() || ":])-\u2013\u2014|".indexOf(behind.charAt(0)) >= 0);
  }

  /** Each of its members that says so says that it is settled. */
  private static boolean isSettled(Node issue) {
    List<String> states =
        Stances.members(issue, ImmutableSet.of("status", "resolved", "fixed", "state"))
            .flatMap(node -> node.scalar().stream())
            .map(PlainWord::of)
            .toList();
    return !states.isEmpty() && SETTLED.containsAll(states);
  }

  /** Whether a member of that name lists, or counts, what stops a release. */
  private static boolean isStopping(String name, List<String> words) {
    if (words.stream().anyMatch(PAST::contains)) {
      return false;
    }
    return words.stream().anyMatch(STOPPING::contains)
        || STOPPING_PHRASES.contains(name)
        || (words.contains("critical") && FLAWS.containsAll(words));
  }

  /** Whether a list of blockers, or their number, names one that is not settled. */
  private static boolean names(Node blockers) {
    if (blockers.isList()) {
      return blockers.items().stream().anyMatch(item -> !isSettled(item) && names(item));
    }
    if (blockers.isObject()) {
      Optional<BigDecimal> count =
          Stances.members(blockers, ImmutableSet.of("count", "total"))
              .flatMap(node -> count(node).stream())
              .findFirst();
      return count
          .map(number -> number.signum() > 0)
          .orElseGet(() -> blockers.members().values().stream().anyMatch(ReviewReader::names));
    }
    return count(blockers)
        .map(number -> number.signum() > 0)
        .orElseGet(
            () ->
                blockers.bool().orElse(false)
                    || blockers.text().filter(text -> !PlainWord.isNothing(text)).isPresent());
  }

  private static Optional<BigDecimal> count(Node node) {
    return node.number().or(() -> node.text().flatMap(ReviewReader::number));
  }

  private static Optional<BigDecimal> number(String text) {
    String digits = text.strip();
    return !digits.isEmpty()
            && digits.length() < 10
            && digits.chars().allMatch(c -> c >= '0' && c <= '9')
        ? Optional.of(new BigDecimal(digits))
        : Optional.empty();
  }

  /** An empty list, or one of words for nothing; anything else may be a condition. */
  private static boolean isNone(Node conditions) {
    return (conditions.isList()
            && conditions.items().stream()
                .allMatch(item -> item.text().filter(PlainWord::isNothing).isPresent()))
        || conditions.text().filter(PlainWord::isNothing).isPresent();
  }

  private static String pointer(Node node) {
    return node.pointer().substring(1).replace('/', '.');
  }

  private void say(Node node, boolean favourable, String words) {
    said.add(new QualityVerdict(node.place(), favourable, false, words));
  }

  private static String quoted(Node node) {
    return TextParsing.quoted(node.scalar().orElse("not a word"));
  }
}
