package io.productionguardian.model;

/**
 * Between which bounds the number of replicas moves.
 *
 * @param minReplicas 1 or more
 * @param maxReplicas at least {@code minReplicas}
 * @param targetCpu mean CPU use that is aimed at, percent of the request, 1 to 100
 * @since 0.1.0
 */
public record Scaling(int minReplicas, int maxReplicas, int targetCpu) {}
