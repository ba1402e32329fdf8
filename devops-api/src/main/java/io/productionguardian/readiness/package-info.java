/** How well each must-have is shown. */
@NullMarked
package io.productionguardian.readiness;

import org.jspecify.annotations.NullMarked;
