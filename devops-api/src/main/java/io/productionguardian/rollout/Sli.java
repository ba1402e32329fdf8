package io.productionguardian.rollout;

import com.google.common.collect.ImmutableSet;
import io.productionguardian.model.Monitoring.Metric;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apiguardian.api.API;

/**
 * A service level indicator: a counter of bad events beside one of all events.
 *
 * @param errors the counter of what failed
 * @param requests the counter of what was asked
 * @since 0.1.0
 */
@API(status = API.Status.INTERNAL, since = "0.1.0")
public record Sli(String errors, String requests) {

  private static final ImmutableSet<String> ERRORS =
      ImmutableSet.of("error", "errors", "failure", "failures", "failed");
  private static final ImmutableSet<String> REQUESTS = ImmutableSet.of("request", "requests");
  private static final ImmutableSet<String> TIMES =
      ImmutableSet.of("latency", "duration", "request", "requests", "response");
  private static final ImmutableSet<String> TIMED = ImmutableSet.of("histogram", "summary");

  /**
   * The indicator that these metrics make: exactly one counter of errors, and one of requests whose
   * name begins alike. A histogram of durations counts requests too, as {@code _count}.
   */
  public static Optional<Sli> of(List<Metric> metrics) {
    Optional<String> errors = errors(metrics);
    Optional<String> requests = requests(metrics);
    return errors.isPresent()
            && requests.isPresent()
            && stem(errors.get()).equals(stem(requests.get()))
        ? Optional.of(new Sli(errors.get(), requests.get()))
        : Optional.empty();
  }

  /** The only counter of errors. */
  public static Optional<String> errors(List<Metric> metrics) {
    return only(
        metrics.stream()
            .filter(metric -> metric.type().equals("counter"))
            .filter(metric -> speaksOf(metric, ERRORS))
            .map(Metric::name)
            .toList());
  }

  /** The only counter of requests, or what counts them in the only histogram of durations. */
  public static Optional<String> requests(List<Metric> metrics) {
    List<String> counters =
        metrics.stream()
            .filter(metric -> metric.type().equals("counter"))
            .filter(metric -> speaksOf(metric, REQUESTS) && !speaksOf(metric, ERRORS))
            .map(Metric::name)
            .toList();
    return counters.isEmpty()
        ? only(
            metrics.stream()
                .filter(metric -> TIMED.contains(metric.type()) && speaksOf(metric, TIMES))
                .map(metric -> metric.name() + "_count")
                .toList())
        : only(counters);
  }

  private static Optional<String> only(List<String> names) {
    return names.size() == 1 ? Optional.of(names.get(0)) : Optional.empty();
  }

  private static boolean speaksOf(Metric metric, Set<String> subject) {
    return !Collections.disjoint(words(metric.name()), subject);
  }

  private static String stem(String name) {
    List<String> words = words(name);
    return words.isEmpty() ? "" : words.get(0);
  }

  private static List<String> words(String name) {
    return Arrays.stream(name.toLowerCase(Locale.ROOT).split("_", -1))
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
