package io.productionguardian.rule;

import java.math.BigDecimal;

/**
 * A value of a rule that a policy may set.
 *
 * @param name snake_case
 * @param standard the value when the policy sets none: a number, a text or a truth value
 * @param description what it does, with its unit and range
 * @since 0.1.0
 */
public record Param(String name, Object standard, String description) {

  /** A number. */
  public static Param number(String name, long standard, String description) {
    return new Param(name, BigDecimal.valueOf(standard), description);
  }

  /** A text. */
  public static Param text(String name, String standard, String description) {
    return new Param(name, standard, description);
  }

  /** A truth value. */
  public static Param flag(String name, boolean standard, String description) {
    return new Param(name, standard, description);
  }
}
