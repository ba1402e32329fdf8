/** Whether what a service deploys with and what tools report supports what agents say. */
@NullMarked
package io.productionguardian.rules.standard.evidence;

import org.jspecify.annotations.NullMarked;
