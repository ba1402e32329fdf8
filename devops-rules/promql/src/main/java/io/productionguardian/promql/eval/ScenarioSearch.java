package io.productionguardian.promql.eval;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.productionguardian.promql.Expr;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * Finds series with which an alert fires, and others with which it does not: by trying, since an
 * expression is much easier to evaluate than to solve. Deterministic.
 *
 * @param conditions all alerts of the file
 * @param recordings what its other rules record, by name
 * @param usualLabels the labels that Prometheus adds to every series
 */
@API(status = API.Status.INTERNAL, since = "0.1.0")
public record ScenarioSearch(
    List<Condition> conditions,
    Map<String, Recording> recordings,
    Map<String, String> usualLabels) {

  /** Keeps copies. */
  public ScenarioSearch {
    conditions = ImmutableList.copyOf(conditions);
    recordings = ImmutableMap.copyOf(recordings);
    usualLabels = ImmutableMap.copyOf(usualLabels);
  }

  /** How many ways of all series together are tried. */
  private static final int MOST_TRIES = 4_000;

  private static final int MOST_NUMBERS = 4;
  private static final int MOST_LEAVES = 8;
  private static final int MOST_COPIES = 20;

  /** Prometheus and people seldom look back further, seconds. */
  private static final double LONGEST = 30 * 86_400.0;

  private static final ImmutableList<BigDecimal> FACTORS =
      ImmutableList.of(new BigDecimal("3"), new BigDecimal("0.3"), BigDecimal.ONE);

  /** Seldom what is measured, and so tried when nothing else helps. */
  private static final ImmutableList<BigDecimal> WITH_NEGATIVE =
      ImmutableList.<BigDecimal>builder().addAll(FACTORS).add(new BigDecimal("-3")).build();

  private static final ImmutableSet<String> GROWTH =
      ImmutableSet.of(
          "rate",
          "increase",
          "irate",
          "resets",
          "delta",
          "idelta",
          "deriv",
          "changes",
          "predict_linear");

  /** Series with which this alert fires. */
  public Optional<Scenario> firing(Condition condition) {
    return search(condition, true);
  }

  /** Series with which no alert of this name fires. */
  public Optional<Scenario> quiet(Condition condition) {
    return search(condition, false);
  }

  /**
   * Why no series can be found for an alert, or for another of the same name: a function that is
   * not evaluated here, say. It is the rest of a sentence; empty when they can be tried.
   */
  public Optional<String> obstacle(Condition condition) {
    return Stream.concat(
            Stream.of(condition),
            conditions.stream().filter(other -> other.alert().equals(condition.alert())))
        .map(Condition::expr)
        .flatMap(expr -> Obstacles.of(expr).or(() -> Obstacles.ofAlerts(expr)).stream())
        .findFirst();
  }

  private Optional<Scenario> search(Condition condition, boolean fires) {
    if (obstacle(condition).isPresent()) {
      return Optional.empty();
    }
    Facts facts = new Facts();
    collect(condition.expr(), false, false, facts);
    if (facts.leaves.size() > MOST_LEAVES) {
      return Optional.empty();
    }
    return Stream.of(FACTORS, WITH_NEGATIVE)
        .flatMap(
            factors ->
                ways(facts, values(facts, factors, fires)).stream()
                    .flatMap(
                        ways ->
                            times(condition, facts).stream()
                                .flatMap(
                                    time ->
                                        search(condition, fires, ways, interval(facts), time)
                                            .stream())))
        .findFirst();
  }

  /** For each selector the ways in which its series may go on; empty where one selects nothing. */
  private Optional<List<List<List<Series>>>> ways(Facts facts, List<BigDecimal> values) {
    List<List<List<Series>>> ways = new ArrayList<>();
    for (Leaf leaf : facts.leaves.values()) {
      Optional<NavigableMap<String, String>> labels = leaf.labels(usualLabels);
      if (labels.isEmpty()) {
        return Optional.empty();
      }
      ways.add(leaf.ways(labels.get(), values, interval(facts), copies(facts)));
    }
    return Optional.of(ways);
  }

  private Optional<Scenario> search(
      Condition condition, boolean fires, List<List<List<Series>>> ways, int interval, long time) {
    int most = (int) Math.floor(Math.pow(MOST_TRIES, 1.0 / Math.max(1, ways.size())) + 1e-9);
    int tries =
        ways.stream().mapToInt(way -> Math.min(most, way.size())).reduce(1, (a, b) -> a * b);
    for (int n = 0; n < tries; n++) {
      Map<NavigableMap<String, String>, Series> series = new LinkedHashMap<>();
      int rest = n;
      for (List<List<Series>> way : ways) {
        int choices = Math.min(most, way.size());
        way.get(rest % choices).forEach(one -> series.putIfAbsent(one.labels(), one));
        rest /= choices;
      }
      Evaluation evaluation =
          new Evaluation(ImmutableList.copyOf(series.values()), interval, recordings);
      Optional<Scenario> found = scenario(condition, fires, evaluation, time);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<Scenario> scenario(
      Condition condition, boolean fires, Evaluation evaluation, long time) {
    try {
      if (condition.firing(evaluation, (double) time).isEmpty() == fires) {
        return Optional.empty();
      }
      Map<NavigableMap<String, String>, Condition> alerts = new LinkedHashMap<>();
      for (Condition other : conditions) {
        if (other.alert().equals(condition.alert())) {
          other
              .firing(evaluation, (double) time)
              .forEach(labels -> alerts.putIfAbsent(labels, other));
        } else if (isRefused(other, evaluation, time)) {
          return Optional.empty();
        }
      }
      return alerts.isEmpty() == fires
          ? Optional.empty()
          : Optional.of(
              new Scenario(
                  (int) evaluation.interval(),
                  evaluation.series(),
                  time,
                  ImmutableMap.copyOf(alerts)));
    } catch (CannotEvaluateException e) {
      return Optional.empty();
    }
  }

  /** Whether the series make another alert fail, which would fail the whole test. */
  private static boolean isRefused(Condition other, Evaluation evaluation, long time) {
    if (Obstacles.of(other.expr()).isPresent()) {
      return false;
    }
    try {
      other.firing(evaluation, (double) time);
      return false;
    } catch (CannotEvaluateException e) {
      return e.isRefused();
    }
  }

  /** What a condition is made from. */
  private static final class Facts {
    final Map<Expr.Selector, Leaf> leaves = new LinkedHashMap<>();
    final List<Double> numbers = new ArrayList<>();
    final TreeSet<Double> ranges = new TreeSet<>();
    double shift;
    boolean counted;
  }

  private void collect(Expr expr, boolean buckets, boolean counter, Facts facts) {
    if (expr instanceof Expr.Selector selector) {
      Optional<Recording> recording =
          selector.matchers().stream()
              .filter(matcher -> matcher.label().equals(Sample.NAME))
              .flatMap(matcher -> Optional.ofNullable(recordings.get(matcher.value())).stream())
              .findFirst();
      recording.ifPresentOrElse(
          it -> collect(it.expr(), buckets, counter, facts),
          () -> facts.leaves.putIfAbsent(selector, new Leaf(selector, buckets, counter)));
    } else if (expr instanceof Expr.Literal literal && Double.isFinite(literal.value())) {
      facts.numbers.add(Math.abs(literal.value()));
    } else if (expr instanceof Expr.Range range) {
      facts.ranges.add(range.seconds());
    } else if (expr instanceof Expr.Shifted shifted) {
      facts.shift += Math.abs(shifted.seconds().orElse(0));
    }
    facts.counted |=
        expr instanceof Expr.Aggregation aggregation && aggregation.operator().equals("count");
    boolean growth =
        counter || (expr instanceof Expr.Call call && GROWTH.contains(call.function()));
    boolean histogram =
        buckets || (expr instanceof Expr.Call call && call.function().equals("histogram_quantile"));
    expr.parts().forEach(part -> collect(part, histogram, growth, facts));
  }

  /**
   * 0, 1 and what lies well above and below the numbers of the condition. Where nothing is to fire,
   * 1 is tried first, so that something happens and is still no fault.
   */
  private static List<BigDecimal> values(Facts facts, List<BigDecimal> factors, boolean fires) {
    Set<BigDecimal> values = new LinkedHashSet<>();
    values.add(fires ? BigDecimal.ZERO : BigDecimal.ONE);
    values.add(fires ? BigDecimal.ONE : BigDecimal.ZERO);
    List<BigDecimal> numbers =
        facts.numbers.stream()
            .filter(number -> number > 0 && number < 1e15)
            .distinct()
            .limit(MOST_NUMBERS)
            .map(ScenarioSearch::decimal)
            .toList();
    for (BigDecimal factor : factors) {
      numbers.forEach(number -> values.add(number.multiply(factor).stripTrailingZeros()));
    }
    // bytes / 1024 / 1024 > 512 and the like
    double product = facts.numbers.stream().filter(n -> n > 0).reduce(1.0, (a, b) -> a * b);
    if (product > 1 && product < 1e15) {
      values.add(decimal(3 * product).stripTrailingZeros());
    }
    return List.copyOf(values);
  }

  private static BigDecimal decimal(double number) {
    return new BigDecimal(Double.toString(number), MathContext.DECIMAL64);
  }

  /** How many series each selector has where they are counted. */
  private static int copies(Facts facts) {
    return facts.counted
        ? 1 + facts.numbers.stream().mapToInt(n -> (int) Math.min(n, MOST_COPIES)).max().orElse(1)
        : 1;
  }

  /** So short that the shortest range has samples. */
  private static int interval(Facts facts) {
    double shortest = facts.ranges.isEmpty() ? LONGEST : facts.ranges.first();
    return shortest >= 240 ? 60 : shortest >= 60 ? 15 : 1;
  }

  /** When it is looked at: at evaluations, soon and, for what needs time to come about, later. */
  private static Set<Long> times(Condition condition, Facts facts) {
    long soon = evaluation(condition.holdSeconds() + facts.shift + 600);
    Set<Long> times = new LinkedHashSet<>(List.of(soon, soon + 7_200));
    facts.numbers.stream()
        .filter(number -> number > 600 && number <= LONGEST)
        .max(Double::compare)
        .ifPresent(number -> times.add(soon + evaluation(1.2 * number)));
    return times;
  }

  private static long evaluation(double seconds) {
    return (long) Math.ceil(seconds / Scenario.EVALUATION) * Scenario.EVALUATION;
  }
}
