package io.productionguardian.model;

import java.math.BigDecimal;

/**
 * A health check over HTTP, readiness or liveness.
 *
 * @param endpoint an absolute path such as {@code /health}
 * @param intervalSeconds time between two probes, seconds, above 0
 * @param timeoutSeconds how long an answer may take, seconds, above 0
 * @param successThreshold answers in a row that make it healthy, 1 or more
 * @param failureThreshold failures in a row that make it unhealthy, 1 or more
 * @since 0.1.0
 */
public record Probe(
    String endpoint,
    BigDecimal intervalSeconds,
    BigDecimal timeoutSeconds,
    int successThreshold,
    int failureThreshold) {}
