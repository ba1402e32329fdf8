package io.productionguardian.laws.hostile;

import static io.productionguardian.laws.hostile.Mutation.any;

import com.google.common.collect.ImmutableList;
import io.productionguardian.laws.hostile.Mutation.Change;
import io.productionguardian.laws.hostile.Mutation.Effect;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Vetoes in the decision log, and what may hide one. */
final class LogMutations {

  private static final List<String> AGENTS =
      List.of("quality", "tech_lead", "developer", "architect", "analyst");

  static final ImmutableList<Mutation> ALL =
      ImmutableList.of(
          of("a veto in the log", (m, r) -> append(m, entry(r).toString())),
          of("a veto in the log by another name", (m, r) -> append(m, renamed(r).toString())),
          of("a veto in the log, wrapped", (m, r) -> append(m, wrapped(entry(r), r).toString())),
          of(
              "a veto in the log over several lines",
              (m, r) -> append(m, entry(r).toPrettyString())),
          of("a torn log", LogMutations::torn),
          of("a log in another form", LogMutations::other));

  private LogMutations() {}

  private static Mutation of(String kind, Change change) {
    return new Mutation(kind, Effect.FORBIDS, change);
  }

  private static Mutant append(Mutant mutant, String line) {
    return mutant
        .append(Mutant.LOG, line)
        .did("log: " + line.replace("\n", "⏎"), Claim.ofText("the log objects", Mutant.LOG, line));
  }

  private static ObjectNode frame(RandomGenerator random) {
    ObjectNode entry = Mutant.JSON.createObjectNode();
    if (random.nextInt(6) > 0) {
      entry.put("timestamp", ObjectionMutations.time(random));
    }
    entry.put("agent", Spellings.cased(any(random, AGENTS), random));
    if (random.nextInt(6) > 0) {
      entry.put("epic_id", any(random, "epic_25", "epic_25", "epic_25 ", "EPIC_25"));
    }
    if (random.nextInt(4) > 0) {
      entry.set(
          "iteration",
          Mutant.read(any(random, "1", "1", "\"1\"", "0", "7", "\"final\"", "null", "-1", "1.0")));
    }
    return entry;
  }

  private static ObjectNode entry(RandomGenerator random) {
    ObjectNode entry = frame(random);
    String word = Spellings.objection(random);
    switch (random.nextInt(6)) {
      case 0 -> entry.putArray("decision").add(word);
      case 1 -> entry.putObject("decision").put("verdict", word);
      case 2 -> entry.put(Spellings.cased("decision", random), word);
      default -> entry.put("decision", word);
    }
    if (random.nextBoolean()) {
      entry.put("source_document", "implementation.json").putArray("previous_artifacts");
      entry.putObject("details").put("reason", "the load test failed");
    }
    return entry;
  }

  private static ObjectNode renamed(RandomGenerator random) {
    ObjectNode entry = frame(random);
    String word = Spellings.objection(random);
    switch (random.nextInt(4)) {
      case 0 -> entry.put("decision", "complete").putObject("details").put("decision", word);
      case 1 -> entry.put(any(random, "verdict", "status", "type", "action", "outcome"), word);
      case 2 ->
          entry
              .put("decision", any(random, "xyz", "abgelehnt", "nein"))
              .putObject("details")
              .put("blocking", true);
      default -> entry.put("decision", "review").put("verdict", word);
    }
    return entry;
  }

  private static JsonNode wrapped(JsonNode entry, RandomGenerator random) {
    return switch (random.nextInt(4)) {
      case 0 -> Mutant.JSON.createArrayNode().add(entry);
      case 1 -> Mutant.JSON.createObjectNode().set(any(random, "entry", "log", "event"), entry);
      case 2 ->
          Mutant.JSON
              .createArrayNode()
              .add(Mutant.read("{\"agent\": \"developer\", \"decision\": \"complete\"}"))
              .add(entry);
      default ->
          Mutant.JSON
              .createObjectNode()
              .set(any(random, "entries", "decisions"), Mutant.JSON.createArrayNode().add(entry));
    };
  }

  /** Something that no reader gets past without a guess, with a veto in it. */
  private static Mutant torn(Mutant mutant, RandomGenerator random) {
    String entry = entry(random).toString();
    String harmless = "{\"agent\": \"developer\", \"decision\": \"complete\", \"iteration\": 1}";
    String line =
        switch (random.nextInt(7)) {
          case 0 -> entry.substring(0, entry.length() - 1);
          case 1 -> "{\"agent\": \"dev\n" + entry;
          case 2 -> entry.substring(1);
          case 3 -> harmless + any(random, " ", "", ",") + entry;
          case 4 -> "<<<<<<< HEAD\n" + entry + "\n=======\n" + harmless + "\n>>>>>>> b";
          case 5 -> entry.replace("\":", "\" :").replace("\"", "'");
          default -> "[" + harmless + ",\n" + entry + "\n";
        };
    return append(mutant, line);
  }

  private static Mutant other(Mutant mutant, RandomGenerator random) {
    String entry = entry(random).toString();
    String yaml = "- agent: quality\n  decision: " + any(random, Spellings.OBJECTIONS) + "\n";
    byte[] bytes =
        switch (random.nextInt(6)) {
          case 0 -> ("\ufeff" + entry).getBytes(StandardCharsets.UTF_8);
          case 1 -> ("\ufeff" + entry).getBytes(StandardCharsets.UTF_16LE);
          case 2 -> (entry + "\r" + entry + "\r").getBytes(StandardCharsets.UTF_8);
          case 3 -> yaml.getBytes(StandardCharsets.UTF_8);
          case 4 -> ("\0" + entry).getBytes(StandardCharsets.UTF_8);
          default -> ("# log\n\n\n" + entry).getBytes(StandardCharsets.UTF_8);
        };
    return mutant
        .with(Mutant.LOG, bytes)
        .did(
            "log of " + Mutant.JSON.writeValueAsString(new String(bytes, StandardCharsets.UTF_8)),
            Claim.ofFile("the log objects", Mutant.LOG, bytes));
  }
}
