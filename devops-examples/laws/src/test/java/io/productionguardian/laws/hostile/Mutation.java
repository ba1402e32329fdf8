package io.productionguardian.laws.hostile;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * One way to do something to an epic.
 *
 * @param kind what is counted under this name
 * @param effect what it does to the chances of an approval
 * @param change what it does
 */
record Mutation(String kind, Effect effect, Change change) {

  /** What the specification says of an epic that was right before. */
  enum Effect {
    /** It must be vetoed, as a claim of the change says. */
    FORBIDS,
    /** The files tell, or nobody can: only the oracle that reads them has a say. */
    FREE,
    /** It means the same: a veto would be a false one. */
    HARMLESS
  }

  interface Change {
    Mutant of(Mutant mutant, RandomGenerator random);
  }

  Mutant applyTo(Mutant mutant, RandomGenerator random) {
    return change.of(mutant, random);
  }

  @SafeVarargs
  static <T> T any(RandomGenerator random, T... of) {
    return of[random.nextInt(of.length)];
  }

  static <T> T any(RandomGenerator random, List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
