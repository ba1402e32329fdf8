/** Rules on the agreement of those who must agree. */
@NullMarked
package io.productionguardian.rules.standard.approval;

import org.jspecify.annotations.NullMarked;
