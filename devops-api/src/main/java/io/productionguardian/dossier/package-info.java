/**
 * What the files say: every fact that a rule or a renderer needs, typed, and with the place where
 * it was read. The agents' dialects end here; nothing above this package knows that there are two.
 */
@NullMarked
package io.productionguardian.dossier;

import org.jspecify.annotations.NullMarked;
