/**
 * The published JSON Schemas (draft 2020-12) of what comes in and what goes out, and the one way to
 * hold a document against them. They are read from this library only, never from the network.
 */
@NullMarked
package io.productionguardian.schema;

import org.jspecify.annotations.NullMarked;
