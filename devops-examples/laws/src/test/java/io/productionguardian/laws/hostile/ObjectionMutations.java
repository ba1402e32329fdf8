package io.productionguardian.laws.hostile;

import static io.productionguardian.laws.hostile.Mutation.any;

import com.google.common.collect.ImmutableList;
import io.productionguardian.laws.hostile.Mutation.Change;
import io.productionguardian.laws.hostile.Mutation.Effect;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Vetoes in the inbox of devops, in every form in which somebody may write one. They are of the
 * evening before the decision, after every consent that any mutation writes, so that none is
 * settled.
 */
final class ObjectionMutations {

  private static final List<String> SENDERS =
      List.of("quality", "tech_lead", "developer", "architect", "analyst");

  private static final List<String> NAMES =
      List.of(
          "veto_2026_11_19_21_00_00.yaml",
          "veto.yml",
          "veto.YAML",
          "veto.Yml",
          "veto.json",
          "veto.JSON",
          "m.yaml",
          "m.json",
          "veto",
          "README",
          "veto.md",
          "veto.txt",
          "veto.yaml.bak",
          "veto.yaml~",
          "veto.jsonl",
          "veto.ndjson",
          "sub/veto.yaml",
          "a b.yaml",
          "véto.yaml",
          ".veto.yaml",
          "veto.yaml.txt",
          "a/b/c/veto.json",
          "veto.xml",
          "veto.toml",
          "veto.log",
          "approve_2026_11_19_21_00_00.yaml",
          "draft.yaml",
          "veto.json5",
          "veto.png",
          "0");

  private static final List<String> HARMLESS_DOCUMENTS =
      List.of(
          "from: quality\nto: devops\nepic_id: epic_25\niteration: 1\ntype: approve\n",
          "# nothing\n",
          "{}\n",
          "type: info\nfrom: analyst\n",
          "null\n");

  static final ImmutableList<Mutation> ALL =
      ImmutableList.of(
          of("a veto in flat YAML", (m, r) -> message(m, r, flat(r))),
          of("a veto in JSON", (m, r) -> message(m, r, json(object(r), r))),
          of("a veto in header and body", (m, r) -> message(m, r, json(headed(r), r))),
          of("a veto in compact keys", (m, r) -> message(m, r, json(compact(r), r))),
          of(
              "a veto wrapped or in a list",
              (m, r) -> message(m, r, json(wrapped(object(r), r), r))),
          of("a veto behind other documents", (m, r) -> message(m, r, behind(r))),
          of("a veto by another name", (m, r) -> message(m, r, json(renamed(r), r))),
          of("a veto in odd YAML", (m, r) -> message(m, r, odd(r))),
          of("a veto in other bytes", ObjectionMutations::encoded),
          of("a veto in a broken file", (m, r) -> message(m, r, broken(flat(r), r))),
          of("blocking, whatever the type", (m, r) -> message(m, r, json(blocking(r), r))),
          of("a veto that others settle", ObjectionMutations::settledByOthers));

  private ObjectionMutations() {}

  private static Mutation of(String kind, Change change) {
    return new Mutation(kind, Effect.FORBIDS, change);
  }

  private static Mutant message(Mutant mutant, RandomGenerator random, String text) {
    return message(mutant, random, text.getBytes(StandardCharsets.UTF_8), text);
  }

  private static Mutant message(Mutant mutant, RandomGenerator random, byte[] bytes, String text) {
    String path = Mutant.INBOX + any(random, NAMES);
    return mutant
        .with(path, bytes)
        .did(
            path.substring(Mutant.INBOX.length()) + ": " + Mutant.JSON.writeValueAsString(text),
            Claim.ofFile("a message objects", path, bytes));
  }

  static String time(RandomGenerator random) {
    return "2026_11_19_2%d_%02d_00".formatted(random.nextInt(4), random.nextInt(60));
  }

  /** The members of a message that objects by its type. */
  private static ObjectNode object(RandomGenerator random) {
    ObjectNode message = frame(random);
    set(
        message,
        any(random, "type", "type", "decision", "verdict", "status", "subject"),
        Spellings.objection(random),
        random);
    if (random.nextBoolean()) {
      message.putObject("content").put("violation", "The load test failed").put("blocking", true);
    }
    return message;
  }

  private static ObjectNode frame(RandomGenerator random) {
    ObjectNode message = Mutant.JSON.createObjectNode();
    if (random.nextInt(8) > 0) {
      message.put("from", Spellings.cased(any(random, SENDERS), random));
    }
    if (random.nextInt(6) > 0) {
      message.put("to", any(random, "devops", "all", "quality"));
    }
    if (random.nextInt(6) > 0) {
      message.put("timestamp", time(random));
    }
    if (random.nextInt(6) > 0) {
      message.put("epic_id", any(random, "epic_25", "epic_25", "epic_25 ", "EPIC_25"));
    }
    if (random.nextInt(4) > 0) {
      message.set(
          "iteration",
          Mutant.read(
              any(
                  random,
                  "1",
                  "1",
                  "\"1\"",
                  "2",
                  "3",
                  "0",
                  "7",
                  "\"final\"",
                  "null",
                  "-1",
                  "1.0",
                  "[1]")));
    }
    return message;
  }

