package io.productionguardian.promql;

import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.apiguardian.api.API;

/**
 * What a condition can come to, by the values that its series can have: {@code up} is 0 or 1, a
 * rate is not negative. It tells a condition that fires always, or never, from one that measures.
 */
@API(status = API.Status.INTERNAL, since = "0.1.0")
public final class Meaning {

  private static final Set<String> NOT_NEGATIVE =
      ImmutableSet.of(
          "abs",
          "changes",
          "count_over_time",
          "increase",
          "irate",
          "rate",
          "resets",
          "stddev_over_time",
          "stdvar_over_time",
          "time",
          "timestamp");

  private static final Set<String> OF_THE_SAME =
      ImmutableSet.of(
          "last_over_time", "max_over_time", "min_over_time", "sort", "sort_desc", "ceil", "floor");

  private static final Set<String> ABSENT = ImmutableSet.of("absent", "absent_over_time");

  private Meaning() {}

  /**
   * The values that something can have: only 0 and 1 of them, or all between two bounds.
   *
   * @param binary whether there is nothing between 0 and 1
   * @param least the lowest; above {@code most} where there is none at all
   * @param most the highest
   */
  private record Possible(boolean binary, double least, double most) {

    static final Possible ANY =
        new Possible(false, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    static final Possible ZERO_OR_ONE = new Possible(true, 0, 1);
    static final Possible NONE = new Possible(true, 1, 0);
    static final Possible NOT_NEGATIVE = new Possible(false, 0, Double.POSITIVE_INFINITY);

    static Possible only(double value) {
      return new Possible(false, value, value);
    }

    boolean isNone() {
      return least > most;
    }

    OptionalDouble constant() {
      return least == most ? OptionalDouble.of(least) : OptionalDouble.empty();
    }

    Possible between() {
      return isNone() ? NONE : new Possible(false, least, most);
    }

    Possible and(Possible other) {
      Possible both =
          new Possible(
              binary || other.binary, Math.max(least, other.least), Math.min(most, other.most));
      return both.whole();
    }

    Possible or(Possible other) {
      return isNone()
          ? other
          : other.isNone()
              ? this
              : new Possible(
                  binary && other.binary, Math.min(least, other.least), Math.max(most, other.most));
    }

    /** Of those that are only 0 and 1, the ones within the bounds. */
    private Possible whole() {
      if (!binary || isNone()) {
        return isNone() ? NONE : this;
      }
      boolean zero = least <= 0 && most >= 0;
      boolean one = least <= 1 && most >= 1;
      return zero && one ? this : zero ? only(0) : one ? only(1) : NONE;
    }

    /** Those that a comparison with a constant lets through. */
    Possible where(Comparison.Op op, double threshold) {
      return switch (op) {
        case EQUAL -> and(only(threshold));
        case NOT_EQUAL ->
            !binary
                ? constant().stream().anyMatch(value -> value == threshold) ? NONE : this
                : threshold == 0 ? and(only(1)) : threshold == 1 ? and(only(0)) : this;
        case LESS, LESS_OR_EQUAL -> {
          boolean open = op == Comparison.Op.LESS;
          double end = open ? Math.nextDown(threshold) : threshold;
          yield and(new Possible(false, Double.NEGATIVE_INFINITY, end));
        }
        case GREATER, GREATER_OR_EQUAL -> {
          boolean open = op == Comparison.Op.GREATER;
          double begin = open ? Math.nextUp(threshold) : threshold;
          yield and(new Possible(false, begin, Double.POSITIVE_INFINITY));
        }
      };
    }
  }

  /** Why an alert on it says nothing, or tells the wrong thing; empty for one that measures. */
  public static Optional<String> fault(Expr expr) {
    Optional<String> quantile = quantile(expr);
    if (quantile.isPresent()) {
      return quantile;
    }
    if (possible(expr).isNone()) {
      return Optional.of("can never fire");
    }
    return isSelective(expr)
        ? Optional.empty()
        : Optional.of(
            compares(expr)
                ? "fires always, whatever is measured"
                : "has no comparison: it fires whenever there is data");
  }

  /** Whether it can leave samples out, so that it does not always fire. */
  private static boolean isSelective(Expr expr) {
    if (expr instanceof Expr.Binary binary) {
      return switch (binary.operator()) {
        case OR -> isSelective(binary.left()) && isSelective(binary.right());
        case UNLESS -> true;
        default ->
            isSelective(binary.left())
                || isSelective(binary.right())
                || (isFilter(binary) && filters(binary));
      };
    }
    if (expr instanceof Expr.Call call && ABSENT.contains(call.function())) {
      return true;
    }
    if (expr instanceof Expr.Selector selector) {
      return "ALERTS".equals(name(selector).orElse(""));
    }
    return expr.parts().stream().anyMatch(Meaning::isSelective);
  }

  private static boolean isFilter(Expr.Binary binary) {
    return binary.operator().comparison().isPresent() && !binary.matching().bool();
  }

  private static boolean filters(Expr.Binary binary) {
    Possible left = possible(binary.left());
    Possible right = possible(binary.right());
    boolean told = right.constant().isPresent() || left.constant().isPresent();
    if (binary.operator() == Operator.NOT_EQUAL && !measured(left, right).binary()) {
      return true; // the one value is among the others
    }
    return !told || !possible(binary).equals(measured(left, right));
  }

  private static Possible measured(Possible left, Possible right) {
    return right.constant().isPresent() ? left : right;
  }

  private static boolean compares(Expr expr) {
    return (expr instanceof Expr.Binary binary && binary.operator().comparison().isPresent())
        || expr.parts().stream().anyMatch(Meaning::compares);
  }

