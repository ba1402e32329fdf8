package io.productionguardian.policy;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.productionguardian.document.Document;
import io.productionguardian.document.Document.Limits;
import io.productionguardian.document.Node;
import io.productionguardian.document.SourceFile;
import io.productionguardian.schema.SchemaName;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * The infrastructure that all services share.
 *
 * @param appNetwork the network that every service must be on
 * @param networks all networks
 * @param services what services may use
 * @param llm the service of the language model
 * @param secretsFile where credentials come from
 * @param metricsPath where a service shows its metrics
 * @param scrapeConfig the Prometheus configuration that a service's job belongs in
 * @since 0.1.0
 */
@API(status = API.Status.STABLE, since = "0.1.0")
public record Catalog(
    String appNetwork,
    List<Network> networks,
    List<SharedService> services,
    Optional<Llm> llm,
    String secretsFile,
    String metricsPath,
    String scrapeConfig) {

  /** Keeps copies. */
  public Catalog {
    networks = ImmutableList.copyOf(networks);
    services = ImmutableList.copyOf(services);
  }

  private static final String SHIPPED = "infrastructure.yaml";
  private static final Supplier<Catalog> STANDARD = Suppliers.memoize(Catalog::shipped);

  /** A network by the name that containers join it under. */
  public record Network(String name, Optional<String> subnet, String purpose) {}

  /**
   * A service that others use.
   *
   * @param name its name for people
   * @param purpose what it is for
   * @param endpoint {@code host:port} on the networks
   * @param aliases other host names on the networks
   * @param hostEndpoint {@code host:port} from outside, which no container may use
   * @param networks the networks that it is on
   * @param secret the variable that holds its password
   */
  public record SharedService(
      String name,
      String purpose,
      String endpoint,
      List<String> aliases,
      Optional<String> hostEndpoint,
      List<String> networks,
      Optional<String> secret) {

    /** Keeps copies. */
    public SharedService {
      aliases = ImmutableList.copyOf(aliases);
      networks = ImmutableList.copyOf(networks);
    }

    /** The host name on the networks. */
    public String host() {
      return endpoint.substring(0, endpoint.lastIndexOf(':'));
    }

    /** The port on the networks. */
    public String port() {
      return endpoint.substring(endpoint.lastIndexOf(':') + 1);
    }

    /** All host names on the networks. */
    public Set<String> hosts() {
      return Stream.concat(Stream.of(host()), aliases.stream())
          .collect(ImmutableSet.toImmutableSet());
    }
  }

  /**
   * The service of the language model.
   *
   * @param host its host name
   * @param model the model that it has loaded
   * @param modelVariable the variable by which a service names the model
   * @param networks the networks that it must be on, all of them
   */
  public record Llm(String host, String model, String modelVariable, List<String> networks) {

    /** Keeps copies. */
    public Llm {
      networks = ImmutableList.copyOf(networks);
    }
  }

  /** The catalog that the role's specification lists. */
  public static Catalog standard() {
    return STANDARD.get();
  }

  private static Catalog shipped() {
    try (InputStream in = Catalog.class.getResourceAsStream(SHIPPED)) {
      if (in == null) {
        throw new IllegalStateException("the library's jar lacks " + SHIPPED);
      }
      return read(SHIPPED, in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a catalog of one's own.
   *
   * @param name the file's name for messages
   * @param bytes its content, YAML
   * @throws PolicyException if it is not what {@code infrastructure.schema.json} describes
   */
  public static Catalog read(String name, byte[] bytes) {
    Document document = SourceFile.of(name, bytes).read(Document.Format.YAML, Limits.STANDARD);
    PolicyException.refuse(document, SchemaName.INFRASTRUCTURE);
    return of(document.root().orElseThrow());
  }

  /** The catalog of a tree that the schema accepts. */
  static Catalog of(Node root) {
    return new Catalog(
        text(root, "app_network"),
        items(root, "networks")
            .map(
                node ->
                    new Network(
                        text(node, "name"),
                        node.get("subnet").flatMap(Node::text),
                        text(node, "purpose")))
            .collect(ImmutableList.toImmutableList()),
        items(root, "services").map(Catalog::service).collect(ImmutableList.toImmutableList()),
        root.get("llm")
            .map(
                node ->
                    new Llm(
                        text(node, "host"),
                        text(node, "model"),
                        text(node, "model_variable"),
                        texts(node, "networks"))),
        text(root, "secrets_file"),
        text(root, "metrics_path"),
        text(root, "scrape_config"));
  }

  private static SharedService service(Node node) {
    return new SharedService(
        text(node, "name"),
        text(node, "purpose"),
        text(node, "endpoint"),
        texts(node, "aliases"),
        node.get("host_endpoint").flatMap(Node::text),
        texts(node, "networks"),
        node.get("secret").flatMap(Node::text));
  }

  private static Stream<Node> items(Node in, String member) {
    return in.get(member).stream().flatMap(list -> list.items().stream());
  }

  private static String text(Node in, String member) {
    return in.get(member).flatMap(Node::text).orElse("");
  }

  private static List<String> texts(Node in, String member) {
    return in.get(member).map(Node::texts).map(ImmutableList::copyOf).orElse(ImmutableList.of());
  }
}
