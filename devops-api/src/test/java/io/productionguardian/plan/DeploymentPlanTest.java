package io.productionguardian.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.productionguardian.EpicFixture;
import io.productionguardian.dossier.Sourced;
import io.productionguardian.dossier.Sourced.AppliedDefault;
import io.productionguardian.model.Monitoring.Alert;
import io.productionguardian.model.Stage;
import io.productionguardian.rollout.ObservationWindow;
import io.productionguardian.rollout.ObservationWindows;
import io.productionguardian.rollout.Timing;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What generated files are written from. */
class DeploymentPlanTest {

  private static final String FILE = EpicFixture.IMPLEMENTATION;
  private static final String STAGES = "/deployment_strategy/stages/";
  private static final String ALERT = "/monitoring/alerts/0";

  @TempDir private Path folder;
  private EpicFixture epic;

  @BeforeEach
  void copy() {
    epic = EpicFixture.copy("epic_25", folder);
  }

  private DeploymentPlan plan() {
    return DeploymentPlan.of(epic.dossier()).orElseThrow();
  }

  private Timing timing() {
    return Timing.of(plan().readiness(), plan().scaling());
  }

  private ObservationWindows watches(Stage stage) {
    return ObservationWindows.of(stage, plan().strategy().type(), timing());
  }

  private Stage stage(int index) {
    return plan().stages().get(index);
  }

  private String used(String member) {
    return plan().defaults().stream()
        .filter(it -> it.member().equals(member))
        .map(AppliedDefault::value)
        .findFirst()
        .orElse("");
  }

  @Test
  void canaryThatStatesNothingIsTheSpecificationsAndIsSaid() {
    epic.remove(FILE, STAGES + "2/canary_percentage");
    epic.remove(FILE, STAGES + "2/canary_duration_hours");

    assertThat(stage(2).canaryPercentage()).contains(BigDecimal.TEN);
    assertThat(stage(2).canaryDurationHours()).contains(BigDecimal.ONE);
    assertThat(used("deployment_strategy.stages.production.canary_percentage")).isEqualTo("10");
    assertThat(stage(1).canaryPercentage()).isEmpty();
  }

  @Test
  void otherStrategiesHaveNoCanary() {
    epic.set(FILE, "/deployment_strategy/type", "\"rolling\"");
    epic.remove(FILE, STAGES + "2/canary_percentage");

    assertThat(stage(2).canaryPercentage()).isEmpty();
    assertThat(watches(stage(2)).canary()).isEmpty();
  }

  @Test
  void imageThatIsNotStatedIsSaid() {
    assertThat(used("service.image")).isEmpty();

    epic.remove(FILE, "/service/image");

    assertThat(used("service.image")).isEqualTo("${IMAGE}");
  }

  @Test
  void idleColourIsSaid() {
    assertThat(used("deployment_strategy.idle_colour")).isEmpty();

    epic.set(FILE, "/deployment_strategy/type", "\"blue_green\"");

    assertThat(used("deployment_strategy.idle_colour")).startsWith("keeps running");
  }

  @Test
  void testsWithoutACommandAreSaid() {
    assertThat(used("deployment_strategy.stages.staging.tests"))
        .isEqualTo("not run: integration, performance");
  }

  @Test
  void stageIsWatchedAsLongAsStated() {
    ObservationWindows staging = watches(stage(1));
    ObservationWindows production = watches(stage(2));

    assertThat(staging.canary()).isEmpty();
    assertThat(staging.soak().map(ObservationWindow::words)).contains("120 min");
    assertThat(production.canary().map(ObservationWindow::words)).contains("60 min");
    assertThat(production.minutes()).isEqualTo(60);
    assertThat(production.cut()).isEmpty();
  }

  @Test
  void watchBeyondAJobsTimeIsCutAndSaid() {
    epic.set(FILE, STAGES + "2/canary_duration_hours", "4");
    epic.set(FILE, STAGES + "2/soak_time_hours", "24");
    epic.set(FILE, STAGES + "1/soak_time_hours", "0");

    ObservationWindows production = watches(stage(2));

    assertThat(production.canary().map(ObservationWindow::minutes)).contains(240);
    assertThat(production.soak().map(ObservationWindow::minutes)).contains(60);
    assertThat(production.cut()).hasSize(1);
    assertThat(watches(stage(1)).soak()).isEmpty();
    assertThat(used("deployment_strategy.stages.production.soak_time_hours"))
        .isEqualTo("60 min (of 1440 stated; a job ends after 6 h)");

    epic.set(FILE, STAGES + "2/canary_duration_hours", "48");

    assertThat(used("deployment_strategy.stages.production.canary_duration_hours"))
        .startsWith("300 min");
    assertThat(watches(stage(2)).soak().map(ObservationWindow::minutes)).contains(0);
  }

