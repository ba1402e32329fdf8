/** Credentials in clear text, whatever kind of file they stand in. */
@NullMarked
package io.productionguardian.rules.standard.secrets;

import org.jspecify.annotations.NullMarked;
