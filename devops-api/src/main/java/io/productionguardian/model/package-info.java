/**
 * Values that everything else is said in: epics, agents, timestamps, and the deployment's own
 * vocabulary. Nothing here depends on any other package, reads a file or knows a format.
 */
@NullMarked
package io.productionguardian.model;

import org.jspecify.annotations.NullMarked;
