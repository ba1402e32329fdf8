/** The veto triggers and must-haves of the specification. */
@NullMarked
package io.productionguardian.rules.standard.readiness;

import org.jspecify.annotations.NullMarked;
