package io.productionguardian.laws.hostile;

import com.google.common.collect.ImmutableList;
import io.productionguardian.Assessment;
import io.productionguardian.Guardian;
import io.productionguardian.laws.hostile.Mutation.Effect;
import io.productionguardian.source.SnapshotException;
import io.productionguardian.testkit.Assessments;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * What came of one mutated epic.
 *
 * @param forbidden why the oracle forbids to approve it, if it does
 * @param said what the gate found first, or the exception
 */
record Outcome(
    int number,
    List<Mutation> mutations,
    Mutant mutant,
    List<String> forbidden,
    End end,
    String said,
    long nanos) {

  private static final long SLOW = 1_000_000_000;

  private static final List<Mutation> FORBIDDING =
      Stream.of(
              MemberMutations.ALL,
              ReviewMutations.ALL,
              ObjectionMutations.ALL,
              LogMutations.ALL,
              ReportMutations.ALL)
          .<Mutation>flatMap(List::stream)
          .toList();

  /** How it ended; a snapshot that is refused decides nothing, so nothing is released. */
  enum End {
    APPROVED,
    VETOED,
    REFUSED,
    EXCEPTION
  }

  /** One epic by its number: the same for the same seed, whatever ran before it. */
  static Outcome of(Guardian guardian, long seed, int number) {
    RandomGenerator random = new SplittableRandom(seed * 1_000_003L + number);
    List<Mutation> mutations = drawn(random);
    Mutant mutant = Mutant.approvable();
    for (Mutation mutation : mutations) {
      mutant = mutation.applyTo(mutant, random);
    }
    return judged(guardian, number, mutations, mutant);
  }

  private static Outcome judged(
      Guardian guardian, int number, List<Mutation> mutations, Mutant mutant) {
    List<String> forbidden = Oracle.forbids(mutant);
    long began = System.nanoTime();
    End end;
    String said;
    try {
      Assessment assessment = guardian.assess(mutant.snapshot(), Assessments.NOW);
      end = assessment.approved() ? End.APPROVED : End.VETOED;
      said =
          assessment.blocking().stream()
              .findFirst()
              .map(finding -> finding.rule().id() + ": " + finding.violation())
              .orElse("");
    } catch (SnapshotException e) {
      end = End.REFUSED;
      said = String.valueOf(e.getMessage());
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      end = End.EXCEPTION;
      said = e + " at " + Stream.of(e.getStackTrace()).limit(3).toList();
    }
    return new Outcome(number, mutations, mutant, forbidden, end, said, System.nanoTime() - began);
  }

  /** One to four, mostly with one that matters, so that it alone decides. */
  private static List<Mutation> drawn(RandomGenerator random) {
    ImmutableList.Builder<Mutation> drawn = ImmutableList.builder();
    drawn.add(drawn(random, 60, 15));
    for (int more = random.nextInt(4); more > 0; more--) {
      drawn.add(drawn(random, 20, 10));
    }
    return drawn.build();
  }

  private static Mutation drawn(RandomGenerator random, int forbidding, int free) {
    int percent = random.nextInt(100);
    return percent < forbidding
        ? Mutation.any(random, FORBIDDING)
        : percent < forbidding + free
            ? Mutation.any(random, FreeMutations.ALL)
            : Mutation.any(random, HarmlessMutations.ALL);
  }

  static List<Mutation> all() {
    return Stream.of(FORBIDDING, FreeMutations.ALL, HarmlessMutations.ALL)
        .<Mutation>flatMap(List::stream)
        .toList();
  }

  boolean accident() {
    return end == End.APPROVED && !forbidden.isEmpty();
  }

  boolean exception() {
    return end == End.EXCEPTION;
  }

  boolean falseVeto() {
    return end != End.APPROVED && mutations.stream().allMatch(it -> it.effect() == Effect.HARMLESS);
  }

  boolean slow() {
    return nanos > SLOW;
  }

  /** In one line what was done, and what is wrong with what came of it. */
  @Override
  public String toString() {
    return "#%d %s %s: %s%s"
        .formatted(number, end, forbidden, mutant, said.isEmpty() ? "" : " -> " + said);
  }
}
