/** Rules on the inputs: that they are there, can be read and belong together. */
@NullMarked
package io.productionguardian.rules.standard.input;

import org.jspecify.annotations.NullMarked;
