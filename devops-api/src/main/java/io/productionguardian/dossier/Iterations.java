package io.productionguardian.dossier;

import io.productionguardian.document.Node;
import io.productionguardian.model.EpicLayout;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How iterations are written and which one it is. */
final class Iterations {

  static final Function<Dossier, Integer> DECIDED = Iterations::decided;

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

  /** The highest of the log for this epic and of the artifacts, or else 1. */
  static int highest(Stream<LogEntry> log, Stream<Node> artifacts) {
    return Stream.concat(
            log.flatMap(entry -> entry.iteration().stream()),
            artifacts
                .flatMap(node -> node.get("iteration").stream())
                .flatMap(node -> number(node).stream())
                .filter(number -> number <= EpicLayout.LAST_ITERATION))
        .filter(number -> number >= 1)
        .max(Integer::compare)
        .orElse(1);
  }

  /**
   * The stated iteration, or the next when that one holds a veto of devops and the inputs have
   * changed since.
   */
  static int decided(Dossier dossier) {
    int stated = dossier.statedIteration();
    boolean vetoed =
        dossier.ownLog().stream()
            .filter(entry -> entry.byDevops() && entry.iteration().orElse(0) == stated)
            .reduce((first, second) -> second)
            .filter(entry -> entry.decision().equals(Optional.of("veto")))
            .filter(
                entry ->
                    !entry.detail("inputs_sha256").equals(Optional.of(dossier.inputs().sha256())))
            .isPresent();
    return vetoed ? Math.min(stated, 1_000_000) + 1 : stated;
  }
}
