package io.productionguardian.model;

import java.util.Locale;

/**
 * How well a must-have is shown, from worst to best but for the last.
 *
 * @since 0.1.0
 */
public enum Grade {
  /** Nobody says so. */
  ABSENT,
  /** An agent says so. */
  CLAIMED,
  /** A file of the repository, a tool's report or a dated record shows it. */
  EVIDENCED,
  /** Something shows the opposite of what is claimed. */
  CONTRADICTED;

  /** The name as files state it, for instance {@code claimed}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
