package io.productionguardian.render.yaml;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Writes durations as Prometheus and Docker both read them, and reads them. */
final class Durations {

  private static final BigDecimal MINUTE = BigDecimal.valueOf(60);

  private static final Pattern PART = Pattern.compile("([0-9]{1,6})(ms|s|m|h|d)");
  private static final Pattern WHOLE = Pattern.compile("([0-9]{1,6}(ms|s|m|h|d)){1,5}");

  private Durations() {}

  /** Whole minutes, seconds or, rounded up, milliseconds: the largest that is exact. */
  static String text(BigDecimal seconds) {
    if (seconds.signum() > 0 && seconds.remainder(MINUTE).signum() == 0) {
      return seconds.divide(MINUTE).toBigIntegerExact() + "m";
    }
    BigDecimal whole = seconds.stripTrailingZeros();
    return whole.scale() <= 0
        ? whole.toBigIntegerExact() + "s"
        : whole.movePointRight(3).setScale(0, RoundingMode.CEILING).toBigIntegerExact() + "ms";
  }

  /** The seconds of a duration such as {@code 1h30m}; empty for what is none. */
  static Optional<BigDecimal> seconds(String text) {
    String word = text.strip();
    return WHOLE.matcher(word).matches()
        ? PART.matcher(word).results().map(Durations::part).reduce(BigDecimal::add)
        : Optional.empty();
  }

  private static BigDecimal part(MatchResult part) {
    return new BigDecimal(part.group(1))
        .multiply(
            switch (part.group(2)) {
              case "ms" -> new BigDecimal("0.001");
              case "s" -> BigDecimal.ONE;
              case "m" -> MINUTE;
              case "h" -> BigDecimal.valueOf(3_600);
              default -> BigDecimal.valueOf(86_400);
            });
  }
}
