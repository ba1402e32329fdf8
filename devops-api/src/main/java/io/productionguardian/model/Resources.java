package io.productionguardian.model;

/**
 * What one replica may use, and how many there are.
 *
 * @param cpu a Kubernetes quantity of cores such as {@code 100m}
 * @param memory a Kubernetes quantity of bytes such as {@code 128Mi}
 * @param replicas 1 or more
 * @since 0.1.0
 */
public record Resources(String cpu, String memory, int replicas) {}
