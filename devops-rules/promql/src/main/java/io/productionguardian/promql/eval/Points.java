package io.productionguardian.promql.eval;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Sets;
import java.util.Arrays;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;

/**
 * The samples of one series within some time.
 *
 * @param from when that time begins, seconds
 * @param to when it ends
 */
@SuppressWarnings("ArrayRecordComponent") // made, read once and thrown away; never compared
record Points(
    NavigableMap<String, String> labels, double[] times, double[] values, double from, double to) {

  Points {
    labels = ImmutableSortedMap.copyOfSorted(labels);
  }

  /** What a function makes of samples and of its argument that is a number. */
  private interface Function {
    double of(Points points, double number);
  }

  private static final ImmutableMap<String, Function> OF_ONE =
      ImmutableMap.<String, Function>builder()
          .put("avg_over_time", (p, x) -> Arrays.stream(p.values).average().orElseThrow())
          .put("changes", (p, x) -> p.count(true))
          .put("count_over_time", (p, x) -> p.values.length)
          .put("last_over_time", (p, x) -> p.beforeLast(0))
          .put("max_over_time", (p, x) -> Arrays.stream(p.values).max().orElseThrow())
          .put("min_over_time", (p, x) -> Arrays.stream(p.values).min().orElseThrow())
          .put("present_over_time", (p, x) -> 1)
          .put("quantile_over_time", Points::quantile)
          .put("resets", (p, x) -> p.count(false))
          .put("sum_over_time", (p, x) -> Arrays.stream(p.values).sum())
          .buildOrThrow();

  /** Those that need two samples or more. */
  private static final ImmutableMap<String, Function> OF_TWO =
      ImmutableMap.<String, Function>builder()
          .put("delta", (p, x) -> p.extrapolated(false))
          .put("deriv", (p, x) -> p.slope())
          .put("idelta", (p, x) -> p.beforeLast(0) - p.beforeLast(1))
          .put("increase", (p, x) -> p.extrapolated(true))
          .put("irate", (p, x) -> Math.max(0, p.beforeLast(0) - p.beforeLast(1)) / p.lastStep())
          .put("predict_linear", (p, x) -> p.beforeLast(0) + p.slope() * (p.to - p.lastTime() + x))
          .put("rate", (p, x) -> p.extrapolated(true) / (p.to - p.from))
          .buildOrThrow();

  static Set<String> functions() {
    return Sets.union(OF_ONE.keySet(), OF_TWO.keySet()).immutableCopy();
  }

  /** What a function of ranges makes of them; nothing where there are too few. */
  Optional<Double> reduce(String function, double number) {
    Function one = OF_ONE.get(function);
    Function two = OF_TWO.get(function);
    if (one != null) {
      return values.length < 1 ? Optional.empty() : Optional.of(one.of(this, number));
    }
    if (two != null) {
      return values.length < 2 ? Optional.empty() : Optional.of(two.of(this, number));
    }
    throw CannotEvaluateException.unknown(function);
  }

  private double beforeLast(int count) {
    return values[values.length - 1 - count];
  }

  private double lastTime() {
    return times[times.length - 1];
  }

  private double lastStep() {
    return lastTime() - times[times.length - 2];
  }

  private double slope() { // series here are straight
    return (beforeLast(0) - values[0]) / (lastTime() - times[0]);
  }

  private double quantile(double share) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double rank = Math.max(0, Math.min(1, share)) * (sorted.length - 1);
    int below = (int) Math.floor(rank);
    double above = sorted[Math.min(below + 1, sorted.length - 1)];
    return sorted[below] + (above - sorted[below]) * (rank - below);
  }

  private int count(boolean anyChange) {
    int count = 0;
    for (int i = 1; i < values.length; i++) {
      count += (anyChange ? values[i] != values[i - 1] : values[i] < values[i - 1]) ? 1 : 0;
    }
    return count;
  }

  /** As Prometheus guesses what happened before the first sample and after the last. */
  private double extrapolated(boolean counter) {
    double change = beforeLast(0) - values[0];
    if (counter && change < 0) {
      throw new CannotEvaluateException("a counter does not fall");
    }
    double sampled = lastTime() - times[0];
    double between = sampled / (values.length - 1);
    double before = times[0] - from;
    if (counter && change > 0 && values[0] >= 0) {
      before = Math.min(before, sampled * (values[0] / change));
    }
    double after = to - lastTime();
    double longest = between * 1.1;
    double whole =
        sampled
            + (before < longest ? before : between / 2)
            + (after < longest ? after : between / 2);
    return change * (whole / sampled);
  }
}