  /** Readiness interval and threshold, most replicas; ready, deadline, rollout, rest of the job. */
  @ParameterizedTest
  @CsvSource({
    "10, 1, 10, 10, 300, 900, 60",
    "0.5, 1, 2, 1, 300, 420, 28",
    "120, 2, 10, 30, 720, 1320, 88",
    "86400, 100, 1000, 30, 25920000, 3600, 240",
  })
  void timingFollowsTheProbeAndTheReplicas(
      String interval, int threshold, int most, int ready, int deadline, int rollout, int minutes) {
    epic.set(FILE, "/health_checks/readiness/interval_seconds", interval);
    epic.set(FILE, "/health_checks/readiness/success_threshold", String.valueOf(threshold));
    epic.set(FILE, "/infrastructure/scaling/max_replicas", String.valueOf(most));

    Timing timing = timing();

    assertThat(timing.minReadySeconds()).isEqualTo(ready);
    assertThat(timing.progressDeadlineSeconds()).isEqualTo(deadline).isGreaterThan(ready);
    assertThat(timing.rolloutSeconds()).isEqualTo(rollout);
    assertThat(timing.terminationGraceSeconds()).isGreaterThan(timing.preStopSeconds());
    assertThat(timing.minutesWithoutWatching()).isEqualTo(minutes);
    assertThat(timing.longestWatchMinutes()).isEqualTo(360 - minutes);
  }

  private List<String> defaults() {
    return plan().defaults().stream()
        .filter(it -> it.member().startsWith("monitoring.") || it.member().startsWith("slo."))
        .map(it -> it.member() + ": " + it.value())
        .toList();
  }

  private Optional<BigDecimal> hold(String json) {
    epic.set(
        FILE,
        ALERT,
        "{\"name\": \"HealthCheckDown\", \"condition\": \"up == 0\", \"for\": " + json + "}");
    return epic.dossier().alerts().stream()
        .map(Sourced::value)
        .filter(alert -> alert.name().equals("HealthCheckDown"))
        .findFirst()
        .flatMap(Alert::holdSeconds);
  }

  @Test
  void whatGeneratedFilesAddIsListed() {
    assertThat(defaults())
        .containsExactly(
            "monitoring.scrape_interval: 15 s, for collecting metrics and for judging alerts",
            "slo.indicator: health_check_errors / health_check_latency_count",
            "slo.alerts: a page at 2 % of the budget in 1 h or 5 % in 6 h, a ticket at 10 % in 1 d"
                + " or 3 d");
  }

  @Test
  void anIndicatorThatTheMetricsDoNotMakeIsListed() {
    epic.replace(FILE, "health_check_errors", "health_check_mishaps");

    assertThat(defaults())
        .contains("slo.indicator: the share of time that targets answer Prometheus (up)");
  }

  @Test
  void whatIsMissingIsListed() {
    epic.remove(FILE, "/monitoring/dashboards");
    epic.remove(FILE, "/slo");

    assertThat(defaults())
        .containsExactly(
            "monitoring.scrape_interval: 15 s, for collecting metrics and for judging alerts",
            "monitoring.dashboards: a panel for each metric");
  }

  @ParameterizedTest
  @CsvSource({
    "30, 30",
    "0, 0",
    "'\"5m\"', 300",
    "'\"1h30m\"', 5400",
    "'\"500ms\"', 0.5",
    "'\"5 minutes\"', 300",
    "'\"0\"', 0",
  })
  void howLongAConditionMustHoldIsRead(String json, String seconds) {
    assertThat(hold(json).orElseThrow()).isEqualByComparingTo(seconds);
    assertThat(epic.dossier().malformedValues()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"soon\"", "-1", "\"400d\"", "true"})
  void whatIsNoDurationIsSaid(String json) {
    assertThat(hold(json)).isEmpty();
    assertThat(epic.dossier().malformedValues()).hasSize(1);
  }

  @Test
  void anAlertFiresAtOnceUnlessStated() {
    assertThat(epic.dossier().alerts().get(0).value())
        .isEqualTo(new Alert("HealthCheckDown", "up == 0", "critical", "page_on_call"));
  }
}
