package io.productionguardian.benchmarks;

import io.productionguardian.dossier.Dossier;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Violation;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One rule at a time. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@SuppressWarnings("NullAway.Init") // JMH sets the fields
public class EachRule {

  @Param(LargeEpics.EXAMPLE)
  public String input;

  /** The rule's id. */
  @Param("health-checks")
  public String of;

  private Rule rule;
  private Settings settings;
  private Dossier dossier;

  /** Reads the input. */
  @Setup
  public void setUp() {
    rule = Installed.rule(of);
    settings = Settings.standard(rule.info());
    dossier = Dossier.of(LargeEpics.snapshot(input), Installed.sources());
  }

  /** What the rule says. */
  @Benchmark
  public List<Violation> rule() {
    return rule.check(dossier, settings);
  }
}
