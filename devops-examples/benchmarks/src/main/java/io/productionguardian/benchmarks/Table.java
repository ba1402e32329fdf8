package io.productionguardian.benchmarks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Results for people. */
final class Table {

  private static final String STEPS = "%-40s %12s %10s %9s %12s %14s";
  private static final String GROWTH = "%-24s %12s %12s %10s %14s %12s";

  private Table() {}

  static String of(Results results) {
    StringBuilder text = new StringBuilder();
    results.machine().forEach((name, value) -> line(text, "%-9s %s", name, value));
    results.rows().stream()
        .filter(row -> !isGrowth(row))
        .collect(Collectors.groupingBy(Row::input, LinkedHashMap::new, Collectors.toList()))
        .forEach((input, rows) -> steps(text, results, input, rows));
    growth(text, results);
    return text.toString();
  }

  private static void steps(StringBuilder text, Results results, String input, List<Row> rows) {
    line(text, STEPS, "\n" + input, "µs", "±", "×", "wall µs", "bytes");
    for (Row row : rows) {
      line(
          text,
          STEPS,
          row.name(),
          number(row.micros()),
          number(row.error()),
          results.ratio(row).map(Table::number).orElse("-"),
          number(row.wall()),
          whole(row.bytes()));
    }
  }

  private static boolean isGrowth(Row row) {
    return Growth.PLANS.contains(row.input())
        || Growth.LOGS.contains(row.input())
        || Growth.manyRules().contains(row.name());
  }

  /** If time grows as the input does, the last column stays as it is. */
  private static void growth(StringBuilder text, Results results) {
    List<Row> rows = results.rows().stream().filter(Table::isGrowth).toList();
    if (rows.isEmpty()) {
      return;
    }
    line(text, GROWTH, "\ngrowth", "size", "µs", "±", "bytes", "ns/size");
    for (Row row : rows) {
      Growth.Size size = Growth.size(row);
      line(
          text,
          GROWTH,
          row.name() + " (" + size.unit() + ")",
          whole(size.number()),
          number(row.micros()),
          number(row.error()),
          whole(row.bytes()),
          number(row.micros() * 1_000 / size.number()));
    }
  }

  /**
   * How far apart the baseline lay at both ends of the run, and how wide the middle row's error is.
   */
  static String noise(List<Row> measured) {
    String drift =
        measured.stream()
            .filter(row -> row.isBaseline() && row.input().equals(LargeEpics.EXAMPLE))
            .map(row -> number(row.micros()) + " ± " + number(row.error()) + " µs")
            .collect(Collectors.joining(", then "));
    List<Double> errors =
        measured.stream().map(row -> row.error() / row.micros() * 100).sorted().toList();
    String median =
        errors.isEmpty()
            ? "-"
            : String.format(Locale.ROOT, "±%.0f %%", errors.get(errors.size() / 2));
    return "baseline " + drift + "; median error " + median;
  }

  static String number(double value) {
    int digits = value >= 100 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : 3;
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%,." + digits + "f", value);
  }

  static String whole(double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%,.0f", value);
  }

  static void line(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values).stripTrailing()).append('\n');
  }
}
