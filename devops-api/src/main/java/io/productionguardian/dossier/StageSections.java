package io.productionguardian.dossier;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import io.productionguardian.document.Node;
import io.productionguardian.model.Monitoring.Metric;
import io.productionguardian.model.Rollback;
import io.productionguardian.model.Service.Resources;
import io.productionguardian.model.Stage;
import io.productionguardian.model.Strategy;
import io.productionguardian.text.PlainWord;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the way to production: {@code deployment_strategy}. */
final class StageSections {

  private static final Set<String> YES = Set.of("true", "yes", "y", "1", "on");
  private static final Set<String> NO = Set.of("false", "no", "n", "0", "off");
  private static final Splitter COMMA = Splitter.on(',').trimResults().omitEmptyStrings();

  private final SectionReader read;

  StageSections(SectionReader read) {
    this.read = read;
  }

  Strategy strategy(
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

  List<Sourced<Stage>> stages(Optional<Node> section) {
    Set<String> names = new LinkedHashSet<>();
    ImmutableList.Builder<Sourced<Stage>> stages = ImmutableList.builder();
    for (Sourced<Stage> stage : SectionReader.all(section, "stages", this::stage)) {
      if (isSkipped(stage.node())) {
        continue;
      }
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
    if (name.filter(word -> ServiceSections.LABEL.matcher(word).matches()).isEmpty()) {
      read.malformed(node.get("stage").or(() -> node.get("name")).orElse(node), "a stage's name");
      return Optional.empty();
    }
    String path = "deployment_strategy.stages." + name.get() + ".";
    boolean production = Stage.isProduction(name.get());
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
            SectionReader.texts(node, "tests", "validation"),
            read.orDefault(
                read.flag(node, "rollback_automatic"),
                path + "rollback_automatic",
                true,
                "the workflow undoes a failed deployment by itself"),
            read.amount(node, "soak_time_hours", true, 24L * 14),
            read.amount(node, "canary_percentage", false, 100),
            read.amount(node, "canary_duration_hours", false, 24L * 14)));
  }

  /** Whether a stage says of itself that it is not run. */
  static boolean isSkipped(Node stage) {
    return Stream.of("skip", "skipped", "disabled").anyMatch(name -> says(stage, name, YES))
        || says(stage, "enabled", NO);
  }

  private static boolean says(Node stage, String name, Set<String> words) {
    return AgentRecords.member(stage, name)
        .flatMap(Node::scalar)
        .map(PlainWord::of)
        .filter(words::contains)
        .isPresent();
  }

  /** The stages that a file says are skipped: texts, a text with commas, or objects by name. */
  static List<Sourced<String>> skipped(Node list) {
    if (list.isObject()) {
      return list.members().entrySet().stream()
          .filter(stage -> !stage.getValue().bool().equals(Optional.of(false)))
          .map(stage -> new Sourced<>(stage.getKey(), stage.getValue()))
          .collect(ImmutableList.toImmutableList());
    }
    return (list.isList() ? list.items().stream() : Stream.of(list))
        .flatMap(
            item ->
                Stream.of(Optional.of(item), item.get("stage"), item.get("name"))
                    .flatMap(named -> named.flatMap(Node::text).stream())
                    .flatMap(text -> COMMA.splitToStream(text))
                    .map(name -> new Sourced<>(name, item)))
        .collect(ImmutableList.toImmutableList());
  }

  /** Who approves; a truth value names nobody. */
  private Optional<String> approver(Node stage) {
    return read.text(stage, "approval_required")
        .filter(who -> stage.get("approval_required").flatMap(Node::bool).isEmpty());
  }
}
