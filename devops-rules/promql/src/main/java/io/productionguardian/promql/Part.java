package io.productionguardian.promql;

import java.util.Optional;

/**
 * A part of an expression, with what the parser must know of it.
 *
 * @param start the offset of its first character
 * @param expr what it means
 * @param form what may follow it
 * @param shifted whether it has its {@code offset}
 * @param pinned whether it has its {@code @}
 * @param known what is known of its samples
 * @param comparison the comparison that it is
 */
record Part(
    int start,
    Expr expr,
    Form form,
    boolean shifted,
    boolean pinned,
    Known known,
    Optional<Comparison> comparison) {

  /** What may follow: only a selector can have a range, and only these an offset. */
  enum Form {
    SELECTOR,
    RANGE,
    SUBQUERY,
    OTHER
  }

  static Part of(int start, Expr expr, Known known) {
    return new Part(start, expr, Form.OTHER, false, false, known, Optional.empty());
  }

  static Part of(int start, Expr expr, Form form) {
    return new Part(start, expr, form, false, false, Known.NOTHING, Optional.empty());
  }

  static Part number(int start, double value) {
    return of(start, new Expr.Literal(value), Known.constant(value));
  }

  Part shift(Expr earlier) {
    return new Part(start, earlier, form, true, pinned, known, comparison);
  }

  Part pin(Expr there) {
    return new Part(start, there, form, shifted, true, known, comparison);
  }

  Part inParentheses(int opened) {
    return new Part(opened, expr, Form.OTHER, false, false, known, comparison);
  }

  Part comparing(Optional<Comparison> how) {
    return new Part(start, expr, form, shifted, pinned, known, how);
  }

  Type type() {
    return expr.type();
  }

  boolean isVector() {
    return type() == Type.VECTOR;
  }

  boolean isScalar() {
    return type() == Type.SCALAR;
  }

  /** Whether it is a scalar that depends on nothing. */
  boolean isConstant() {
    return isScalar() && known.value().isPresent();
  }
}
