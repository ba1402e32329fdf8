package io.productionguardian.rule;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;

/**
 * A value of a rule that a policy may set.
 *
 * @param name snake_case
 * @param standard the value when the policy sets none: a number, a text or a truth value
 * @param description what it does, with its unit and range
 * @param choices the texts that it may be; any when there are none
 * @since 0.1.0
 */
public record Param(
    String name, Object standard, String description, ImmutableList<String> choices) {

  /** A number. */
  public static Param number(String name, long standard, String description) {
    return new Param(name, BigDecimal.valueOf(standard), description, ImmutableList.of());
  }

  /** A text. */
  public static Param text(String name, String standard, String description) {
    return new Param(name, standard, description, ImmutableList.of());
  }

  /** One of several words. */
  public static Param choice(String name, String standard, String description, String... choices) {
    return new Param(name, standard, description, ImmutableList.copyOf(choices));
  }

  /** A truth value. */
  public static Param flag(String name, boolean standard, String description) {
    return new Param(name, standard, description, ImmutableList.of());
  }
}
