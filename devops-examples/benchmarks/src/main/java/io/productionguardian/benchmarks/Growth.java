package io.productionguardian.benchmarks;

import io.productionguardian.model.EpicLayout;

import com.google.common.collect.ImmutableList;
import io.productionguardian.dossier.Dossier;
import java.util.List;
import java.util.stream.Stream;

/** Inputs of three sizes each. */
final class Growth {

  static final List<String> PLANS = named(LargeEpics.PLAN, 1, 10, 100);
  static final List<String> LOGS = named(LargeEpics.LOG, 1_000, 10_000, 100_000);
  static final List<String> RULES = named("", 10, 100, 1_000);

  /**
   * How large.
   *
   * @param number how many
   * @param unit of what
   */
  record Size(double number, String unit) {}

  private Growth() {}

  /** The rows of so many rules, by name. */
  static List<String> manyRules() {
    return RULES.stream().map(of -> "assess " + of).collect(ImmutableList.toImmutableList());
  }

  static Size size(Row row) {
    if (row.input().startsWith(LargeEpics.PLAN)) {
      int bytes =
          EpicLayout.REQUIRED.stream()
              .flatMap(
                  name -> LargeEpics.snapshot(row.input()).file(EpicLayout.artifact(name)).stream())
              .mapToInt(file -> file.content().length)
              .sum();
      return new Size(bytes, "bytes");
    }
    return row.input().startsWith(LargeEpics.LOG)
        ? new Size(behind(row.input(), LargeEpics.LOG), "log entries")
        : new Size(behind(row.name(), "assess "), "rules");
  }

  private static int behind(String text, String prefix) {
    return Integer.parseInt(text.substring(prefix.length()));
  }

  private static List<String> named(String prefix, Integer... sizes) {
    return Stream.of(sizes).map(size -> prefix + size).collect(ImmutableList.toImmutableList());
  }
}
