package io.productionguardian.benchmarks;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openjdk.jmh.runner.RunnerException;

/** What {@code devops-examples/benchmarks/run} starts. */
public final class Benchmarks {

  private static final String USAGE =
      """
      usage: run [--quick] [--only REGEX] [--out FILE]   measures, prints a table, writes JSON
             run --compare KEPT.json NEW.json            tells which rows got worse beyond the noise

        --quick   the main rows only, three minutes instead of an hour
        --only    the rows that have this in "input name"; the baseline is measured all the same
        --out     where the JSON goes; target/benchmarks.json of this module unless it is given
      """;

  private Benchmarks() {}

  /** Exit status 0: done; 1: a row got worse; 2: could not run. */
  public static void main(String[] args) throws IOException {
    List<String> words = new ArrayList<>(List.of(args));
    if (words.size() == 3 && words.get(0).equals("--compare")) {
      System.exit(compare(Path.of(words.get(1)), Path.of(words.get(2))));
    }
    boolean quick = words.remove("--quick");
    Optional<String> only = option("--only", words);
    Optional<String> out = option("--out", words);
    if (!words.isEmpty()) {
      System.err.print(USAGE);
      System.exit(2);
    }
    int status =
        measure(
            chosen(quick ? Suite.quick() : Suite.full(), Pattern.compile(only.orElse(""))),
            Path.of(out.orElse(System.getProperty("guardian.out", "benchmarks.json"))));
    System.exit(status);
  }

  /** The rows that are wanted, and the baselines that they need. */
  private static List<Job> chosen(List<Job> jobs, Pattern only) {
    Predicate<Job> wanted = job -> only.matcher(job.id()).find();
    Set<String> inputs =
        Stream.concat(Stream.of(LargeEpics.EXAMPLE), jobs.stream().filter(wanted).map(Job::input))
            .collect(Collectors.toUnmodifiableSet());
    return jobs.stream()
        .filter(wanted.or(job -> job.isBaseline() && inputs.contains(job.input())))
        .collect(ImmutableList.toImmutableList());
  }

  private static Optional<String> option(String name, List<String> words) {
    int at = words.indexOf(name);
    if (at < 0 || at + 1 == words.size()) {
      return Optional.empty();
    }
    words.remove(at);
    return Optional.of(words.remove(at));
  }

  /** A row that fails is told and left out; an hour's measuring is not lost for it. */
  private static int measure(List<Job> jobs, Path out) throws IOException {
    String load = Machine.load();
    List<Row> measured = new ArrayList<>();
    int failed = 0;
    for (Job job : jobs) {
      String progress = "[" + (measured.size() + failed + 1) + "/" + jobs.size() + "] " + job.id();
      try {
        Row row = job.run();
        measured.add(row);
        System.err.println(progress + ": " + Table.number(row.micros()) + " µs");
      } catch (RunnerException e) {
        failed++;
        System.err.println(progress + " FAILED: " + e);
      }
    }
    Map<String, String> machine = new LinkedHashMap<>(Machine.describe());
    machine.put("load", load + " before, " + Machine.load() + " after");
    machine.put("noise", Table.noise(measured));
    Results results = Results.of(machine, measured);
    Files.writeString(out, results.json());
    System.out.print(Table.of(results));
    System.out.println("\nwritten: " + out);
    return failed == 0 ? 0 : 2;
  }

  private static int compare(Path kept, Path now) throws IOException {
    BaselineComparison comparison = BaselineComparison.of(Results.read(kept), Results.read(now));
    System.out.print(comparison.text());
    System.out.println(
        comparison.worse().isEmpty()
            ? "\nNo row got worse beyond the noise."
            : "\nWorse: " + String.join(", ", comparison.worse()));
    return comparison.worse().isEmpty() ? 0 : 1;
  }
}
