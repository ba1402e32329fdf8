package io.productionguardian.laws.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.productionguardian.laws.hostile.Mutation.Effect;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The oracle must speak where something is wrong, and be silent where nothing is. */
class OracleTest {

  private static final int TRIES = 30;

  @Test
  void theApprovableEpicIsNotForbidden() {
    assertThat(Oracle.forbids(Mutant.approvable())).isEmpty();
  }

  @Test
  void whatForbidsIsClaimed() {
    for (Mutation mutation : Outcome.all()) {
      RandomGenerator random = new SplittableRandom(1);
      for (int i = 0; i < TRIES && mutation.effect() != Effect.FREE; i++) {
        Mutant mutant = mutation.applyTo(Mutant.approvable(), random);

        assertThat(mutant.edits()).as(mutation.kind()).isNotEmpty();
        assertThat(Oracle.forbids(mutant).isEmpty())
            .as("%s: %s", mutation.kind(), mutant)
            .isEqualTo(mutation.effect() == Effect.HARMLESS);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "review, /security_scan, no scan is told of",
    "implementation, /health_checks/liveness/endpoint, no liveness",
    "implementation, /monitoring/alerts, no alerts",
    "implementation, /infrastructure, no memory",
    "implementation, /rollback/tested/outcome, no drill with an outcome",
    "implementation, /deployment_strategy/stages/1, no staging among the stages",
    "implementation, /runbook, no runbook",
  })
  void theFilesTellWhatIsMissing(String artifact, String pointer, String because) {
    assertThat(Oracle.read(Mutant.approvable().remove(artifact, pointer))).contains(because);
  }

  @Test
  void aClaimEndsWithWhatItIsAbout() {
    RandomGenerator random = new SplittableRandom(1);
    Mutant vetoed = ObjectionMutations.ALL.get(0).applyTo(Mutant.approvable(), random);
    assertThat(Oracle.forbids(vetoed)).isNotEmpty();

    Mutant other = vetoed;
    for (String path : vetoed.files().keySet()) {
      other = path.startsWith(Mutant.INBOX) ? other.without(path) : other;
    }
    assertThat(Oracle.forbids(other)).isEmpty();
  }
}
