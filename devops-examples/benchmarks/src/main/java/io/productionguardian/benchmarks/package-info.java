/**
 * Measures how long each step of a decision takes, beside other rule engines. Nothing depends on
 * it, so all of it may be changed.
 */
@NullMarked
package io.productionguardian.benchmarks;

import org.jspecify.annotations.NullMarked;

