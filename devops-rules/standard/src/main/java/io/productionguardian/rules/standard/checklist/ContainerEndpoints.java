package io.productionguardian.rules.standard.checklist;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import io.productionguardian.dossier.Deployed.Container;
import io.productionguardian.dossier.Dossier;
import io.productionguardian.dossier.Sourced;
import io.productionguardian.model.Severity;
import io.productionguardian.policy.Catalog;
import io.productionguardian.policy.Catalog.SharedService;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Violation;
import io.productionguardian.text.OneLine;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Containers reach shared services by their names on the network. */
public final class ContainerEndpoints implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of("container-endpoints", Severity.BLOCK, RuleInfo.Concern.CHECKLIST)
          .summary("Containers reach shared services by their names on the network.")
          .impact("Within a container 127.0.0.1 is the container itself, where nothing listens")
          .requirement(
              "Variables name shared services by container name and port, such as "
                  + "shared-postgres:5432 or shared-kafka:9092")
          .suggestion("Write the service's container name and port in the place of the host's")
          .action("use_container_endpoints")
          .example(
              "KAFKA_BOOTSTRAP_SERVERS: 127.0.0.1:29092",
              "KAFKA_BOOTSTRAP_SERVERS: shared-kafka:9092")
          .build();

  private static final String LOOPBACK =
      "127\\.0\\.0\\.1|localhost|host\\.docker\\.internal|\\[::1]";
  private static final Pattern LOCAL = Pattern.compile("(?i)" + LOOPBACK);
  private static final Pattern HOST = Pattern.compile("_(HOST|HOSTNAME|SERVER|ADDR|ADDRESS)$");
  private static final Pattern WORD_END = Pattern.compile("[^A-Za-z0-9]+");

  /** Of variables that say where the service itself listens. */
  private static final ImmutableSet<String> OF_LISTENING =
      ImmutableSet.of("bind", "listen", "listener", "listeners", "interface");

  /** Of variables with addresses that a browser or a person uses, outside of any container. */
  private static final ImmutableSet<String> OF_OUTSIDE =
      ImmutableSet.of(
          "allowed",
          "callback",
          "cors",
          "csrf",
          "external",
          "frontend",
          "origin",
          "origins",
          "public",
          "redirect",
          "site",
          "trusted");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Dossier dossier, Settings settings) {
    return Variables.of(dossier)
        .flatMap(
            variables ->
                variables.values().entrySet().stream()
                    .flatMap(
                        entry ->
                            violation(
                                dossier,
                                settings.catalog(),
                                variables,
                                entry.getKey(),
                                entry.getValue())
                                .stream()))
        .toList();
  }

  /** What of a value leads through the host, and what belongs there. */
  private record Detour(SharedService service, String from, String to) {}

  private static Optional<Violation> violation(
      Dossier dossier, Catalog catalog, Variables variables, String name, Sourced<String> fact) {
    List<Detour> detours = detours(dossier, catalog, variables, name, fact.value().strip());
    if (detours.isEmpty()) {
      return Optional.empty();
    }
    Detour first = detours.get(0);
    Violation violation =
        Violation.at(
            fact.place(),
            OneLine.of(name, 80)
                + " leads to "
                + first.service().name()
                + " through the host; within a container it is "
                + first.service().endpoint());
    String fixed = fact.value();
    for (Detour detour : detours) {
      fixed = fixed.replace(detour.from(), detour.to());
    }
    return Variables.replace(dossier, catalog, name, fact, fact.value(), fixed)
        .map(violation::remedy)
        .or(() -> Optional.of(violation));
  }

  private static List<Detour> detours(
      Dossier dossier, Catalog catalog, Variables variables, String name, String value) {
    if (!mayBeDetour(catalog, value)) {
      return List.of();
    }
    Set<String> words = words(name);
    if (OF_LISTENING.stream().anyMatch(words::contains)
        || OF_OUTSIDE.stream().anyMatch(words::contains)) {
      return List.of();
    }
    Set<String> own = ownPorts(dossier, catalog, variables);
    Set<String> beside = Sets.union(portsBeside(dossier, variables), published(dossier, variables));
    return catalog.services().stream()
        .filter(service -> service.hostEndpoint().isPresent())
        .flatMap(
            service -> {
              boolean named = mentions(words, service);
              Set<String> ports = new LinkedHashSet<>(ports(service));
              ports.removeAll(named ? beside : Sets.union(own, beside));
              return Stream.of(
                      addresses(service, ports, value),
                      schemes(service, value),
                      hostAlone(service, ports, named, variables, name, value),
                      portAlone(service, variables, name, value))
                  .flatMap(found -> found);
            })
        .toList();
  }

  /** Whether it names a host or of a port on it, which is quick to see and seldom so. */
  private static boolean mayBeDetour(Catalog catalog, String value) {
    return isLocal(value)
        || value.contains("0.0.0.0")
        || catalog.services().stream().anyMatch(service -> value.contains(hostPort(service)));
  }

  /** {@code 127.0.0.1:5432}, and {@code shared-kafka:29092}, which is open on the host only. */
  private static Stream<Detour> addresses(SharedService service, Set<String> ports, String value) {
    Stream<String> local =
        ports.isEmpty() || !(isLocal(value) || value.contains("0.0.0.0"))
            ? Stream.of()
            : Pattern.compile(
                    "(?i)(?<![\\w.-])(?:%s|(?<=[/@])0\\.0\\.0\\.0):(?:%s)(?![0-9])"
                        .formatted(LOOPBACK, String.join("|", ports)))
                .matcher(value)
                .results()
                .map(MatchResult::group);
    Stream<String> shared =
        hostPort(service).equals(service.port()) || !value.contains(hostPort(service))
            ? Stream.of()
            : Pattern.compile(
                    "(?<![\\w.-])(?:%s):%s(?![0-9])"
                        .formatted(alternatives(service.hosts()), hostPort(service)))
                .matcher(value)
                .results()
                .map(MatchResult::group);
    return Stream.concat(local, shared)
        .distinct()
        .map(from -> new Detour(service, from, service.endpoint()));
  }

  /** Whether it names the host at all, which is much quicker to see than of which service. */
  private static boolean isLocal(String value) {
    return LOCAL.matcher(value).find();
  }

  /** {@code redis://localhost/0}, where the scheme says the port. */
  private static Stream<Detour> schemes(SharedService service, String value) {
    if (!isLocal(value)) {
      return Stream.of();
    }
    return Pattern.compile(
            "(?i)(?<![\\w.-])(?:%s)(?:\\+\\w+)?://(?:[^@/\\s]*@)?(%s)(?![\\w.:-])"
                .formatted(
                    alternatives(List.of(Ascii.toLowerCase(service.name())))
                        + "|"
                        + alternatives(service.hosts()),
                    LOOPBACK))
        .matcher(value)
        .results()
        .map(
            found ->
                new Detour(
                    service,
                    found.group(),
                    found.group().substring(0, found.start(1) - found.start())
                        + service.endpoint()));
  }

  /** {@code DB_HOST=localhost} beside {@code DB_PORT=5432}, or with the service in its name. */
  private static Stream<Detour> hostAlone(
      SharedService service,
      Set<String> ports,
      boolean named,
      Variables variables,
      String name,
      String value) {
    if (!HOST.matcher(name).find() || !LOCAL.matcher(value).matches()) {
      return Stream.of();
    }
    boolean leads =
        variables
            .value(HOST.matcher(name).replaceFirst("_PORT"))
            .map(ports::contains)
            .orElse(named);
    return leads ? Stream.of(new Detour(service, value, service.host())) : Stream.of();
  }

  /** {@code KAFKA_PORT=29092} beside a host that is Kafka, or that should be. */
  private static Stream<Detour> portAlone(
      SharedService service, Variables variables, String name, String value) {
    boolean leads =
        name.endsWith("_PORT")
            && value.equals(hostPort(service))
            && !value.equals(service.port())
            && hostBeside(variables, name)
                .filter(host -> LOCAL.matcher(host).matches() || service.hosts().contains(host))
                .isPresent();
    return leads ? Stream.of(new Detour(service, value, service.port())) : Stream.of();
  }

  private static Optional<String> hostBeside(Variables variables, String port) {
    String prefix = port.substring(0, port.length() - "PORT".length());
    return Stream.of("HOST", "HOSTNAME", "SERVER", "ADDR", "ADDRESS")
        .flatMap(word -> variables.value(prefix + word).stream())
        .findFirst();
  }

  private static String hostPort(SharedService service) {
    String endpoint = service.hostEndpoint().orElse(service.endpoint());
    return endpoint.substring(endpoint.lastIndexOf(':') + 1);
  }

  private static List<String> ports(SharedService service) {
    return List.of(hostPort(service), service.port());
  }

  /** Where the service listens itself. */
  private static Set<String> ownPorts(Dossier dossier, Catalog catalog, Variables variables) {
    Stream<String> stated =
        dossier.service().map(Sourced::value).stream()
            .flatMap(
                service ->
                    Stream.concat(Stream.of(service.port()), service.metricsPort().stream())
                        .map(String::valueOf));
    Stream<String> opened = variables.container().stream().flatMap(ContainerEndpoints::opened);
    Stream<String> set =
        variables.values().entrySet().stream()
            .filter(entry -> isOwnPort(entry.getKey(), catalog, variables))
            .map(entry -> entry.getValue().value().strip());
    return Stream.of(stated, opened, set).flatMap(ports -> ports).collect(Collectors.toSet());
  }

  private static boolean isOwnPort(String name, Catalog catalog, Variables variables) {
    return name.equals("PORT")
        || (name.endsWith("_PORT")
            && hostBeside(variables, name).filter(host -> !host.equals("0.0.0.0")).isEmpty()
            && catalog.services().stream().noneMatch(service -> mentions(words(name), service)));
  }

  /** Where the neighbours in its pod listen, which for them all is one host. */
  private static Set<String> portsBeside(Dossier dossier, Variables variables) {
    return dossier.evidence(Container.class).stream()
        .filter(other -> variables.container().filter(own -> isBeside(own, other)).isPresent())
        .flatMap(ContainerEndpoints::opened)
        .collect(Collectors.toSet());
  }

  /** What the host has open of other services in the same compose file. */
  private static Set<String> published(Dossier dossier, Variables variables) {
    return dossier.evidence(Container.class).stream()
        .filter(other -> other.platform() == Container.Platform.COMPOSE)
        .filter(
            other ->
                variables
                    .container()
                    .filter(own -> !own.equals(other))
                    .filter(own -> own.node().file().equals(other.node().file()))
                    .isPresent())
        .flatMap(other -> other.ports().stream())
        .map(port -> port.value().split(":", -1))
        .filter(parts -> parts.length > 1)
        .map(parts -> parts[parts.length - 2])
        .collect(Collectors.toSet());
  }

  private static boolean isBeside(Container own, Container other) {
    return own.platform() == Container.Platform.KUBERNETES
        && !own.equals(other)
        && own.node().file().equals(other.node().file())
        && own.workload().equals(other.workload());
  }

  /** The ports within a container, whatever they are outside. */
  private static Stream<String> opened(Container container) {
    return container.ports().stream()
        .map(port -> port.value().replaceFirst("/\\w+$", "").replaceFirst("^.*:", ""));
  }

  /** Whether a variable's name names a service. */
  private static boolean mentions(Set<String> words, SharedService service) {
    return Stream.concat(Stream.of(service.name()), service.hosts().stream())
        .flatMap(name -> words(name).stream())
        .filter(word -> !word.equals("shared") && !word.equals("api"))
        .anyMatch(words::contains);
  }

  private static Set<String> words(String name) {
    return WORD_END.splitAsStream(name).map(Ascii::toLowerCase).collect(Collectors.toSet());
  }

  private static String alternatives(Collection<String> words) {
    return words.stream().map(Pattern::quote).collect(Collectors.joining("|"));
  }
}
