package io.productionguardian.dossier;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.productionguardian.document.Node;
import io.productionguardian.shell.ExitStatusAnalysis;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * What a file of the repository deploys.
 *
 * @since 0.1.0
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public interface Deployed extends Evidence {

  /**
   * An alerting rule that Prometheus evaluates.
   *
   * @param node where it is defined
   * @param name the alert's name
   * @param expression PromQL as written
   * @param hold how long the expression must hold ({@code for}), as written
   * @param labels its labels
   * @param annotations its annotations
   * @since 0.1.0
   */
  public record AlertRule(
      Node node,
      String name,
      Sourced<String> expression,
      Optional<Sourced<String>> hold,
      Map<String, Sourced<String>> labels,
      Map<String, Sourced<String>> annotations)
      implements Deployed {

    /** Keeps copies. */
    public AlertRule {
      labels = ImmutableMap.copyOf(labels);
      annotations = ImmutableMap.copyOf(annotations);
    }
  }

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
      Optional<Sourced<String>> image,
      Map<HealthCheck.Role, Sourced<HealthCheck>> checks,
      Map<String, Sourced<String>> environment,
      Map<String, Sourced<String>> requests,
      Map<String, Sourced<String>> limits,
      List<Sourced<String>> networks,
      List<Sourced<String>> ports,
      Optional<Sourced<Integer>> replicas)
      implements Deployed {

    /** Keeps copies. */
    public Container {
      checks = ImmutableMap.copyOf(checks);
      environment = ImmutableMap.copyOf(environment);
      requests = ImmutableMap.copyOf(requests);
      limits = ImmutableMap.copyOf(limits);
      networks = ImmutableList.copyOf(networks);
      ports = ImmutableList.copyOf(ports);
    }

    /** What starts containers. */
    public enum Platform {
      /** Docker Compose. */
      COMPOSE,
      /** A Kubernetes workload. */
      KUBERNETES
    }

    /** The check of that role. */
    public Optional<Sourced<HealthCheck>> check(HealthCheck.Role role) {
      return Optional.ofNullable(checks.get(role));
    }
  }

  /**
   * A container that runs to its end: one that prepares a pod, or a job's.
   *
   * @param node the container
   * @param workload the name of the workload or the job
   * @param image the image reference as written
   * @since 0.1.0
   */
  public record OneOff(Node node, String workload, Sourced<String> image) implements Deployed {}

  /**
   * How a workload is run that endangers its node or its users.
   *
   * @param node where it says so
   * @param workload the workload's name; for compose the service's
   * @param kind what it is
   * @since 0.1.0
   */
  public record Hazard(Node node, String workload, Kind kind) implements Deployed {

    /** What may endanger them. */
    public enum Kind {
      PRIVILEGED("runs privileged, with all rights on its node"),
      HOST_NETWORK("is on the network of its node"),
      HOST_PROCESSES("sees the processes of its node"),
      DOCKER_SOCKET("has docker.sock, and with it all rights on its node"),
      ROOT("runs as root"),
      RECREATE("has the strategy Recreate: it is stopped before the new version starts");

      private final String words;

      Kind(String words) {
        this.words = words;
      }

      /** What the workload does, for instance {@code runs as root}. */
      public String words() {
        return words;
      }
    }
  }

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
      Optional<Sourced<Integer>> minReplicas,
      Optional<Sourced<Integer>> maxReplicas)
      implements Deployed {}

  /**
   * A job by which Prometheus collects metrics.
   *
   * @param node where it is defined
   * @param name the job's name
   * @param metricsPath where the metrics are, {@code /metrics} unless it is stated
   * @param targets {@code host:port} as written; none when they are discovered
   * @since 0.1.0
   */
  public record ScrapeJob(Node node, String name, String metricsPath, List<Sourced<String>> targets)
      implements Deployed {

    /** Keeps copies. */
    public ScrapeJob {
      targets = ImmutableList.copyOf(targets);
    }
  }

  /**
   * How a container's health is checked.
   *
   * @param form by what means
   * @param words the path of an HTTP check, the command and its arguments, one text that a shell
   *     reads, a port, or nothing when the check is switched off
   * @since 0.1.0
   */
  public record HealthCheck(Form form, List<String> words) {

    /** Keeps copies. */
    public HealthCheck {
      words = ImmutableList.copyOf(words);
    }

    /** What a check is for. */
    public enum Role {
      /** One check for everything, as compose has it. */
      HEALTH,
      /** Whether requests may be sent. */
      READINESS,
      /** Whether it must be restarted. */
      LIVENESS,
      /** Whether it has started. */
      STARTUP
    }

    /** By what means it is checked. */
    public enum Form {
      HTTP,
      /** A command with its arguments. */
      COMMAND,
      /** One text that a shell reads. */
      SHELL,
      TCP,
      GRPC,
      /** Switched off. */
      NONE
    }

    /** Whether it says that all is well whatever the service does. */
    public boolean cannotFail() {
      return switch (form) {
        // what stands behind the text are its parameters
        case SHELL -> ExitStatusAnalysis.alwaysGood(words.isEmpty() ? "" : words.get(0));
        case COMMAND -> ExitStatusAnalysis.alwaysGood(words);
        default -> false;
      };
    }

    /** The check in one line. */
    public String text() {
      return words.isEmpty() ? form.name().toLowerCase(Locale.ROOT) : String.join(" ", words);
    }
  }

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
      Optional<Sourced<String>> minAvailable,
      Optional<Sourced<String>> maxUnavailable)
      implements Deployed {}
}
