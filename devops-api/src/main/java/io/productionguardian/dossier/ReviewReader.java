package io.productionguardian.dossier;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.productionguardian.document.Node;
import io.productionguardian.dossier.Review.QualityVerdict;
import io.productionguardian.dossier.Review.SecurityScan;
import io.productionguardian.model.Stance;
import io.productionguardian.text.PlainWord;
import io.productionguardian.text.TextParsing;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads quality's review in both dialects. */
final class ReviewReader {

  private static final ImmutableSet<String> APPROVED = ImmutableSet.of("approve", "approved");
  private static final ImmutableSet<String> GOOD =
      ImmutableSet.of("pass", "passed", "complete", "completed", "ok", "approve", "approved");
  private static final ImmutableSet<String> GRAVE =
      ImmutableSet.of(
          "critical", "blocker", "blocking", "block", "fatal", "severe", "p0", "sev0", "sev1");

  /** What a truth value claims whose name has one of these words. */
  private static final ImmutableSet<String> ACHIEVED =
      ImmutableSet.of(
          "met",
          "adequate",
          "acceptable",
          "verified",
          "ready",
          "passed",
          "passing",
          "pass",
          "approved",
          "complete",
          "completed",
          "compliant",
          "satisfied",
          "validated",
          "sufficient",
          "ok",
          "fulfilled",
          "achieved",
          "correct",
          "secure",
          "stable",
          "reviewed",
          "tested",
          "followed",
          "covered");

  private static final ImmutableSet<String> NEGATING =
      ImmutableSet.of("not", "no", "un", "non", "failed", "missing", "blocked", "partially");

  private static final ImmutableSet<String> BLOCKING_LISTS =
      ImmutableSet.of(
          "blockers",
          "blocker",
          "blocking issues",
          "blocked by",
          "must fix",
          "critical issues",
          "open blockers",
          "critical findings",
          "critical",
          "vetoes",
          "veto",
          "objections");

  private static final ImmutableSet<String> DENIALS =
      ImmutableSet.of("no", "false", "nope", "none", "n", "negative", "unmet", "insufficient");

  /** What a review is called that is not at its end, or ended badly. */
  private static final ImmutableSet<String> UNFINISHED =
      ImmutableSet.of(
          "draft",
          "wip",
          "work in progress",
          "in progress",
          "in review",
          "pending",
          "open",
          "incomplete",
          "unfinished",
          "not started",
          "started",
          "planned",
          "partial",
          "partially",
          "fail",
          "failed",
          "failing",
          "failure",
          "conditional",
          "conditional approve",
          "revise",
          "rework");

  private static final ImmutableSet<String> SETTLED =
      ImmutableSet.of("resolved", "fixed", "closed", "done", "true", "settled", "verified");

