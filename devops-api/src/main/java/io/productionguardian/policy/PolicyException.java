package io.productionguardian.policy;

import com.google.common.collect.ImmutableList;

/**
 * A policy file that cannot be used. The message has a line for each fault with its place.
 *
 * @since 0.1.0
 */
public final class PolicyException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** One line for each fault. */
  public PolicyException(Iterable<String> faults) {
    super(String.join("\n", ImmutableList.copyOf(faults)));
  }
}
