package io.productionguardian.render.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.productionguardian.RenderedFile;
import io.productionguardian.document.Node;
import io.productionguardian.document.SourceFile;
import io.productionguardian.dossier.DecisionInputs;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrometheusRendererTest {

  private static final String FOLDER = "consensus/artifacts/deploy/prometheus/";
  private static final String DOWN = "\"condition\": \"up == 0\"";

  private static List<RenderedFile> render(Example example) {
    return new PrometheusRenderer().render(example.approved());
  }

  private static String text(Example example, String file) {
    return render(example).stream()
        .filter(it -> it.path().equals(FOLDER + file))
        .findFirst()
        .orElseThrow()
        .text();
  }

  private static Stream<Node> rules(Example example) {
    return Read.yaml(text(example, "alerts.yml")).nearest("/groups/0/rules").items().stream();
  }

  private static Node alert(Example example, String name) {
    return rules(example)
        .filter(rule -> rule.get("alert").flatMap(Node::text).equals(Optional.of(name)))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> alerts(Example example) {
    return rules(example).flatMap(rule -> rule.get("alert").flatMap(Node::text).stream()).toList();
  }

  private static Example slo(String objective, int days) {
    return Example.of("epic_25")
        .with(
            "\"objective\": 99.9,\n    \"period_days\": 30",
            "\"objective\": %s, \"period_days\": %s".formatted(objective, days));
  }

  @Test
  void scrapesTheServiceByItsNameAtItsMetricsPort() {
    Node root = Read.yaml(text(Example.of("epic_25"), "scrape.yml"));

    assertThat(root.nearest("/scrape_configs").items()).hasSize(1);
    Node job = root.nearest("/scrape_configs/0");
    assertThat(job.get("job_name").flatMap(Node::text)).contains("api");
    assertThat(job.get("metrics_path").flatMap(Node::text)).contains("/metrics");
    assertThat(job.nearest("/static_configs/0/targets").texts()).containsExactly("api:9464");
    assertThat(root.nearest("/rule_files").texts()).containsExactly("alerts.yml");
  }

  @Test
  void scrapesThePortWhereThereIsNoOtherForMetrics() {
    Example example = Example.of("epic_25").with("\"metrics_port\": 9464,", "");

    assertThat(text(example, "scrape.yml")).contains("\"api:8080\"");
  }

  @Test
  void alertsAreThePlansAndThoseOfTheObjective() {
    assertThat(alerts(Example.of("epic_25")))
        .containsExactly(
            "HealthCheckDown", "HighLatency", "ApiSloFastBurn", "ApiSloSlowBurn", "ApiSloAbsent");
    Node down = alert(Example.of("epic_25"), "HealthCheckDown");
    assertThat(down.get("expr").flatMap(Node::text)).contains("up == 0");
    assertThat(down.get("for")).isEmpty();
    assertThat(down.find("labels", "severity").flatMap(Node::text)).contains("critical");
    assertThat(down.find("labels", "action").flatMap(Node::text)).contains("page_on_call");
    assertThat(down.find("annotations", "runbook_url").flatMap(Node::text))
        .contains("docs/specs/epic_25/consensus/artifacts/runbook.md#issue-healthcheckdown");
  }

  @Test
  void runbookIsALinkWhereTheHostIsKnown() {
    Example example =
        Example.of("epic_25")
            .with("https://git.example.com/platform/health-check", "https://github.com/a/b.git");

    assertThat(text(example, "alerts.yml"))
        .contains(
            "https://github.com/a/b/blob/HEAD/docs/specs/epic_25/consensus/artifacts/runbook.md"
                + "#issue-highlatency");
  }

  @Test
  void conditionMustHoldAsLongAsStated() {
    Example example = Example.of("epic_25").with(DOWN, DOWN + ", \"for\": \"90s\"");

    assertThat(alert(example, "HealthCheckDown").get("for").flatMap(Node::text)).contains("90s");
  }

  @Test
  void durationWithinTheTextIsUnderstood() {
    Example example = Example.of("epic_25").with(DOWN, "\"condition\": \"up == 0 for 2m\"");

    Node alert = alert(example, "HealthCheckDown");

    assertThat(alert.get("expr").flatMap(Node::text)).contains("up == 0");
    assertThat(alert.get("for").flatMap(Node::text)).contains("2m");
  }

  @Test
  void proseIsLeftOutAndSaid() {
    Example example =
        Example.of("epic_25").with(DOWN, "\"condition\": \"Error rate above 5% for 5m\"");

    assertThat(alerts(example)).doesNotContain("HealthCheckDown").contains("HighLatency");
    assertThat(text(example, "alerts.yml"))
        .contains("# Left out, as its condition is not PromQL")
        .contains(": HealthCheckDown\n");
  }

  @Test
  void conditionThatNeedsAnotherPrometheusIsWrittenAndSaid() {
    Example example = Example.of("epic_25").with(DOWN, "\"condition\": \"up{'a.b'='c'} == 0\"");
    String warning = "# Its condition needs Prometheus 3, and 2.42 would refuse the whole file: ";

    assertThat(alerts(example)).contains("HealthCheckDown");
    assertThat(text(example, "alerts.yml")).contains(warning + "HealthCheckDown\n");
    assertThat(text(Example.of("epic_25"), "alerts.yml")).doesNotContain(warning);
  }

  @Test
  void namesakesAreToldApart() {
    Example example =
        Example.of("epic_25")
            .with("\"name\": \"HighLatency\"", "\"name\": \"HealthCheckDown\"")
            .with("\"severity\": \"warning\"", "\"severity\": \"critical\"")
            .with("\"action\": \"notify_team\"", "\"action\": \"page_on_call\"");

    assertThat(
            rules(example)
                .flatMap(rule -> rule.find("labels", "condition").flatMap(Node::text).stream()))
        .containsExactly("2");
  }

  // The objective

  @Test
  void thresholdsAreExact() {
    assertThat(alert(Example.of("epic_25"), "ApiSloFastBurn").get("expr").flatMap(Node::text))
        .contains(
            "(slo:sli_error:ratio_rate1h{service=\"api\"} > 0.0144 and"
                + " slo:sli_error:ratio_rate5m{service=\"api\"} > 0.0144) or"
                + " (slo:sli_error:ratio_rate6h{service=\"api\"} > 0.006 and"
                + " slo:sli_error:ratio_rate30m{service=\"api\"} > 0.006)");
    assertThat(alert(Example.of("epic_25"), "ApiSloSlowBurn").get("expr").flatMap(Node::text))
        .contains(
            "(slo:sli_error:ratio_rate1d{service=\"api\"} > 0.003 and"
                + " slo:sli_error:ratio_rate2h{service=\"api\"} > 0.003) or"
                + " (slo:sli_error:ratio_rate3d{service=\"api\"} > 0.001 and"
                + " slo:sli_error:ratio_rate6h{service=\"api\"} > 0.001)");
  }

  @ParameterizedTest
  @CsvSource({"99.9, 28, 0.01344", "99.95, 30, 0.0072", "99.999, 30, 0.000144"})
  void thresholdFollowsObjectiveAndPeriod(String objective, int days, String threshold) {
    assertThat(text(slo(objective, days), "alerts.yml"))
        .contains("ratio_rate1h{service=\\\"api\\\"} > " + threshold + " and");
  }

  @Test
  void whatCanNeverFireIsLeftOutAndSaid() {
    String text = text(slo("90", 30), "alerts.yml");

    assertThat(text)
        .contains("# Left out: 2 % of the budget in 1h, which all requests failing would not reach")
        .doesNotContain("ratio_rate1h")
        .contains("ratio_rate6h{service=\\\"api\\\"} > 0.6 and");
  }

  @Test
  void windowLongerThanThePeriodIsLeftOutAndSaid() {
    assertThat(text(slo("99.9", 1), "alerts.yml"))
        .contains("# Left out: 10 % of the budget in 3d, longer than the SLO")
        .doesNotContain("ratio_rate3d");
  }

  @Test
  void windowInWhichTheBudgetLastsIsLeftOutAndSaid() {
    assertThat(text(slo("99.9", 7), "alerts.yml"))
        .contains("# Left out: 10 % of the budget in 1d, at which the budget lasts.")
        .contains("# Left out: 10 % of the budget in 3d, at which the budget lasts.")
        .contains("ratio_rate6h{service=\\\"api\\\"} > 0.0014 and");
    assertThat(alerts(slo("99.9", 7))).doesNotContain("ApiSloSlowBurn");
    assertThat(alerts(slo("99.9", 28))).contains("ApiSloSlowBurn");
  }

  @Test
  void indicatorIsErrorsByRequestsWhereTheMetricsHaveThem() {
    assertThat(text(Example.of("epic_25"), "alerts.yml"))
        .contains(
            "sum(rate(health_check_errors{job=\\\"api\\\"}[5m])) /"
                + " sum(rate(health_check_latency_count{job=\\\"api\\\"}[5m]))")
        .contains("# Without traffic the indicator is no number");
  }

  @Test
  void indicatorIsTheTargetsOtherwise() {
    assertThat(text(Example.of("epic_31"), "alerts.yml"))
        .contains("1 - avg(avg_over_time(up{job=\\\"rates-api\\\"}[5m]))")
        .contains("absent(up{job=\\\"rates-api\\\"})");
  }

  @Test
  void withoutAnObjectiveNothingIsRecorded() {
    Example example = Example.of("epic_25").with("\"slo\"", "\"none\"");

    assertThat(alerts(example)).containsExactly("HealthCheckDown", "HighLatency");
    assertThat(rules(example).filter(rule -> rule.get("record").isPresent())).isEmpty();
  }

  // The tests

  @ParameterizedTest
  @ValueSource(strings = {"epic_25", "epic_31"})
  void eachAlertIsSeenToFireAndNotToFire(String epic) {
    Example example = Example.of(epic);
    Node tests = Read.yaml(text(example, "alerts.test.yml"));

    for (String alert : alerts(example)) {
      List<Boolean> fires =
          tests.nearest("/tests").items().stream()
              .map(test -> test.nearest("/alert_rule_test/0"))
              .filter(test -> test.get("alertname").flatMap(Node::text).equals(Optional.of(alert)))
              .map(test -> test.get("exp_alerts").isPresent())
              .toList();
      assertThat(fires).as(alert).containsExactly(true, false);
    }
    assertThat(text(example, "alerts.test.yml")).doesNotContain("# Not tested");
  }

  @Test
  void conditionThatIsNotEvaluatedIsNotTestedAndSaid() {
    Example example =
        Example.of("epic_25").with(DOWN, "\"condition\": \"stddev(up) > 3 and up offset 1h\"");

    assertThat(text(example, "alerts.test.yml"))
        .contains("# Not tested, as stddev is not evaluated here: HealthCheckDown\n")
        .doesNotContain("HealthCheckDown fires");
    assertThat(alerts(example)).contains("HealthCheckDown");
  }

  @Test
  void conditionThatNoSeriesFitIsNotTestedAndSaid() {
    Example example = Example.of("epic_25").with(DOWN, "\"condition\": \"changes(up[5m]) > 30\"");

    assertThat(text(example, "alerts.test.yml"))
        .contains("# Not tested, as no series were found with which it fires: HealthCheckDown\n")
        .contains("HealthCheckDown does not fire");
    assertThat(alerts(example)).contains("HealthCheckDown");
  }

  // Texts of others

  @Test
  void hostileTextsStayData() {
    String evil = "x'\\\"\\n{{ $value }}{{{ }} # \\u2028: - |";
    String read = "x'\"\n{{ $value }}{{{ }} # \u2028: - |";
    Example example =
        Example.of("epic_25")
            .with("\"HealthCheckDown\"", "\"" + evil + "\"")
            .with("\"page_on_call\"", "\"" + evil + "\"");

    Node alert = alert(example, read);

    assertThat(alert.members()).containsOnlyKeys("alert", "expr", "labels", "annotations");
    assertThat(alert.nearest("/labels").members()).containsOnlyKeys("severity", "action");
    assertThat(alert.find("labels", "action").flatMap(Node::text))
        .contains("x'\"\n{{`{{`}} $value }}{{`{{`}}{ }} # \u2028: - |");
    assertThat(alerts(example)).hasSize(5);
    assertThat(
            Read.yaml(text(example, "alerts.test.yml"))
                .nearest("/tests/0/alert_rule_test/0/exp_alerts/0/exp_labels/action")
                .text())
        .contains(read);
    for (RenderedFile file : render(example)) {
      assertThat(file.text()).as("ends of lines of YAML 1.1").doesNotContain("\u2028", "\u0085");
    }
  }

  @Test
  void filesAreNeverTakenForInputs() {
    for (RenderedFile file : render(Example.of("epic_25"))) {
      assertThat(DecisionInputs.isGenerated(SourceFile.of(file.path(), file.text()))).isTrue();
    }
  }

  @Test
  void vetoWritesNone() {
    assertThat(new PrometheusRenderer().render(Example.of("epic_25").judged("no"))).isEmpty();
  }

  @Test
  void sameAssessmentGivesSameBytes() {
    List<String> once = render(Example.of("epic_31")).stream().map(RenderedFile::text).toList();

    assertThat(render(Example.of("epic_31")))
        .extracting(RenderedFile::text)
        .hasSize(3)
        .isEqualTo(once);
  }
}
