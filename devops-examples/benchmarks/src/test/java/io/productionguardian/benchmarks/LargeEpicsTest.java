package io.productionguardian.benchmarks;

import io.productionguardian.Assessment.Decision;
import io.productionguardian.Guardian;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import static org.assertj.core.api.Assertions.assertThat;

/** What is measured as an approval is one. */
class LargeEpicsTest {

  private final Guardian guardian = Guardian.builder().discover().build();

  @ParameterizedTest
  @CsvSource({
    "epic_25, APPROVE",
    "epic_25_no_staging, VETO",
    "plan_x100, APPROVE",
    "log_x1000, APPROVE"
  })
  void isDecidedAsItsNameSays(String input, Decision decision) {
    assertThat(guardian.assess(LargeEpics.snapshot(input), Installed.NOW).decision())
        .isEqualTo(decision);
  }
}
