/** Rules on whether what is stated makes sense. */
@NullMarked
package io.productionguardian.rules.standard.consistency;

import org.jspecify.annotations.NullMarked;
