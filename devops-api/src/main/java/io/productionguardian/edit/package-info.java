/**
 * Edits of JSON and YAML that keep all other bytes.
 *
 * <p>Only the modules of this project see it; it may change at any time.
 */
@NullMarked
package io.productionguardian.edit;

import org.jspecify.annotations.NullMarked;
