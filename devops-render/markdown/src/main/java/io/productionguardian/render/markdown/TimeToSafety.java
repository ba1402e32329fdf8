package io.productionguardian.render.markdown;

import com.google.common.collect.ImmutableList;
import io.productionguardian.model.Monitoring.Alert;
import io.productionguardian.model.Service.Probe;
import io.productionguardian.plan.DeploymentPlan;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long callers may suffer from a bad release at the worst: until it is detected and undone. */
record TimeToSafety(DeploymentPlan plan) {

  /** How often metrics are collected, and how often alerts are judged; seconds. */
  static final BigDecimal INTERVAL = BigDecimal.valueOf(DeploymentPlan.SCRAPE_SECONDS);

  /** More of them would make the picture unreadable. */
  private static final int MOST_ALERTS = 5;

  private static final Pattern URGENT = Pattern.compile("critical|page|emergency|fatal");
  private static final Pattern HOLD =
      Pattern.compile("(?i)\\bfor\\s+([0-9]{1,6})\\s*(ms|s|m|h)[a-z]*\\s*$");

  /**
   * A way in which a bad release is noticed.
   *
   * @param by what notices it
   * @param sum the arithmetic, in words
   * @param seconds what it comes to
   */
  record Detection(String by, String sum, BigDecimal seconds) {}

  /** The probes and the alerts that wake somebody, in the plan's order. */
  List<Detection> detections() {
    ImmutableList.Builder<Detection> detections = ImmutableList.builder();
    detections.add(probe("readiness probe", plan.readiness()));
    detections.add(probe("liveness probe", plan.liveness()));
    urgent().stream().limit(MOST_ALERTS).forEach(alert -> detections.add(alert(alert)));
    return detections.build();
  }

  /** How many alerts that wake somebody are not among the detections. */
  int leftOut() {
    return Math.max(0, urgent().size() - MOST_ALERTS);
  }

  /** From the fault until the previous version serves again. */
  BigDecimal safeAfter(Detection detection) {
    return detection.seconds().add(plan.rollbackSeconds());
  }

  private List<Alert> urgent() {
    return plan.alerts().stream()
        .filter(alert -> URGENT.matcher(alert.severity().toLowerCase(Locale.ROOT)).matches())
        .toList();
  }

  private static Detection probe(String name, Probe probe) {
    BigDecimal failures = BigDecimal.valueOf(probe.failureThreshold());
    return new Detection(
        name,
        "interval %s s × %s failures + timeout %s s"
            .formatted(
                plain(probe.intervalSeconds()),
                probe.failureThreshold(),
                plain(probe.timeoutSeconds())),
        probe.intervalSeconds().multiply(failures).add(probe.timeoutSeconds()));
  }

  private static Detection alert(Alert alert) {
    BigDecimal hold = alert.holdSeconds().orElseGet(() -> hold(alert.condition()));
    return new Detection(
        "alert " + alert.name(),
        "scrape %s s + evaluation %s s + for %s s"
            .formatted(plain(INTERVAL), plain(INTERVAL), plain(hold)),
        INTERVAL.add(INTERVAL).add(hold));
  }

  /** How long a condition must hold: what stands at its end as {@code for 5m}; else no time. */
  private static BigDecimal hold(String condition) {
    Matcher matcher = HOLD.matcher(condition);
    if (!matcher.find()) {
      return BigDecimal.ZERO;
    }
    BigDecimal number = new BigDecimal(matcher.group(1));
    return switch (matcher.group(2).toLowerCase(Locale.ROOT)) {
      case "ms" -> number.movePointLeft(3);
      case "m" -> number.multiply(BigDecimal.valueOf(60));
      case "h" -> number.multiply(BigDecimal.valueOf(3600));
      default -> number;
    };
  }

  static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }
}
