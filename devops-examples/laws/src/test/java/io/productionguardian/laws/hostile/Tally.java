package io.productionguardian.laws.hostile;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What came of all epics, counted by kind of mutation. */
final class Tally {

  private static final int LONGEST = 2000;

  private final Map<String, int[]> kinds = new TreeMap<>();
  private final Map<Outcome.End, Integer> ends = new EnumMap<>(Outcome.End.class);
  private final List<Outcome> accidents = new ArrayList<>();
  private final List<Outcome> exceptions = new ArrayList<>();
  private final List<Outcome> falseVetoes = new ArrayList<>();
  private final List<Outcome> slow = new ArrayList<>();
  private int forbidden;
  private long slowest;

  synchronized void add(Outcome outcome) {
    ends.merge(outcome.end(), 1, Integer::sum);
    forbidden += outcome.forbidden().isEmpty() ? 0 : 1;
    slowest = Math.max(slowest, outcome.nanos());
    keep(accidents, outcome, Outcome::accident);
    keep(exceptions, outcome, Outcome::exception);
    keep(falseVetoes, outcome, Outcome::falseVeto);
    keep(slow, outcome, Outcome::slow);
    for (Mutation mutation : outcome.mutations()) {
      int[] counts =
          kinds.computeIfAbsent(mutation.effect() + "  " + mutation.kind(), kind -> new int[4]);
      counts[0]++;
      counts[1] += outcome.end() == Outcome.End.APPROVED ? 1 : 0;
      counts[2] += outcome.accident() ? 1 : 0;
      counts[3] += outcome.falseVeto() ? 1 : 0;
    }
  }

  private static void keep(List<Outcome> list, Outcome outcome, Predicate<Outcome> which) {
    if (which.test(outcome)) {
      list.add(outcome);
    }
  }

  synchronized int epics() {
    return ends.values().stream().mapToInt(n -> n).sum();
  }

  synchronized int accidents() {
    return accidents.size();
  }

  synchronized int exceptions() {
    return exceptions.size();
  }

  /** For people, and in its last line for a script. */
  synchronized String report(int shown) {
    StringBuilder report = new StringBuilder();
    report.append("   drawn approved accident falseveto  kind of mutation\n");
    kinds.forEach(
        (kind, counts) ->
            report.append(
                "%8d %8d %8d %9d  %s%n"
                    .formatted(counts[0], counts[1], counts[2], counts[3], kind)));
    section(report, "accidental approvals", accidents, shown);
    section(report, "exceptions", exceptions, shown);
    section(report, "slower than 1 s", slow, shown);
    section(report, "false vetoes (told, not a failure)", falseVetoes, shown);
    report.append("%n%d epics, %s; %d must not be approved%n".formatted(epics(), ends, forbidden));
    report.append(
        "%d accidental approvals, %d exceptions, %d slow, slowest %d ms, %d false vetoes%n"
            .formatted(
                accidents.size(),
                exceptions.size(),
                slow.size(),
                slowest / 1_000_000,
                falseVetoes.size()));
    return report.toString();
  }

  private static void section(
      StringBuilder report, String name, List<Outcome> outcomes, int shown) {
    if (!outcomes.isEmpty()) {
      report.append("%n%s:%n".formatted(name));
    }
    outcomes.stream()
        .sorted(java.util.Comparator.comparingInt(Outcome::number))
        .limit(shown)
        .map(Outcome::toString)
        .map(line -> line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line)
        .forEach(line -> report.append("  ").append(line).append('\n'));
  }
}
