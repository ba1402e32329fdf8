package io.productionguardian.laws.hostile;

import static io.productionguardian.laws.hostile.Mutation.any;

import com.google.common.collect.ImmutableList;
import io.productionguardian.laws.hostile.Mutation.Change;
import io.productionguardian.laws.hostile.Mutation.Effect;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;

/**
 * Anything at any place. Nobody can say beforehand what comes of it, so only what the oracle reads
 * in the files speaks; most of all it looks for exceptions and for what takes long.
 */
final class FreeMutations {

  private static final List<String> ARTIFACTS = List.of("review", "implementation", "plan");

  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "false",
          "0",
          "-1",
          "1.5",
          "1e400",
          "-1e-400",
          "99999999999999999999",
          "\"\"",
          "\"x\"",
          "\"tbd\"",
          "\"\\u2028\"",
          "\"\\ud83d\"",
          "\"\\u0000\"",
          "\"no\"",
          "[]",
          "[null]",
          "[[]]",
          "{}",
          "{\"\": null}",
          "\"1.5 2.5\"",
          "\"%s%n\"",
          "\"${a}\"",
          "\"{{\"");

  static final ImmutableList<Mutation> ALL =
      ImmutableList.of(
          of("any member left out", FreeMutations::leftOut),
          of("any value", FreeMutations::value),
          of("any long value", FreeMutations::longValue),
          of("any member within itself", FreeMutations::nested),
          of("any file left out", FreeMutations::withoutFile),
          of("any file cut off", FreeMutations::cutOff),
          of("any byte another", FreeMutations::otherByte),
          of("any bytes in any file", FreeMutations::bytes));

  private FreeMutations() {}

  private static Mutation of(String kind, Change change) {
    return new Mutation(kind, Effect.FREE, change);
  }

  private interface At {
    Mutant at(String artifact, String pointer);
  }

  private static Mutant anywhere(Mutant mutant, RandomGenerator random, At change) {
    String artifact = any(random, ARTIFACTS);
    List<String> pointers = mutant.pointers(artifact);
    return pointers.isEmpty()
        ? mutant.did("nothing in " + artifact)
        : change.at(artifact, any(random, pointers));
  }

  private static Mutant leftOut(Mutant mutant, RandomGenerator random) {
    return anywhere(
        mutant,
        random,
        (artifact, at) -> mutant.remove(artifact, at).did("without " + artifact + at));
  }

  private static Mutant value(Mutant mutant, RandomGenerator random) {
    JsonNode value = Mutant.read(any(random, VALUES));
    return anywhere(
        mutant,
        random,
        (artifact, at) -> mutant.set(artifact, at, value).did(artifact + at + " = " + value));
  }

  /** The kinds of text that patterns with two ways to match take long for. */
  private static Mutant longValue(Mutant mutant, RandomGenerator random) {
    String part =
        any(
            random, " ", "a", "1", "1m", "<", "{{", "> 1% ", "-", "\u0301", "\n", "(a", "\"", "./",
            "rate(", "tbd ", "0 ", "://", "a@", "=", "'");
    int length = 1000 << random.nextInt(5);
    JsonNode value =
        Mutant.JSON.valueToTree(part.repeat(length / part.length()) + any(random, "", "!"));
    return anywhere(
        mutant,
        random,
        (artifact, at) ->
            mutant
                .set(artifact, at, value)
                .did(
                    artifact
                        + at
                        + " = "
                        + length
                        + " characters of "
                        + Mutant.JSON.writeValueAsString(part)));
  }

  private static Mutant nested(Mutant mutant, RandomGenerator random) {
    boolean list = random.nextBoolean();
    return anywhere(
        mutant,
        random,
        (artifact, at) -> {
          JsonNode value = mutant.at(artifact, at);
          JsonNode within =
              list
                  ? Mutant.JSON.createArrayNode().add(value)
                  : Mutant.JSON.createObjectNode().set("value", value);
          return mutant
              .set(artifact, at, within)
              .did(artifact + at + " in " + (list ? "[]" : "{}"));
        });
  }

  private static String anyFile(Mutant mutant, RandomGenerator random) {
    return any(random, List.copyOf(mutant.files().keySet()));
  }

  private static Mutant withoutFile(Mutant mutant, RandomGenerator random) {
    String path = anyFile(mutant, random);
    return mutant.without(path).did("without " + path);
  }

  private static Mutant cutOff(Mutant mutant, RandomGenerator random) {
    String path = anyFile(mutant, random);
    byte[] bytes = bytes(mutant, path);
    int length = bytes.length == 0 ? 0 : random.nextInt(bytes.length);
    return mutant
        .with(path, Arrays.copyOf(bytes, length))
        .did(path + " cut to " + length + " bytes");
  }

  private static Mutant otherByte(Mutant mutant, RandomGenerator random) {
    String path = anyFile(mutant, random);
    byte[] bytes = bytes(mutant, path).clone();
    if (bytes.length == 0) {
      return mutant.did("no byte in " + path);
    }
    int at = random.nextInt(bytes.length);
    bytes[at] = (byte) random.nextInt(256);
    return mutant.with(path, bytes).did(path + " byte " + at + " = " + bytes[at]);
  }

  private static byte[] bytes(Mutant mutant, String path) {
    byte[] bytes = mutant.files().get(path);
    return bytes == null ? new byte[0] : bytes;
  }

  private static Mutant bytes(Mutant mutant, RandomGenerator random) {
    String path =
        any(
            random,
            Mutant.INBOX + "m.yaml",
            Mutant.INBOX + "m.json",
            Mutant.LOG,
            Mutant.EVIDENCE + "a.json",
            Mutant.EVIDENCE + "a.xml",
            Mutant.EVIDENCE + "a.sarif",
            Mutant.artifact("deployment"),
            Mutant.ARTIFACTS + "runbook.md",
            Mutant.ARTIFACTS + "cicd.yaml");
    byte[] bytes = new byte[random.nextInt(60)];
    String of = random.nextBoolean() ? "{}[]\":,-#&*!|>'%@\\ \n\tab0<>/=?" : null;
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (of == null ? random.nextInt(256) : of.charAt(random.nextInt(of.length())));
    }
    return mutant
        .with(path, bytes)
        .did(
            path
                + " = "
                + Mutant.JSON.writeValueAsString(new String(bytes, StandardCharsets.ISO_8859_1)));
  }
}
