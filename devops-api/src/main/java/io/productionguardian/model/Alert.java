package io.productionguardian.model;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * An alert.
 *
 * @param name its name in Prometheus and in the runbook
 * @param condition when it fires, PromQL or words
 * @param severity {@code critical}, {@code warning} or a word of the team's own
 * @param action what is done when it fires, for instance {@code page_on_call}
 * @param holdSeconds how long the condition must hold before it fires, seconds, 0 or more; at once
 *     when nothing is stated
 * @since 0.1.0
 */
public record Alert(
    String name,
    String condition,
    String severity,
    String action,
    Optional<BigDecimal> holdSeconds) {

  /** An alert that fires as soon as its condition holds. */
  public Alert(String name, String condition, String severity, String action) {
    this(name, condition, severity, action, Optional.empty());
  }
}
