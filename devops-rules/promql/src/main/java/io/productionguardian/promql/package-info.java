/** PromQL, parsed so that rules judge what an alert's condition means and do not guess at it. */
@NullMarked
package io.productionguardian.rules.standard.promql;

import org.jspecify.annotations.NullMarked;
