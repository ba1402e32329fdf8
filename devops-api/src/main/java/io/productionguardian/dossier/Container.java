package io.productionguardian.dossier;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.productionguardian.document.Node;
import java.util.Optional;

/**
 * A container as a deploy file starts it.
 *
 * @param node the compose service or the container of a Kubernetes workload
 * @param platform what starts it
 * @param name the compose service's or the container's name
 * @param workload the Kubernetes workload's name; for compose the service's
 * @param built whether it is built from the repository's own source
 * @param image the image reference as written
 * @param checks how its health is checked
 * @param environment its variables; one without a stated value is not among them
 * @param requests what is reserved for it, by resource ({@code cpu}, {@code memory})
 * @param limits what it may use at most, by resource
 * @param networks the networks it is on, by their real names
 * @param ports what it listens on, as written
 * @param replicas how many there are of it
 * @since 0.1.0
 */
public record Container(
    Node node,
    Platform platform,
    String name,
    String workload,
    boolean built,
    Optional<Fact<String>> image,
    ImmutableMap<Check.Role, Fact<Check>> checks,
    ImmutableMap<String, Fact<String>> environment,
    ImmutableMap<String, Fact<String>> requests,
    ImmutableMap<String, Fact<String>> limits,
    ImmutableList<Fact<String>> networks,
    ImmutableList<Fact<String>> ports,
    Optional<Fact<Integer>> replicas)
    implements Evidence {

  /** What starts containers. */
  public enum Platform {
    /** Docker Compose. */
    COMPOSE,
    /** A Kubernetes workload. */
    KUBERNETES
  }

  /** The check of that role. */
  public Optional<Fact<Check>> check(Check.Role role) {
    return Optional.ofNullable(checks.get(role));
  }
}
