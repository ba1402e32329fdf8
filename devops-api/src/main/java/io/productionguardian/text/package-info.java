/**
 * What short texts mean: times, quantities, one line of a message.
 *
 * <p>Only the modules of this project see it; it may change at any time.
 */
@NullMarked
package io.productionguardian.text;

import org.jspecify.annotations.NullMarked;
