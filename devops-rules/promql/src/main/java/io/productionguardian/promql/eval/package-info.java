/**
 * Understands PromQL as far as unit tests of alerts need it: reads expressions, evaluates them over
 * made-up series, and finds the series with which an alert fires and with which it does not.
 */
@NullMarked
package io.productionguardian.render.yaml.promql;

import org.jspecify.annotations.NullMarked;
