package io.productionguardian.schema;

import io.productionguardian.document.Place;

/**
 * A value that a schema does not allow.
 *
 * @param place the value
 * @param message what the schema wants, one line in English
 * @since 0.1.0
 */
public record SchemaViolation(Place place, String message) {}
