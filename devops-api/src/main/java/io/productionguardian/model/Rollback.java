package io.productionguardian.model;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * How to go back.
 *
 * @param triggers what sets it off
 * @param procedure the steps in order
 * @param seconds how long it takes until the previous version serves again, seconds, above 0
 * @since 0.1.0
 */
public record Rollback(
    ImmutableList<String> triggers,
    ImmutableList<String> procedure,
    Optional<BigDecimal> seconds) {}
