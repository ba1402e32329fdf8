package io.productionguardian.engine;

import java.util.Locale;

/**
 * Whether a release may go to production.
 *
 * @since 0.1.0
 */
public enum Decision {
  /** It may: no blocking finding stands. */
  APPROVE,
  /** It may not. */
  VETO;

  /** The name as files state it. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
