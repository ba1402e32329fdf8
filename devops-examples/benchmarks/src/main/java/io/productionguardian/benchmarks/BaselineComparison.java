package io.productionguardian.benchmarks;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which rows of a run got worse than they were in one that was kept.
 *
 * @param text the table
 * @param worse the rows that take longer or allocate more, beyond the noise
 */
record BaselineComparison(String text, List<String> worse) {

  BaselineComparison {
    worse = ImmutableList.copyOf(worse);
  }


  /**
   * Allocation hardly varies; what does is when the JIT compiler finds out that it can do without.
   */
  private static final double MORE_BYTES = 1.1;

  private static final String SLOWER = "SLOWER";
  private static final String MORE = "MORE BYTES";

  static BaselineComparison of(Results kept, Results now) {
    StringBuilder text = new StringBuilder();
    ImmutableList.Builder<String> worse = ImmutableList.builder();
    kept.machine().forEach((name, value) -> Table.line(text, "kept %-9s %s", name, value));
    now.machine().forEach((name, value) -> Table.line(text, "new  %-9s %s", name, value));
    text.append('\n');
    Table.line(
        text, "%-48s %9s %9s %8s %12s %12s  %s", "", "×", "now ×", "%", "bytes", "now bytes", "");
    for (Row row : now.rows()) {
      String name = row.input() + " " + row.name();
      Optional<Row> before = kept.row(row.name(), row.input());
      if (before.isEmpty()) {
        Table.line(text, "%-48s  is new", name);
        continue;
      }
      String verdict = verdict(kept, before.get(), now, row);
      double was = kept.ratio(before.get()).orElse(Double.NaN);
      double is = now.ratio(row).orElse(Double.NaN);
      Table.line(
          text,
          "%-48s %9s %9s %8s %12s %12s  %s",
          name,
          Table.number(was),
          Table.number(is),
          String.format(Locale.ROOT, "%+.0f", (is / was - 1) * 100),
          Table.whole(before.get().bytes()),
          Table.whole(row.bytes()),
          verdict);
      if (verdict.contains(SLOWER) || verdict.contains(MORE)) {
        worse.add(name);
      }
    }
    return new BaselineComparison(text.toString(), worse.build());
  }

  /**
   * Machines differ, and one machine from hour to hour, so ratios to the same run's baseline are
   * compared: a row got slower when the least that its ratio may be now is above the most that it
   * may have been.
   */
  private static String verdict(Results kept, Row before, Results now, Row row) {
    Optional<Interval> was = kept.ratios(before);
    Optional<Interval> is = now.ratios(row);
    if (row.isBaseline() || was.isEmpty() || is.isEmpty()) {
      return "";
    }
    String time = is.get().above(was.get()) ? SLOWER : was.get().above(is.get()) ? "faster" : "";
    String bytes =
        row.bytes() > before.bytes() * MORE_BYTES
            ? MORE
            : row.bytes() * MORE_BYTES < before.bytes() ? "fewer bytes" : "";
    return time + (time.isEmpty() || bytes.isEmpty() ? "" : ", ") + bytes;
  }
}
