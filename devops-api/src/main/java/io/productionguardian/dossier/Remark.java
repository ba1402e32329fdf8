package io.productionguardian.dossier;

import io.productionguardian.document.Place;

/**
 * Something about a place that was noticed while reading.
 *
 * @param place where
 * @param message what, one line
 * @since 0.1.0
 */
public record Remark(Place place, String message) {}
