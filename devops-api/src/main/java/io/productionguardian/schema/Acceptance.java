package io.productionguardian.schema;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.networknt.schema.regex.JDKRegularExpressionFactory;
import com.networknt.schema.regex.RegularExpression;
import io.productionguardian.document.Document;
import io.productionguardian.document.Document.Limits;
import io.productionguardian.document.Node;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a schema allows a document, and nothing of why not.
 *
 * <p>It is a schema compiled to predicates over our own tree, several times as fast as the
 * validator, which needs a tree of its own. It knows the keywords that the published schemas use
 * and compiles no schema with another one.
 */
final class Acceptance {

  private static final ImmutableSet<String> ANNOTATIONS =
      ImmutableSet.of("$schema", "$id", "$defs", "title", "description");

  /** The published schemas share their parts, each of which is read and compiled once. */
  private static final Acceptance PUBLISHED = new Acceptance();

  private final Map<String, Node> roots = new HashMap<>(); // by file
  private final Map<String, Predicate<Node>> compiled = new HashMap<>(); // by file and pointer
  private final Set<String> open = new HashSet<>();

  private Acceptance() {}

  /** A published schema, compiled. */
  static Predicate<Node> of(SchemaName name) {
    synchronized (PUBLISHED) {
      return PUBLISHED.compile(
          PUBLISHED.roots.computeIfAbsent(name.fileName(), file -> root(name)));
    }
  }

  /**
   * A schema, compiled.
   *
   * @throws UnsupportedOperationException if it has what the published schemas do not use
   */
  static Predicate<Node> of(Node schema) {
    Acceptance acceptance = new Acceptance();
    acceptance.roots.put(schema.file(), schema);
    return acceptance.compile(schema);
  }

  private static @Nullable Node published(String file) {
    return Arrays.stream(SchemaName.values())
        .filter(name -> name.fileName().equals(file))
        .map(Acceptance::root)
        .findFirst()
        .orElse(null);
  }

  private static Node root(SchemaName name) {
    byte[] text = Schemas.text(name).getBytes(StandardCharsets.UTF_8);
    return Document.read(name.fileName(), text, Document.Format.JSON, Limits.STANDARD)
        .root()
        .orElseThrow();
  }

  private Predicate<Node> compile(Node schema) {
    if (schema.bool().isPresent()) {
      boolean allowed = schema.bool().get();
      return node -> allowed;
    }
    if (!schema.isObject()) {
      throw unsupported(schema);
    }
    return all(
        schema.members().entrySet().stream()
            .filter(member -> !ANNOTATIONS.contains(member.getKey()))
            .map(member -> keyword(schema, member.getKey(), member.getValue()))
            .collect(ImmutableList.toImmutableList()));
  }

  private Predicate<Node> keyword(Node schema, String keyword, Node value) {
    return switch (keyword) {
      case "$ref" -> referred(value);
      case "allOf" ->
          all(value.items().stream().map(this::compile).collect(ImmutableList.toImmutableList()));
      case "type" ->
          value.texts().stream()
              .map(name -> type(name, value))
              .reduce(Predicate::or)
              .orElseThrow(() -> unsupported(value));
      case "const" -> constant(value);
      case "enum" ->
          value.items().stream()
              .map(Acceptance::constant)
              .reduce(Predicate::or)
              .orElseThrow(() -> unsupported(value));
      case "properties" -> properties(value);
      case "additionalProperties" -> others(schema, compile(value));
      case "propertyNames" -> names(value);
      case "required" -> required(ImmutableList.copyOf(value.texts()));
      case "items" -> items(compile(value));
      case "minItems" -> {
        int least = count(value);
        yield node -> !node.isList() || node.items().size() >= least;
      }
      case "minLength" -> {
        int least = count(value);
        yield text(text -> text.codePointCount(0, text.length()) >= least);
      }
      case "pattern" -> text(pattern(value));
      case "minimum" -> number(value, comparison -> comparison >= 0);
      case "exclusiveMinimum" -> number(value, comparison -> comparison > 0);
      case "maximum" -> number(value, comparison -> comparison <= 0);
      default -> throw unsupported(value);
    };
  }

