package io.productionguardian.dossier;

import io.productionguardian.document.Node;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How iterations are written and which one it is. */
final class Iterations {

  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,6}");

  private Iterations() {}

  /** The whole number that a file states, as a number or as digits. */
  static Optional<Integer> number(Node node) {
    return node.integer()
        .or(
            () ->
                node.text()
                    .filter(text -> DIGITS.matcher(text).matches())
                    .map(text -> Integer.parseInt(text)));
  }

  /** The highest of the log for this epic, or else the review's, or else 1. */
  static int highest(Stream<LogEntry> log, Optional<Node> review) {
    return log.flatMap(entry -> entry.iteration().stream())
        .max(Integer::compare)
        .or(() -> review.flatMap(node -> node.get("iteration")).flatMap(Iterations::number))
        .filter(number -> number >= 1)
        .orElse(1);
  }
}
