package io.productionguardian.model;

import java.util.Optional;

/**
 * The deployment strategy that is carried out.
 *
 * @param type one of the three
 * @param reason why this one, in words
 * @param stated what a file asked for when it was none of the three and had to be mapped
 * @since 0.1.0
 */
public record Strategy(StrategyType type, String reason, Optional<String> stated) {}
