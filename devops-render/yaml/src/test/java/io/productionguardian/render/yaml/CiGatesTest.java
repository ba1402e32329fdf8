package io.productionguardian.render.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.productionguardian.model.CommandLine;
import io.productionguardian.model.EpicLayout;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CiGatesTest {

  private static final String PLAN = EpicLayout.artifact("plan");

  private static CiGates gates(String members) {
    return CiGates.of(
        Example.of("epic_25")
            .withFile(PLAN, "{\"stages\": [{\"ci_gates\": {" + members + "}}, {}]}")
            .judged()
            .dossier());
  }

  private static List<CommandLine> commands(String... texts) {
    return ImmutableList.copyOf(texts).stream()
        .map(text -> CommandLine.parse(text).orElseThrow())
        .collect(ImmutableList.toImmutableList());
  }

  @ParameterizedTest
  @CsvSource({"80, 80", "0.85, 85", "1, 100", "92.50, 92.5"})
  void coverageIsMeasuredWhereATestLeavesIt(String stated, String percent) {
    Step step =
        gates("\"test_coverage\": " + stated).step(commands("pytest --cov=src")).orElseThrow();

    assertThat(step.name()).isEqualTo("Coverage of at least " + percent + " %");
    assertThat(step.env().get("LEAST_COVERAGE")).hasToString(percent);
  }

  @Test
  void gateThatNoCommandHoldsIsSaid() {
    CiGates gates =
        gates(
            "\"test_coverage\": 80, \"linting\": \"black --check\", \"type_check\": \"mypy; id\","
                + " \"security_scan\": \"bandit\", \"docs\": \" \"");

    assertThat(gates.step(commands("bandit -r src/"))).isEmpty();
    assertThat(gates.notHeld(commands("bandit -r src/")))
        .containsExactly("coverage of 80 %", "black --check", "mypy; id");
  }

  @Test
  void gateThatACommandHoldsIsNot() {
    assertThat(
            gates("\"linting\": \"black --check\"")
                .notHeld(commands("python -m black src/ --check")))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0", "-1", "101", "'\"much\"'"})
  void coverageThatMeansNothingIsNoGate(String stated) {
    assertThat(gates("\"test_coverage\": " + stated).coverage()).isEmpty();
  }
}
