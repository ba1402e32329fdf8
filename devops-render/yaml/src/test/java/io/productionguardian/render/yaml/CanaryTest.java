package io.productionguardian.render.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.productionguardian.model.Stage;
import io.productionguardian.plan.DeploymentPlan;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanaryTest {

  private static Canary production(Example example) {
    DeploymentPlan plan = example.approved().plan().orElseThrow();
    Stage stage = plan.stages().get(plan.stages().size() - 1);
    return Canary.of(stage, plan).orElseThrow();
  }

  /** The example has 2 to 10 replicas. */
  @ParameterizedTest
  @CsvSource({"10, 9, 1", "50, 2, 2", "25, 3, 1", "5, 9, 1", "100, 2, 2", "0.5, 9, 1", "34, 2, 1"})
  void shareOfReplicasIsShareOfTraffic(String share, int stable, int canary) {
    Canary it =
        production(
            Example.of("epic_25")
                .with("\"canary_percentage\": 10", "\"canary_percentage\": " + share));

    assertThat(it.stableReplicas()).isEqualTo(stable);
    assertThat(it.canaryReplicas()).isEqualTo(canary);
  }

  @Test
  void productionHasOneEvenWhenNoShareIsStated() {
    Canary it =
        production(
            Example.of("epic_25")
                .with("\"canary_percentage\": 10,", "")
                .with("\"canary_duration_hours\": 1,", ""));

    assertThat(it.percentage()).isEqualTo(BigDecimal.TEN);
    assertThat(it.canaryReplicas()).isOne();
  }

  @Test
  void otherStagesHaveNone() {
    DeploymentPlan plan = Example.of("epic_25").approved().plan().orElseThrow();

    assertThat(Canary.of(plan.stages().get(0), plan)).isEmpty();
  }
}
