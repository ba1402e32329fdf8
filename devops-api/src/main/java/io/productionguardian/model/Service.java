package io.productionguardian.model;

import java.util.Optional;

/**
 * What is deployed.
 *
 * @param name a DNS label (RFC 1123), the name of every object that is made for it
 * @param image the container image with its tag or digest
 * @param port the TCP port that it serves on, 1 to 65535
 * @param metricsPort the TCP port of {@code /metrics} when it is another one
 * @param namespace a DNS label, the Kubernetes namespace without the stage
 * @param owner who answers for it
 * @param repository where its source is kept
 * @since 0.1.0
 */
public record Service(
    String name,
    Optional<String> image,
    int port,
    Optional<Integer> metricsPort,
    String namespace,
    Optional<String> owner,
    Optional<String> repository) {}
