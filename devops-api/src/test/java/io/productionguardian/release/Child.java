package io.productionguardian.release;

import io.productionguardian.Guardian;
import io.productionguardian.TestRenderer;
import io.productionguardian.TestRule;
import io.productionguardian.document.Document.Limits;
import io.productionguardian.policy.Policy;
import io.productionguardian.release.ReleaseTarget.Commit;
import io.productionguardian.release.ReleaseTarget.StaleSnapshotException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Commits in a process of its own, for tests that kill it, take its rights or run two of them. */
final class Child {

  static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

  /** What it printed, and how it ended. */
  record Result(int exit, String out) {}

  private Child() {}

  /** A guardian that approves; another word makes another decision of it. */
  static Guardian guardian(String word, String filling) {
    return Guardian.builder()
        .policy(
            Policy.read(
                "guardian.yaml", ("profile: strict # " + word).getBytes(StandardCharsets.UTF_8)))
        .rule(TestRule.blocking("a-rule"))
        .renderer(new TestRenderer(filling))
        .build();
  }

  /** Reads, decides and commits; again when the folder has changed meanwhile. */
  static Commit commit(EpicFolder folder, Guardian guardian, Instant now) {
    for (int tries = 0; ; tries++) {
      try {
        return folder.commit(guardian.render(guardian.assess(folder.snapshot(), now)));
      } catch (StaleSnapshotException e) {
        if (tries == 1_000) {
          throw e;
        }
      }
    }
  }

  /**
   * Commits some rounds.
   *
   * @param args the epic's folder, a word, the number of rounds, at which step to halt (or -1), how
   *     many bytes to fill a file with
   */
  public static void main(String[] args) throws IOException {
    int haltAt = Integer.parseInt(args[3]);
    int[] step = {0};
    EpicFolder folder =
        EpicFolder.open(
            Path.of(args[0]),
            Limits.STANDARD,
            done -> {
              if (step[0]++ == haltAt) {
                Runtime.getRuntime().halt(137);
              }
            });
    String filling = "x".repeat(Integer.parseInt(args[4]));
    System.out.println("started");
    try {
      int written = 0;
      for (int round = 0; round < Integer.parseInt(args[2]); round++) {
        Commit commit = commit(folder, guardian(args[1] + round, filling), NOW.plusSeconds(round));
        written += commit.written().isEmpty() ? 0 : 1;
      }
      System.out.println("written " + written);
    } catch (FolderException e) {
      System.out.println("failed: " + e.getMessage());
    }
  }

  /** Starts it; the prefix is a shell's words before the command, such as {@code ulimit -f 4;}. */
  static Process start(String prefix, Path folder, String word, int rounds, int haltAt, int filling)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add("exec " + Optional.of(prefix).filter(p -> !p.endsWith(";")).orElse("") + " \"$@\"");
    if (prefix.endsWith(";")) {
      command.set(0, prefix + " exec \"$@\"");
    }
    command.addAll(0, List.of("/bin/bash", "-c"));
    command.add("child");
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-XX:-UsePerfData", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"));
    command.addAll(List.of("-cp", classPath(), Child.class.getName()));
    command.addAll(
        List.of(
            folder.toString(),
            word,
            Integer.toString(rounds),
            Integer.toString(haltAt),
            Integer.toString(filling)));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  static Result result(Process process) throws IOException, InterruptedException {
    String out;
    try (InputStream stream = process.getInputStream()) {
      out = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("still running");
    }
    return new Result(process.exitValue(), out.replaceFirst("^started\n", "").strip());
  }

  private static String classPath() {
    try {
      Path classes =
          Path.of(Guardian.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return String.join(
          File.pathSeparator,
          classes.toString(),
          classes.resolveSibling("test-classes").toString(),
          System.getProperty("jdk.module.path", ""),
          System.getProperty("java.class.path", ""));
    } catch (java.net.URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
