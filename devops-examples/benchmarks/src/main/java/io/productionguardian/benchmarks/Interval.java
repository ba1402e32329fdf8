package io.productionguardian.benchmarks;

/**
 * Between what a value lies.
 *
 * @param low at least
 * @param high at most
 */
record Interval(double low, double high) {

  Interval and(Interval other) {
    return new Interval(Math.min(low, other.low), Math.max(high, other.high));
  }

  /** The ratio of two values, both as uncertain as they are. */
  Interval over(Interval other) {
    return new Interval(low / other.high, high / other.low);
  }

  boolean above(Interval other) {
    return low > other.high;
  }
}
