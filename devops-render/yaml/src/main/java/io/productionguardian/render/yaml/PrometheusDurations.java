package io.productionguardian.render.yaml;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Writes durations as Prometheus and Docker both read them. */
final class PrometheusDurations {

  private static final BigDecimal MINUTE = BigDecimal.valueOf(60);

  private PrometheusDurations() {}

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
}