  private static final int DEEPEST = 8;
  private static final BigDecimal MOST = BigDecimal.valueOf(Integer.MAX_VALUE);
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,40}");

  /** What quality says for or against the release. */
  static final Function<Dossier, List<QualityVerdict>> STATEMENTS =
      dossier -> dossier.root("review").map(ReviewReader::statements).orElse(List.of());

  /** What quality says of security scanning. */
  static final Function<Dossier, Optional<Sourced<SecurityScan>>> SECURITY_SCAN =
      ReviewReader::securityScan;

  private final Node review;
  private final ImmutableList.Builder<QualityVerdict> said = ImmutableList.builder();

  private ReviewReader(Node review) {
    this.review = review;
  }

  /** All that the review says for or against the release, in a fixed order. */
  private static List<QualityVerdict> statements(Node review) {
    return new ReviewReader(review).statements();
  }

  /** What it says of security scanning of this service; a record before an agent's word. */
  private static Optional<Sourced<SecurityScan>> securityScan(Dossier dossier) {
    Optional<Node> root = dossier.root("review");
    if (root.isEmpty()) {
      return Optional.empty();
    }
    Node review = root.get();
    Optional<Node> record = review.get("security_scan");
    if (record.filter(scan -> OwnImage.isForeign(dossier, scan)).isPresent()) {
      return Optional.empty();
    }
    Optional<Sourced<SecurityScan>> scan =
        record.map(
            node ->
                new Sourced<>(
                    new SecurityScan(found(node), node.get("passed").flatMap(Node::bool)), node));
    return scan.or(
        () ->
            review
                .find("three_pass_review", "synthesis_pass", "security_verified")
                .or(() -> review.find("synthesis_pass", "security_verified"))
                .or(() -> review.find("quality_validation", "security"))
                .or(() -> review.find("test_evidence", "security_tests"))
                .map(node -> new Sourced<>(word(node), node)));
  }

  /** As many vulnerabilities as any of the record's members tells; the count must be stated. */
  private static Optional<Integer> found(Node scan) {
    Optional<Integer> stated = scan.get("vulnerabilities_found").flatMap(ReviewReader::count);
    int listed =
        Stream.of(
                "findings",
                "vulnerabilities",
                "issues",
                "by_severity",
                "severity_counts",
                "counts",
                "summary",
                "severities",
                "results",
                "critical_vulnerabilities",
                "high_vulnerabilities")
            .flatMap(member -> scan.get(member).stream())
            .mapToInt(ReviewReader::listed)
            .max()
            .orElse(0);
    int bySeverity = bySeverity(scan);
    int most = Math.max(listed, bySeverity);
    return most == 0 ? stated : Optional.of(Math.max(most, stated.orElse(0)));
  }

  private static Optional<Integer> count(Node node) {
    return node.number()
        .filter(number -> number.signum() >= 0)
        .map(number -> number.min(MOST).setScale(0, RoundingMode.CEILING).intValueExact());
  }

  private static int listed(Node node) {
    if (node.isList()) {
      return node.name().equals("results") ? graded(node) : node.items().size();
    }
    return node.isObject()
        ? Math.max(
            bySeverity(node),
            node.members().values().stream().mapToInt(ReviewReader::graded).max().orElse(0))
        : counted(node);
  }

  /** The items that are findings: a list of results may tell of scanners that found nothing. */
  private static int graded(Node list) {
    return (int) list.items().stream().filter(item -> item.get("severity").isPresent()).count();
  }

  /** A number, be it written as a text. */
  private static int counted(Node node) {
    return count(node)
        .or(
            () ->
                node.text()
                    .map(String::strip)
                    .filter(text -> NUMBER.matcher(text).matches())
                    .map(text -> new BigDecimal(text).min(MOST).intValueExact()))
        .orElse(0);
  }

  private static int bySeverity(Node counts) {
    long sum =
        Stream.of("critical", "high", "medium", "moderate", "low", "unknown")
            .flatMap(severity -> AgentRecords.member(counts, severity).stream())
            .mapToLong(ReviewReader::listed)
            .sum();
    return (int) Math.min(Integer.MAX_VALUE, sum);
  }

  private static SecurityScan word(Node node) {
    return new SecurityScan(Optional.empty(), node.bool());
  }

  private List<QualityVerdict> statements() {
    word("review_status", review, APPROVED, true);
    word("verdict", review, APPROVED, true);
    word("decision", review, APPROVED, true);
    Stream.of("status", "state", "outcome", "result", "recommendation")
        .flatMap(member -> review.get(member).stream())
        .filter(ReviewReader::isUnfinished)
        .forEach(node -> say(node, false, stated(node)));
    Node approval = review.get("approval").orElse(null);
    if (approval != null) {
      word("status", approval, APPROVED, true);
      approval
          .get("merge_ready")
          .filter(node -> node.bool().isEmpty())
          .ifPresent(node -> say(node, false, stated(node)));
      approval
          .get("conditions")
          .ifPresent(node -> say(node, isEmptyList(node), "conditions remain"));
    }
    review
        .get("release_gate")
        .ifPresent(node -> say(node, node.bool().orElse(false), stated(node)));
    speaksAgainst(review, DEEPEST);
    Node passes = review.get("three_pass_review").orElse(review);
    for (String pass : new String[] {"architecture_pass", "component_pass", "synthesis_pass"}) {
      passes.get(pass).ifPresent(node -> word("status", node, GOOD, false));
    }
    review
        .find("metrics", "critical_issues")
        .filter(node -> node.integer().isEmpty())
        .ifPresent(node -> say(node, false, "critical_issues is not a number"));
    return said.build().stream().distinct().collect(ImmutableList.toImmutableList());
  }

  private void word(String member, Node in, Set<String> good, boolean verdict) {
    in.get(member)
        .ifPresent(
            node -> {
              String word = node.scalar().orElse("").trim().toLowerCase(Locale.ROOT);
              said.add(
                  new QualityVerdict(node.place(), good.contains(word), verdict, stated(node)));
            });
  }

  /** Whether a word objects, or says that the review is not at its end. */
  private static boolean isUnfinished(Node word) {
    String plain = PlainWord.of(word.scalar().orElse(""));
    return UNFINISHED.contains(plain) || Stance.of(plain) == Stance.OBJECTION;
  }

  /** Whether what claims an achievement denies it, as a truth value or in words. */
  private static boolean isDenied(Node claim) {
    String plain = PlainWord.of(claim.scalar().orElse(""));
    return claim.bool().map(met -> !met).orElse(false)
        || DENIALS.contains(plain)
        || plain.startsWith("not ")
        || (claim.text().isPresent() && isUnfinished(claim));
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
        .ifPresent(severity -> say(node, false, "an issue of severity " + severity));
    node.members()
        .forEach(
            (name, value) -> {
              List<String> words = List.of(PlainWord.of(name).split(" ", -1));
              boolean claim =
                  words.stream().anyMatch(ACHIEVED::contains)
                      && words.stream().noneMatch(NEGATING::contains);
              if (claim && (value.bool().isPresent() || isDenied(value))) {
                say(value, !isDenied(value), stated(value));
              } else if (BLOCKING_LISTS.contains(String.join(" ", words)) && names(value)) {
                say(value, false, value.pointer().substring(1).replace('/', '.') + " is not empty");
              } else if (!name.equals("security_scan")) {
                speaksAgainst(value, deeper - 1);
              }
            });
    node.items().forEach(item -> speaksAgainst(item, deeper - 1));
  }

  private static Optional<String> severity(Node node) {
    return node.get("severity")
        .or(() -> node.get("priority"))
        .or(() -> node.get("level"))
        .flatMap(Node::text)
        .map(PlainWord::of)
        .filter(GRAVE::contains);
  }

  private static boolean isSettled(Node issue) {
    return issue
        .get("status")
        .or(() -> issue.get("resolved"))
        .flatMap(Node::scalar)
        .map(PlainWord::of)
        .filter(SETTLED::contains)
        .isPresent();
  }

  /** Whether a list of blockers, or their number, names one. */
  private static boolean names(Node blockers) {
    return blockers.isList()
        ? !blockers.items().isEmpty()
        : blockers.isObject()
            ? !blockers.members().isEmpty()
            : blockers
                .number()
                .map(number -> number.signum() > 0)
                .orElseGet(
                    () -> blockers.text().filter(text -> !PlainWord.isNothing(text)).isPresent());
  }

  /** What stands there, for instance {@code approval.merge_ready is "false"}. */
  private static String stated(Node node) {
    return node.pointer().substring(1).replace('/', '.') + " is " + quoted(node);
  }

  private void say(Node node, boolean favourable, String words) {
    said.add(new QualityVerdict(node.place(), favourable, false, words));
  }

  private static String quoted(Node node) {
    return TextParsing.quoted(node.scalar().orElse("not a word"));
  }

  /** Anything else that stands where the list of conditions belongs may be one. */
  private static boolean isEmptyList(Node node) {
    return node.isList() && node.items().isEmpty();
  }
}
