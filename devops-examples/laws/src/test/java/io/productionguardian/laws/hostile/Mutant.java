package io.productionguardian.laws.hostile;

import com.google.common.collect.ImmutableList;
import io.productionguardian.source.EpicSnapshot;
import io.productionguardian.testkit.Epics;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The files of an epic on its way, and what was done to them, one line a step. Nothing of the
 * library reads or edits them, so that its faults cannot hide here.
 */
record Mutant(SortedMap<String, byte[]> files, List<String> edits, List<Claim> claims) {

  static final String ARTIFACTS = "consensus/artifacts/";
  static final String EVIDENCE = ARTIFACTS + "evidence/";
  static final String INBOX = "consensus/messages/inbox/devops/";
  static final String LOG = "consensus/decision_log.jsonl";
  static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  /** The epic that is right in every way. */
  static Mutant approvable() {
    SortedMap<String, byte[]> files = new TreeMap<>();
    Epics.approvable().files().forEach((path, file) -> files.put(path, file.content()));
    return new Mutant(files, List.of(), List.of());
  }

  static String artifact(String name) {
    return ARTIFACTS + name + ".json";
  }

  /** With what was done told, and what is claimed of it. */
  Mutant did(String edit, Claim... claims) {
    return new Mutant(
        files,
        ImmutableList.<String>builder().addAll(edits).add(edit).build(),
        ImmutableList.<Claim>builder().addAll(this.claims).add(claims).build());
  }

  Mutant with(String path, byte[] content) {
    SortedMap<String, byte[]> others = new TreeMap<>(files);
    others.put(path, content);
    return new Mutant(others, edits, claims);
  }

  Mutant with(String path, String content) {
    return with(path, content.getBytes(StandardCharsets.UTF_8));
  }

  Mutant without(String path) {
    SortedMap<String, byte[]> others = new TreeMap<>(files);
    others.remove(path);
    return new Mutant(others, edits, claims);
  }

  /** With a line more at the end of a file, which may be new. */
  Mutant append(String path, String line) {
    String before = text(path).orElse("");
    String gap = before.isEmpty() || before.endsWith("\n") ? "" : "\n";
    return with(path, before + gap + line + "\n");
  }

  /** What a file says, or would say if it was proper UTF-8. */
  Optional<String> text(String path) {
    return Optional.ofNullable(files.get(path))
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  /** An artifact, the last of equal members counting; empty for what is no JSON object. */
  Optional<ObjectNode> json(String artifact) {
    try {
      return Optional.ofNullable(files.get(artifact(artifact)))
          .map(JSON::readTree)
          .filter(ObjectNode.class::isInstance)
          .map(ObjectNode.class::cast);
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  /** What stands at a place of an artifact; missing where there is nothing. */
  JsonNode at(String artifact, String pointer) {
    return json(artifact).map(root -> root.at(pointer)).orElseGet(() -> JSON.missingNode());
  }

  /** With another value at a place of an artifact; the same where the place is gone. */
  Mutant set(String artifact, String pointer, JsonNode value) {
    JsonPointer at = JsonPointer.compile(pointer);
    ObjectNode root = json(artifact).orElse(null);
    if (root == null) {
      return this;
    }
    JsonNode parent = root.at(at.head());
    if (parent instanceof ObjectNode object) {
      object.set(at.last().getMatchingProperty(), value);
    } else if (parent instanceof ArrayNode list && list.has(at.last().getMatchingIndex())) {
      list.set(at.last().getMatchingIndex(), value);
    } else {
      return this;
    }
    return with(artifact(artifact), JSON.writeValueAsBytes(root));
  }

  /** Without what stands at a place of an artifact; the same where the place is gone. */
  Mutant remove(String artifact, String pointer) {
    JsonPointer at = JsonPointer.compile(pointer);
    ObjectNode root = json(artifact).orElse(null);
    if (root == null) {
      return this;
    }
    JsonNode parent = root.at(at.head());
    if (parent instanceof ObjectNode object) {
      object.remove(at.last().getMatchingProperty());
    } else if (parent instanceof ArrayNode list && list.has(at.last().getMatchingIndex())) {
      list.remove(at.last().getMatchingIndex());
    }
    return with(artifact(artifact), JSON.writeValueAsBytes(root));
  }

  /** The places of everything in an artifact. */
  List<String> pointers(String artifact) {
    List<String> pointers = new ArrayList<>();
    json(artifact).ifPresent(root -> collect(root, JsonPointer.empty(), pointers));
    return pointers;
  }

  private static void collect(JsonNode node, JsonPointer at, List<String> pointers) {
    if (!at.matches()) {
      pointers.add(at.toString());
    }
    if (node instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> member : object.properties()) {
        collect(member.getValue(), at.appendProperty(member.getKey()), pointers);
      }
    }
    for (int i = 0; node instanceof ArrayNode list && i < list.size(); i++) {
      collect(list.get(i), at.appendIndex(i), pointers);
    }
  }

  static JsonNode read(String json) {
    return JSON.readTree(json);
  }

  /** What a gate is asked to judge. */
  EpicSnapshot snapshot() {
    EpicSnapshot.Builder snapshot = EpicSnapshot.builder(Epics.approvable().id());
    files.forEach(snapshot::file);
    return snapshot.build();
  }

  @Override
  public String toString() {
    return String.join("; ", edits);
  }
}
