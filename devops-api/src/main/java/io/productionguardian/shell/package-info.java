/**
 * What a command may end with.
 *
 * <p>Only the modules of this project see it; it may change at any time.
 */
@NullMarked
package io.productionguardian.shell;

import org.jspecify.annotations.NullMarked;
