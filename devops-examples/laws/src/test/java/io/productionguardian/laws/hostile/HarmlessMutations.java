package io.productionguardian.laws.hostile;

import static io.productionguardian.laws.hostile.Mutation.any;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import io.productionguardian.laws.hostile.Mutation.Change;
import io.productionguardian.laws.hostile.Mutation.Effect;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What means the same as before, or says nothing: where nothing else is done, a veto is false. */
final class HarmlessMutations {

  private static final List<String> ARTIFACTS = List.of("review", "implementation", "plan");

  /** Another spelling of what stands at a place of the implementation. */
  private static final Map<String, List<String>> SAME =
      Map.of(
          "/rollback/time_to_rollback_seconds", List.of("30.0", "45", "60", "29.5"),
          "/infrastructure/resources_required/memory",
              List.of("\"0.125Gi\"", "\"131072Ki\"", "\"134217728\"", "\"256Mi\""),
          "/infrastructure/resources_required/cpu", List.of("\"0.1\"", "0.1", "\"250m\""),
          "/rollback/tested/performed_at",
              List.of("\"2026_11_18_15_10_00\"", "\"2026-11-18T17:10:00+02:00\""),
          "/rollback/procedure", List.of("[\"kubectl rollout undo deployment/api\"]"),
          "/runbook/contacts",
              List.of(
                  "[{\"role\": \"primary\", \"name\": \"DevOps Team\"}]",
                  "{\"primary\": \"DevOps Team\"}"),
          "/slo/objective", List.of("99.5", "\"99.9%\""),
          "/deployment_strategy/stages/1/soak_time_hours", List.of("4", "2.5"),
          "/service/owner", List.of("\"sre\"", "\"Platform team\""));

  static final ImmutableList<Mutation> ALL =
      ImmutableList.of(
          of("a member that nobody asks for", HarmlessMutations::member),
          of("members the other way round", HarmlessMutations::reversed),
          of("white space and line ends", HarmlessMutations::layout),
          of("the same, spelled otherwise", HarmlessMutations::spelled),
          of("consent in capitals", HarmlessMutations::capitals),
          of("a message that does not object", HarmlessMutations::message),
          of("a veto that its sender withdrew", HarmlessMutations::withdrawn),
          of("a log without a veto", HarmlessMutations::log),
          of("files that say nothing", HarmlessMutations::file),
          of("clean evidence", HarmlessMutations::evidence),
          of("sections in the plan instead", HarmlessMutations::moved));

  private HarmlessMutations() {}

  private static Mutation of(String kind, Change change) {
    return new Mutation(kind, Effect.HARMLESS, change);
  }

  private static Mutant member(Mutant mutant, RandomGenerator random) {
    String artifact = any(random, ARTIFACTS);
    String at = "/x_note_" + random.nextInt(1000);
    JsonNode value =
        Mutant.read(
            any(random, "\"a\"", "1", "[1, 2]", "{\"a\": \"b\"}", "null", "1e400", "\"ü\""));
    return mutant.set(artifact, at, value).did(artifact + at + " = " + value);
  }

  private static Mutant reversed(Mutant mutant, RandomGenerator random) {
    String artifact = any(random, ARTIFACTS);
    return mutant
        .json(artifact)
        .map(root -> mutant.with(Mutant.artifact(artifact), reversed(root).toString()))
        .orElse(mutant)
        .did(artifact + " reversed");
  }

  private static JsonNode reversed(JsonNode node) {
    if (!(node instanceof ObjectNode object)) {
      return node;
    }
    ObjectNode other = Mutant.JSON.createObjectNode();
    Lists.reverse(List.copyOf(object.properties()))
        .forEach(member -> other.set(member.getKey(), reversed(member.getValue())));
    return other;
  }

  private static Mutant layout(Mutant mutant, RandomGenerator random) {
    String path = any(random, List.copyOf(mutant.files().keySet()));
    boolean json = path.endsWith(".json");
    String text = mutant.text(path).orElse("");
    String other =
        switch (random.nextInt(4)) {
          case 0 -> text + "\n\n";
          case 1 -> text.replace("\r", "").replace("\n", "\r\n");
          case 2 -> text.startsWith("\ufeff") ? text : "\ufeff" + text;
          default -> json ? "\n\t " + text : text + "   \n";
        };
    return mutant.with(path, other).did(path + " laid out otherwise");
  }

  private static Mutant spelled(Mutant mutant, RandomGenerator random) {
    String at = any(random, SAME.keySet().stream().sorted().toList());
    JsonNode value = Mutant.read(any(random, SAME.getOrDefault(at, List.of())));
    return mutant.set("implementation", at, value).did("implementation" + at + " = " + value);
  }

  private static Mutant capitals(Mutant mutant, RandomGenerator random) {
    String at = any(random, "/review_status", "/approval/status");
    JsonNode value =
        Mutant.read(any(random, "\"Approved\"", "\"APPROVED\"", "\"approve\"", "\"approved \""));
    return mutant.set("review", at, value).did("review" + at + " = " + value);
  }

