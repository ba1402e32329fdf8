package io.productionguardian.model;

import java.math.BigDecimal;
import java.util.Optional;
import org.apiguardian.api.API;

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
@API(status = API.Status.STABLE, since = "0.1.0")
public record Service(
    String name,
    Optional<String> image,
    int port,
    Optional<Integer> metricsPort,
    String namespace,
    Optional<String> owner,
    Optional<String> repository) {

  /**
   * Between which bounds the number of replicas moves.
   *
   * @param minReplicas 1 or more
   * @param maxReplicas at least {@code minReplicas}
   * @param targetCpu mean CPU use that is aimed at, percent of the request, 1 to 100
   * @since 0.1.0
   */
  public record Scaling(int minReplicas, int maxReplicas, int targetCpu) {}

  /**
   * A health check over HTTP, readiness or liveness.
   *
   * @param endpoint an absolute path such as {@code /health}
   * @param intervalSeconds time between two probes, seconds, above 0
   * @param timeoutSeconds how long an answer may take, seconds, above 0
   * @param successThreshold answers in a row that make it healthy, 1 or more
   * @param failureThreshold failures in a row that make it unhealthy, 1 or more
   * @since 0.1.0
   */
  public record Probe(
      String endpoint,
      BigDecimal intervalSeconds,
      BigDecimal timeoutSeconds,
      int successThreshold,
      int failureThreshold) {}

  /**
   * What one replica may use, and how many there are.
   *
   * @param cpu a Kubernetes quantity of cores such as {@code 100m}
   * @param memory a Kubernetes quantity of bytes such as {@code 128Mi}
   * @param replicas 1 or more
   * @since 0.1.0
   */
  public record Resources(String cpu, String memory, int replicas) {}
}
