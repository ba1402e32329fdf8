package io.productionguardian.benchmarks;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import io.productionguardian.dossier.Dossier;
import io.productionguardian.model.VetoTrigger;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The seven veto triggers in our rules and in other engines, on one dossier. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@SuppressWarnings("NullAway.Init") // JMH sets the fields
public class Peers {

  /** The twins of the example, each with what it was made to lack. */
  static final Map<String, VetoTrigger> TWINS =
      ImmutableMap.of(
          "epic_25_no_health_checks", VetoTrigger.NO_HEALTH_CHECKS,
          "epic_25_no_rollback_plan", VetoTrigger.NO_ROLLBACK_PLAN,
          "epic_25_no_monitoring", VetoTrigger.NO_MONITORING,
          "epic_25_no_runbook", VetoTrigger.NO_RUNBOOK,
          "epic_25_vulnerabilities", VetoTrigger.SECURITY_VULNERABILITIES,
          "epic_25_no_resources", VetoTrigger.RESOURCES_UNDEFINED,
          "epic_25_no_staging", VetoTrigger.NO_STAGING_VALIDATION);

  private static final ImmutableSortedMap<String, Supplier<Engine>> ENGINES =
      ImmutableSortedMap.of(
          "cel", Cel::new,
          "drools", Drools::new,
          "easy-rules", EasyRules::new,
          "ours", Ours::new);

  @Param(LargeEpics.EXAMPLE)
  public String input;

  /** The engine. */
  @Param("ours")
  public String of;

  private Supplier<Set<VetoTrigger>> judging;

  /** The engines that are measured. */
  static Stream<String> names() {
    return ENGINES.keySet().stream();
  }

  static Engine engine(String name) {
    Supplier<Engine> engine = ENGINES.get(name);
    if (engine == null) {
      throw new IllegalArgumentException("no engine \"" + name + "\"");
    }
    return engine.get();
  }

  /** Measures nothing that judges otherwise than we do. */
  @Setup
  public void setUp() {
    Engine engine = engine(of);
    agree(of, engine);
    judging = engine.judging(dossier(input));
  }

  /**
   * Holds an engine's verdicts against ours, and ours against what the twins were made to lack.
   *
   * @throws IllegalStateException if one differs
   */
  static void agree(String name, Engine engine) {
    Engine ours = new Ours();
    for (String epic :
        ImmutableList.<String>builder().add(LargeEpics.EXAMPLE).addAll(TWINS.keySet()).build()) {
      Dossier dossier = dossier(epic);
      Set<VetoTrigger> wanted = ours.judging(dossier).get();
      Set<VetoTrigger> found = engine.judging(dossier).get();
      VetoTrigger lacking = TWINS.get(epic);
      boolean right = lacking == null ? wanted.isEmpty() : wanted.contains(lacking);
      if (!right || !found.equals(wanted)) {
        throw new IllegalStateException(
            name + " on " + epic + ": " + found + ", and ours: " + wanted);
      }
    }
  }

  private static Dossier dossier(String epic) {
    return Dossier.of(LargeEpics.snapshot(epic), Installed.sources());
  }

  /** The triggers that hold. */
  @Benchmark
  public Set<VetoTrigger> triggers() {
    return judging.get();
  }
}
