/**
 * The impure ends: reads an epic folder into a snapshot, and writes a release into it or elsewhere
 * for a look, all of its files or none. Nothing here knows what the files mean.
 */
@NullMarked
package io.productionguardian.release;

import org.jspecify.annotations.NullMarked;