  private static Possible possible(Expr expr) {
    if (expr instanceof Expr.Literal literal) {
      return Possible.only(literal.value());
    }
    if (expr instanceof Expr.Selector selector) {
      return "up".equals(name(selector).orElse("")) ? Possible.ZERO_OR_ONE : Possible.ANY;
    }
    if (expr instanceof Expr.Range range) {
      return possible(range.of());
    }
    if (expr instanceof Expr.Shifted shifted) {
      return possible(shifted.of());
    }
    if (expr instanceof Expr.Negated negated) {
      Possible of = possible(negated.of());
      return of.isNone() ? Possible.NONE : new Possible(false, -of.most(), -of.least());
    }
    if (expr instanceof Expr.Aggregation aggregation) {
      return aggregated(aggregation);
    }
    if (expr instanceof Expr.Call call) {
      return called(call);
    }
    return expr instanceof Expr.Binary binary ? combined(binary) : Possible.ANY;
  }

  private static Possible aggregated(Expr.Aggregation aggregation) {
    Possible of = possible(aggregation.of());
    if (of.isNone()) {
      return Possible.NONE;
    }
    return switch (aggregation.operator()) {
      case "min", "max", "topk", "bottomk" -> of;
      case "avg", "quantile" -> of.between();
      case "group" -> Possible.only(1);
      case "count", "stddev", "stdvar" -> Possible.NOT_NEGATIVE;
      case "sum" -> of.least() >= 0 ? Possible.NOT_NEGATIVE : Possible.ANY;
      default -> Possible.ANY;
    };
  }

  private static Possible called(Expr.Call call) {
    String function = call.function();
    if (ABSENT.contains(function) || function.equals("present_over_time")) {
      return Possible.only(1);
    }
    if (NOT_NEGATIVE.contains(function)) {
      return Possible.NOT_NEGATIVE;
    }
    if (call.arguments().isEmpty()) {
      return Possible.ANY;
    }
    Possible of = possible(call.arguments().get(0));
    if (OF_THE_SAME.contains(function) || function.equals("vector")) {
      return of;
    }
    return function.equals("avg_over_time") ? of.between() : Possible.ANY;
  }

  private static Possible combined(Expr.Binary binary) {
    Possible left = possible(binary.left());
    Possible right = possible(binary.right());
    return switch (binary.operator()) {
      case OR -> left.or(right);
      case UNLESS -> left;
      case AND ->
          right.isNone()
              ? Possible.NONE
              : measuredBy(binary.left()).equals(measuredBy(binary.right()))
                  ? left.and(right)
                  : left;
      default -> left.isNone() || right.isNone() ? Possible.NONE : computed(binary, left, right);
    };
  }

  private static Possible computed(Expr.Binary binary, Possible left, Possible right) {
    if (binary.operator().comparison().isPresent()) {
      Comparison.Op op = binary.operator().comparison().get();
      if (binary.matching().bool()) {
        return Possible.ZERO_OR_ONE;
      }
      return right.constant().isPresent()
          ? left.where(op, right.constant().getAsDouble())
          : left.constant().isPresent()
              ? right.where(op.flipped(), left.constant().getAsDouble())
              : left;
    }
    if (left.constant().isPresent() && right.constant().isPresent()) {
      return Possible.only(
          binary.operator().of(left.constant().getAsDouble(), right.constant().getAsDouble()));
    }
    boolean notNegative = left.least() >= 0 && right.least() >= 0;
    return switch (binary.operator()) {
      case ADD, MULTIPLY, DIVIDE -> notNegative ? Possible.NOT_NEGATIVE : Possible.ANY;
      default -> Possible.ANY;
    };
  }

  /** The metric's name, where it is stated and not matched. */
  private static Optional<String> name(Expr.Selector selector) {
    return selector.matchers().stream()
        .filter(matcher -> matcher.label().equals("__name__"))
        .filter(matcher -> matcher.op() == LabelMatcher.Op.EQUAL)
        .map(LabelMatcher::value)
        .findFirst();
  }

  /** What is compared, without the comparisons. */
  private static Expr measuredBy(Expr expr) {
    return expr instanceof Expr.Binary binary && isFilter(binary)
        ? measuredBy(binary.left() instanceof Expr.Literal ? binary.right() : binary.left())
        : expr;
  }

  /** A quantile outside 0 and 1, or one of series that no longer have their bounds. */
  private static Optional<String> quantile(Expr expr) {
    if (expr instanceof Expr.Call call && call.function().equals("histogram_quantile")) {
      OptionalDouble share = possible(call.arguments().get(0)).constant();
      if (share.isPresent() && !(share.getAsDouble() >= 0 && share.getAsDouble() <= 1)) {
        return Optional.of("asks for a quantile outside 0 and 1");
      }
      if (!hasBounds(call.arguments().get(1))) {
        return Optional.of(
            "asks for a quantile of series without le, which gives nothing:"
                + " sum by (le) of the _bucket series has it");
      }
    }
    return expr.parts().stream().flatMap(part -> quantile(part).stream()).findFirst();
  }

  private static boolean hasBounds(Expr expr) {
    if (expr instanceof Expr.Aggregation aggregation) {
      boolean kept = aggregation.by() == aggregation.labels().contains("le");
      return kept && hasBounds(aggregation.of());
    }
    if (expr instanceof Expr.Selector selector) {
      return name(selector)
          .map(name -> name.endsWith("_bucket") || name.contains(":"))
          .orElse(true);
    }
    return expr.parts().stream()
        .filter(part -> part.type() != Type.SCALAR && part.type() != Type.STRING)
        .allMatch(Meaning::hasBounds);
  }
}
