package io.productionguardian.promql.eval;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.primitives.Doubles;
import io.productionguardian.promql.Expr;
import io.productionguardian.promql.LabelMatcher;
import io.productionguardian.promql.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;

/**
 * Evaluates expressions over series that have a sample at 0 and at every interval after it.
 *
 * @param series what there is
 * @param interval the time between two samples, seconds
 * @param recordings what rules record, by name
 */
record Evaluation(List<Series> series, double interval, Map<String, Recording> recordings) {

  Evaluation {
    series = ImmutableList.copyOf(series);
    recordings = ImmutableMap.copyOf(recordings);
  }

  /** The functions that are evaluated, beside those of {@link Numbers} and {@link Points}. */
  static final Set<String> FUNCTIONS =
      ImmutableSet.of(
          "absent",
          "absent_over_time",
          "histogram_quantile",
          "pi",
          "scalar",
          "sort",
          "sort_desc",
          "time",
          "vector");

  /** How far back Prometheus looks for a sample, seconds. */
  private static final double LOOK_BACK = 300;

  private static final int MOST_STEPS = 20_000;
  private static final int MOST_RESULTS = 1_000;

  /**
   * The value at a time, as an alert takes it: of a number, a sample without labels.
   *
   * @throws CannotEvaluateException if it is not known
   */
  List<Sample> result(Expr expr, double time) {
    return expr.type() == Type.SCALAR
        ? List.of(new Sample(ImmutableSortedMap.of(), scalar(expr, time)))
        : vector(expr, time);
  }

  private double scalar(Expr expr, double time) {
    if (expr instanceof Expr.Literal literal) {
      return literal.value();
    }
    if (expr instanceof Expr.Negated negated) {
      return -scalar(negated.of(), time);
    }
    if (expr instanceof Expr.Binary binary) {
      double left = scalar(binary.left(), time);
      return Vectors.computed(binary.operator(), left, scalar(binary.right(), time));
    }
    if (expr instanceof Expr.Call call) {
      return switch (call.function()) {
        case "pi" -> Math.PI;
        case "scalar" -> {
          List<Sample> vector = vector(call.arguments().get(0), time);
          yield vector.size() == 1 ? vector.get(0).value() : Double.NaN;
        }
        case "time" -> time;
        default -> throw CannotEvaluateException.unknown(call.function());
      };
    }
    throw new CannotEvaluateException("no number");
  }

  private List<Sample> vector(Expr expr, double time) {
    if (expr instanceof Expr.Selector selector) {
      return selected(selector, time);
    }
    if (expr instanceof Expr.Shifted shifted) {
      return vector(shifted.of(), shifted(shifted, time));
    }
    if (expr instanceof Expr.Negated negated) {
      return vector(negated.of(), time).stream().map(s -> s.unnamed(-s.value())).toList();
    }
    if (expr instanceof Expr.Aggregation aggregation) {
      return Vectors.aggregated(
          aggregation,
          vector(aggregation.of(), time),
          aggregation
              .parameter()
              .filter(parameter -> parameter.type() == Type.SCALAR)
              .map(parameter -> scalar(parameter, time))
              .orElse(0.0));
    }
    if (expr instanceof Expr.Binary binary) {
      return binary(binary, time);
    }
    if (expr instanceof Expr.Call call) {
      return unique(call(call, time));
    }
    throw new CannotEvaluateException("no vector");
  }

  private static double shifted(Expr.Shifted shifted, double time) {
    return time
        - shifted
            .seconds()
            .orElseThrow(() -> new CannotEvaluateException("a fixed time is not known here"));
  }

