package io.productionguardian.benchmarks;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.productionguardian.document.Document.Limits;
import io.productionguardian.document.Document;
import io.productionguardian.document.Node;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The rows of one run, and on what it ran.
 *
 * @param machine what a reader needs to know of it, by name
 * @param rows in the order in which they were first measured
 */
record Results(Map<String, String> machine, List<Row> rows) {

  Results {
    machine = ImmutableMap.copyOf(machine);
    rows = ImmutableList.copyOf(rows);
  }


  private static final JsonMapper JSON = new JsonMapper();

  /** Rows that were measured twice become one. */
  static Results of(Map<String, String> machine, Iterable<Row> measured) {
    Map<String, Row> rows = new LinkedHashMap<>();
    measured.forEach(row -> rows.merge(row.input() + " " + row.name(), row, Row::and));
    return new Results(ImmutableMap.copyOf(machine), ImmutableList.copyOf(rows.values()));
  }

  Optional<Row> row(String name, String input) {
    return rows.stream()
        .filter(row -> row.name().equals(name) && row.input().equals(input))
        .findFirst();
  }

  /** The baseline of an input, or else that of the example. */
  Optional<Row> baseline(String input) {
    return row(Row.BASELINE, input).or(() -> row(Row.BASELINE, LargeEpics.EXAMPLE));
  }

  /** How many times the baseline a row takes; empty when the run has none. */
  Optional<Double> ratio(Row row) {
    return baseline(row.input()).map(base -> row.micros() / base.micros());
  }

  /** Between what that ratio lies. */
  Optional<Interval> ratios(Row row) {
    return baseline(row.input()).map(base -> row.time().over(base.time()));
  }

  String json() {
    ObjectNode root = JSON.createObjectNode();
    ObjectNode about = root.putObject("machine");
    machine.forEach(about::put);
    ArrayNode list = root.putArray("rows");
    for (Row row : rows) {
      ObjectNode node = list.addObject();
      node.put("name", row.name());
      node.put("input", row.input());
      node.put("us", row.micros());
      node.put("error_us", row.error());
      node.put("wall_us", row.wall());
      node.put("bytes", row.bytes());
      ratio(row).ifPresent(ratio -> node.put("ratio", ratio));
    }
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
  }

  /**
   * Reads what {@link #json} wrote.
   *
   * @throws IOException if the file is something else
   */
  static Results read(Path file) throws IOException {
    Document document =
        Document.read(
            file.toString(), Files.readAllBytes(file), Document.Format.JSON, Limits.STANDARD);
    Node root =
        document
            .root()
            .filter(it -> document.complete())
            .filter(it -> it.get("rows").isPresent())
            .orElseThrow(() -> new IOException(file + " is not what a run writes"));
    ImmutableMap.Builder<String, String> machine = ImmutableMap.builder();
    root.get("machine")
        .map(Node::members)
        .orElse(Map.of())
        .forEach((name, value) -> machine.put(name, value.scalar().orElse("")));
    return new Results(
        machine.buildOrThrow(),
        root.get("rows").orElseThrow().items().stream()
            .map(
                node ->
                    new Row(
                        node.get("name").flatMap(Node::text).orElse(""),
                        node.get("input").flatMap(Node::text).orElse(""),
                        number(node, "us"),
                        number(node, "error_us"),
                        number(node, "wall_us"),
                        number(node, "bytes")))
            .collect(ImmutableList.toImmutableList()));
  }

  private static double number(Node node, String name) {
    return node.get(name).flatMap(Node::number).map(BigDecimal::doubleValue).orElse(Double.NaN);
  }
}
