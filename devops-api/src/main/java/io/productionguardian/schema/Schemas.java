package io.productionguardian.schema;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import com.networknt.schema.path.PathType;
import io.productionguardian.document.Document.Fault;
import io.productionguardian.document.Node;
import io.productionguardian.text.OneLine;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apiguardian.api.API;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Holds documents against the published schemas. Compiled on first use and kept; thread-safe.
 *
 * @since 0.1.0
 */
@API(status = API.Status.INTERNAL, since = "0.1.0")
public final class Schemas {

  /** More than this many violations of one document tell a reader nothing new. */
  private static final int MOST_VIOLATIONS = 100;

  private static final int LONGEST_MESSAGE = 300;

  private static final BigDecimal BEYOND = BigDecimal.valueOf(Double.MAX_VALUE);

  /** The validator throws for a fraction further from zero; no limit in a schema is so far. */
  private static final BigDecimal FARTHEST = new BigDecimal("9223372036854775806.5");

  private static final Supplier<Map<SchemaName, Schema>> COMPILED =
      Suppliers.memoize(Schemas::compile);

  private static final ImmutableMap<SchemaName, Supplier<Predicate<Node>>> ACCEPTANCES =
      Maps.toMap(
          EnumSet.allOf(SchemaName.class), name -> Suppliers.memoize(() -> Acceptance.of(name)));

  private Schemas() {}

  /** The schema's own text. */
  public static String text(SchemaName name) {
    try (InputStream in = Schemas.class.getResourceAsStream("v1/" + name.fileName())) {
      if (in == null) {
        throw new IllegalStateException("the library lacks its schema " + name.fileName());
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a schema does not allow in a document, by place; empty when all of it is allowed. */
  public static List<Fault> validate(SchemaName name, Node document) {
    if (accepts(name, document)) {
      // where assertions are on, as in tests, the validator judges every document all the same
      assert violations(name, document).isEmpty() : name + " accepts what it must not";
      return ImmutableList.of();
    }
    return violations(name, document);
  }

  /** Whether all of it is allowed, found out without what it takes to say why not. */
  static boolean accepts(SchemaName name, Node document) {
    Supplier<Predicate<Node>> acceptance = ACCEPTANCES.get(name);
    return acceptance != null && acceptance.get().test(document);
  }

  /** The same by the validator alone. */
  public static List<Fault> violations(SchemaName name, Node document) {
    Schema schema = COMPILED.get().get(name);
    if (schema == null) {
      throw new IllegalStateException("no schema " + name);
    }
    List<Error> errors = schema.validate(json(document));
    return errors.stream()
        .map(
            error ->
                new Fault(
                    document.nearest(pointer(error.getInstanceLocation())).place(),
                    Fault.Kind.SCHEMA,
                    oneLine(error.getMessage())))
        .distinct()
        .sorted(Comparator.comparing(Fault::place))
        .limit(MOST_VIOLATIONS)
        .collect(ImmutableList.toImmutableList());
  }

  private static Map<SchemaName, Schema> compile() {
    Map<String, String> texts =
        EnumSet.allOf(SchemaName.class).stream()
            .collect(ImmutableMap.toImmutableMap(SchemaName::id, Schemas::text));
    SchemaRegistry registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder ->
                builder
                    .schemas(texts)
                    .schemaRegistryConfig(
                        SchemaRegistryConfig.builder()
                            .pathType(PathType.JSON_POINTER)
                            .locale(Locale.ENGLISH) // messages would follow the JVM's otherwise
                            .build()));
    return EnumSet.allOf(SchemaName.class).stream()
        .collect(
            ImmutableMap.toImmutableMap(
                name -> name, name -> registry.getSchema(SchemaLocation.of(name.id()))));
  }

  static JsonNode json(Node node) {
    JsonNodeFactory factory = JsonNodeFactory.instance;
    if (node.isObject()) {
      var object = factory.objectNode();
      node.members().forEach((name, value) -> object.set(name, json(value)));
      return object;
    }
    if (node.isList()) {
      var array = factory.arrayNode();
      node.items().forEach(item -> array.add(json(item)));
      return array;
    }
    if (node.text().isPresent()) {
      return factory.stringNode(node.text().get());
    }
    if (node.bool().isPresent()) {
      return factory.booleanNode(node.bool().get());
    }
    if (node.isNull()) {
      return factory.nullNode();
    }
    BigDecimal number = number(node);
    return whole(number)
        ? factory.numberNode(number.toBigIntegerExact())
        : factory.numberNode(number.min(FARTHEST).max(FARTHEST.negate()));
  }

  /** What a number says; one beyond computing with is a number all the same. */
  static BigDecimal number(Node node) {
    return node.number().orElse(BEYOND);
  }

  /** Whether it is an integer to a schema, as 1.0 and 1e2 are. */
  static boolean whole(BigDecimal number) {
    return number.stripTrailingZeros().scale() <= 0;
  }

  /** The validator's own way to write a pointer changes control characters. */
  private static String pointer(NodePath path) {
    StringBuilder pointer = new StringBuilder();
    for (int i = 0; i < path.getNameCount(); i++) {
      String step = String.valueOf(path.getElement(i));
      pointer.append('/').append(step.replace("~", "~0").replace("/", "~1"));
    }
    return pointer.toString();
  }

  private static String oneLine(String message) {
    String line = OneLine.of(message, LONGEST_MESSAGE);
    // networknt begins with the pointer, which the place states already
    return line.startsWith("/") && line.contains(": ")
        ? line.substring(line.indexOf(": ") + 2)
        : line;
  }
}