  private static Mutant write(Mutant mutant, String path, String text) {
    return mutant
        .with(path, text.getBytes(StandardCharsets.UTF_8))
        .did(path + ": " + Mutant.JSON.writeValueAsString(text));
  }

  private static Mutant message(Mutant mutant, RandomGenerator random) {
    String frame =
        "from: %s\nto: devops\ntimestamp: \"2026_11_19_17_3%d_00\"\nepic_id: %s\niteration: 1\n"
            .formatted(
                any(random, "quality", "developer", "architect"),
                random.nextInt(10),
                any(random, "epic_25", "epic_25", "\"epic_25\""));
    String rest =
        any(
            random,
            "type: info\nsubject: dashboards\n",
            "type: approve\nsubject: all_is_well\n",
            "type: question\nsubject: dashboards\ncontent:\n  blocking: false\n",
            "type: status\nsubject: vetoes_of_last_year\ncontent:\n  summary: \"no veto stands\"\n",
            "type: ack\nsubject: received\n",
            "type: info\ncontent:\n  note: \"we stop by at five\"\n");
    return write(
        mutant,
        Mutant.INBOX + "info_" + random.nextInt(100) + any(random, ".yaml", ".yml"),
        frame + rest);
  }

  private static Mutant withdrawn(Mutant mutant, RandomGenerator random) {
    String frame =
        "from: architect\nto: devops\ntimestamp: \"2026_11_19_1%d_00_00\"\nepic_id: epic_25\niteration: 1\ntype: %s\n";
    Mutant other = write(mutant, Mutant.INBOX + "veto_arch.yaml", frame.formatted(0, "veto"));
    return write(
        other,
        Mutant.INBOX + "approve_arch.yaml",
        frame.formatted(1 + random.nextInt(7), "approve"));
  }

  private static Mutant log(Mutant mutant, RandomGenerator random) {
    String line =
        "{\"timestamp\": \"2026_11_18_1%d_00_00\", \"agent\": \"%s\", \"decision\": \"%s\", \"epic_id\": \"epic_25\", \"iteration\": 1, \"source_document\": \"plan.json\", \"previous_artifacts\": [], \"details\": {}}"
            .formatted(
                random.nextInt(10),
                any(random, "developer", "architect", "tech_lead"),
                any(random, "approve", "complete", "propose", "ack"));
    return mutant.append(Mutant.LOG, line).did("log: " + line);
  }

  private static Mutant file(Mutant mutant, RandomGenerator random) {
    return switch (random.nextInt(6)) {
      case 0 -> write(mutant, Mutant.INBOX + ".gitkeep", "");
      case 1 -> write(mutant, Mutant.EVIDENCE + ".gitkeep", "");
      case 2 -> write(mutant, "consensus/notes/notes.md", "We met.\n");
      case 3 -> write(mutant, "consensus/messages/inbox/quality/info.yaml", "type: info\n");
      case 4 -> write(mutant, "epic_25.md", "# Epic 25\n\nA health check.\n");
      default -> write(mutant, Mutant.EVIDENCE + "notes.md", "The drill went well.\n");
    };
  }

  private static Mutant evidence(Mutant mutant, RandomGenerator random) {
    return switch (random.nextInt(3)) {
      case 0 -> write(mutant, Mutant.EVIDENCE + "rollback_drill.json", DRILL);
      case 1 -> write(mutant, Mutant.EVIDENCE + "trivy_ok.json", SCAN);
      default -> write(mutant, Mutant.EVIDENCE + "junit_ok.xml", RUN);
    };
  }

  private static final String DRILL =
      "{\"performed_at\": \"2026_11_18_10_00_00\", \"environment\": \"staging\", \"from_revision\": \"1.4.2\", \"to_revision\": \"1.4.1\", \"duration_seconds\": 20, \"outcome\": \"passed\"}";
  private static final String SCAN =
      "{\"SchemaVersion\": 2, \"ArtifactName\": \"registry.example.com/health-check:1.4.2\", \"Results\": [{\"Target\": \"app\", \"Class\": \"lang-pkgs\", \"Vulnerabilities\": []}]}";
  private static final String RUN =
      "<testsuites><testsuite name=\"staging\" tests=\"1\" failures=\"0\" errors=\"0\"><testcase name=\"health\" classname=\"smoke\"/></testsuite></testsuites>";

  private static Mutant moved(Mutant mutant, RandomGenerator random) {
    String section =
        any(
            random,
            "/health_checks",
            "/monitoring",
            "/infrastructure",
            "/runbook",
            "/deployment_strategy");
    JsonNode value = mutant.at("implementation", section);
    return value.isMissingNode() || mutant.json("plan").isEmpty()
        ? mutant.did("no " + section + " to move")
        : mutant
            .remove("implementation", section)
            .set("plan", section, value)
            .did(section + " moved to the plan");
  }
}
