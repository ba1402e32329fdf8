package io.productionguardian.dossier;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.productionguardian.document.Node;
import io.productionguardian.model.Monitoring.Alert;
import io.productionguardian.model.Monitoring.Dashboard;
import io.productionguardian.model.Monitoring.Metric;
import io.productionguardian.model.Monitoring.Slo;
import io.productionguardian.model.Service.Probe;
import io.productionguardian.text.Durations;
import io.productionguardian.text.Percentage;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads how the service is watched: {@code monitoring}, {@code health_checks}, {@code slo}. */
final class MonitoringSections {

  private static final Pattern PATH = Pattern.compile("/[A-Za-z0-9._~!&()*+,;=:@%/?-]{0,200}");
  private static final Pattern METRIC = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]{0,200}");
  private static final ImmutableSet<String> METRIC_TYPES =
      ImmutableSet.of("counter", "gauge", "histogram", "summary");
  private static final BigDecimal LONGEST_HOLD = BigDecimal.valueOf(7 * 86_400L);
  private static final String KUBERNETES = "the default of Kubernetes probes";

  private final SectionReader read;

  MonitoringSections(SectionReader read) {
    this.read = read;
  }

  Optional<Metric> metric(Node node) {
    Optional<String> name =
        read.text(node, "name", METRIC, "a Prometheus metric name")
            .or(() -> bareName(node))
            .filter(SectionReader::states);
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

  Optional<Dashboard> dashboard(Node node) {
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

  Optional<Alert> alert(Node node) {
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

  /** Prometheus writes no time as {@code 0}. */
  private static Optional<BigDecimal> seconds(String text) {
    return text.strip().equals("0") ? Optional.of(BigDecimal.ZERO) : Durations.seconds(text);
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
                            .or(() -> node.text().flatMap(MonitoringSections::seconds))
                            .filter(n -> n.signum() >= 0 && n.compareTo(LONGEST_HOLD) <= 0),
                    "a duration such as \"5m\""));
  }

  /** A probe by name, or in a list the one whose endpoint or description begins like its name. */
  Optional<Sourced<Probe>> probe(Node checks, String name, String stem) {
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
        found
            .filter(node -> !StageSections.isSkipped(node))
            .flatMap(node -> read.text(node, "endpoint", PATH, "a path such as /example/health"));
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

  Optional<Slo> slo(Node node) {
    Optional<BigDecimal> objective =
        read.checked(
            node,
            "objective",
            value ->
                value
                    .number()
                    .or(() -> value.text().flatMap(Percentage::of))
                    .filter(n -> n.compareTo(BigDecimal.ONE) > 0)
                    .filter(n -> n.compareTo(BigDecimal.valueOf(100)) < 0),
            "a share of good events in percent, above 1 and below 100, such as 99.9");
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
}
