package io.productionguardian.promql;

import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.apiguardian.api.API;

/** What stands between two expressions. */
@API(status = API.Status.INTERNAL, since = "0.1.0")
public enum Operator {
  OR("or", 1),
  AND("and", 2),
  UNLESS("unless", 2),
  EQUAL(Comparison.Op.EQUAL),
  NOT_EQUAL(Comparison.Op.NOT_EQUAL),
  LESS(Comparison.Op.LESS),
  LESS_OR_EQUAL(Comparison.Op.LESS_OR_EQUAL),
  GREATER(Comparison.Op.GREATER),
  GREATER_OR_EQUAL(Comparison.Op.GREATER_OR_EQUAL),
  ADD("+", 4),
  SUBTRACT("-", 4),
  MULTIPLY("*", 5),
  DIVIDE("/", 5),
  MODULO("%", 5),
  ATAN2("atan2", 5),
  POWER("^", 6);

  private static final ImmutableMap<String, Operator> BY_SYMBOL =
      Arrays.stream(values())
          .collect(ImmutableMap.toImmutableMap(operator -> operator.symbol, Function.identity()));

  private final String symbol;
  private final int precedence;
  private final Optional<Comparison.Op> comparison;

  Operator(String symbol, int precedence) {
    this.symbol = symbol;
    this.precedence = precedence;
    this.comparison = Optional.empty();
  }

  Operator(Comparison.Op comparison) {
    this.symbol = comparison.symbol();
    this.precedence = 3;
    this.comparison = Optional.of(comparison);
  }

  static Optional<Operator> at(Token token) {
    return switch (token.kind()) {
      case WORD -> Optional.ofNullable(BY_SYMBOL.get(token.keyword()));
      case SIGN -> Optional.ofNullable(BY_SYMBOL.get(token.text()));
      case NUMBER, DURATION, STRING, END -> Optional.empty();
    };
  }

  /** The higher, the closer it binds. */
  int precedence() {
    return precedence;
  }

  /** What must hold, where it compares. */
  public Optional<Comparison.Op> comparison() {
    return comparison;
  }

  /** What it makes of two numbers; a comparison as with {@code bool}. Not for those of sets. */
  public double of(double left, double right) {
    return switch (this) {
      case ADD -> left + right;
      case SUBTRACT -> left - right;
      case MULTIPLY -> left * right;
      case DIVIDE -> left / right;
      case MODULO -> left % right;
      case ATAN2 -> Math.atan2(left, right);
      case POWER -> left == 1 ? 1 : Math.pow(left, right); // to Go, unlike Java, 1 ^ NaN is 1
      default -> comparison.filter(op -> op.holds(left, right)).isPresent() ? 1 : 0;
    };
  }

  /** Whether it looks at which samples there are, and not at their values. */
  public boolean joinsSets() {
    return this == OR || this == AND || this == UNLESS;
  }
}