  private List<Sample> binary(Expr.Binary binary, double time) {
    boolean numberLeft = binary.left().type() == Type.SCALAR;
    boolean numberRight = binary.right().type() == Type.SCALAR;
    if (!numberLeft && !numberRight) {
      List<Sample> left = vector(binary.left(), time);
      List<Sample> right = vector(binary.right(), time);
      return binary.operator().joinsSets()
          ? Vectors.joined(binary.operator(), left, right, binary.matching())
          : Vectors.paired(binary, left, right);
    }
    double number = scalar(numberLeft ? binary.left() : binary.right(), time);
    List<Sample> samples = vector(numberLeft ? binary.right() : binary.left(), time);
    return unique(
        samples.stream()
            .flatMap(
                sample ->
                    withNumber(
                        binary,
                        sample,
                        numberLeft ? number : sample.value(),
                        numberLeft ? sample.value() : number)
                        .stream())
            .toList());
  }

  private static Optional<Sample> withNumber(
      Expr.Binary binary, Sample sample, double left, double right) {
    double value = Vectors.computed(binary.operator(), left, right);
    if (!Vectors.isFilter(binary)) {
      return Optional.of(sample.unnamed(value));
    }
    return value == 1 ? Optional.of(sample) : Optional.empty();
  }

  private List<Sample> call(Expr.Call call, double time) {
    List<Expr> arguments = call.arguments();
    return switch (call.function()) {
      case "vector" -> List.of(new Sample(ImmutableSortedMap.of(), scalar(arguments.get(0), time)));
      case "histogram_quantile" ->
          Vectors.quantiles(scalar(arguments.get(0), time), vector(arguments.get(1), time));
      case "absent", "absent_over_time" ->
          isAbsent(arguments.get(0), time)
              ? List.of(new Sample(known(arguments.get(0)), 1))
              : List.of();
      case "sort", "sort_desc" -> vector(arguments.get(0), time);
      default ->
          switch (arguments.isEmpty() ? Type.STRING : ranged(call).type()) {
            case RANGE -> reduced(call, time);
            case VECTOR -> mapped(call, time);
            default -> throw CannotEvaluateException.unknown(call.function());
          };
    };
  }

  private boolean isAbsent(Expr of, double time) {
    return of.type() == Type.RANGE ? ranges(of, time).isEmpty() : vector(of, time).isEmpty();
  }

  /** The argument that the function is about: the last of a quantile, of others the first. */
  private static Expr ranged(Expr.Call call) {
    return call.function().equals("quantile_over_time")
        ? call.arguments().get(1)
        : call.arguments().get(0);
  }

  private List<Sample> reduced(Expr.Call call, double time) {
    String function = call.function();
    double[] numbers = numbers(call, time);
    return ranges(ranged(call), time).stream()
        .flatMap(
            points ->
                points.reduce(function, numbers.length > 0 ? numbers[0] : 0).stream()
                    .map(value -> new Sample(points.labels(), value))
                    .map(s -> function.equals("last_over_time") ? s : s.unnamed(s.value())))
        .toList();
  }

  private List<Sample> mapped(Expr.Call call, double time) {
    double[] numbers = numbers(call, time);
    return vector(call.arguments().get(0), time).stream()
        .map(sample -> sample.unnamed(Numbers.of(call.function(), sample.value(), numbers)))
        .toList();
  }

  /** The arguments that are numbers. */
  private double[] numbers(Expr.Call call, double time) {
    return call.arguments().stream()
        .filter(argument -> argument.type() == Type.SCALAR)
        .mapToDouble(number -> scalar(number, time))
        .toArray();
  }

  /** The labels that are known of a series that is not there. */
  private static NavigableMap<String, String> known(Expr absent) {
    Expr of = absent instanceof Expr.Range range ? range.of() : absent;
    if (!(of instanceof Expr.Selector selector)) {
      return ImmutableSortedMap.of();
    }
    Set<String> seen = new HashSet<>();
    Set<String> several = new HashSet<>();
    for (LabelMatcher matcher : selector.matchers()) {
      if (!seen.add(matcher.label())) {
        several.add(matcher.label());
      }
    }
    ImmutableSortedMap.Builder<String, String> labels = ImmutableSortedMap.naturalOrder();
    for (LabelMatcher matcher : selector.matchers()) {
      if (matcher.op() == LabelMatcher.Op.EQUAL
          && !matcher.label().equals(Sample.NAME)
          && !matcher.value().isEmpty()
          && !several.contains(matcher.label())) {
        labels.put(matcher.label(), matcher.value());
      }
    }
    return labels.buildOrThrow();
  }

