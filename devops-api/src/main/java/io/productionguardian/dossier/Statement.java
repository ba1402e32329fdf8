package io.productionguardian.dossier;

import io.productionguardian.document.Place;
import java.util.Optional;

/**
 * What quality says for or against the release.
 *
 * @param place where
 * @param favourable for it
 * @param verdict whether it is the verdict itself and not one of its reasons
 * @param words what is said, one line
 * @param favourableExample what would stand there were it for the release, JSON; empty when nothing
 *     would
 * @since 0.1.0
 */
public record Statement(
    Place place,
    boolean favourable,
    boolean verdict,
    String words,
    Optional<String> favourableExample) {}
