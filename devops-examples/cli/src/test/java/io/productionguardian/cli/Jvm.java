package io.productionguardian.cli;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The command line in processes of its own. */
final class Jvm {

  private static final String MAIN = "io.productionguardian.cli.Main";

  private Jvm() {}

  /**
   * What this test runs with, on the class path and on the module path, without what tests need.
   */
  static List<String> entries() {
    return Stream.of("jdk.module.path", "java.class.path")
        .flatMap(name -> Stream.of(System.getProperty(name, "").split(File.pathSeparator, -1)))
        .filter(entry -> !entry.isEmpty() && !entry.endsWith("test-classes"))
        .filter(
            entry ->
                !entry.matches(
                    ".*(junit|jqwik|assertj|archunit|surefire|opentest4j|byte-buddy).*\\.jar"))
        .distinct()
        .toList();
  }

  static String path(List<String> entries) {
    return entries.stream().collect(Collectors.joining(File.pathSeparator));
  }

  /** Starts it on the class path. */
  static Process startClasses(List<String> further, Object... arguments) {
    List<String> entries = new ArrayList<>(entries());
    entries.addAll(further);
    return start(List.of("-cp", path(entries), MAIN), arguments);
  }

  /** Starts it on the class path, with further options for the JVM. */
  static Process startWith(List<String> options, Object... arguments) {
    List<String> how = new ArrayList<>(options);
    how.addAll(List.of("-cp", path(entries()), MAIN));
    return start(how, arguments);
  }

  /** Starts it on the module path. */
  static Process startModules(List<String> further, Object... arguments) {
    List<String> entries = new ArrayList<>(entries());
    entries.addAll(further);
    return start(
        List.of("-p", path(entries), "-m", "io.productionguardian.cli/" + MAIN), arguments);
  }

  private static Process start(List<String> how, Object... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"));
    command.addAll(how);
    Stream.of(arguments).map(String::valueOf).forEach(command::add);
    return start(new ProcessBuilder(command));
  }

  static Process start(ProcessBuilder builder) {
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for its end; its output is small enough for the pipes. */
  static Ran ended(Process process) {
    try {
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!process.waitFor(120, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      return new Ran(process.waitFor(), out, err);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      process.destroyForcibly();
      throw new IllegalStateException(e);
    }
  }
}
