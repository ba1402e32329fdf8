package io.productionguardian.promql.eval;

import com.google.common.collect.ImmutableMap;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;

/** The functions that change each sample of a vector by itself. */
final class Numbers {

  /** What a function makes of a value and of its arguments that are numbers. */
  private interface Function {
    double of(double value, double[] numbers);
  }

  private static final ImmutableMap<String, Function> BY_NAME =
      ImmutableMap.<String, Function>builder()
          .putAll(plain())
          .put("clamp", (x, bounds) -> Math.max(bounds[0], Math.min(x, bounds[1])))
          .put("clamp_max", (x, bounds) -> Math.min(x, bounds[0]))
          .put("clamp_min", (x, bounds) -> Math.max(x, bounds[0]))
          .put("round", (x, to) -> to.length == 0 ? round(x, 1) : round(x, to[0]))
          .buildOrThrow();

  private Numbers() {}

  static Set<String> functions() {
    return BY_NAME.keySet();
  }

  static double of(String function, double value, double[] numbers) {
    Function known = BY_NAME.get(function);
    if (known == null) {
      throw CannotEvaluateException.unknown(function);
    }
    return known.of(value, numbers);
  }

  private static Map<String, Function> plain() {
    ImmutableMap.Builder<String, Function> plain = ImmutableMap.builder();
    ImmutableMap.<String, DoubleUnaryOperator>builder()
        .put("abs", Math::abs)
        .put("acos", Math::acos)
        .put("asin", Math::asin)
        .put("atan", Math::atan)
        .put("ceil", Math::ceil)
        .put("cos", Math::cos)
        .put("cosh", Math::cosh)
        .put("deg", x -> x * 180 / Math.PI)
        .put("exp", Math::exp)
        .put("floor", Math::floor)
        .put("ln", Math::log)
        .put("log10", Math::log10)
        .put("log2", x -> Math.log(x) / Math.log(2))
        .put("rad", x -> x * Math.PI / 180)
        .put("sgn", Math::signum)
        .put("sin", Math::sin)
        .put("sinh", Math::sinh)
        .put("sqrt", Math::sqrt)
        .put("tan", Math::tan)
        .put("tanh", Math::tanh)
        .buildOrThrow()
        .forEach((name, of) -> plain.put(name, (x, none) -> of.applyAsDouble(x)));
    return plain.buildOrThrow();
  }

  private static double round(double value, double to) {
    return Math.floor(value / to + 0.5) * to;
  }
}
