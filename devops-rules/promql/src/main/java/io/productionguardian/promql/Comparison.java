package io.productionguardian.promql;

import org.apiguardian.api.API;

/**
 * A comparison with a constant, seen from what is measured: {@code 0 == up} is {@code up == 0}.
 *
 * @param op what must hold between what is measured and the threshold
 * @param threshold the constant; it can be infinite, or not a number
 * @param bool whether it gives 0 or 1 instead of leaving samples out: an alert on it fires either
 *     way
 */
@API(status = API.Status.INTERNAL, since = "0.1.0")
public record Comparison(Op op, double threshold, boolean bool) {

  /** What must hold. */
  public enum Op {
    EQUAL("=="),
    NOT_EQUAL("!="),
    LESS("<"),
    LESS_OR_EQUAL("<="),
    GREATER(">"),
    GREATER_OR_EQUAL(">=");

    private final String symbol;

    Op(String symbol) {
      this.symbol = symbol;
    }

    /** As PromQL writes it. */
    public String symbol() {
      return symbol;
    }

    /** The operator that says the same with its sides exchanged. */
    public Op flipped() {
      return switch (this) {
        case EQUAL, NOT_EQUAL -> this;
        case LESS -> GREATER;
        case LESS_OR_EQUAL -> GREATER_OR_EQUAL;
        case GREATER -> LESS;
        case GREATER_OR_EQUAL -> LESS_OR_EQUAL;
      };
    }

    /** Whether it holds between two numbers; what is not a number differs from everything. */
    public boolean holds(double left, double right) {
      return switch (this) {
        case EQUAL -> left == right;
        case NOT_EQUAL -> left != right;
        case LESS -> left < right;
        case LESS_OR_EQUAL -> left <= right;
        case GREATER -> left > right;
        case GREATER_OR_EQUAL -> left >= right;
      };
    }

    /** Whether no number at all stands so to the threshold. */
    boolean neverHolds(double threshold) {
      return switch (this) {
        case NOT_EQUAL -> false;
        case LESS -> Double.isNaN(threshold) || threshold == Double.NEGATIVE_INFINITY;
        case GREATER -> Double.isNaN(threshold) || threshold == Double.POSITIVE_INFINITY;
        case EQUAL, LESS_OR_EQUAL, GREATER_OR_EQUAL -> Double.isNaN(threshold);
      };
    }
  }
}
