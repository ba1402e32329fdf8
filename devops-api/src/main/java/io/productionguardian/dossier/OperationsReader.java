package io.productionguardian.dossier;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.productionguardian.document.Document.Fault;
import io.productionguardian.document.Node;
import io.productionguardian.dossier.Dossier.Note;
import io.productionguardian.model.CommandLine;
import io.productionguardian.model.Monitoring.Alert;
import io.productionguardian.model.Monitoring.Dashboard;
import io.productionguardian.model.Monitoring.Metric;
import io.productionguardian.model.Monitoring.Slo;
import io.productionguardian.model.Placeholder;
import io.productionguardian.model.Rollback;
import io.productionguardian.model.Rollback.RollbackDrill;
import io.productionguardian.model.Runbook;
import io.productionguardian.model.Service;
import io.productionguardian.model.Service.Probe;
import io.productionguardian.model.Service.Resources;
import io.productionguardian.model.Service.Scaling;
import io.productionguardian.model.Stage;
import io.productionguardian.model.Strategy;
import io.productionguardian.schema.SchemaName;
import io.productionguardian.schema.Schemas;
import io.productionguardian.text.TextParsing;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the operational sections in both dialects. */
final class OperationsReader {

  private static final Pattern LABEL = Pattern.compile("[a-z0-9]([-a-z0-9]{0,50}[a-z0-9])?");
  private static final Pattern IMAGE =
      Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/:-]{0,250}(@sha256:[0-9a-f]{64})?");
  private static final Pattern PATH = Pattern.compile("/[A-Za-z0-9._~!&()*+,;=:@%/?-]{0,200}");
  private static final Pattern METRIC = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]{0,200}");
  private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,200}");
  private static final Pattern CPU =
      Pattern.compile("(?!0+(\\.0+)?m?$)[0-9]{1,9}(\\.[0-9]{1,9})?m?");
  private static final Pattern MEMORY =
      Pattern.compile("(?!0+(\\.0+)?[A-Za-z]*$)[0-9]{1,15}(\\.[0-9]{1,9})?([kMGT]|[KMGT]i)?");
  private static final ImmutableSet<String> METRIC_TYPES =
      ImmutableSet.of("counter", "gauge", "histogram", "summary");
  private static final BigDecimal LONGEST_HOLD = BigDecimal.valueOf(7 * 86_400L);
  private static final String KUBERNETES = "the default of Kubernetes probes";

  private final List<Node> sources;
  private final Optional<Node> drillFile;
  private final SectionReader read = new SectionReader();
  private final List<Note> contradictions = new ArrayList<>();

  private OperationsReader(List<Node> sources, Optional<Node> drillFile) {

    this.sources = sources;
    this.drillFile = drillFile;
  }

  /** Reads the sections of these documents; the first that has a section wins. */
  static Operations read(List<Node> sources, Optional<Node> drillFile) {
    return new OperationsReader(sources, drillFile).operations();
  }

  private Operations operations() {
    Optional<Sourced<Service>> service = fact(section("service"), this::service);
    Optional<Node> strategySection = section("deployment_strategy");
    List<Sourced<Stage>> stages = stages(strategySection);
    Optional<Node> infrastructure = section("infrastructure");
    Optional<Sourced<Resources>> resources =
        infrastructure.flatMap(node -> node.get("resources_required")).flatMap(this::resources);
    Optional<Node> monitoring = section("monitoring");
    List<Sourced<Metric>> metrics = all(monitoring, "metrics", this::metric);
    Optional<Node> checks = section("health_checks", "monitoring/health_checks");
    Optional<Node> rollbackSection = section("rollback", "rollback_plan", "rollback_strategy");
    Optional<Sourced<Rollback>> rollback = fact(rollbackSection, this::rollback);
    Optional<Node> tested = rollbackSection.flatMap(node -> node.get("tested"));
    return new Operations(
        service,
        strategySection
            .or(() -> rollbackSection)
            .map(
                node ->
                    new Sourced<>(
                        strategy(strategySection, stages, metrics, resources, rollback), node)),
        stages,
        strategySection
            .flatMap(node -> node.get("stages_skipped"))
            .map(this::textFacts)
            .orElse(ImmutableList.of()),
        resources,
        infrastructure
            .flatMap(node -> node.get("scaling"))
            .map(node -> new Sourced<>(scaling(node, resources), node)),
        metrics,
        all(monitoring, "dashboards", this::dashboard),
        all(monitoring, "alerts", this::alert),
        checks.flatMap(node -> probe(node, "readiness", "read")),
        checks.flatMap(node -> probe(node, "liveness", "live")),
        rollback,
        tested.flatMap(
            node ->
                node.scalar()
                    .filter(word -> !Placeholder.is(word))
                    .map(word -> new Sourced<>(word, node))),
        drillFile.or(() -> tested.filter(node -> !node.members().isEmpty())).flatMap(this::drill),
        fact(section("runbook"), this::runbook),
        section("ci").map(node -> commands(node)).orElse(ImmutableList.of()),
        fact(section("slo"), this::slo),
        section("environment").map(this::environment).orElse(ImmutableMap.of()),
        ImmutableList.copyOf(read.defaults()),
        ImmutableList.copyOf(read.malformed()),
        ImmutableList.copyOf(contradictions));
  }

  // Sections

  /** The section of the first document that has it under one of these names. */
  private Optional<Node> section(String... names) {
    Optional<Node> first = Optional.empty();
    for (Node source : sources) {
      for (String name : names) {
        Optional<Node> found = source.find(name.split("/", -1));
        if (found.isPresent()) {
          first.ifPresent(node -> Contradictions.compare(node, found.get(), contradictions));
          first = first.or(() -> found);
          break;
        }
      }
    }
    return first;
  }

  private static <T> Optional<Sourced<T>> fact(
      Optional<Node> section, Function<Node, Optional<T>> read) {
    return section.flatMap(node -> read.apply(node).map(value -> new Sourced<>(value, node)));
  }

  private <T> List<Sourced<T>> all(
      Optional<Node> section, String member, Function<Node, Optional<T>> reader) {
    return section.flatMap(node -> node.get(member)).map(Node::items).orElse(List.of()).stream()
        .flatMap(item -> reader.apply(item).map(value -> new Sourced<>(value, item)).stream())
        .collect(ImmutableList.toImmutableList());
  }

  private List<Sourced<String>> textFacts(Node list) {
    return list.items().stream()
        .flatMap(item -> item.text().map(text -> new Sourced<>(text, item)).stream())
        .collect(ImmutableList.toImmutableList());
  }

  private Optional<Service> service(Node node) {
    Optional<String> name = read.text(node, "name", LABEL, "a DNS label such as \"example-api\"");
    if (name.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Service(
            name.get(),
            read.text(
                node, "image", IMAGE, "an image reference such as registry.example.com/app:1.2.3"),
            read.orDefault(
                read.count(node, "port", 1, 65_535), "service.port", 8080, "the usual HTTP port"),
            read.count(node, "metrics_port", 1, 65_535),
            read.orDefault(
                read.text(node, "namespace", LABEL, "a DNS label"),
                "service.namespace",
                name.get(),
                "the service's name"),
            read.text(node, "owner"),
            read.text(node, "repository")));
  }

  // The way to production

  private Strategy strategy(
      Optional<Node> section,
      List<Sourced<Stage>> stages,
      List<Sourced<Metric>> metrics,
      Optional<Sourced<Resources>> resources,
      Optional<Sourced<Rollback>> rollback) {
    return StrategyChoice.of(
        section.flatMap(node -> read.text(node, "type")),
        section.flatMap(node -> read.text(node, "reason")),
        stages,
        metrics,
        resources,
        rollback);
  }

  private List<Sourced<Stage>> stages(Optional<Node> section) {
    Set<String> names = new LinkedHashSet<>();
    ImmutableList.Builder<Sourced<Stage>> stages = ImmutableList.builder();
    for (Sourced<Stage> stage : all(section, "stages", this::stage)) {
      if (names.add(stage.value().name())) {
        stages.add(stage);
      } else {
        read.malformed(stage.node().get("stage").orElse(stage.node()), "each stage once");
      }
    }
    return stages.build();
  }

  private Optional<Stage> stage(Node node) {
    Optional<String> name =
        read.text(node, "stage")
            .or(() -> read.text(node, "name"))
            .map(word -> word.toLowerCase(Locale.ROOT).replace('_', '-'));
    if (name.filter(word -> LABEL.matcher(word).matches()).isEmpty()) {
      read.malformed(node.get("stage").or(() -> node.get("name")).orElse(node), "a stage's name");
      return Optional.empty();
    }
    String path = "deployment_strategy.stages." + name.get() + ".";
    boolean production = name.get().startsWith(Stage.PRODUCTION);
    return Optional.of(
        new Stage(
            name.get(),
            read.orDefault(
                read.flag(node, "automatic"),
                path + "automatic",
                !production,
                production
                    ? "production waits for a person"
                    : "only production waits for a person"),
            approver(node),
            texts(node, "tests", "validation"),
            read.orDefault(
                read.flag(node, "rollback_automatic"),
                path + "rollback_automatic",
                true,
                "the workflow undoes a failed deployment by itself"),
            read.amount(node, "soak_time_hours", true, 24L * 14),
            read.amount(node, "canary_percentage", false, 100),
            read.amount(node, "canary_duration_hours", false, 24L * 14)));
  }

  /** Who approves; a truth value names nobody. */
  private Optional<String> approver(Node stage) {
    return read.text(stage, "approval_required")
        .filter(who -> stage.get("approval_required").flatMap(Node::bool).isEmpty());
  }

  // What it runs on

  private Optional<Sourced<Resources>> resources(Node node) {
    Optional<String> cpu = read.text(node, "cpu", CPU, "a quantity of cores such as 100m");
    Optional<String> memory =
        read.text(node, "memory", MEMORY, "a quantity of bytes such as 128Mi");
    if (cpu.isEmpty() || memory.isEmpty()) {
      return Optional.empty();
    }
    int replicas =
        read.orDefault(
            read.count(node, "replicas", 1, 1_000),
            "infrastructure.resources_required.replicas",
            2,
            "one replica cannot be replaced without downtime");
    return Optional.of(new Sourced<>(new Resources(cpu.get(), memory.get(), replicas), node));
  }

  private Scaling scaling(Node node, Optional<Sourced<Resources>> resources) {
    int least =
        read.orDefault(
            read.count(node, "min_replicas", 1, 1_000),
            "infrastructure.scaling.min_replicas",
            resources.map(fact -> fact.value().replicas()).orElse(2),
            "the stated replicas");
    int most =
        read.orDefault(
            read.count(node, "max_replicas", 1, 1_000),
            "infrastructure.scaling.max_replicas",
            least,
            "no growth is stated");
    if (most < least) {
      read.malformed(node.get("max_replicas").orElse(node), "at least min_replicas");
    }
    return new Scaling(
        least,
        Math.max(least, most),
        read.orDefault(
            read.count(node, "target_cpu", 1, 100),
            "infrastructure.scaling.target_cpu",
            70,
            "leaves room for one replica's share"));
  }

  // How it is watched

  private Optional<Metric> metric(Node node) {
    Optional<String> name =
        read.text(node, "name", METRIC, "a Prometheus metric name").or(() -> bareName(node));
    if (name.isEmpty()) {
      return Optional.empty();
    }
    String path = "monitoring.metrics." + name.get() + ".";
    return Optional.of(
        new Metric(
            name.get(),
            read.orDefault(
                read.checked(
                    node,
                    "type",
                    type -> type.text().filter(METRIC_TYPES::contains),
                    "counter, gauge, histogram or summary"),
                path + "type",
                "gauge",
                "no type is stated"),
            read.text(node, "unit"),
            read.orDefault(
                read.text(node, "alert_threshold"),
                path + "alert_threshold",
                "none stated",
                "no threshold is stated")));
  }

  private static Optional<String> bareName(Node node) {
    return node.text().filter(text -> METRIC.matcher(text).matches());
  }

  private Optional<Dashboard> dashboard(Node node) {
    return read.text(node, "name")
        .map(
            name ->
                new Dashboard(
                    name,
                    node.get("panels")
                        .or(() -> node.get("metrics"))
                        .map(Node::texts)
                        .map(ImmutableList::copyOf)
                        .orElse(ImmutableList.of())));
  }

  private Optional<Alert> alert(Node node) {
    Optional<String> name = read.text(node, "name");
    Optional<String> condition = read.text(node, "condition");
    if (name.isEmpty() || condition.isEmpty()) {
      read.malformed(node, "an alert with a name and a condition");
      return Optional.empty();
    }
    String path = "monitoring.alerts." + name.get() + ".";
    String severity =
        read.orDefault(
            read.text(node, "severity"), path + "severity", "warning", "no severity is stated");
    return Optional.of(
        new Alert(
            name.get(),
            condition.get(),
            severity,
            read.orDefault(
                read.text(node, "action"),
                path + "action",
                severity.equals("critical") ? "page_on_call" : "notify_team",
                "follows the severity"),
            hold(node)));
  }

  /** How long the condition must hold: seconds, or a duration as Prometheus or people write it. */
  private Optional<BigDecimal> hold(Node alert) {
    return Stream.of("for", "duration")
        .filter(member -> alert.get(member).isPresent())
        .findFirst()
        .flatMap(
            member ->
                read.checked(
                    alert,
                    member,
                    node ->
                        node.number()
                            .or(() -> node.text().flatMap(TextParsing::hold))
                            .filter(n -> n.signum() >= 0 && n.compareTo(LONGEST_HOLD) <= 0),
                    "a duration such as \"5m\""));
  }

  /** A probe by name, or in a list the one whose endpoint or description begins like its name. */
  private Optional<Sourced<Probe>> probe(Node checks, String name, String stem) {
    Optional<Node> found =
        checks
            .get(name)
            .or(
                () ->
                    checks.items().stream()
                        .filter(
                            item ->
                                (read.text(item, "endpoint").orElse("")
                                        + " "
                                        + read.text(item, "description").orElse(""))
                                    .toLowerCase(Locale.ROOT)
                                    .matches("(?s).*[/ ]" + stem + ".*"))
                        .findFirst());
    Optional<String> endpoint =
        found.flatMap(node -> read.text(node, "endpoint", PATH, "a path such as /example/health"));
    if (endpoint.isEmpty()) {
      return Optional.empty();
    }
    Node node = found.get();
    String path = "health_checks." + name + ".";
    return Optional.of(
        new Sourced<>(
            new Probe(
                endpoint.get(),
                read.orDefault(
                    read.seconds(node, "interval_seconds", "interval"),
                    path + "interval_seconds",
                    BigDecimal.TEN,
                    KUBERNETES),
                read.orDefault(
                    read.seconds(node, "timeout_seconds", "timeout"),
                    path + "timeout_seconds",
                    BigDecimal.ONE,
                    KUBERNETES),
                name.equals("liveness") // Kubernetes allows no other value there
                    ? 1
                    : read.orDefault(
                        read.count(node, "success_threshold", 1, 100),
                        path + "success_threshold",
                        1,
                        KUBERNETES),
                read.orDefault(
                    read.count(node, "failure_threshold", 1, 100),
                    path + "failure_threshold",
                    3,
                    KUBERNETES)),
            node));
  }

  // How to go back

  private Optional<Rollback> rollback(Node node) {
    return Optional.of(
        new Rollback(
            texts(node, "triggers", "trigger_conditions", "automatic_rollback_triggers"),
            texts(node, "procedure", "full_rollback"),
            read.seconds(node, "time_to_rollback_seconds", "time_to_rollback")));
  }

  private Optional<Sourced<RollbackDrill>> drill(Node node) {
    List<Fault> violations = Schemas.validate(SchemaName.ROLLBACK_DRILL, node);
    if (!violations.isEmpty()) {
      violations.forEach(v -> read.malformed().add(new Note(v.place(), v.message())));
      return Optional.empty();
    }
    return Optional.of(
        new Sourced<>(
            new RollbackDrill(
                read.text(node, "performed_at").orElseThrow(),
                read.text(node, "environment").orElseThrow(),
                read.text(node, "from_revision").orElseThrow(),
                read.text(node, "to_revision").orElseThrow(),
                node.get("duration_seconds").flatMap(Node::number).orElse(BigDecimal.ZERO),
                read.text(node, "outcome").orElse("").equals("passed")),
            node));
  }

  private static List<String> texts(Node node, String... members) {
    for (String member : members) {
      Optional<Node> found = node.get(member);
      if (found.isPresent()) {
        return found.get().texts().stream()
            .filter(text -> !text.isBlank() && !Placeholder.is(text))
            .collect(ImmutableList.toImmutableList());
      }
    }
    return ImmutableList.of();
  }

  // How people help it

  private Optional<Runbook> runbook(Node node) {
    Map<String, String> contacts = new LinkedHashMap<>();
    node.get("contacts")
        .ifPresent(
            all -> {
              all.members()
                  .forEach(
                      (role, who) ->
                          who.scalar()
                              .filter(name -> !Placeholder.is(name))
                              .ifPresent(name -> contacts.putIfAbsent(role, name)));
              for (Node one : all.items()) {
                Optional<String> who =
                    read.text(one, "contact").or(() -> read.text(one, "name")).or(one::text);
                who.filter(name -> !Placeholder.is(name))
                    .ifPresent(
                        name ->
                            contacts.putIfAbsent(read.text(one, "role").orElse("contact"), name));
              }
            });
    return Optional.of(
        new Runbook(
            read.text(node, "purpose"),
            read.text(node, "sla"),
            texts(node, "dependencies"),
            read.text(node, "dashboard").or(() -> read.text(node, "dashboard_url")),
            read.text(node, "logs"),
            all(Optional.of(node), "common_issues", this::issue).stream()
                .map(Sourced::value)
                .collect(ImmutableList.toImmutableList()),
            ImmutableMap.copyOf(contacts)));
  }

  private Optional<Runbook.Issue> issue(Node node) {
    Optional<String> alert = read.text(node, "alert");
    return read.text(node, "title")
        .or(() -> read.text(node, "issue"))
        .or(() -> alert)
        .map(
            title ->
                new Runbook.Issue(
                    alert,
                    title,
                    node.get("symptoms").map(OperationsReader::sentence),
                    texts(node, "check", "checks"),
                    node.get("fix")
                        .map(OperationsReader::sentence)
                        .filter(fix -> !Placeholder.is(fix))));
  }

  private static String sentence(Node node) {
    return node.scalar().orElseGet(() -> String.join("; ", node.texts())).strip();
  }

  private List<Sourced<CommandLine>> commands(Node ci) {
    ImmutableList.Builder<Sourced<CommandLine>> commands = ImmutableList.builder();
    for (Sourced<String> text :
        ci.get("test_commands").map(this::textFacts).orElse(ImmutableList.of())) {
      CommandLine.parse(text.value())
          .ifPresentOrElse(
              command -> commands.add(new Sourced<>(command, text.node())),
              () ->
                  read.malformed(
                      text.node(), "one command with plain arguments; put more into a script"));
    }
    return commands.build();
  }

  private Optional<Slo> slo(Node node) {
    Optional<BigDecimal> objective =
        read.checked(
            node,
            "objective",
            value ->
                value
                    .number()
                    .filter(n -> n.signum() > 0 && n.compareTo(BigDecimal.valueOf(100)) < 0),
            "a share of good events above 0 and below 100 percent");
    return objective.map(
        share ->
            new Slo(
                share,
                read.orDefault(
                    read.count(node, "period_days", 1, 366),
                    "slo.period_days",
                    30,
                    "the usual period of an SLO")));
  }

  private Map<String, Sourced<String>> environment(Node node) {
    ImmutableMap.Builder<String, Sourced<String>> variables = ImmutableMap.builder();
    node.members()
        .forEach(
            (name, value) -> {
              if (!VARIABLE.matcher(name).matches()) {
                read.malformed(value, "a variable with a name of letters, digits and _");
              } else {
                value.scalar().ifPresent(text -> variables.put(name, new Sourced<>(text, value)));
              }
            });
    return variables.buildOrThrow();
  }
}
