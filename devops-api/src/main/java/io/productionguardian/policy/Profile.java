package io.productionguardian.policy;

import java.util.Locale;

/**
 * How much a policy's findings weigh.
 *
 * @since 0.1.0
 */
public enum Profile {
  /** As shipped, which is the role's specification: a blocking finding vetoes. */
  STRICT,
  /** Reports and never vetoes: what would block is a warning. */
  ADVISORY;

  /** The name as a policy states it. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
