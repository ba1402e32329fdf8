/** Whether what a service deploys with and what tools report bears out what agents say. */
@NullMarked
package io.productionguardian.rules.standard.evidence;

import org.jspecify.annotations.NullMarked;
