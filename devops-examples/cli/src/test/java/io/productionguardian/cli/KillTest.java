package io.productionguardian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.productionguardian.document.Document;
import io.productionguardian.document.Document.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills releases at random moments: CI does so, with the number of rounds in {@code
 * guardian.kill.rounds} and a {@code guardian.seed}. What {@code verify} runs is killed at each
 * step in turn ({@code CommitTest}).
 */
@EnabledIfSystemProperty(named = "guardian.kill.rounds", matches = "[1-9][0-9]*")
class KillTest {

  private static final String LOG = "consensus/decision_log.jsonl";

  @TempDir Path folder;

  @Test
  void nothingIsLeftHalfWrittenAndTheNextRunCompletesTheWork() throws Exception {
    int rounds = Integer.getInteger("guardian.kill.rounds");
    long seed = Long.getLong("guardian.seed", 0);
    Random random = new Random(seed);
    Path whole = Epics.copy("epic_25", Files.createDirectory(folder.resolve("whole")));
    SortedMap<String, String> before = Epics.content(whole);
    long duration = millisOfARelease(whole);
    SortedMap<String, String> after = Epics.content(whole);
    Map<String, Integer> tally = new TreeMap<>();

    for (int round = 0; round < rounds; round++) {
      Path copy = Epics.copy("epic_25", Files.createDirectory(folder.resolve("round" + round)));
      Process process = release(copy);
      if (round % 2 == 0) {
        Thread.sleep((long) (random.nextDouble() * duration));
      } else { // most of the time goes to starting; so every other kill waits for the writing
        while (process.isAlive() && !Files.exists(copy.resolve(LOG))) {
          Thread.onSpinWait();
        }
        Thread.sleep(random.nextInt(25), random.nextInt(1_000_000));
      }
      process.destroyForcibly().waitFor();

      String context = "seed " + seed + ", round " + round;
      tally.merge(holdsOldOrNewFiles(copy, before, after, context), 1, Integer::sum);
      assertThat(Ran.guardian("check", copy).code()).as(context).isZero();
      Ran next = Ran.guardian("release", copy, "--now", Epics.NOW);
      assertThat(next.err()).as(context).isEmpty();
      assertThat(next.code()).as(context).isZero();
      assertThat(visible(copy)).as(context).isEqualTo(after);
    }
    System.out.printf(
        "killed %d releases of about %d ms (seed %d): %s%n", rounds, duration, seed, tally);
  }

  private static long millisOfARelease(Path epic) {
    long start = System.nanoTime();
    assertThat(Jvm.ended(release(epic)).code()).isZero();
    return (System.nanoTime() - start) / 1_000_000;
  }

  private static Process release(Path epic) {
    return Jvm.startClasses(List.of(), "release", epic, "--now", Epics.NOW);
  }

  /** Every file is as it was or as it shall be; tells how far the work had come. */
  private static String holdsOldOrNewFiles(
      Path copy, Map<String, String> before, Map<String, String> after, String context)
      throws IOException {
    SortedMap<String, String> found = visible(copy);
    assertThat(found.keySet()).as(context).containsAll(before.keySet());
    found.forEach(
        (path, content) -> {
          if (!path.equals(LOG)) {
            assertThat(content).as(context + ": " + path).isEqualTo(after.get(path));
          }
        });
    if (found.containsKey(LOG)) {
      byte[] log = Files.readAllBytes(copy.resolve(LOG));
      assertThat(Document.read(LOG, log, Document.Format.JSON_LINES, Limits.STANDARD).faults())
          .as(context)
          .isEmpty();
    }
    if (after.get(LOG).equals(found.get(LOG))) {
      assertThat(found.keySet()).as(context).isEqualTo(after.keySet());
      return "committed";
    }
    if (Files.exists(copy.resolve("consensus/.release"))) {
      return "to be completed";
    }
    found.remove(LOG);
    assertThat(found).as(context).isEqualTo(before);
    return Files.exists(copy.resolve("consensus/.release.tmp")) ? "dropped" : "not begun";
  }

  /** The files without those that a release under way keeps aside. */
  private static SortedMap<String, String> visible(Path epic) {
    SortedMap<String, String> content = Epics.content(epic);
    content.keySet().removeIf(path -> path.startsWith("consensus/.release"));
    return content;
  }
}
