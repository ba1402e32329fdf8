/**
 * Evaluates PromQL as far as unit tests of alerts need it: over made-up series, until an alert
 * fires with some and does not with others.
 */
@NullMarked
package io.productionguardian.promql.eval;

import org.jspecify.annotations.NullMarked;
