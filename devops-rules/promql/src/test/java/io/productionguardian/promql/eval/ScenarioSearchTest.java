package io.productionguardian.promql.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import io.productionguardian.promql.Expr;
import io.productionguardian.promql.PromQl;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found here, promtool has confirmed for each of these conditions. */
class ScenarioSearchTest {

  private static final ImmutableMap<String, String> USUAL =
      ImmutableMap.of("job", "api", "instance", "api:9464");

  private static Expr expr(String text) {
    return ((PromQl.Parsed) PromQl.parse(text)).expr();
  }

  private static Condition condition(String text) {
    return new Condition("A", expr(text), 90, ImmutableMap.of("severity", "critical"));
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
        "sum(a) by (x) > on(x) group_right() sum(b) by (x)",
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
        "count(up == 1) < 1",
        "a + b + c + d + e + f + g + h + i > 1",
        "x{a=~\"(?i)b\",a!~\"(?i)b\"} > 1",
        "changes(x[5m]) > 30",
      })
  void whereNothingIsFoundNothingIsSaid(String text) {
    Condition condition = condition(text);

    assertThat(search(condition).obstacle(condition)).isEmpty();
    assertThat(search(condition).firing(condition)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "stddev(x) > 3 | stddev is not evaluated here",
        "label_replace(x, 'a', '$1', 'b', '(.*)') > 2 | label_replace is not evaluated here",
        "x @ 5 > 1 | @ is not evaluated here",
        "holt_winters(x[5m], 0.1, 0.1) > 2 | holt_winters is not evaluated here",
        "{job='api'} > 1 | it also selects what Prometheus records of alerts",
        "{__name__=~'A.*'} > 1 | it also selects what Prometheus records of alerts",
        "sum(ALERTS_FOR_STATE) > 1 | it also selects what Prometheus records of alerts",
        "step() > bool 5 | step is not evaluated here",
        "up == 0 or stddev(x) > hour() | stddev is not evaluated here",
        "x{a=~'b{200}'} > 1 | a regular expression is too large to be evaluated here",
        "x{a!~'b{2,200}'} > 1 | a regular expression is too large to be evaluated here",
      },
      quoteCharacter = '`')
  void whatIsNotEvaluatedIsSaid(String text, String obstacle) {
    Condition condition = condition(text);

    assertThat(search(condition).obstacle(condition)).contains(obstacle);
    assertThat(search(condition).firing(condition)).isEmpty();
    assertThat(search(condition).quiet(condition)).isEmpty();
  }

  @Test
  void aLongChainIsNotEvaluatedAndNoObstacleToOthers() {
    Condition longest = condition("x" + " + x".repeat(900) + " > 1");
    Condition tooLong = condition("x" + " + x".repeat(10_000) + " > 1");
    Condition other = new Condition("B", expr("up == 0"), 0, ImmutableMap.of("a", "b"));

    assertThat(search(longest).firing(longest)).isPresent();
    assertThat(search(tooLong).obstacle(tooLong)).contains("it has more than 2000 parts");
    assertThat(search(tooLong).firing(tooLong)).isEmpty();
    assertThat(search(other, tooLong).firing(other)).isPresent();
  }

  @Test
  void seriesMakeNoAlertWithoutANameFail() {
    Condition nameless = condition("{job=\"api\"} > 0");
    Condition two = new Condition("B", expr("x + y > 5"), 0, ImmutableMap.of("a", "b"));
    Condition one = new Condition("B", expr("x > 5"), 0, ImmutableMap.of("a", "b"));

    assertThat(search(two).firing(two)).isPresent();
    assertThat(search(two, nameless).firing(two).map(it -> it.series().size())).hasValue(2);
    assertThat(search(one, nameless).firing(one)).isPresent();
  }

  @Test
  void howManyMustBeANumber() {
    Condition first = condition("topk(scalar(y), x) > 1");

    assertThat(search(first).firing(first).orElseThrow().series())
        .anySatisfy(series -> assertThat(series.labels()).containsEntry("__name__", "y"));
    assertThat(search(first).quiet(first)).isPresent();
  }

  @Test
  void anObstacleOfANamesakeIsOneToo() {
    Condition known = condition("x > 1");
    Condition namesake = condition("stddev(x) > 1");
    Condition other = new Condition("B", expr("x > 1"), 0, ImmutableMap.of("a", "b"));

    assertThat(search(known, namesake).obstacle(known)).contains("stddev is not evaluated here");
    assertThat(search(other, namesake).obstacle(other)).isEmpty();
  }

  @Test
  void whatIsEvaluatedIsEvaluatedForEachFunction() {
    for (String function : Numbers.functions()) {
      assertThat(Numbers.of(function, 0.5, new double[] {0.25, 1})).as(function).isFinite();
    }
    Points points =
        new Points(ImmutableSortedMap.of(), new double[] {0, 60}, new double[] {1, 2}, 0, 120);
    for (String function : Points.functions()) {
      assertThat(points.reduce(function, 0.5)).as(function).isPresent();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "abs, -2, 2",
    "acos, 1, 0",
    "asin, 0, 0",
    "atan, 0, 0",
    "ceil, 1.5, 2",
    "cos, 0, 1",
    "cosh, 0, 1",
    "deg, 3.141592653589793, 180",
    "exp, 0, 1",
    "floor, 1.5, 1",
    "ln, 1, 0",
    "log10, 100, 2",
    "log2, 8, 3",
    "rad, 180, 3.141592653589793",
    "sgn, -3, -1",
    "sin, 0, 0",
    "sinh, 0, 0",
    "sqrt, 9, 3",
    "tan, 0, 0",
    "tanh, 0, 0",
    "round, 2.5, 3",
  })
  void functionsOfNumbers(String function, double value, double result) {
    assertThat(Numbers.of(function, value, new double[0])).isCloseTo(result, within(1e-12));
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
        new Condition("A", expr("x > 5"), 0, ImmutableMap.of("severity", "warning"));
    Condition critical = condition("x > 1");

    assertThat(search(warning, critical).firing(warning).orElseThrow().alerts())
        .hasSize(2)
        .containsValues(warning, critical);
  }

  @Test
  void seriesMakeNoOtherAlertFail() {
    Condition pairs = condition("x / on(job) x > 1");
    Condition other = new Condition("B", expr("count(x == 0) > 2"), 0, ImmutableMap.of("a", "b"));

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
                new Recording("ratio", expr("1 - avg(up)"), ImmutableMap.of("service", "api"))),
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
