/** Rules on whether what is stated makes sense. */
@NullMarked
package io.productionguardian.rules.standard.meaning;

import org.jspecify.annotations.NullMarked;
