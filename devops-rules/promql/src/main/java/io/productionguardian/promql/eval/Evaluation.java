package io.productionguardian.render.yaml.promql;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.primitives.Doubles;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Evaluates expressions over series that have a sample at 0 and at every interval after it.
 *
 * @param series what there is
 * @param interval the time between two samples, seconds
 * @param recordings what rules record, by name
 */
record Evaluation(
    ImmutableList<Series> series, double interval, ImmutableMap<String, Recording> recordings) {

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
    return expr.type() == Expr.Type.SCALAR
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
      double right = scalar(binary.right(), time);
      if (Expr.COMPARISONS.contains(binary.operator())) {
        return Vectors.holds(binary.operator(), left, right) ? 1 : 0;
      }
      return Vectors.arithmetic(binary.operator(), left, right);
    }
    if (expr instanceof Expr.Call call) {
      if (call.function().equals("scalar")) {
        List<Sample> vector = vector(call.arguments().get(0), time);
        return vector.size() == 1 ? vector.get(0).value() : Double.NaN;
      }
      return call.function().equals("time") ? time : Math.PI;
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
              .filter(parameter -> parameter.type() == Expr.Type.SCALAR)
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
    boolean numberLeft = binary.left().type() == Expr.Type.SCALAR;
    boolean numberRight = binary.right().type() == Expr.Type.SCALAR;
    if (!numberLeft && !numberRight) {
      List<Sample> left = vector(binary.left(), time);
      List<Sample> right = vector(binary.right(), time);
      return Expr.SETS.contains(binary.operator())
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
    if (!Expr.COMPARISONS.contains(binary.operator())) {
      return Optional.of(sample.unnamed(Vectors.arithmetic(binary.operator(), left, right)));
    }
    boolean holds = Vectors.holds(binary.operator(), left, right);
    if (binary.bool()) {
      return Optional.of(sample.unnamed(holds ? 1 : 0));
    }
    return holds ? Optional.of(sample) : Optional.empty();
  }

  private List<Sample> call(Expr.Call call, double time) {
    ImmutableList<Expr> arguments = call.arguments();
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
          switch (arguments.isEmpty() ? Expr.Type.TEXT : ranged(call).type()) {
            case RANGE -> reduced(call, time);
            case VECTOR -> mapped(call, time);
            default -> throw new CannotEvaluateException(call.function() + " is not known here");
          };
    };
  }

  private boolean isAbsent(Expr of, double time) {
    return of.type() == Expr.Type.RANGE ? ranges(of, time).isEmpty() : vector(of, time).isEmpty();
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
        .map(sample -> sample.unnamed(mapped(call.function(), sample.value(), numbers)))
        .toList();
  }

  /** The arguments that are numbers. */
  private double[] numbers(Expr.Call call, double time) {
    return call.arguments().stream()
        .filter(argument -> argument.type() == Expr.Type.SCALAR)
        .mapToDouble(number -> scalar(number, time))
        .toArray();
  }

  private static double mapped(String function, double value, double[] numbers) {
    return switch (function) {
      case "abs" -> Math.abs(value);
      case "ceil" -> Math.ceil(value);
      case "floor" -> Math.floor(value);
      case "exp" -> Math.exp(value);
      case "ln" -> Math.log(value);
      case "log10" -> Math.log10(value);
      case "sqrt" -> Math.sqrt(value);
      case "sgn" -> Math.signum(value);
      case "clamp_max" -> Math.min(value, numbers[0]);
      case "clamp_min" -> Math.max(value, numbers[0]);
      case "clamp" -> Math.max(numbers[0], Math.min(value, numbers[1]));
      case "round" -> {
        double to = numbers.length > 0 ? numbers[0] : 1;
        yield Math.floor(value / to + 0.5) * to;
      }
      default -> throw new CannotEvaluateException(function + " is not known here");
    };
  }

  /** The labels that are known of a series that is not there. */
  private static ImmutableSortedMap<String, String> known(Expr absent) {
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
      if (matcher.operator().equals("=")
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
        .filter(matcher -> matcher.operator().equals("="))
        .flatMap(matcher -> Optional.ofNullable(recordings.get(matcher.value())).stream())
        .findFirst();
  }

  private static boolean matches(
      Expr.Selector selector, ImmutableSortedMap<String, String> labels) {
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
      return results(range.of(), range.seconds(), range.step().get(), time);
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
    Map<ImmutableSortedMap<String, String>, List<Double>> values = new LinkedHashMap<>();
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
