package io.productionguardian.model;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * How a service is watched: what it exports, what shows it, what tells of a fault, and what it
 * promises.
 *
 * @since 0.1.0
 */
@API(status = API.Status.STABLE, since = "0.1.0")
public interface Monitoring {

  /**
   * A metric that the service exports.
   *
   * @param name its name in Prometheus
   * @param type {@code counter}, {@code gauge}, {@code histogram} or {@code summary}
   * @param unit what it is measured in
   * @param alertThreshold from when on it is a fault, in words
   * @since 0.1.0
   */
  public record Metric(String name, String type, Optional<String> unit, String alertThreshold) {}

  /**
   * A dashboard and its panels.
   *
   * @since 0.1.0
   */
  public record Dashboard(String name, List<String> panels) {

    /** Keeps copies. */
    public Dashboard {
      panels = ImmutableList.copyOf(panels);
    }
  }

  /**
   * A service level objective.
   *
   * @param objective share of good events, percent, above 0 and below 100
   * @param periodDays over how many days it is judged, 1 or more
   * @since 0.1.0
   */
  public record Slo(BigDecimal objective, int periodDays) {}

  /**
   * An alert.
   *
   * @param name its name in Prometheus and in the runbook
   * @param condition when it fires, PromQL or words
   * @param severity {@code critical}, {@code warning} or a word of the team's own
   * @param action what is done when it fires, for instance {@code page_on_call}
   * @param holdSeconds how long the condition must hold before it fires, seconds, 0 or more; at
   *     once when nothing is stated
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
}
