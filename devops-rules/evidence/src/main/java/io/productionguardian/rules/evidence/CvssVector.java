package io.productionguardian.rules.evidence;

import com.google.common.collect.ImmutableMap;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The base score of a CVSS v3.0 or v3.1 vector (specification of v3.1, section 7.1). Vectors of
 * other versions have none here: v2 has other bands, and v4 has no formula.
 */
final class CvssVector {

  private static final ImmutableMap<String, Double> WEIGHTS =
      ImmutableMap.<String, Double>builder()
          .put("AV:N", 0.85)
          .put("AV:A", 0.62)
          .put("AV:L", 0.55)
          .put("AV:P", 0.2)
          .put("AC:L", 0.77)
          .put("AC:H", 0.44)
          .put("UI:N", 0.85)
          .put("UI:R", 0.62)
          .put("PR:N", 0.85)
          .put("PR:L", 0.62)
          .put("PR:H", 0.27)
          .put("C:H", 0.56)
          .put("C:L", 0.22)
          .put("C:N", 0.0)
          .put("I:H", 0.56)
          .put("I:L", 0.22)
          .put("I:N", 0.0)
          .put("A:H", 0.56)
          .put("A:L", 0.22)
          .put("A:N", 0.0)
          .buildOrThrow();

  /** What privileges weigh when the scope changes. */
  private static final ImmutableMap<String, Double> CHANGED =
      ImmutableMap.of("PR:N", 0.85, "PR:L", 0.68, "PR:H", 0.5);

  private final Map<String, String> metrics;
  private final boolean changed;

  private CvssVector(Map<String, String> metrics) {
    this.metrics = metrics;
    this.changed = "C".equals(metrics.get("S"));
  }

  /** The base score of a whole vector; temporal and environmental metrics do not change it. */
  static Optional<BigDecimal> score(String vector) {
    if (!vector.matches("CVSS:3\\.[01](/[A-Z]{1,3}:[A-Z])+")) {
      return Optional.empty();
    }
    Map<String, String> metrics = new HashMap<>();
    for (String metric : vector.substring("CVSS:3.x/".length()).split("/", -1)) {
      int colon = metric.indexOf(':');
      if (metrics.put(metric.substring(0, colon), metric.substring(colon + 1)) != null) {
        return Optional.empty(); // a metric must not stand twice
      }
    }
    CvssVector read = new CvssVector(metrics);
    return read.isWhole() ? Optional.of(read.base()) : Optional.empty();
  }

  private boolean isWhole() {
    return (changed || "U".equals(metrics.get("S")))
        && Stream.of("AV", "AC", "PR", "UI", "C", "I", "A")
            .allMatch(metric -> WEIGHTS.containsKey(metric + ":" + metrics.get(metric)));
  }

  private BigDecimal base() {
    double missed = 1 - (1 - weight("C")) * (1 - weight("I")) * (1 - weight("A"));
    double impact =
        changed ? 7.52 * (missed - 0.029) - 3.25 * Math.pow(missed - 0.02, 15) : 6.42 * missed;
    if (impact <= 0) {
      return BigDecimal.ZERO.setScale(1);
    }
    double exploitability = 8.22 * weight("AV") * weight("AC") * weight("PR") * weight("UI");
    double sum = impact + exploitability;
    return roundUp(Math.min(changed ? 1.08 * sum : sum, 10));
  }

  private double weight(String metric) {
    String key = metric + ":" + metrics.get(metric);
    Double weight = changed && CHANGED.containsKey(key) ? CHANGED.get(key) : WEIGHTS.get(key);
    return weight == null ? 0 : weight;
  }

  /** To the next tenth, but not because of the last digits of a double (appendix A of v3.1). */
  private static BigDecimal roundUp(double score) {
    return BigDecimal.valueOf(Math.round(score * 100_000), 5).setScale(1, RoundingMode.CEILING);
  }
}