  private Predicate<Node> referred(Node reference) {
    String[] parts = reference.text().orElseThrow(() -> unsupported(reference)).split("#", -1);
    String file = parts[0].isEmpty() ? reference.file() : parts[0];
    String pointer = parts.length == 1 ? "" : parts[1];
    Node target =
        Optional.ofNullable(roots.computeIfAbsent(file, Acceptance::published))
            .map(root -> root.nearest(pointer))
            .filter(found -> found.pointer().equals(pointer))
            .orElseThrow(() -> unsupported(reference));
    String part = file + "#" + pointer;
    Predicate<Node> known = compiled.get(part);
    if (known != null) {
      return known;
    }
    if (!open.add(part)) {
      throw unsupported(reference); // it would be compiled without end
    }
    Predicate<Node> predicate = compile(target);
    open.remove(part);
    compiled.put(part, predicate);
    return predicate;
  }

  private static Predicate<Node> all(List<Predicate<Node>> checks) {
    if (checks.size() == 1) {
      return checks.get(0);
    }
    return node -> {
      for (int i = 0; i < checks.size(); i++) {
        if (!checks.get(i).test(node)) {
          return false;
        }
      }
      return true;
    };
  }

  private static Predicate<Node> type(String name, Node at) {
    return switch (name) {
      case "object" -> Node::isObject;
      case "array" -> Node::isList;
      case "string" -> node -> node.text().isPresent();
      case "boolean" -> node -> node.bool().isPresent();
      case "null" -> Node::isNull;
      case "number" -> Acceptance::isNumber;
      case "integer" ->
          node ->
              node.integer().isPresent() || (isNumber(node) && Schemas.whole(Schemas.number(node)));
      default -> throw unsupported(at);
    };
  }

  private static Predicate<Node> constant(Node value) {
    if (value.text().isPresent()) {
      String wanted = value.text().get();
      return node -> node.text().filter(wanted::equals).isPresent();
    }
    boolean wanted = value.bool().orElseThrow(() -> unsupported(value));
    return node -> node.bool().filter(is -> is == wanted).isPresent();
  }

  private Predicate<Node> properties(Node value) {
    ImmutableMap.Builder<String, Predicate<Node>> builder = ImmutableMap.builder();
    value.members().forEach((name, schema) -> builder.put(name, compile(schema)));
    Map<String, Predicate<Node>> properties = builder.buildOrThrow();
    return node -> {
      for (Map.Entry<String, Node> member : node.members().entrySet()) {
        Predicate<Node> property = properties.get(member.getKey());
        if (property != null && !property.test(member.getValue())) {
          return false;
        }
      }
      return true;
    };
  }

  private static Predicate<Node> others(Node schema, Predicate<Node> check) {
    Set<String> named =
        schema
            .get("properties")
            .map(properties -> ImmutableSet.copyOf(properties.members().keySet()))
            .orElse(ImmutableSet.of());
    return node -> {
      for (Map.Entry<String, Node> member : node.members().entrySet()) {
        if (!named.contains(member.getKey()) && !check.test(member.getValue())) {
          return false;
        }
      }
      return true;
    };
  }

  private static Predicate<Node> names(Node value) {
    Predicate<String> pattern =
        value
            .get("pattern")
            .filter(only -> value.members().size() == 1)
            .map(Acceptance::pattern)
            .orElseThrow(() -> unsupported(value));
    return node -> node.members().keySet().stream().allMatch(pattern);
  }

  private static Predicate<Node> required(List<String> names) {
    return node -> !node.isObject() || node.members().keySet().containsAll(names);
  }

  private static Predicate<Node> items(Predicate<Node> check) {
    return node -> {
      List<Node> items = node.items();
      for (int i = 0; i < items.size(); i++) {
        if (!check.test(items.get(i))) {
          return false;
        }
      }
      return true;
    };
  }

  private static Predicate<Node> text(Predicate<String> check) {
    return node -> node.text().map(check::test).orElse(true);
  }

  /** By the validator's own way to read a pattern of ECMAScript. */
  private static Predicate<String> pattern(Node value) {
    RegularExpression pattern =
        JDKRegularExpressionFactory.getInstance()
            .getRegularExpression(value.text().orElseThrow(() -> unsupported(value)));
    return pattern::matches;
  }

  private static Predicate<Node> number(Node value, Predicate<Integer> comparison) {
    BigDecimal limit = value.number().orElseThrow(() -> unsupported(value));
    return node -> !isNumber(node) || comparison.test(Schemas.number(node).compareTo(limit));
  }

  private static boolean isNumber(Node node) {
    return node.kind() == Node.Kind.NUMBER;
  }

  private static int count(Node value) {
    return value.integer().orElseThrow(() -> unsupported(value));
  }

  private static UnsupportedOperationException unsupported(Node at) {
    return new UnsupportedOperationException("cannot compile the schema at " + at.place());
  }
}
