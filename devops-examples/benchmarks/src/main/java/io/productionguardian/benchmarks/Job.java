package io.productionguardian.benchmarks;

import java.util.Collection;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * One row to measure.
 *
 * @param benchmark class and method
 * @param input which epic
 * @param of which rule, renderer, engine or number; empty when the benchmark is of one thing
 * @param effort how long
 */
record Job(String benchmark, String input, String of, Effort effort) {

  /**
   * How long a row is measured: in so many JVMs, in each so long to warm up, then ten iterations of
   * that length. Ten short ones tell the error better than five long ones. A whole gate is of so
   * many methods, each called once, that the compiler is busy with them for some thirty seconds.
   */
  enum Effort {
    /** Three seconds in one JVM, for the many rows. */
    SHORT(1, 2, 100),
    /** Seven seconds in one JVM. */
    QUICK(1, 5, 200),
    /** Fifty seconds in one JVM. */
    FULL(1, 45, 500);

    private static final int ITERATIONS = 10;

    private final int forks;
    private final long warmupSeconds;
    private final long milliseconds;

    Effort(int forks, long warmupSeconds, long milliseconds) {
      this.forks = forks;
      this.warmupSeconds = warmupSeconds;
      this.milliseconds = milliseconds;
    }
  }

  Row run() throws RunnerException {
    OptionsBuilder options = new OptionsBuilder();
    options
        .include("\\." + benchmark.replace(".", "\\.") + "$")
        .param("input", input)
        .forks(effort.forks)
        .warmupIterations(1)
        .warmupTime(TimeValue.seconds(effort.warmupSeconds))
        .measurementIterations(Effort.ITERATIONS)
        .measurementTime(TimeValue.milliseconds(effort.milliseconds))
        .addProfiler(GCProfiler.class)
        .addProfiler(CpuTime.class)
        .shouldFailOnError(true)
        .verbosity(VerboseMode.SILENT);
    if (!of.isEmpty()) {
      options.param("of", of);
    }
    Collection<RunResult> results = new Runner(options.build()).run();
    if (results.size() != 1) {
      throw new IllegalStateException(results.size() + " results of " + name());
    }
    return Row.of(this, results.iterator().next());
  }

  /** The input and the name. */
  String id() {
    return input + " " + name();
  }

  boolean isBaseline() {
    return name().equals(Row.BASELINE);
  }

  /** For people: what it is of, or else the method. */
  String name() {
    String method = benchmark.substring(benchmark.indexOf('.') + 1);
    return of.isEmpty() ? method : method + " " + of;
  }
}
