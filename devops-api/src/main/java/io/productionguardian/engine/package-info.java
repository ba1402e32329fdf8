/**
 * The gate: runs the rules over a dossier and decides. It knows neither a concrete rule nor a
 * concrete renderer, and its answer depends on the files' bytes, the policy and one instant alone.
 */
@NullMarked
package io.productionguardian.engine;

import org.jspecify.annotations.NullMarked;
