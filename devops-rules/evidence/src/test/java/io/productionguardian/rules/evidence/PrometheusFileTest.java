package io.productionguardian.rules.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.productionguardian.dossier.Deployed.AlertRule;
import io.productionguardian.dossier.Deployed.ScrapeJob;
import io.productionguardian.dossier.Sourced;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrometheusFileTest {

  @Test
  void jobsAreRead() {
    List<ScrapeJob> jobs = Shown.of(ScrapeJob.class, Shown.fixture("prometheus.yml"));

    assertThat(jobs).extracting(ScrapeJob::name).containsExactly("fallback-relay", "node");
    assertThat(jobs)
        .extracting(ScrapeJob::metricsPath)
        .containsExactly("/actuator/prometheus", "/metrics");
    assertThat(jobs.get(0).targets())
        .extracting(Sourced::value)
        .containsExactly("relay:8080", "relay-2:8080");
    assertThat(jobs.get(0).targets().get(1).place()).hasToString("prometheus.yml:7:33");
    assertThat(jobs.get(1).place()).hasToString("prometheus.yml:8:5");
  }

  @Test
  void alertsAreReadAndOtherRulesAreNot() {
    assertThat(Shown.of(AlertRule.class, Shown.fixture("alerts.yml")))
        .singleElement()
        .satisfies(
            alert -> {
              assertThat(alert.name()).isEqualTo("HighErrorRate");
              assertThat(alert.place()).hasToString("alerts.yml:6:9");
              assertThat(alert.expression().value()).isEqualTo("job:errors:rate5m > 0.05");
              assertThat(alert.expression().place()).hasToString("alerts.yml:7:15");
              assertThat(alert.hold().orElseThrow().value()).isEqualTo("5m");
              assertThat(alert.labels().get("tier").value()).isEqualTo("1");
              assertThat(alert.annotations()).containsKeys("summary", "runbook_url");
            });
  }

  @Test
  void theOperatorsRulesAreRead() {
    assertThat(Shown.of(AlertRule.class, Shown.fixture("prometheusrule.yaml")))
        .singleElement()
        .satisfies(
            alert -> {
              assertThat(alert.name()).isEqualTo("RelayDown");
              assertThat(alert.hold()).isEmpty();
              assertThat(alert.labels()).isEmpty();
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "groups: [{name: a}]",
        "groups: {rules: [{alert: a, expr: b}]}",
        "scrape_configs: [{metrics_path: /x}]",
        "{kind: PrometheusRule, groups: [{rules: [{alert: a, expr: b}]}]}"
      })
  void otherYamlShowsNothing(String text) {
    assertThat(Shown.of(Shown.text("a.yaml", text))).isEmpty();
  }
}
