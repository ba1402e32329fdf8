package io.productionguardian.rules.standard.promql;

import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.function.Function;

/** What stands between two expressions. */
enum Operator {
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

  String symbol() {
    return symbol;
  }

  /** The higher, the closer it binds. */
  int precedence() {
    return precedence;
  }

  Optional<Comparison.Op> comparison() {
    return comparison;
  }

  /** How it makes a number of two; a comparison as with {@code bool}. */
  Optional<DoubleBinaryOperator> arithmetic() {
    return switch (this) {
      case OR, AND, UNLESS -> Optional.empty();
      case ADD -> Optional.of(Double::sum);
      case SUBTRACT -> Optional.of((left, right) -> left - right);
      case MULTIPLY -> Optional.of((left, right) -> left * right);
      case DIVIDE -> Optional.of((left, right) -> left / right);
      case MODULO -> Optional.of((left, right) -> left % right);
      case ATAN2 -> Optional.of(Math::atan2);
      // to Go, unlike Java, 1 is 1 to whatever power
      case POWER -> Optional.of((left, right) -> left == 1 ? 1 : Math.pow(left, right));
      default -> comparison.map(op -> (left, right) -> op.holds(left, right) ? 1 : 0);
    };
  }

  boolean joinsSets() {
    return this == OR || this == AND || this == UNLESS;
  }
}
