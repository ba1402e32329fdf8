/** PromQL, parsed as promtool parses it, so that nobody has to guess what a condition means. */
@NullMarked
package io.productionguardian.promql;

import org.jspecify.annotations.NullMarked;
