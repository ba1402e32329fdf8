package io.productionguardian.benchmarks;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** On what is measured. */
final class Machine {

  private Machine() {}

  static Map<String, String> describe() {
    return ImmutableMap.of(
        "machine",
        String.format(
            Locale.ROOT,
            "%s, %d processors, %s %s",
            processor(),
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("os.name"),
            System.getProperty("os.arch")),
        "jdk",
        System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"),
        "commit",
        System.getProperty("guardian.commit", "unknown"));
  }

  /** Processes that want to run, as a mean of the last minute. */
  static String load() {
    return String.format(
        Locale.ROOT, "%.1f", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  /** Only Linux tells without a command. */
  private static String processor() {
    try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("unknown processor");
    } catch (IOException e) {
      return "unknown processor";
    }
  }
}
