package io.productionguardian.benchmarks;

import com.google.common.collect.ImmutableList;
import io.productionguardian.Assessment;
import io.productionguardian.Guardian;
import io.productionguardian.dossier.Dossier;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Violation;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * As many rules as an organisation might write: ten of ours again and again under other ids, so
 * that each size has the same mixture.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@SuppressWarnings("NullAway.Init") // JMH sets the fields
public class ManyRules {

  @Param(LargeEpics.EXAMPLE)
  public String input;

  /** How many rules. */
  @Param("1000")
  public String of;

  private Guardian guardian;
  private Dossier dossier;

  /** Makes the rules and reads the input. */
  @Setup
  public void setUp() {
    List<Rule> ten =
        Installed.rules().stream()
            .filter(rule -> rule.info().concern() == RuleInfo.Concern.READINESS)
            .limit(10)
            .collect(ImmutableList.toImmutableList());
    List<Rule> rules =
        IntStream.range(0, Integer.parseInt(of))
            .mapToObj(i -> Copy.of(ten.get(i % ten.size()), i))
            .collect(ImmutableList.toImmutableList());
    Guardian.Builder builder = Guardian.builder();
    rules.forEach(builder::rule);
    Installed.sources().forEach(builder::evidence);
    guardian = builder.build();
    dossier = Dossier.of(LargeEpics.snapshot(input), Installed.sources());
  }

  /** The decision by all of them. */
  @Benchmark
  public Assessment assess() {
    return guardian.assess(dossier, Installed.NOW);
  }

  private record Copy(Rule original, RuleInfo info) implements Rule {

    static Rule of(Rule original, int number) {
      RuleInfo info = original.info();
      return new Copy(
          original,
          new RuleInfo(
              info.id() + "-" + number,
              info.severity(),
              info.concern(),
              info.trigger(),
              info.mustHave(),
              info.summary(),
              info.impact(),
              info.requirement(),
              info.suggestion(),
              info.action(),
              info.params(),
              info.example(),
              info.waivable()));
    }

    @Override
    public List<Violation> check(Dossier dossier, Settings settings) {
      return original.check(dossier, settings);
    }
  }
}
