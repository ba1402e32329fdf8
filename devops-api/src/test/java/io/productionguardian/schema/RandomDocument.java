package io.productionguardian.schema;

import io.productionguardian.document.Document;
import io.productionguardian.document.Document.Limits;
import io.productionguardian.document.Node;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** The text of a document that follows a schema, or does so but for some parts. */
final class RandomDocument {

  private static final JsonMapper JSON = new JsonMapper();

  private static final Map<String, Node> SCHEMAS =
      Stream.of(SchemaName.values())
          .collect(Collectors.toMap(SchemaName::fileName, RandomDocument::schema));

  /** At least one for every pattern of the schemas, and what nearly follows one. */
  private static final List<String> TEXTS =
      List.of(
          "a text",
          "a",
          "a-b2",
          "epic_25",
          "x.y-z:80",
          "/health",
          "500m",
          "0.5",
          "512Mi",
          "10.0.0.0/16",
          "2026-11-19",
          "2026-02-31",
          "2026-13-19",
          "2026-11-18T15:10:00Z",
          "2026-11-18t15:10:60.5+01:00",
          "2026_11_19_16_35_00",
          "2026_19_99_99_99_99",
          "0123456789abcdef".repeat(4),
          "a_B_1",
          "TBD",
          " todo later",
          "Today",
          "<name>",
          "${NAME}",
          "",
          " ",
          "\n",
          "\u00a0",
          "\ufeff",
          "\u0085",
          "\u2028",
          "😀",
          "\ud83d",
          "١٢",
          "ä");

  private static final List<String> NUMBERS =
      List.of(
          "0",
          "-0",
          "0.0",
          "1",
          "1.0",
          "10e-1",
          "1e2",
          "2",
          "3",
          "3.0000000000000000000001",
          "-1",
          "0.5",
          "1e-30",
          "99.9",
          "100",
          "100.5",
          "65535",
          "65536",
          "2147483648",
          "9223372036854775807",
          "9223372036854775808",
          "-9223372036854775809",
          "1e99");

  private static final List<String> ODD =
      List.of(
          "null",
          "true",
          "false",
          "1e400",
          "-1e400",
          "1e-400",
          "1e999999999",
          "1000000000000000000000000000000.5",
          "-1000000000000000000000000000000.5",
          "9".repeat(200),
          "1." + "0".repeat(200),
          "[]",
          "{}",
          "[null]",
          "[[[[]]]]",
          "[1, \"a\", {}]",
          "{\"a\": {\"a\": []}}",
          "\"1\"",
          "\"true\"",
          "\"null\"");

  /** What is a number, a truth value or null in YAML only. */
  private static final List<String> ODD_IN_YAML =
      List.of("0x1F", "0o17", ".inf", "-.inf", ".nan", "True", "FALSE", "~", "Null", "+1", "1.");

  private final Random random;
  private final Document.Format format;
  private final BooleanSupplier odd;

  private RandomDocument(long seed, Document.Format format, BooleanSupplier odd) {
    this.random = new Random(seed);
    this.format = format;
    this.odd = odd;
  }

  /** A document that follows the schema in all its parts. */
  static String valid(SchemaName name, long seed) {
    return new RandomDocument(seed, Document.Format.JSON, () -> false).document(name);
  }

  /** The same, but for one part. */
  static String nearlyValid(SchemaName name, long seed, Document.Format format) {
    AtomicInteger parts = new AtomicInteger();
    new RandomDocument(seed, format, () -> parts.getAndIncrement() < 0).document(name);
    int odd = new Random(seed).nextInt(parts.getAndSet(0));
    return new RandomDocument(seed, format, () -> parts.getAndIncrement() == odd).document(name);
  }

  /** One that has many parts which do not follow it. */
  static String hostile(SchemaName name, long seed, Document.Format format) {
    Random parts = new Random(~seed);
    return new RandomDocument(seed, format, () -> parts.nextInt(6) == 0).document(name);
  }

  private static Node schema(SchemaName name) {
    byte[] text = Schemas.text(name).getBytes(StandardCharsets.UTF_8);
    return Document.read(name.fileName(), text, Document.Format.JSON, Limits.STANDARD)
        .root()
        .orElseThrow();
  }