  private List<Sample> selected(Expr.Selector selector, double time) {
    Optional<Recording> recording = recording(selector);
    if (recording.isPresent()) {
      return recording.get().of(result(recording.get().expr(), time)).stream()
          .filter(sample -> matches(selector, sample.labels()))
          .toList();
    }
    // on the first sample at or before the time
    long index = (long) Math.floor(time / interval);
    if (time < 0 || time - index * interval >= LOOK_BACK) {
      return List.of();
    }
    return series.stream()
        .filter(one -> matches(selector, one.labels()))
        .map(one -> new Sample(one.labels(), one.at(index)))
        .toList();
  }

  private Optional<Recording> recording(Expr.Selector selector) {
    return selector.matchers().stream()
        .filter(matcher -> matcher.label().equals(Sample.NAME))
        .filter(matcher -> matcher.op() == LabelMatcher.Op.EQUAL)
        .flatMap(matcher -> Optional.ofNullable(recordings.get(matcher.value())).stream())
        .findFirst();
  }

  private static boolean matches(Expr.Selector selector, NavigableMap<String, String> labels) {
    return selector.matchers().stream()
        .allMatch(matcher -> matcher.matches(labels.getOrDefault(matcher.label(), "")));
  }

  private List<Points> ranges(Expr expr, double time) {
    if (expr instanceof Expr.Shifted shifted) {
      return ranges(shifted.of(), shifted(shifted, time));
    }
    if (!(expr instanceof Expr.Range range)) {
      throw new CannotEvaluateException("no range");
    }
    if (range.step().isPresent()) {
      return results(range.of(), range.seconds(), range.step().getAsDouble(), time);
    }
    if (!(range.of() instanceof Expr.Selector selector) || recording(selector).isPresent()) {
      throw new CannotEvaluateException("a range of what is recorded is not known here");
    }
    double from = time - range.seconds();
    long first = (long) Math.max(0, Math.ceil(from / interval));
    long last = (long) Math.floor(time / interval);
    int count = (int) Math.max(0, last - first + 1);
    if (count > MOST_STEPS) {
      throw new CannotEvaluateException("too many samples");
    }
    return series.stream()
        .filter(one -> matches(selector, one.labels()))
        .map(
            one -> {
              double[] times = new double[count];
              double[] values = new double[count];
              for (int i = 0; i < count; i++) {
                times[i] = (first + i) * interval;
                values[i] = one.at(first + i);
              }
              return new Points(one.labels(), times, values, from, time);
            })
        .filter(points -> points.values().length > 0)
        .toList();
  }

  /** What an expression gave at each whole step of a time, as if each series had come to stay. */
  private List<Points> results(Expr of, double seconds, double step, double time) {
    long first = step > 0 ? (long) Math.ceil((time - seconds) / step) : 0;
    long last = step > 0 ? (long) Math.floor(time / step) : -1;
    if (last < first || last - first >= MOST_RESULTS) {
      throw new CannotEvaluateException("how often is not known here");
    }
    Map<NavigableMap<String, String>, List<Double>> values = new LinkedHashMap<>();
    List<Double> times = new ArrayList<>();
    for (long n = Math.max(0, first); n <= last; n++) {
      times.add(n * step);
      for (Sample sample : result(of, n * step)) {
        values.computeIfAbsent(sample.labels(), key -> new ArrayList<>()).add(sample.value());
      }
    }
    return values.entrySet().stream()
        .map(
            entry ->
                new Points(
                    entry.getKey(),
                    Doubles.toArray(
                        times.subList(times.size() - entry.getValue().size(), times.size())),
                    Doubles.toArray(entry.getValue()),
                    time - seconds,
                    time))
        .toList();
  }

  private static List<Sample> unique(List<Sample> samples) {
    if (samples.stream().map(Sample::labels).distinct().count() < samples.size()) {
      throw CannotEvaluateException.refused("several series with the same labels");
    }
    return samples;
  }
}
