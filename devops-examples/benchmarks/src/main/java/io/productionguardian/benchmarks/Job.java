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
   * How long a row is measured: so many JVMs, in each so many iterations of that length, and as
   * many before them to warm up. Ten short ones tell the error better than five long ones.
   */
  enum Effort {
    /** Two seconds in one JVM, for the many rows. */
    SHORT(1, 10, 100),
    /** Four seconds in one JVM. */
    QUICK(1, 10, 200),
    /** Half a minute in three JVMs. */
    FULL(3, 10, 500);

    private final int forks;
    private final int iterations;
    private final long milliseconds;

    Effort(int forks, int iterations, long milliseconds) {
      this.forks = forks;
      this.iterations = iterations;
      this.milliseconds = milliseconds;
    }
  }

  Row run() throws RunnerException {
    OptionsBuilder options = new OptionsBuilder();
    options
        .include("\\." + benchmark.replace(".", "\\.") + "$")
        .param("input", input)
        .forks(effort.forks)
        .warmupIterations(effort.iterations)
        .warmupTime(TimeValue.milliseconds(effort.milliseconds))
        .measurementIterations(effort.iterations)
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
