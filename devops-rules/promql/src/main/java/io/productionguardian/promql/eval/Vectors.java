package io.productionguardian.promql.eval;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import io.productionguardian.promql.Expr;
import io.productionguardian.promql.Matching;
import io.productionguardian.promql.Matching.Many;
import io.productionguardian.promql.Operator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;

/** Makes vectors from vectors, as Prometheus does. */
final class Vectors {

  /** The aggregations that are evaluated. */
  static final Set<String> AGGREGATIONS =
      ImmutableSet.of("avg", "bottomk", "count", "group", "max", "min", "sum", "topk");

  private static final double NEAR = 1e-9;

  private Vectors() {}

  /** What an operator makes of two numbers; a comparison 1 or 0, not where rounding may decide. */
  static double computed(Operator operator, double left, double right) {
    double scale = Math.max(Math.abs(left), Math.abs(right));
    if (operator.comparison().isPresent()
        && left != right
        && Math.abs(left - right) <= NEAR * scale
        && Double.isFinite(scale)) {
      throw new CannotEvaluateException("too near to be told apart");
    }
    return operator.of(left, right);
  }

  /** Whether it leaves samples out instead of changing them. */
  static boolean isFilter(Expr.Binary binary) {
    return binary.operator().comparison().isPresent() && !binary.matching().bool();
  }

  /** What {@code and}, {@code or} and {@code unless} let through. */
  static List<Sample> joined(
      Operator operator, List<Sample> left, List<Sample> right, Matching matching) {
    Set<NavigableMap<String, String>> lefts = keys(left, matching);
    Set<NavigableMap<String, String>> rights = keys(right, matching);
    List<Sample> joined = new ArrayList<>();
    for (Sample sample : left) {
      boolean there = rights.contains(key(sample, matching));
      if (operator == Operator.OR || there == (operator == Operator.AND)) {
        joined.add(sample);
      }
    }
    if (operator == Operator.OR) {
      right.stream().filter(s -> !lefts.contains(key(s, matching))).forEach(joined::add);
    }
    return joined;
  }

  /** What an operator makes of the series that belong together. */
  static List<Sample> paired(Expr.Binary binary, List<Sample> left, List<Sample> right) {
    Matching matching = binary.matching();
    boolean swapped = matching.many() == Many.RIGHT;
    Map<NavigableMap<String, String>, Sample> ones = new HashMap<>();
    for (Sample one : swapped ? left : right) {
      if (ones.put(key(one, matching), one) != null) {
        throw CannotEvaluateException.refused("several series where one is expected");
      }
    }
    Map<NavigableMap<String, String>, Sample> paired = new LinkedHashMap<>();
    for (Sample many : swapped ? right : left) {
      Sample one = ones.get(key(many, matching));
      if (one == null) {
        continue;
      }
      double l = swapped ? one.value() : many.value();
      double r = swapped ? many.value() : one.value();
      double value = computed(binary.operator(), l, r);
      boolean filter = isFilter(binary);
      if (filter && value == 0) {
        continue;
      }
      NavigableMap<String, String> labels = labels(many, one, matching, filter);
      if (paired.put(labels, new Sample(labels, filter ? l : value)) != null) {
        throw CannotEvaluateException.refused("several series where one is expected");
      }
    }
    return List.copyOf(paired.values());
  }

  private static NavigableMap<String, String> labels(
      Sample many, Sample one, Matching matching, boolean named) {
    NavigableMap<String, String> labels =
        named ? many.labels() : Labels.without(many.labels(), Sample.NAME);
    if (matching.many() == Many.NONE) {
      return matching.on()
          ? Labels.only(labels, matching.labels())
          : Labels.without(labels, matching.labels());
    }
    Map<String, String> copied = new HashMap<>(labels);
    for (String label : matching.included()) {
      copied.remove(label);
      if (!one.label(label).isEmpty()) {
        copied.put(label, one.label(label));
      }
    }
    return ImmutableSortedMap.copyOf(copied);
  }

  private static Set<NavigableMap<String, String>> keys(List<Sample> samples, Matching matching) {
    return samples.stream()
        .map(sample -> key(sample, matching))
        .collect(ImmutableSet.toImmutableSet());
  }