  /** The word, now and then in a list, an object or under a key in capitals. */
  private static void set(ObjectNode message, String name, String word, RandomGenerator random) {
    switch (random.nextInt(8)) {
      case 0 -> message.set(name, Mutant.JSON.createArrayNode().add(word));
      case 1 -> message.set(name, Mutant.JSON.createArrayNode().add("info").add(word));
      case 2 -> message.putObject(name).put(any(random, "kind", "value", "name"), word);
      case 3 -> message.put(Spellings.cased(name, random), word);
      default -> message.put(name, word);
    }
  }

  private static ObjectNode headed(RandomGenerator random) {
    ObjectNode message = Mutant.JSON.createObjectNode();
    ObjectNode header = frame(random);
    ObjectNode body = Mutant.JSON.createObjectNode().put("summary", "The load test failed");
    set(
        random.nextBoolean() ? header : body,
        any(random, "type", "decision", "verdict"),
        Spellings.objection(random),
        random);
    message.set(any(random, "header", "header", "Header", "meta"), header);
    message.set(any(random, "body", "body", "Body", "payload"), body);
    return message;
  }

  private static ObjectNode compact(RandomGenerator random) {
    ObjectNode message = Mutant.JSON.createObjectNode();
    message.put("d", "2026-11-19").put("r", any(random, SENDERS)).put("epic", "epic_25");
    message.put("st", Spellings.objection(random));
    message.putArray("sm").add("The load test failed");
    message.putArray("nx");
    return message;
  }

  private static JsonNode wrapped(JsonNode message, RandomGenerator random) {
    ArrayNode list = Mutant.JSON.createArrayNode();
    return switch (random.nextInt(6)) {
      case 0 -> list.add(message);
      case 1 -> list.add(Mutant.read("{\"type\": \"info\", \"from\": \"analyst\"}")).add(message);
      case 2 ->
          Mutant.JSON
              .createObjectNode()
              .set(any(random, "message", "data", "payload", "event", "veto_message"), message);
      case 3 ->
          Mutant.JSON
              .createObjectNode()
              .set(any(random, "messages", "items", "history"), list.add(message));
      case 4 -> wrapped(wrapped(message, random), random);
      default -> list.add(list.arrayNode().add(message));
    };
  }

  private static String behind(RandomGenerator random) {
    String first = any(random, HARMLESS_DOCUMENTS);
    return switch (random.nextInt(5)) {
      case 0 -> first + "---\n" + flat(random);
      case 1 -> first + "...\n---\n" + flat(random) + "---\n" + first;
      case 2 -> "---\n---\n" + flat(random);
      case 3 ->
          "{\"type\": \"info\", \"from\": \"analyst\"}"
              + any(random, "\n", " ", "")
              + object(random);
      default -> first + "--- " + object(random);
    };
  }

  private static ObjectNode renamed(RandomGenerator random) {
    ObjectNode message =
        frame(random).put("type", any(random, "info", "approve", "review", "status"));
    String word = Spellings.objection(random);
    ObjectNode within =
        random.nextBoolean()
            ? message
            : message.putObject(any(random, "content", "body", "details", "review", "result"));
    within.put(
        any(
            random,
            "decision",
            "verdict",
            "status",
            "review_status",
            "outcome",
            "recommendation",
            "gate",
            "release_decision",
            "message_type"),
        word);
    return message;
  }

  private static ObjectNode blocking(RandomGenerator random) {
    ObjectNode message =
        frame(random)
            .put(
                "type",
                any(
                    random,
                    "security_concern",
                    "gate",
                    "finding",
                    "beanstandung",
                    "xyz",
                    "escalation"));
    JsonNode yes = Mutant.read(any(random, "true", "true", "\"true\"", "\"yes\"", "\"True\"", "1"));
    ObjectNode within =
        random.nextBoolean() ? message : message.putObject(any(random, "content", "body"));
    within.set(any(random, "blocking", "blocking", "Blocking", "is_blocking"), yes);
    return message;
  }

  /** YAML that most people write. */
  private static String flat(RandomGenerator random) {
    return yaml(object(random), random.nextBoolean() ? "\"" : "");
  }

  private static String yaml(ObjectNode message, String quote) {
    StringBuilder text = new StringBuilder();
    message
        .properties()
        .forEach(
            member -> {
              boolean plain =
                  member.getValue().isString()
                      && member.getValue().stringValue().matches("[a-z_]+")
                      && quote.isEmpty();
              text.append(member.getKey())
                  .append(": ")
                  .append(plain ? member.getValue().stringValue() : member.getValue().toString())
                  .append('\n');
            });
    return text.toString();
  }

