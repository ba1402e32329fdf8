package io.productionguardian.engine;

import io.productionguardian.policy.Waiver;
import io.productionguardian.rule.Finding;

/**
 * A finding that is let stand.
 *
 * @param finding what was found
 * @param waiver why it may stand, and until when
 * @since 0.1.0
 */
public record Waived(Finding finding, Waiver waiver) {}
