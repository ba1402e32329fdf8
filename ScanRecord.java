package io.productionguardian.dossier;

import com.google.common.collect.ImmutableSet;
import io.productionguardian.document.Node;
import io.productionguardian.dossier.Review.SecurityScan;
import io.productionguardian.text.PlainWord;
import io.productionguardian.text.Times;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads what quality's review tells of security scanning. */
final class ScanRecord {

  /** What quality says of security scanning; a record before an agent's word. */
  static final Function<Dossier, Optional<Sourced<SecurityScan>>> OF =
      dossier -> dossier.root("review").flatMap(ScanRecord::of);

  private static final ImmutableSet<String> SEVERITIES =
      ImmutableSet.of("critical", "high", "medium", "moderate", "low", "unknown");

  /** Members that hold what was found. */
  private static final ImmutableSet<String> FOUND =
      ImmutableSet.of(
          "findings",
          "finding",
          "vulnerabilities",
          "vulnerability",
          "vulns",
          "cves",
          "issues",
          "total",
          "count");

  /** With one of these words a number is of something else. */
  private static final ImmutableSet<String> OTHER =
      ImmutableSet.of(
          "fixed",
          "resolved",
          "suppressed",
          "ignored",
          "accepted",
          "previous",
          "max",
          "maximum",
          "allowed",
          "limit",
          "threshold",
          "scanned",
          "packages",
          "files",
          "checked",
          "false");

  private static final ImmutableSet<String> COUNTED =
      ImmutableSet.of(
          "vulnerability", "vulnerabilities", "cve", "cves", "critical", "high", "findings");

  private static final ImmutableSet<String> RESULTS =
      ImmutableSet.of("status", "result", "outcome", "verdict", "conclusion");

  private static final ImmutableSet<String> NOT_PASSED =
      ImmutableSet.of(
          "fail",
          "failed",
          "failing",
          "failure",
          "error",
          "errored",
          "crashed",
          "not run",
          "not executed",
          "skipped",
          "pending",
          "incomplete",
          "blocked",
          "rejected",
          "aborted",
          "timeout",
          "timed out");

  private static final ImmutableSet<String> DAYS =
      ImmutableSet.of(
          "scan date", "scanned at", "scanned on", "date", "timestamp", "performed at", "time");

  private static final int DEEPEST = 4;

  private ScanRecord() {}

  private static Optional<Sourced<SecurityScan>> of(Node review) {
    return review
        .get("security_scan")
        .map(node -> new Sourced<>(record(node), node))
        .or(
            () ->
                review
                    .find("three_pass_review", "synthesis_pass", "security_verified")
                    .or(() -> review.find("synthesis_pass", "security_verified"))
                    .or(() -> review.find("quality_validation", "security"))
                    .or(() -> review.find("test_evidence", "security_tests"))
                    .map(
                        node -> new Sourced<>(new SecurityScan(Optional.empty(), node.bool()), node)));
  }

  private static SecurityScan record(Node scan) {
    Optional<Integer> stated = scan.get("vulnerabilities_found").flatMap(ScanRecord::count);
    int told = told(scan, DEEPEST);
    boolean failed =
        Stances.members(scan, RESULTS)
                .flatMap(node -> node.text().stream())
                .map(PlainWord::of)
                .anyMatch(NOT_PASSED::contains)
            || Stances.members(scan, ImmutableSet.of("skipped", "failed"))
                .anyMatch(node -> node.bool().orElse(false))
            || Stances.members(scan, ImmutableSet.of("executed", "completed", "run", "successful"))
                .anyMatch(node -> !node.bool().orElse(true));
    return new SecurityScan(
        told == 0 ? stated : Optional.of(Math.max(told, stated.orElse(0))),
        failed ? Optional.of(false) : scan.get("passed").flatMap(Node::bool),
        image(scan),
        Stances.members(scan, DAYS)
            .flatMap(node -> node.text().flatMap(Times::day).stream())
            .min(LocalDate::compareTo));
  }

