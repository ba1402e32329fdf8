package io.productionguardian.render.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.productionguardian.plan.DeploymentPlan;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuestionsTest {

  private static DeploymentPlan plan(String epic) {
    return Example.of(epic).approved().plan().orElseThrow();
  }

  @Test
  void pagesOnTheErrorBudgetAreWatchedToo() {
    assertThat(plan("epic_25").watchedAlerts())
        .containsExactly("HealthCheckDown", "HighLatency", "ApiSloFastBurn");
    assertThat(
            Example.of("epic_25")
                .with("\"slo\": {", "\"no_slo\": {")
                .approved()
                .plan()
                .orElseThrow()
                .watchedAlerts())
        .containsExactly("HealthCheckDown", "HighLatency");
  }

  @Test
  void alertsAreAskedForByName() {
    assertThat(Questions.firing(List.of("Down", "a\"b")))
        .isEqualTo(
            "count(ALERTS{alertstate=\"firing\",alertname=\"Down\"} or"
                + " ALERTS{alertstate=\"firing\",alertname=\"a\\U00000022b\"}) or vector(0)");
    assertThat(Questions.list(List.of("Down", "a\"b"))).isEqualTo("[\"Down\",\"a\\\"b\"]");
  }

  @Test
  void rulesOfTheServiceAreLookedFor() {
    assertThat(Questions.notLoaded(plan("epic_25").service()))
        .startsWith("absent(prometheus_rule_group_rules{rule_group=~\"")
        .endsWith("\"}) or vector(0)");
  }
}
