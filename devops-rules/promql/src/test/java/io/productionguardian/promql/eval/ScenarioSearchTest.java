package io.productionguardian.render.yaml.promql;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found here, promtool has confirmed for each of these conditions. */
class ScenarioSearchTest {

  private static final ImmutableMap<String, String> USUAL =
      ImmutableMap.of("job", "api", "instance", "api:9464");

  private static Condition condition(String text) {
    return new Condition(
        "A", Expr.parse(text).orElseThrow(), 90, ImmutableMap.of("severity", "critical"));
  }

  private static ScenarioSearch search(Condition... conditions) {
    return new ScenarioSearch(ImmutableList.copyOf(conditions), ImmutableMap.of(), USUAL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "up == 0",
        "up{job=\"api\"} < 1",
        "sum(up) < 1",
        "absent(up{job=\"api\"})",
        "absent(up == 1)",
        "absent_over_time(heartbeat{job=\"api\"}[10m])",
        "avg(up) by (job) < 0.5",
        "rate(http_errors_total[5m]) > 10",
        "sum(rate(http_errors_total[30s])) > 0.5",
        "100 * sum(rate(x{code=~\"5.*|429\"}[5m])) / sum(rate(x[5m])) >= 5",
        "sum by (r) (rate(x{code=~\"5..\"}[5m])) / sum by (r) (rate(x[5m])) > 0.05",
        "histogram_quantile(0.95, sum(rate(x_bucket[5m])) by (le, route)) > 1.5",
        "histogram_quantile(0.99, x_bucket) * 1000 > 500",
        "increase(restarts_total[1h]) > 3",
        "changes(start_seconds[15m]) > 2",
        "queue > 1000 and rate(done_total[5m]) == 0",
        "free{mountpoint=\"/\"} / size{mountpoint=\"/\"} * 100 < 10",
        "resident_bytes / 1024 / 1024 > 512",
        "time() - max(last_success_seconds) > 86400",
        "predict_linear(free_bytes[6h], 4 * 3600) < 0",
        "deriv(queue[10m]) > 5",
        "delta(celsius[30m]) < -5",
        "idelta(celsius[30m]) > 5",
        "max_over_time(ms[5m]) > 200",
        "min_over_time(up[10m]) == 0",
        "quantile_over_time(0.9, ms[5m]) > 200",
        "sum_over_time(ms[5m]) > 200 and count_over_time(ms[5m]) > 2",
        "last_over_time(ms[5m]) > 200 unless present_over_time(other[5m])",
        "lag{group!=\"\",topic!~\"internal.*\"} > 100",
        "lag{job!=\"api\",instance!~\"api.*\"} > 100",
        "max_over_time(rate(x_total[5m])[30m:1m]) > 5",
        "topk(3, rate(x_total[5m])) > 4",
        "bottomk(3, x) > 4 or group(y) == 1",
        "count by (instance) (up == 0) > 2",
        "-x < -5",
        "abs(x - x offset 1h) > 10",
        "clamp_max(x, 10) >= 10",
        "clamp(x, 1, 10) >= 10",
        "ceil(x) + floor(x) + round(x) + sgn(x) > 7",
        "sum(a) by (x) > on(x) group_left() sum(b) by (x)",
        "sum(a) by (x) > on(x) group_right(x) sum(b) by (x)",
        "x > bool 5 == 1",
        "scalar(x) > bool 5 == vector(1)",
        "x * 2 % 7 ^ 2 > 1",
        "{__name__=~\"foo_.*\"} > 3",
        "x{a=~\"[^a-c]b?(c|d){2}\\\\d+\\\\.\"} > 3",
        "irate(x_total[5m]) > 1e2",
        "sum without (instance) (x) != 5",
      })
  void bothCasesAreFound(String text) {
    Condition condition = condition(text);
    ScenarioSearch search = search(condition);

    Scenario firing = search.firing(condition).orElseThrow();
    Scenario quiet = search.quiet(condition).orElseThrow();

    assertThat(firing.alerts()).isNotEmpty();
    assertThat(firing.alerts().keySet())
        .allSatisfy(labels -> assertThat(labels).containsEntry("severity", "critical"))
        .allSatisfy(labels -> assertThat(labels).doesNotContainKey("__name__"));
    assertThat(firing.time()).isGreaterThan(90).matches(time -> time % Scenario.EVALUATION == 0);
    assertThat(quiet.alerts()).isEmpty();
    assertThat(search.firing(condition)).contains(firing);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "stddev(x) > 3",
        "label_replace(x, \"a\", \"$1\", \"b\", \"(.*)\") > 2",
        "x @ 5 > 1",
        "count(up == 1) < 1",
        "a + b + c + d + e + f + g + h + i > 1",
        "x{a=~\"(?i)b\",a!~\"b\"} > 1",
        "holt_winters(x[5m], 0.1, 0.1) > 2",
      })
  void whereNothingIsFoundNothingIsSaid(String text) {
    Condition condition = condition(text);

    assertThat(search(condition).firing(condition)).isEmpty();
  }

  @Test
  void whatAlwaysFiresIsNeverQuiet() {
    Condition condition = condition("vector(1) > 0");

    assertThat(search(condition).firing(condition)).isPresent();
    assertThat(search(condition).quiet(condition)).isEmpty();
  }

  @Test
  void somethingHappensAndIsStillNoFault() {
    Condition condition = condition("sum(rate(x{code=~\"5..\"}[5m])) / sum(rate(x[5m])) > 0.01");

    assertThat(search(condition).quiet(condition).orElseThrow().series())
        .anySatisfy(series -> assertThat(series.step().signum()).isPositive());
  }

  @Test
  void namesakesAreExpectedToo() {
    Condition warning =
        new Condition(
            "A", Expr.parse("x > 5").orElseThrow(), 0, ImmutableMap.of("severity", "warning"));
    Condition critical = condition("x > 1");

    assertThat(search(warning, critical).firing(warning).orElseThrow().alerts())
        .hasSize(2)
        .containsValues(warning, critical);
  }

  @Test
  void seriesMakeNoOtherAlertFail() {
    Condition pairs = condition("x / on(job) x > 1");
    Condition other =
        new Condition(
            "B", Expr.parse("count(x == 0) > 2").orElseThrow(), 0, ImmutableMap.of("a", "b"));

    assertThat(search(other).firing(other)).isPresent();
    assertThat(search(other, pairs).firing(other)).isEmpty();
  }

  @Test
  void whatIsRecordedIsKnown() {
    Condition condition = condition("ratio{service=\"api\"} > 0.5");
    ScenarioSearch search =
        new ScenarioSearch(
            ImmutableList.of(condition),
            ImmutableMap.of(
                "ratio",
                new Recording(
                    "ratio",
                    Expr.parse("1 - avg(up)").orElseThrow(),
                    ImmutableMap.of("service", "api"))),
            USUAL);

    Scenario firing = search.firing(condition).orElseThrow();

    assertThat(firing.series())
        .singleElement()
        .satisfies(series -> assertThat(series.labels()).containsEntry("__name__", "up"));
    assertThat(firing.alerts().keySet())
        .containsExactly(
            ImmutableSortedMap.copyOf(Map.of("service", "api", "severity", "critical")));
  }
}
