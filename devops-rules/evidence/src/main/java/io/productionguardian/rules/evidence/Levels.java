package io.productionguardian.rules.evidence;

import io.productionguardian.dossier.Reported.Vulnerability.Level;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How grave, from what reports give for it: words, scores and CVSS vectors. */
final class Levels {

  private static final Pattern SCORE = Pattern.compile("[0-9]{1,2}(\\.[0-9]{1,9})?");

  private Levels() {}

  /** The level of a word, a score or a vector. */
  static Level of(String text) {
    String rating = text.strip();
    return CvssVector.score(rating)
        .or(() -> score(rating))
        .map(Level::ofScore)
        .orElseGet(() -> Level.ofWord(rating));
  }

  /** A score from 0 to 10. */
  static Optional<BigDecimal> score(String text) {
    return Optional.of(text.strip())
        .filter(SCORE.asMatchPredicate())
        .map(BigDecimal::new)
        .filter(score -> score.compareTo(BigDecimal.TEN) <= 0);
  }

  /** The most severe that anybody gives; unknown only when nobody knows. */
  static Level mostSevere(Stream<Level> levels) {
    return levels
        .filter(level -> level != Level.UNKNOWN)
        .min(Comparator.naturalOrder())
        .orElse(Level.UNKNOWN);
  }
}
