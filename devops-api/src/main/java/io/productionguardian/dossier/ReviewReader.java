package io.productionguardian.dossier;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.productionguardian.document.Node;
import io.productionguardian.dossier.Review.QualityVerdict;
import io.productionguardian.dossier.Review.SecurityScan;
import io.productionguardian.text.TextParsing;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads quality's review in both dialects. */
final class ReviewReader {

  private static final ImmutableSet<String> APPROVED = ImmutableSet.of("approve", "approved");
  private static final ImmutableSet<String> GOOD =
      ImmutableSet.of("pass", "passed", "complete", "completed", "ok", "approve", "approved");
  private static final ImmutableSet<String> GRAVE =
      ImmutableSet.of("critical", "blocker", "blocking");

  /** What quality says for or against the release. */
  static final Function<Dossier, List<QualityVerdict>> STATEMENTS =
      dossier -> dossier.root("review").map(ReviewReader::statements).orElse(List.of());

  /** What quality says of security scanning. */
  static final Function<Dossier, Optional<Sourced<SecurityScan>>> SECURITY_SCAN =
      dossier -> dossier.root("review").flatMap(ReviewReader::securityScan);

  private final Node review;
  private final ImmutableList.Builder<QualityVerdict> said = ImmutableList.builder();

  private ReviewReader(Node review) {
    this.review = review;
  }

  /** All that the review says for or against the release, in a fixed order. */
  private static List<QualityVerdict> statements(Node review) {
    return new ReviewReader(review).statements();
  }

  /** What it says of security scanning; a record before an agent's word. */
  private static Optional<Sourced<SecurityScan>> securityScan(Node review) {
    Optional<Sourced<SecurityScan>> scan =
        review
            .get("security_scan")
            .map(
                node ->
                    new Sourced<>(
                        new SecurityScan(
                            node.get("vulnerabilities_found").flatMap(Node::integer),
                            node.get("passed").flatMap(Node::bool)),
                        node));
    return scan.or(
        () ->
            review
                .find("three_pass_review", "synthesis_pass", "security_verified")
                .or(() -> review.find("synthesis_pass", "security_verified"))
                .or(() -> review.find("quality_validation", "security"))
                .or(() -> review.find("test_evidence", "security_tests"))
                .map(node -> new Sourced<>(word(node), node)));
  }

  private static SecurityScan word(Node node) {
    return new SecurityScan(Optional.empty(), node.bool());
  }

  private List<QualityVerdict> statements() {
    word("review_status", review, APPROVED, true);
    word("verdict", review, APPROVED, true);
    Node approval = review.get("approval").orElse(null);
    if (approval != null) {
      word("status", approval, APPROVED, true);
      flag("merge_ready", approval);
      approval
          .get("conditions")
          .ifPresent(node -> say(node, isEmptyList(node), "conditions remain"));
    }
    flag("release_gate", review);
    Node passes = review.get("three_pass_review").orElse(review);
    for (String pass : new String[] {"architecture_pass", "component_pass", "synthesis_pass"}) {
      passes
          .get(pass)
          .ifPresent(
              node -> {
                word("status", node, GOOD, false);
                flag("security_verified", node);
                flag("production_ready", node);
                node.get("issues_found").ifPresent(this::issues);
              });
    }
    review.get("issues").ifPresent(this::issues);
    review
        .find("metrics", "critical_issues")
        .ifPresent(
            node ->
                say(
                    node,
                    node.integer().filter(n -> n == 0).isPresent(),
                    "critical_issues is not 0"));
    return said.build();
  }

  private void word(String member, Node in, Set<String> good, boolean verdict) {
    in.get(member)
        .ifPresent(
            node -> {
              String word = node.scalar().orElse("").trim().toLowerCase(Locale.ROOT);
              said.add(
                  new QualityVerdict(
                      node.place(),
                      good.contains(word),
                      verdict,
                      node.pointer().substring(1).replace('/', '.') + " is " + quoted(node)));
            });
  }

  private void flag(String member, Node in) {
    in.get(member)
        .ifPresent(
            node ->
                say(
                    node,
                    node.bool().orElse(false),
                    node.pointer().substring(1).replace('/', '.') + " is " + quoted(node)));
  }

  private void issues(Node issues) {
    for (Node issue : issues.items()) {
      String severity =
          issue.get("severity").flatMap(Node::text).orElse("").toLowerCase(Locale.ROOT);
      if (GRAVE.contains(severity)) {
        say(issue, false, "an issue of severity " + severity);
      }
    }
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
