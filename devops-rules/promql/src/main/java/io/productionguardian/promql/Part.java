package io.productionguardian.rules.standard.promql;

import java.util.Optional;

/**
 * What a part of an expression is found to be. No tree is kept: so none, however long a chain of
 * operators is, must be climbed.
 *
 * @param start the offset of its first character
 * @param type what it gives
 * @param form what may follow it
 * @param shifted whether it has its {@code offset}
 * @param pinned whether it has its {@code @}
 * @param known what is known of its samples
 * @param comparison the comparison that it is
 */
record Expr(
    int start,
    Type type,
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

  static Expr of(int start, Type type, Known known) {
    return new Expr(start, type, Form.OTHER, false, false, known, Optional.empty());
  }

  static Expr of(int start, Type type, Form form) {
    return new Expr(start, type, form, false, false, Known.NOTHING, Optional.empty());
  }

  Expr shift() {
    return new Expr(start, type, form, true, pinned, known, comparison);
  }

  Expr pin() {
    return new Expr(start, type, form, shifted, true, known, comparison);
  }

  Expr inParentheses(int opened) {
    return new Expr(opened, type, Form.OTHER, false, false, known, comparison);
  }

  Expr comparing(Comparison how) {
    return new Expr(start, type, form, shifted, pinned, known, Optional.of(how));
  }

  boolean isVector() {
    return type == Type.VECTOR;
  }

  boolean isScalar() {
    return type == Type.SCALAR;
  }

  /** Whether it is a scalar that depends on nothing. */
  boolean isConstant() {
    return isScalar() && known.value().isPresent();
  }
}
