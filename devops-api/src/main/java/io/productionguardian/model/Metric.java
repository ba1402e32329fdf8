package io.productionguardian.model;

import java.util.Optional;

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