  private static String json(JsonNode message, RandomGenerator random) {
    return random.nextBoolean() ? message.toString() : message.toPrettyString();
  }

  private static String odd(RandomGenerator random) {
    String word = any(random, Spellings.OBJECTIONS);
    String frame = "from: " + any(random, SENDERS) + "\ntimestamp: " + time(random) + "\n";
    String at = any(random, "type", "decision", "verdict");
    return switch (random.nextInt(14)) {
      case 0 -> frame + at + ": >-\n  " + word + "\n";
      case 1 -> frame + at + ": |\n  " + word + "\n";
      case 2 -> frame + "x: &a " + word + "\n" + at + ": *a\n";
      case 3 -> frame + at + ": !!str " + word + "\n";
      case 4 -> frame + "? " + at + "\n: " + word + "\n";
      case 5 -> "base: &b {" + at + ": " + word + "}\nm:\n  <<: *b\n" + frame;
      case 6 -> "<<: {" + at + ": " + word + "}\n" + frame;
      case 7 -> "%YAML 1.1\n---\n" + frame + at + ": " + word + "\n";
      case 8 ->
          frame
              + at
              + ": \"\\u"
              + "%04x".formatted((int) word.charAt(0))
              + word.substring(1)
              + "\"\n";
      case 9 ->
          (frame + at + ": " + word + "\n")
              .replace("\n", any(random, "\r\n", "\r", "\t\n", " # x\n"));
      case 10 -> "{" + frame.strip().replace("\n", ", ") + ", " + at + ": " + word + "}";
      case 11 -> frame + "\"" + at + "\" : '" + word + "'\n";
      case 12 -> frame + at + ": !veto " + word + "\n";
      default -> frame + "type: approve\n" + at + ": " + word + "\ntype: approve\n";
    };
  }

  private static Mutant encoded(Mutant mutant, RandomGenerator random) {
    String text = random.nextBoolean() ? flat(random) : json(object(random), random);
    Charset charset =
        any(
            random,
            StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16BE,
            StandardCharsets.UTF_8,
            Charset.forName("UTF-32BE"));
    String mark = random.nextInt(3) > 0 || charset.equals(StandardCharsets.UTF_8) ? "\ufeff" : "";
    String tail = any(random, "", "", "\0", "\u2028", "\u001a");
    return message(mutant, random, (mark + text + tail).getBytes(charset), charset + " " + text);
  }

  private static String broken(String text, RandomGenerator random) {
    return switch (random.nextInt(6)) {
      case 0 -> "<<<<<<< HEAD\n" + text + "=======\ntype: approve\n>>>>>>> b\n";
      case 1 -> text + "note: a: b: c\n";
      case 2 -> text + "note: \"a\" b\"\n";
      case 3 -> "\t" + text;
      case 4 -> text + "note: [\n";
      default -> text + "a: *nowhere\n";
    };
  }

  /** Quality vetoes; others withdraw it, or quality does so too early, too late or elsewhere. */
  private static Mutant settledByOthers(Mutant mutant, RandomGenerator random) {
    String frame =
        "from: %s\nto: devops\ntimestamp: \"%s\"\nepic_id: %s\niteration: %s\ntype: %s\n";
    int iteration = 1 + random.nextInt(2);
    String veto = frame.formatted("quality", "2026_11_19_18_30_00", "epic_25", iteration, "veto");
    List<String> settled = new ArrayList<>();
    settled.add(
        frame.formatted(
            any(random, "tech_lead", "developer", "devops", "architect"),
            "2026_11_19_19_00_00",
            "epic_25",
            "1",
            "approve"));
    settled.add(frame.formatted("quality", "2026_11_19_19_00_00", "epic_26", "1", "approve"));
    settled.add(frame.formatted("quality", "2026_11_19_18_00_00", "epic_25", "1", "approve"));
    settled.add(frame.formatted("quality", "2026_11_20_12_00_00", "epic_25", "1", "approve"));
    settled.add(frame.formatted("quality", "2099_01_01_00_00_00", "epic_25", "3", "approve"));
    settled.add(frame.formatted("quality", "2026_11_19_19_00_00", "epic_25", "1", "info"));
    String settles = any(random, settled);
    byte[] bytes = veto.getBytes(StandardCharsets.UTF_8);
    String path = Mutant.INBOX + "veto_2026_11_19_18_30_00.yaml";
    return mutant
        .with(path, bytes)
        .with(Mutant.INBOX + "settles.yaml", settles)
        .did(
            Mutant.JSON.writeValueAsString(veto)
                + " settled by "
                + Mutant.JSON.writeValueAsString(settles),
            Claim.ofFile("a veto that nobody settled", path, bytes));
  }
}
