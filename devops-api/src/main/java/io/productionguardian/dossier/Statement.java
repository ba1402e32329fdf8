package io.productionguardian.dossier;

import io.productionguardian.document.Place;

/**
 * What quality says for or against the release.
 *
 * @param place where
 * @param favourable for it
 * @param verdict whether it is the verdict itself and not one of its reasons
 * @param words what is said, one line
 * @since 0.1.0
 */
public record Statement(Place place, boolean favourable, boolean verdict, String words) {}
