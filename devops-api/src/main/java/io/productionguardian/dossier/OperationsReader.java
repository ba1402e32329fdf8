package io.productionguardian.dossier;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.productionguardian.document.Document;
import io.productionguardian.document.Node;
import io.productionguardian.dossier.Sourced.Note;
import io.productionguardian.model.EpicLayout;
import io.productionguardian.model.Monitoring.Metric;
import io.productionguardian.model.Rollback;
import io.productionguardian.model.Service;
import io.productionguardian.model.Service.Resources;
import io.productionguardian.model.Stage;
import io.productionguardian.text.Durations;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads the operational sections in both dialects. */
final class OperationsReader {

  private final List<Node> sources;
  private final Optional<Node> drillFile;
  private final SectionReader read = new SectionReader();
  private final ServiceSections services = new ServiceSections(read);
  private final StageSections ways = new StageSections(read);
  private final MonitoringSections watching = new MonitoringSections(read);
  private final RollbackSections goingBack = new RollbackSections(read);
  private final RunbookSections people = new RunbookSections(read);
  private final List<Note> contradictions = new ArrayList<>();

  private OperationsReader(List<Node> sources, Optional<Node> drillFile) {

    this.sources = sources;
    this.drillFile = drillFile;
  }

  /** Reads the sections of the artifacts; the first that has a section wins. */
  static Operations read(Dossier dossier) {
    return new OperationsReader(
            Stream.of("implementation", "plan", "deployment")
                .flatMap(name -> dossier.root(name).stream())
                .collect(ImmutableList.toImmutableList()),
            dossier.document(EpicLayout.ROLLBACK_DRILL).flatMap(Document::root))
        .operations();
  }

  private Operations operations() {
    Optional<Sourced<Service>> service = fact(section("service"), services::service);
    Optional<Node> strategySection = section("deployment_strategy");
    List<Sourced<Stage>> stages = ways.stages(strategySection);
    Optional<Node> infrastructure = section("infrastructure");
    Optional<Sourced<Resources>> resources =
        infrastructure.flatMap(node -> node.get("resources_required")).flatMap(services::resources);
    Optional<Node> monitoring = section("monitoring");
    List<Sourced<Metric>> metrics = SectionReader.all(monitoring, "metrics", watching::metric);
    Optional<Node> checks = section("health_checks", "monitoring/health_checks");
    Optional<Node> rollbackSection = section("rollback", "rollback_plan", "rollback_strategy");
    Optional<Sourced<Rollback>> rollback = fact(rollbackSection, goingBack::rollback);
    compareRollbackTimes();
    Optional<Node> tested = rollbackSection.flatMap(node -> node.get("tested"));
    return new Operations(
        service,
        strategySection
            .or(() -> rollbackSection)
            .map(
                node ->
                    new Sourced<>(
                        ways.strategy(strategySection, stages, metrics, resources, rollback),
                        node)),
        stages,
        skippedStages(strategySection),
        resources,
        infrastructure
            .flatMap(node -> node.get("scaling"))
            .map(node -> new Sourced<>(services.scaling(node, resources), node)),
        metrics,
        SectionReader.all(monitoring, "dashboards", watching::dashboard),
        SectionReader.all(monitoring, "alerts", watching::alert),
        checks.flatMap(node -> watching.probe(node, "readiness", "read")),
        checks.flatMap(node -> watching.probe(node, "liveness", "live")),
        rollback,
        tested.flatMap(
            node ->
                node.scalar().filter(SectionReader::states).map(word -> new Sourced<>(word, node))),
        drillFile
            .or(() -> tested.filter(node -> !node.members().isEmpty()))
            .flatMap(goingBack::drill),
        fact(section("runbook"), people::runbook),
        section("ci").map(people::commands).orElse(ImmutableList.of()),
        fact(section("slo"), watching::slo),
        section("environment").map(services::environment).orElse(ImmutableMap.of()),
        ImmutableList.copyOf(read.defaults()),
        ImmutableList.copyOf(read.malformed()),
        ImmutableList.copyOf(contradictions));
  }

  /** What the strategy skips, and what any of the files does beside it. */
  private List<Sourced<String>> skippedStages(Optional<Node> strategySection) {
    return Stream.concat(strategySection.stream(), sources.stream())
        .flatMap(
            node ->
                Stream.of("stages skipped", "skipped stages", "skip stages")
                    .flatMap(name -> AgentRecords.member(node, name).stream()))
        .flatMap(list -> StageSections.skipped(list).stream())
        .collect(ImmutableList.toImmutableList());
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

  /** A file that names another time under another name contradicts as well. */
  private void compareRollbackTimes() {
    Optional<Node> first = Optional.empty();
    for (Node source : sources) {
      Optional<Node> time =
          Stream.of("rollback", "rollback_plan", "rollback_strategy")
              .flatMap(name -> source.get(name).stream())
              .flatMap(
                  section ->
                      Stream.of("time_to_rollback_seconds", "time_to_rollback")
                          .flatMap(name -> section.get(name).stream()))
              .findFirst();
      Optional<BigDecimal> seconds = time.flatMap(OperationsReader::seconds);
      Optional<BigDecimal> before = first.flatMap(OperationsReader::seconds);
      if (seconds.isPresent()
          && before.isPresent()
          && seconds.get().compareTo(before.get()) != 0
          && !time.get().name().equals(first.orElseThrow().name())) {
        contradictions.add(
            new Note(
                time.get().place(),
                "a rollback takes %s s here, and %s s at %s"
                    .formatted(
                        seconds.get().toPlainString(),
                        before.get().toPlainString(),
                        first.get().place())));
      }
      first = first.or(() -> time);
    }
  }

  private static Optional<BigDecimal> seconds(Node time) {
    return time.number().or(() -> time.text().flatMap(Durations::seconds));
  }

  private static <T> Optional<Sourced<T>> fact(
      Optional<Node> section, Function<Node, Optional<T>> read) {
    return section.flatMap(node -> read.apply(node).map(value -> new Sourced<>(value, node)));
  }
}
