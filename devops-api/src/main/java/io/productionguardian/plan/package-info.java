/** What will be deployed. */
@NullMarked
package io.productionguardian.plan;

import org.jspecify.annotations.NullMarked;
