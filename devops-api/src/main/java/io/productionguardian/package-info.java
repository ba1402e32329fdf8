/**
 * The public face: build a {@link io.productionguardian.Guardian}, give it a snapshot of an epic
 * folder, and commit what it renders. Everything else can be left alone until it is needed.
 */
@NullMarked
package io.productionguardian;

import org.jspecify.annotations.NullMarked;