  private String document(SchemaName name) {
    return value(List.of(SCHEMAS.get(name.fileName())), 0);
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  /** A value that follows all these schemas. */
  private String value(List<Node> all, int depth) {
    List<Node> schemas = all.stream().flatMap(RandomDocument::withReferred).toList();
    if (odd.getAsBoolean()) {
      return format == Document.Format.YAML && random.nextBoolean() ? any(ODD_IN_YAML) : any(ODD);
    }
    List<Node> values =
        schemas.stream()
            .flatMap(s -> Stream.concat(s.get("const").stream(), each(s, "enum")))
            .toList();
    if (!values.isEmpty() && !odd.getAsBoolean()) {
      Node value = any(values);
      return value.text().map(JSON::writeValueAsString).or(value::scalar).orElseThrow();
    }
    Set<String> types =
        new LinkedHashSet<>(
            List.of("object", "array", "string", "number", "integer", "boolean", "null"));
    schemas.forEach(s -> s.get("type").ifPresent(type -> types.retainAll(typesOf(type))));
    return switch (any(List.copyOf(types))) {
      case "object" -> object(schemas, depth);
      case "array" -> array(schemas, depth);
      case "string" -> JSON.writeValueAsString(text(schemas));
      case "number" -> number(schemas, false);
      case "integer" -> number(schemas, true);
      case "boolean" -> any(List.of("true", "false"));
      default -> "null";
    };
  }

  private static Set<String> typesOf(Node type) {
    Set<String> types = new LinkedHashSet<>(type.texts());
    if (types.contains("number")) {
      types.add("integer");
    }
    return types;
  }

  private static Stream<Node> each(Node schema, String keyword) {
    return schema.get(keyword).stream().flatMap(list -> list.items().stream());
  }

  private static Stream<Node> withReferred(Node schema) {
    Stream<Node> referred =
        schema.get("$ref").flatMap(Node::text).stream()
            .map(
                ref -> {
                  String[] parts = ref.split("#", -1);
                  return SCHEMAS
                      .get(parts[0].isEmpty() ? schema.file() : parts[0])
                      .nearest(parts.length == 1 ? "" : parts[1]);
                });
    return Stream.concat(
        Stream.of(schema),
        Stream.concat(referred, each(schema, "allOf")).flatMap(RandomDocument::withReferred));
  }

  private String object(List<Node> schemas, int depth) {
    Map<String, List<Node>> named = new LinkedHashMap<>();
    Set<String> required = new LinkedHashSet<>();
    for (Node schema : schemas) {
      schema
          .get("properties")
          .ifPresent(
              properties ->
                  properties
                      .members()
                      .forEach(
                          (name, value) ->
                              named.computeIfAbsent(name, n -> new ArrayList<>()).add(value)));
      each(schema, "required").flatMap(node -> node.text().stream()).forEach(required::add);
    }
    List<String> members = new ArrayList<>();
    named.forEach(
        (name, values) -> {
          if (required.contains(name) ? !odd.getAsBoolean() : random.nextInt(10) < 5 - depth / 2) {
            members.add(member(name, value(values, depth + 1)));
            if (odd.getAsBoolean()) { // the second counts for nothing
              members.add(member(name, value(values, depth + 1)));
            }
          }
        });
    List<Node> others =
        schemas.stream().flatMap(s -> s.get("additionalProperties").stream()).toList();
    boolean closed = others.stream().anyMatch(s -> s.bool().equals(Optional.of(false)));
    if (closed ? odd.getAsBoolean() : random.nextInt(3) == 0) {
      List<Node> names = schemas.stream().flatMap(s -> s.get("propertyNames").stream()).toList();
      String name = text(names);
      if (!named.containsKey(name) || odd.getAsBoolean()) {
        members.add(member(name, closed ? any(ODD) : value(others, depth + 1)));
      }
    }
    return "{" + String.join(", ", members) + "}";
  }

  private static String member(String name, String value) {
    return JSON.writeValueAsString(name) + ": " + value;
  }

  private String array(List<Node> schemas, int depth) {
    int least = odd.getAsBoolean() ? 0 : (int) limit(schemas, "minItems").orElse(0.0).doubleValue();
    List<Node> items = schemas.stream().flatMap(s -> s.get("items").stream()).toList();
    return Stream.generate(() -> value(items, depth + 1))
        .limit(least + random.nextInt(3))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static Optional<Double> limit(List<Node> schemas, String keyword) {
    return schemas.stream()
        .flatMap(s -> s.get(keyword).stream())
        .flatMap(node -> node.number().stream())
        .map(Number::doubleValue)
        .findFirst();
  }

  private String text(List<Node> schemas) {
    boolean any = odd.getAsBoolean();
    int least = (int) limit(schemas, "minLength").orElse(0.0).doubleValue();
    List<Pattern> patterns =
        schemas.stream()
            .flatMap(s -> s.get("pattern").stream())
            .map(node -> Pattern.compile(node.text().orElseThrow()))
            .toList();
    List<String> following =
        TEXTS.stream()
            .filter(t -> any || t.length() >= least)
            .filter(t -> any || patterns.stream().allMatch(p -> p.matcher(t).find()))
            .toList();
    List<Function<String, String>> changes =
        Arrays.asList(t -> t + "\n", t -> "\n" + t, t -> t + " ", t -> t + "\u2028", t -> t + t);
    String text = any(following);
    return any ? any(changes).apply(text) : text;
  }

  private String number(List<Node> schemas, boolean whole) {
    double least = limit(schemas, "minimum").orElse(Double.NEGATIVE_INFINITY);
    double most = limit(schemas, "maximum").orElse(Double.POSITIVE_INFINITY);
    double above = limit(schemas, "exclusiveMinimum").orElse(Double.NEGATIVE_INFINITY);
    boolean any = odd.getAsBoolean();
    return any(
        NUMBERS.stream()
            .filter(
                written -> {
                  BigDecimal number = new BigDecimal(written);
                  double near = number.doubleValue();
                  return any
                      || (near >= least
                          && near <= most
                          && near > above
                          && !(written.length() > 20 && near <= 3)
                          && (!whole || number.stripTrailingZeros().scale() <= 0));
                })
            .toList());
  }
}
