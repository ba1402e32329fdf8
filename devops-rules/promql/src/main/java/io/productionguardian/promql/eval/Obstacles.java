package io.productionguardian.promql.eval;

import com.google.common.collect.ImmutableSet;
import com.google.re2j.PatternSyntaxException;
import io.productionguardian.promql.Expr;
import io.productionguardian.promql.LabelMatcher;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
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

  private Obstacles() {}

  /** The first that is met, as the rest of a sentence; empty when there is none. */
  static Optional<String> of(Expr whole) {
    Deque<Expr> rest = new ArrayDeque<>();
    rest.push(whole);
    for (int parts = 1; !rest.isEmpty(); parts++) {
      Expr expr = rest.pop();
      Optional<String> own =
          parts > MOST_PARTS
              ? Optional.of("it has more than " + MOST_PARTS + " parts")
              : ofItself(expr);
      if (own.isPresent()) {
        return own;
      }
      expr.parts().reverse().forEach(rest::push);
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
