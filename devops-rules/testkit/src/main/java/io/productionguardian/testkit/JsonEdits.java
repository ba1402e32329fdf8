package io.productionguardian.testkit;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Edits of JSON documents at a pointer. */
final class JsonEdits {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private JsonEdits() {}

  static byte[] set(byte[] document, String pointer, String json) {
    JsonNode root = read(document);
    JsonPointer at = JsonPointer.compile(pointer);
    JsonNode value = read(json.getBytes(StandardCharsets.UTF_8));
    JsonNode parent = parent(root, at);
    String name = name(at);
    if (parent instanceof ObjectNode object) {
      object.set(name, value);
    } else if (parent instanceof ArrayNode list && name.equals("-")) {
      list.add(value);
    } else if (parent instanceof ArrayNode list && list.has(at.last().getMatchingIndex())) {
      list.set(at.last().getMatchingIndex(), value);
    } else {
      throw new AssertionError("nothing can be set at " + pointer);
    }
    return write(root);
  }

  static byte[] remove(byte[] document, String pointer) {
    JsonNode root = read(document);
    JsonPointer at = JsonPointer.compile(pointer);
    JsonNode parent = parent(root, at);
    JsonNode removed = null;
    if (parent instanceof ObjectNode object) {
      removed = object.remove(name(at));
    } else if (parent instanceof ArrayNode list && at.last().getMatchingIndex() >= 0) {
      removed = list.remove(at.last().getMatchingIndex());
    }
    if (removed == null) {
      throw new AssertionError("nothing stands at " + pointer);
    }
    return write(root);
  }

  /** Whether a text stands at a pointer. */
  static boolean isText(byte[] document, String pointer) {
    return read(document).at(pointer).isString();
  }

  /** The pointers of everything below the root, in the document's order. */
  static List<String> pointers(byte[] document) {
    ImmutableList.Builder<String> pointers = ImmutableList.builder();
    collect(read(document), JsonPointer.empty(), pointers);
    return pointers.build();
  }

  private static void collect(
      JsonNode node, JsonPointer at, ImmutableList.Builder<String> pointers) {
    if (!at.matches()) {
      pointers.add(at.toString());
    }
    if (node instanceof ObjectNode object) {
      object
          .properties()
          .forEach(e -> collect(e.getValue(), at.appendProperty(e.getKey()), pointers));
    }
    for (int i = 0; node instanceof ArrayNode list && i < list.size(); i++) {
      collect(list.get(i), at.appendIndex(i), pointers);
    }
  }

  /** With the members of all objects in the opposite order; empty for what has none. */
  static Optional<byte[]> reversed(byte[] document) {
    try {
      JsonNode root = MAPPER.readTree(document);
      return root.isObject() ? Optional.of(write(reversed(root))) : Optional.empty();
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private static JsonNode reversed(JsonNode node) {
    if (node instanceof ObjectNode object) {
      ObjectNode other = MAPPER.createObjectNode();
      Lists.reverse(List.copyOf(object.properties()))
          .forEach(entry -> other.set(entry.getKey(), reversed(entry.getValue())));
      return other;
    }
    if (node instanceof ArrayNode list) {
      ArrayNode other = MAPPER.createArrayNode();
      list.forEach(item -> other.add(reversed(item)));
      return other;
    }
    return node;
  }

  private static JsonNode parent(JsonNode root, JsonPointer at) {
    if (at.matches()) {
      throw new AssertionError("a pointer to the root names no member");
    }
    return root.at(at.head());
  }

  private static String name(JsonPointer at) {
    return at.last().getMatchingProperty();
  }

  private static JsonNode read(byte[] document) {
    try {
      return MAPPER.readTree(document);
    } catch (JacksonException e) {
      throw new AssertionError("not JSON: " + e.getMessage(), e);
    }
  }

  private static byte[] write(JsonNode root) {
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
  }
}