  /** As many as any of its members tells, in whatever form. */
  private static int told(Node scan, int deeper) {
    if (deeper == 0) {
      return 0;
    }
    long bySeverity = 0;
    int most = 0;
    for (var member : scan.members().entrySet()) {
      String name = PlainWord.ofName(member.getKey());
      List<String> words = List.of(name.split(" ", -1));
      Node value = member.getValue();
      if (name.equals("vulnerabilities found") || words.stream().anyMatch(OTHER::contains)) {
        continue;
      }
      if (SEVERITIES.contains(name)) {
        bySeverity += listed(value, deeper);
      } else if (words.stream().anyMatch(word -> FOUND.contains(word) || SEVERITIES.contains(word))) {
        most = Math.max(most, listed(value, deeper));
      } else if (value.isObject() || value.isList()) {
        most = Math.max(most, nested(value, deeper));
      } else if (name.equals("summary") || name.equals("notes") || name.equals("details")) {
        most = Math.max(most, value.text().map(ScanRecord::inWords).orElse(0));
      }
    }
    return Math.max(most, (int) Math.min(Integer.MAX_VALUE, bySeverity));
  }

  /** What the parts of an object or a list tell; an item with an id of its own is a finding. */
  private static int nested(Node value, int deeper) {
    if (value.isObject()) {
      return told(value, deeper - 1);
    }
    long findings = value.items().stream().filter(ScanRecord::isFinding).count();
    int below =
        value.items().stream().mapToInt(item -> told(item, deeper - 1)).max().orElse(0);
    return Math.max(below, (int) findings);
  }

  private static boolean isFinding(Node item) {
    return Stances.members(
                item, ImmutableSet.of("id", "cve", "vulnerability id", "severity", "rule id"))
            .findAny()
            .isPresent();
  }

  private static int listed(Node node, int deeper) {
    if (node.isList()) {
      return (int)
          node.items().stream()
              .filter(item -> item.text().filter(PlainWord::isNothing).isEmpty())
              .count();
    }
    if (node.isObject()) {
      return told(node, deeper - 1);
    }
    return count(node)
        .orElseGet(
            () ->
                node.text()
                    .filter(text -> !PlainWord.isNothing(text))
                    .filter(text -> !text.startsWith("0") && !PlainWord.of(text).startsWith("no"))
                    .map(text -> 1)
                    .orElse(0));
  }

  /** {@code 3 critical vulnerabilities}. */
  private static int inWords(String text) {
    List<String> words = List.of(PlainWord.of(text).split(" ", -1));
    int most = 0;
    for (int i = 0; i < words.size(); i++) {
      String number = words.get(i);
      if (number.length() < 8
          && !number.isEmpty()
          && number.chars().allMatch(c -> c >= '0' && c <= '9')
          && words.subList(i + 1, Math.min(words.size(), i + 4)).stream()
              .anyMatch(COUNTED::contains)) {
        most = Math.max(most, Integer.parseInt(number));
      }
    }
    return most;
  }

  private static Optional<Integer> count(Node node) {
    return node.number()
        .filter(number -> number.signum() >= 0)
        .map(
            number ->
                number
                    .min(BigDecimal.valueOf(Integer.MAX_VALUE))
                    .setScale(0, RoundingMode.CEILING)
                    .intValueExact());
  }

  /** The one image that was scanned, where one is named as such. */
  private static Optional<String> image(Node scan) {
    List<String> images =
        Stances.members(scan, ImmutableSet.of("image", "target", "scanned image", "artifact"))
            .flatMap(node -> node.isList() ? node.items().stream() : Stream.of(node))
            .flatMap(node -> node.text().stream())
            .map(String::strip)
            .filter(ScanRecord::isImage)
            .toList();
    return images.size() == 1 ? Optional.of(images.get(0)) : Optional.empty();
  }

  /** A reference with a registry or a repository, and a tag or a digest. */
  private static boolean isImage(String text) {
    int slash = text.lastIndexOf('/');
    return slash > 0
        && !text.contains("://")
        && text.codePoints().noneMatch(Character::isWhitespace)
        && (text.indexOf(':', slash) > 0 || text.contains("@sha256:"));
  }
}
