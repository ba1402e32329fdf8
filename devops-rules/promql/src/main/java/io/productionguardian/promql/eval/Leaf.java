package io.productionguardian.promql.eval;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import io.productionguardian.promql.Expr;
import io.productionguardian.promql.LabelMatcher;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A selector for which series are made up.
 *
 * @param selector what must be selected
 * @param buckets whether it is the buckets of a histogram
 * @param counter whether it is looked at how it grows
 */
record Leaf(Expr.Selector selector, boolean buckets, boolean counter) {

  private static final String BOUND = "le";
  private static final String COPY = "copy";

  /** The ways in which its series may go on, the usual ones first; no series is the last. */
  List<List<Series>> ways(
      NavigableMap<String, String> labels, List<BigDecimal> values, int interval, int copies) {
    ImmutableList.Builder<List<Series>> ways = ImmutableList.builder();
    if (buckets) {
      values.forEach(value -> ways.add(quantile(labels, value, interval)));
    } else {
      Function<BigDecimal, Series> grows =
          value ->
              new Series(labels, BigDecimal.ZERO, value.multiply(BigDecimal.valueOf(interval)));
      if (!counter) {
        values.forEach(
            value -> ways.add(ImmutableList.of(new Series(labels, value, BigDecimal.ZERO))));
      }
      values.stream()
          .filter(value -> counter || value.signum() > 0)
          .forEach(value -> ways.add(ImmutableList.of(grows.apply(value))));
    }
    List<List<Series>> single = ways.build();
    if (copies > 1) {
      single.forEach(way -> ways.add(copied(way, copies)));
    }
    return ways.add(ImmutableList.of()).build();
  }

  private static List<Series> copied(List<Series> way, int copies) {
    return way.stream()
        .flatMap(
            one ->
                IntStream.rangeClosed(1, copies)
                    .mapToObj(n -> with(one.labels(), COPY, String.valueOf(n)))
                    .map(labels -> new Series(labels, one.first(), one.step())))
        .collect(ImmutableList.toImmutableList());
  }

  /** Buckets of which every quantile is this value: all that is counted lies beyond it. */
  private List<Series> quantile(
      NavigableMap<String, String> labels, BigDecimal value, int interval) {
    BigDecimal count = counter ? BigDecimal.ZERO : BigDecimal.ONE;
    BigDecimal step = counter ? BigDecimal.valueOf(interval) : BigDecimal.ZERO;
    return ImmutableList.of(
        new Series(with(labels, BOUND, value.toPlainString()), BigDecimal.ZERO, BigDecimal.ZERO),
        new Series(with(labels, BOUND, "+Inf"), count, step));
  }

  private static NavigableMap<String, String> with(
      NavigableMap<String, String> labels, String name, String value) {
    TreeMap<String, String> all = new TreeMap<>(labels);
    all.put(name, value);
    return ImmutableSortedMap.copyOf(all);
  }

  /** Labels that the selector selects, as near to the usual ones as it can be. */
  Optional<NavigableMap<String, String>> labels(Map<String, String> usual) {
    Map<String, String> labels = new TreeMap<>(usual);
    labels.put(Sample.NAME, "some_metric");
    for (LabelMatcher matcher : selector.matchers()) {
      if (!matcher.matches(labels.getOrDefault(matcher.label(), ""))) {
        labels.put(matcher.label(), fitting(matcher));
      }
    }
    labels.values().removeIf(String::isEmpty);
    boolean fits =
        selector.matchers().stream()
            .allMatch(matcher -> matcher.matches(labels.getOrDefault(matcher.label(), "")));
    boolean named = labels.getOrDefault(Sample.NAME, "").matches("[a-zA-Z_:][a-zA-Z0-9_:]*");
    return fits && named ? Optional.of(ImmutableSortedMap.copyOf(labels)) : Optional.empty();
  }

  private static String fitting(LabelMatcher matcher) {
    return switch (matcher.op()) {
      case EQUAL -> matcher.value();
      case MATCH -> SampleSeries.of(matcher).orElse("");
      case NOT_EQUAL, NO_MATCH -> matcher.matches("") ? "" : "other";
    };
  }
}
