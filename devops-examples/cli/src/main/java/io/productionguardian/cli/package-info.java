/**
 * The command line. {@link io.productionguardian.cli.Main} runs the commands; they read options,
 * call the library and print pages, and whatever a page says is made harmless for terminals in
 * {@link io.productionguardian.cli.SafeText}.
 */
@NullMarked
package io.productionguardian.cli;

import org.jspecify.annotations.NullMarked;
