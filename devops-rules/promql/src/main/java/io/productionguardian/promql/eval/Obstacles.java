package io.productionguardian.promql.eval;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Lists;
import com.google.re2j.PatternSyntaxException;
import io.productionguardian.promql.Expr;
import io.productionguardian.promql.LabelMatcher;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Why an expression is not evaluated here. */
final class Obstacles {

  /** So long a chain of operators is still walked on the stack. */
  private static final int MOST_PARTS = 2_000;

  private static final int LONGEST_REGEX = 200;

  private static final String NOT_EVALUATED = " is not evaluated here";

  /** RE2 writes repeats out: to match many takes memory, and a text that nobody has as a label. */
  private static final Pattern MANY_REPEATS = Pattern.compile("[{,][0-9]{3}");

  private static final ImmutableSet<String> FUNCTIONS =
      ImmutableSet.<String>builder()
          .addAll(Evaluation.FUNCTIONS)
          .addAll(Numbers.functions())
          .addAll(Points.functions())
          .build();

  private static final ImmutableSet<String> ALERTS = ImmutableSet.of("ALERTS", "ALERTS_FOR_STATE");

  private Obstacles() {}

  /** The first that is met, as the rest of a sentence; empty when there is none. */
  static Optional<String> of(Expr whole) {
    return first(whole, Obstacles::ofItself);
  }

  /**
   * Whether it can select {@code ALERTS}, as it does without a metric's name: Prometheus records
   * under this name what fires, with the labels of what made it fire.
   */
  static Optional<String> ofAlerts(Expr whole) {
    return first(
        whole,
        expr ->
            expr instanceof Expr.Selector selector && ALERTS.stream().anyMatch(named(selector))
                ? Optional.of("it also selects what Prometheus records of alerts")
                : Optional.empty());
  }

  private static Predicate<String> named(Expr.Selector selector) {
    return name ->
        selector.matchers().stream()
            .filter(matcher -> matcher.label().equals(Sample.NAME))
            .allMatch(matcher -> matcher.matches(name));
  }

  private static Optional<String> first(Expr whole, Function<Expr, Optional<String>> obstacle) {
    Deque<Expr> rest = new ArrayDeque<>();
    rest.push(whole);
    for (int parts = 1; !rest.isEmpty(); parts++) {
      Expr expr = rest.pop();
      Optional<String> own =
          parts > MOST_PARTS
              ? Optional.of("it has more than " + MOST_PARTS + " parts")
              : obstacle.apply(expr);
      if (own.isPresent()) {
        return own;
      }
      Lists.reverse(expr.parts()).forEach(rest::push);
    }
    return Optional.empty();
  }

  private static Optional<String> ofItself(Expr expr) {
    if (expr instanceof Expr.Call call && !FUNCTIONS.contains(call.function())) {
      return Optional.of(call.function() + NOT_EVALUATED);
    }
    if (expr instanceof Expr.Aggregation aggregation
        && !Vectors.AGGREGATIONS.contains(aggregation.operator())) {
      return Optional.of(aggregation.operator() + NOT_EVALUATED);
    }
    if (expr instanceof Expr.Shifted shifted && shifted.seconds().isEmpty()) {
      return Optional.of("@" + NOT_EVALUATED);
    }
    return expr instanceof Expr.Selector selector
        ? selector.matchers().stream()
            .filter(Obstacles::isHard)
            .findFirst()
            .map(matcher -> "a regular expression is too large to be evaluated here")
        : Optional.empty();
  }

  private static boolean isHard(LabelMatcher matcher) {
    if (!matcher.isRegex()) {
      return false;
    }
    if (matcher.value().length() > LONGEST_REGEX || MANY_REPEATS.matcher(matcher.value()).find()) {
      return true;
    }
    try {
      matcher.matches("");
      return false;
    } catch (PatternSyntaxException e) { // a script that is in Java's Unicode and not in RE2/J's
      return true;
    }
  }
}
