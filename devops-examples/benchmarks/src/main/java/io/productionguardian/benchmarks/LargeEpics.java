package io.productionguardian.benchmarks;

import com.google.common.collect.ImmutableList;
import io.productionguardian.document.SourceFile;
import io.productionguardian.dossier.DecisionInputs;
import io.productionguardian.dossier.Dossier;
import io.productionguardian.model.EpicLayout;
import io.productionguardian.release.EpicFolder;
import io.productionguardian.source.EpicSnapshot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The inputs, by name: an epic's folder, or the specification's example grown. */
final class LargeEpics {

  static final String EXAMPLE = "epic_25";

  /** {@code epic_25} with so many times its plan's stages. */
  static final String PLAN = "plan_x";

  /** {@code epic_25} with a decision log of so many entries. */
  static final String LOG = "log_x";

  private static final JsonMapper JSON = new JsonMapper();

  /** The repository; the tests run two folders below it. */
  private static final Path HOME = Path.of(System.getProperty("guardian.home", "../.."));

  private LargeEpics() {}

  /** Whether the input is there: the epics of others are not part of this repository. */
  static boolean exists(String name) {
    return folder(name).isPresent();
  }

  static EpicSnapshot snapshot(String name) {
    if (name.startsWith(PLAN)) {
      int times = Integer.parseInt(name.substring(PLAN.length()));
      return changed(EpicLayout.artifact("plan"), plan -> longer(plan, times));
    }
    if (name.startsWith(LOG)) {
      int entries = Integer.parseInt(name.substring(LOG.length()));
      return changed(EpicLayout.DECISION_LOG, none -> log(entries));
    }
    Path folder =
        folder(name).orElseThrow(() -> new IllegalArgumentException("no epic \"" + name + "\""));
    // what a person released in place is no part of the input
    return DecisionInputs.asAgentsLeftIt(EpicFolder.open(folder).snapshot());
  }

  private static Optional<Path> folder(String name) {
    return Stream.of("devops-examples/epics", "../shared/real-epics")
        .map(place -> HOME.resolve(place).resolve(name))
        .filter(Files::isDirectory)
        .findFirst();
  }

  private static EpicSnapshot changed(String path, UnaryOperator<String> change) {
    EpicSnapshot example = snapshot(EXAMPLE);
    String old = example.file(path).map(SourceFile::text).orElse("");
    return example.with(SourceFile.of(path, change.apply(old)));
  }

  private static String longer(String plan, int times) {
    ObjectNode root = (ObjectNode) JSON.readTree(plan);
    List<JsonNode> stages = ImmutableList.copyOf(root.get("stages"));
    ArrayNode all = root.putArray("stages");
    for (int i = 0; i < times; i++) {
      all.addAll(stages);
    }
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
  }

  private static String log(int entries) {
    List<String> agents = List.of("analyst", "architect", "tech_lead", "developer", "quality");
    StringBuilder log = new StringBuilder();
    for (int i = 0; i < entries; i++) {
      ObjectNode entry = JSON.createObjectNode();
      entry.put("timestamp", "2026_11_18_17_20_00");
      entry.put("agent", agents.get(i % agents.size()));
      entry.put("decision", "approve");
      entry.put("epic_id", EXAMPLE);
      entry.put("iteration", 1);
      entry.putArray("previous_artifacts").add("requirements.json");
      entry.putObject("details").put("step", i);
      log.append(JSON.writeValueAsString(entry)).append('\n');
    }
    return log.toString();
  }
}
