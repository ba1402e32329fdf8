package io.productionguardian.laws.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.productionguardian.Guardian;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Many mutated epics, for {@code .ci/judge-hostile}, which says how many and reads what this
 * writes. It also judges how long one may take: no test should, as a machine may be busy.
 */
class HostileRun {

  private static final Guardian GUARDIAN = Guardian.builder().discover().build();
  private static final Path REPORT = Path.of("target", "hostile.txt");
  private static final int WARM_UP = 300;
  private static final int THREADS = 2;

  @Test
  void nothingUnsafeIsApproved() throws IOException, InterruptedException {
    int count = Integer.getInteger("guardian.hostile", 1000);
    long seed = Long.getLong("guardian.seed", 0);
    Files.deleteIfExists(REPORT);
    for (int i = 1; i <= WARM_UP; i++) {
      Outcome.of(GUARDIAN, seed, -i);
    }
    Tally tally = new Tally();
    List<Thread> threads =
        IntStream.range(0, THREADS)
            .mapToObj(thread -> new Thread(() -> part(tally, seed, thread, count)))
            .toList();
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    Files.writeString(REPORT, tally.report(Integer.getInteger("guardian.hostile.shown", 20)));

    assertThat(tally.epics()).as("epics that were judged").isEqualTo(count);
    assertThat(tally.accidents()).as("accidental approvals, see " + REPORT).isZero();
    assertThat(tally.exceptions()).as("exceptions, see " + REPORT).isZero();
  }

  private static void part(Tally tally, long seed, int first, int count) {
    for (int i = first; i < count; i += THREADS) {
      tally.add(Outcome.of(GUARDIAN, seed, i));
    }
  }
}
