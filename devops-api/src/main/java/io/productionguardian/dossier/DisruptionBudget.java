package io.productionguardian.dossier;

import io.productionguardian.document.Node;
import java.util.Optional;

/**
 * How many pods may be taken away at once (PodDisruptionBudget).
 *
 * @param node where it is defined
 * @param name its name
 * @param minAvailable how many must stay, a number or a percentage as written
 * @param maxUnavailable how many may go, a number or a percentage as written
 * @since 0.1.0
 */
public record DisruptionBudget(
    Node node,
    String name,
    Optional<Fact<String>> minAvailable,
    Optional<Fact<String>> maxUnavailable)
    implements Evidence {}
