/** Snapshots of an epic and what makes one: a folder's files, an archive, memory. */
@NullMarked
package io.productionguardian.source;

import org.jspecify.annotations.NullMarked;
