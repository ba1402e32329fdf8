package io.productionguardian.model;

import java.math.BigDecimal;

/**
 * A service level objective.
 *
 * @param objective share of good events, percent, above 0 and below 100
 * @param periodDays over how many days it is judged, 1 or more
 * @since 0.1.0
 */
public record Slo(BigDecimal objective, int periodDays) {}
