package io.productionguardian.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.productionguardian.Guardian;
import io.productionguardian.engine.Decision;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is measured as an approval is one. */
class EpicsTest {

  private final Guardian guardian = Guardian.builder().discover().build();

  @ParameterizedTest
  @CsvSource({
    "epic_25, APPROVE",
    "epic_25_no_staging, VETO",
    "plan_x100, APPROVE",
    "log_x1000, APPROVE"
  })
  void isDecidedAsItsNameSays(String input, Decision decision) {
    assertThat(guardian.assess(Epics.snapshot(input), Installed.NOW).decision())
        .isEqualTo(decision);
  }
}
