package io.productionguardian.render.yaml.promql;

import com.google.common.collect.ImmutableSortedMap;
import java.util.Arrays;
import java.util.Optional;

/**
 * The samples of one series within some time.
 *
 * @param from when that time begins, seconds
 * @param to when it ends
 */
@SuppressWarnings("ArrayRecordComponent") // made, read once and thrown away; never compared
record Points(
    ImmutableSortedMap<String, String> labels,
    double[] times,
    double[] values,
    double from,
    double to) {

  /** What a function of ranges makes of them; nothing where there are too few. */
  Optional<Double> reduce(String function, double parameter) {
    int n = values.length;
    if (n == 0) {
      return Optional.empty();
    }
    return switch (function) {
      case "avg_over_time" -> Optional.of(Arrays.stream(values).average().orElseThrow());
      case "sum_over_time" -> Optional.of(Arrays.stream(values).sum());
      case "min_over_time" -> Optional.of(Arrays.stream(values).min().orElseThrow());
      case "max_over_time" -> Optional.of(Arrays.stream(values).max().orElseThrow());
      case "count_over_time" -> Optional.of((double) n);
      case "last_over_time" -> Optional.of(values[n - 1]);
      case "present_over_time" -> Optional.of(1.0);
      case "quantile_over_time" -> Optional.of(quantile(parameter));
      case "changes" -> Optional.of((double) count(true));
      case "resets" -> Optional.of((double) count(false));
      default -> n < 2 ? Optional.empty() : Optional.of(growth(function, parameter));
    };
  }

  private double growth(String function, double parameter) {
    int n = values.length;
    double last = values[n - 1];
    double between = times[n - 1] - times[n - 2];
    double slope = (last - values[0]) / (times[n - 1] - times[0]); // series here are straight
    return switch (function) {
      case "rate" -> extrapolated(true) / (to - from);
      case "increase" -> extrapolated(true);
      case "delta" -> extrapolated(false);
      case "irate" -> Math.max(0, last - values[n - 2]) / between;
      case "idelta" -> last - values[n - 2];
      case "deriv" -> slope;
      case "predict_linear" -> last + slope * (to - times[n - 1] + parameter);
      default -> throw new CannotEvaluateException(function + " is not known here");
    };
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
    int n = values.length;
    double change = values[n - 1] - values[0];
    if (counter && change < 0) {
      throw new CannotEvaluateException("a counter does not fall");
    }
    double sampled = times[n - 1] - times[0];
    double between = sampled / (n - 1);
    double before = times[0] - from;
    if (counter && change > 0 && values[0] >= 0) {
      before = Math.min(before, sampled * (values[0] / change));
    }
    double after = to - times[n - 1];
    double longest = between * 1.1;
    double whole =
        sampled
            + (before < longest ? before : between / 2)
            + (after < longest ? after : between / 2);
    return change * (whole / sampled);
  }
}