  private static NavigableMap<String, String> key(Sample sample, Matching matching) {
    return matching.on()
        ? Labels.only(sample.labels(), matching.labels())
        : Labels.without(Labels.without(sample.labels(), Sample.NAME), matching.labels());
  }

  /** What an aggregation makes of a vector. */
  static List<Sample> aggregated(
      Expr.Aggregation aggregation, List<Sample> samples, double parameter) {
    if (Double.isNaN(parameter)) {
      throw CannotEvaluateException.refused("how many is no number");
    }
    Map<NavigableMap<String, String>, List<Sample>> groups = new LinkedHashMap<>();
    for (Sample sample : samples) {
      NavigableMap<String, String> labels =
          aggregation.by()
              ? Labels.only(sample.labels(), aggregation.labels())
              : Labels.without(Labels.without(sample.labels(), Sample.NAME), aggregation.labels());
      groups.computeIfAbsent(labels, key -> new ArrayList<>()).add(sample);
    }
    List<Sample> result = new ArrayList<>();
    groups.forEach(
        (labels, group) -> result.addAll(one(aggregation.operator(), labels, group, parameter)));
    return result;
  }

  private static List<Sample> one(
      String operator, NavigableMap<String, String> labels, List<Sample> group, double parameter) {
    double sum = group.stream().mapToDouble(Sample::value).sum();
    double least = group.stream().mapToDouble(Sample::value).min().orElse(0);
    double most = group.stream().mapToDouble(Sample::value).max().orElse(0);
    Comparator<Sample> byValue = Comparator.comparingDouble(Sample::value);
    return switch (operator) {
      case "sum" -> List.of(new Sample(labels, sum));
      case "avg" -> List.of(new Sample(labels, sum / group.size()));
      case "min" -> List.of(new Sample(labels, least));
      case "max" -> List.of(new Sample(labels, most));
      case "count" -> List.of(new Sample(labels, group.size()));
      case "group" -> List.of(new Sample(labels, 1));
      case "topk" ->
          group.stream().sorted(byValue.reversed()).limit(Math.max(0, (long) parameter)).toList();
      case "bottomk" ->
          group.stream().sorted(byValue).limit(Math.max(0, (long) parameter)).toList();
      default -> throw CannotEvaluateException.unknown(operator);
    };
  }

  /** The quantiles of histograms, each a series for every bound. */
  static List<Sample> quantiles(double quantile, List<Sample> buckets) {
    Map<NavigableMap<String, String>, List<Sample>> histograms = new LinkedHashMap<>();
    buckets.stream()
        .filter(bucket -> !bucket.label("le").isEmpty())
        .forEach(
            bucket ->
                histograms
                    .computeIfAbsent(
                        Labels.without(bucket.labels(), "le", Sample.NAME),
                        key -> new ArrayList<>())
                    .add(bucket));
    List<Sample> result = new ArrayList<>();
    histograms.forEach(
        (labels, histogram) -> result.add(new Sample(labels, quantile(quantile, histogram))));
    return result;
  }

  private static double quantile(double quantile, List<Sample> histogram) {
    List<Sample> sorted =
        histogram.stream().sorted(Comparator.comparingDouble(Vectors::bound)).toList();
    int last = sorted.size() - 1;
    double all = sorted.get(last).value();
    if (bound(sorted.get(last)) != Double.POSITIVE_INFINITY || last == 0 || all == 0) {
      return Double.NaN;
    }
    double rank = quantile * all;
    int bucket = 0;
    while (bucket < last && sorted.get(bucket).value() < rank) {
      bucket++;
    }
    if (bucket == last) {
      return bound(sorted.get(last - 1));
    }
    double end = bound(sorted.get(bucket));
    if (bucket == 0 && end <= 0) {
      return end;
    }
    double start = bucket == 0 ? 0 : bound(sorted.get(bucket - 1));
    double below = bucket == 0 ? 0 : sorted.get(bucket - 1).value();
    return start + (end - start) * ((rank - below) / (sorted.get(bucket).value() - below));
  }

  private static double bound(Sample bucket) {
    String bound = bucket.label("le");
    try {
      return bound.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(bound);
    } catch (NumberFormatException e) {
      throw new CannotEvaluateException("a bound that is no number");
    }
  }
}
