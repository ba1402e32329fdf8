package io.productionguardian.model;

import java.util.Locale;
import org.apiguardian.api.API;

/**
 * What a finding does to the decision.
 *
 * @since 0.1.0
 */
@API(status = API.Status.STABLE, since = "0.1.0")
public enum Severity {
  /** Vetoes the release. */
  BLOCK,
  /** Is reported and lets the release through. */
  WARN,
  /** Is said for the record. */
  INFO;

  /** The name as files state it, for instance {@code block}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
