/**
 * How long a rollout takes and how it is watched.
 *
 * <p>Only the modules of this project see it; it may change at any time.
 */
@NullMarked
package io.productionguardian.rollout;

import org.jspecify.annotations.NullMarked;
