package io.productionguardian.dossier;

import io.productionguardian.document.Node;
import java.util.Optional;

/**
 * What changes the number of a workload's replicas (HorizontalPodAutoscaler).
 *
 * @param node where it is defined
 * @param workload the name of what it scales
 * @param minReplicas the least; Kubernetes takes 1 when it is not stated
 * @param maxReplicas the most
 * @since 0.1.0
 */
public record Autoscaler(
    Node node,
    String workload,
    Optional<Fact<Integer>> minReplicas,
    Optional<Fact<Integer>> maxReplicas)
    implements Evidence {}
