/**
 * Sources of evidence, one class a format. Each knows its documents by their shape, gives facts
 * with their places, and stays silent on all others; users meet them as services only.
 */
@NullMarked
package io.productionguardian.rules.evidence;

import org.jspecify.annotations.NullMarked;
