package io.productionguardian.benchmarks;

import org.openjdk.jmh.results.RunResult;
import static java.util.Objects.requireNonNull;

/**
 * What was measured.
 *
 * @param name what, unique together with the input
 * @param input which epic
 * @param micros mean of the processor's time for one run, µs
 * @param error half of the interval that holds this mean with 99.9 % confidence, µs
 * @param wall mean time of one run by the clock on the wall, µs
 * @param bytes allocated by one run
 */
record Row(String name, String input, double micros, double error, double wall, double bytes) {

  /** What every other row is held against. */
  static final String BASELINE = "tokens";

  static Row of(Job job, RunResult result) {
    String cpu = key(result, CpuTime.LABEL);
    return new Row(
        job.name(),
        job.input(),
        requireNonNull(result.getSecondaryResults().get(cpu)).getScore(),
        requireNonNull(result.getSecondaryResults().get(cpu)).getScoreError(),
        result.getPrimaryResult().getScore(),
        requireNonNull(result.getSecondaryResults().get(key(result, "gc.alloc.rate.norm")))
            .getScore());
  }

  /** JMH puts a mark before the names of what its own profilers measure, or not. */
  private static String key(RunResult result, String label) {
    return result.getSecondaryResults().keySet().stream()
        .filter(key -> key.endsWith(label))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("JMH did not measure " + label));
  }

  boolean isBaseline() {
    return name.equals(BASELINE);
  }

  Interval time() {
    return new Interval(Math.max(0, micros - error), micros + error);
  }

  /** The same row measured again: nobody knows better than between the two. */
  Row and(Row again) {
    Interval both = time().and(again.time());
    double mean = (micros + again.micros) / 2;
    return new Row(
        name,
        input,
        mean,
        Math.max(both.high() - mean, mean - both.low()),
        (wall + again.wall) / 2,
        Math.max(bytes, again.bytes));
  }
}
