package io.productionguardian.promql.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import io.productionguardian.promql.Expr;
import io.productionguardian.promql.PromQl;
import java.math.BigDecimal;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What expressions come to after 60 s of samples every 15 s; all values are worked out by hand. */
class EvaluationTest {

  private static final Evaluation EVALUATION =
      new Evaluation(
          ImmutableList.of(
              series("http_total", "0", "10", "code", "200", "r", "a"),
              series("http_total", "0", "1", "code", "500", "r", "a"),
              series("http_total", "0", "20", "code", "200", "r", "b"),
              series("queue", "5", "0", "r", "a"),
              series("queue", "7", "0", "r", "b"),
              series("queue", "-3", "0", "r", "c"),
              series("size", "10", "0", "r", "a", "team", "x"),
              series("size", "7", "0", "r", "b", "team", "y"),
              series("team_info", "1", "0", "r", "a", "team", "x", "owner", "ann"),
              series("team_info", "1", "0", "r", "b", "team", "y", "owner", "bo"),
              series("lone", "42", "1"),
              series("h_bucket", "10", "0", "le", "0.1"),
              series("h_bucket", "30", "0", "le", "0.5"),
              series("h_bucket", "40", "0", "le", "1"),
              series("h_bucket", "40", "0", "le", "+Inf"),
              series("tail_bucket", "10", "0", "le", "2"),
              series("tail_bucket", "40", "0", "le", "+Inf"),
              series("below_bucket", "30", "0", "le", "-1"),
              series("below_bucket", "40", "0", "le", "+Inf"),
              series("none_bucket", "0", "0", "le", "1"),
              series("none_bucket", "0", "0", "le", "+Inf"),
              series("open_bucket", "1", "0", "le", "1"),
              series("open_bucket", "2", "0", "le", "2"),
              series("single_bucket", "2", "0", "le", "+Inf"),
              series("odd_bucket", "2", "0", "le", "many")),
          15,
          ImmutableMap.of());

  private static Series series(String name, String first, String step, String... labels) {
    ImmutableSortedMap.Builder<String, String> all = ImmutableSortedMap.naturalOrder();
    all.put(Sample.NAME, name);
    for (int i = 0; i < labels.length; i += 2) {
      all.put(labels[i], labels[i + 1]);
    }
    return new Series(all.buildOrThrow(), new BigDecimal(first), new BigDecimal(step));
  }

  private static String result(String text) {
    Expr expr = ((PromQl.Parsed) PromQl.parse(text)).expr();
    return EVALUATION.result(expr, 60).stream()
        .map(sample -> sample.labels() + " " + Math.round(sample.value() * 1e6) / 1e6)
        .collect(Collectors.joining(", "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // numbers
        "1 + 2 * 3 | {} 7.0",
        "-(2 ^ 3) | {} -8.0",
        "time() | {} 60.0",
        "pi() | {} 3.141593",
        "scalar(lone) | {} 46.0",
        "3 > bool 2 | {} 1.0",
        "2 > bool 2 | {} 0.0",
        "2 == bool 2 | {} 1.0",
        "vector(scalar(lone)) | {} 46.0",
        // selectors
        "lone | {__name__=lone} 46.0",
        "lone offset 30s | {__name__=lone} 44.0",
        "lone offset 2m | ``",
        "-lone | {} -46.0",
        "queue{r!=\"a\", r!~\"c.*\"} | {__name__=queue, r=b} 7.0",
        "queue{r=~\"[az]\"} | {__name__=queue, r=a} 5.0",
        // a vector and a number
        "queue > 6 | {__name__=queue, r=b} 7.0",
        "6 < queue | {__name__=queue, r=b} 7.0",
        "queue{r=\"a\"} > bool 6 | {r=a} 0.0",
        "queue{r=\"a\"} * 2 | {r=a} 10.0",
        "10 - queue{r=\"a\"} | {r=a} 5.0",
        // pairs
        "queue / ignoring (team) size | {r=a} 0.5, {r=b} 1.0",
        "size / on (r) queue | {r=a} 2.0, {r=b} 1.0",
        "size - on (r) queue > 0 | {r=a} 5.0",
        "size > on (r) queue | {r=a} 10.0",
        "size > bool on (r) queue | {r=a} 1.0, {r=b} 0.0",
        "queue * on (r) group_left (owner) team_info | {owner=ann, r=a} 5.0, {owner=bo, r=b} 7.0",
        "team_info * on (r) group_right (owner) queue | {owner=ann, r=a} 5.0, {owner=bo, r=b} 7.0",
        "queue - on (r) group_left () size | {r=a} -5.0, {r=b} 0.0",
        "queue >= on (r) group_left (team) size | {__name__=queue, r=b, team=y} 7.0",
        "size * on (r) group_left (owner) queue | {r=a, team=x} 50.0, {r=b, team=y} 49.0",
        // sets
        "queue and on (r) size | {__name__=queue, r=a} 5.0, {__name__=queue, r=b} 7.0",
        "queue unless on (r) size | {__name__=queue, r=c} -3.0",
        "queue{r=\"c\"} or on (r) size{r=\"a\"} | {__name__=queue, r=c} -3.0, {__name__=size, r=a, team=x} 10.0",
        "queue{r=\"a\"} or on (r) size{r=\"a\"} | {__name__=queue, r=a} 5.0",
        "queue and size | ``",
        "queue unless lone | {__name__=queue, r=a} 5.0, {__name__=queue, r=b} 7.0, {__name__=queue, r=c} -3.0",
        // aggregations
        "sum(queue) | {} 9.0",
        "avg(queue) | {} 3.0",
        "min(queue) | {} -3.0",
        "max(queue) | {} 7.0",
        "count(queue) | {} 3.0",
        "group(queue) | {} 1.0",
        "sum by (r) (http_total) | {r=a} 44.0, {r=b} 80.0",
        "sum without (code) (http_total) | {r=a} 44.0, {r=b} 80.0",
        "topk(2, queue) | {__name__=queue, r=b} 7.0, {__name__=queue, r=a} 5.0",
        "bottomk(1, queue) | {__name__=queue, r=c} -3.0",
        "topk(0, queue) | ``",
        "topk(-1, queue) | ``",
        // ranges
        "increase(lone[1m]) | {} 4.0",
        "rate(http_total{r=\"b\"}[1m]) | {code=200, r=b} 1.333333",
        "max_over_time(lone[30s]) | {} 46.0",
        "count_over_time(queue{r=\"a\"}[1m] offset 30s) | {r=a} 3.0",
        "last_over_time(lone[1m]) | {__name__=lone} 46.0",
        "max_over_time(sum(queue)[1m:30s]) | {} 9.0",
        "count_over_time(sum(queue)[1m:30s]) | {} 3.0",
        "max_over_time((lone > 44)[1m:15s]) | {} 46.0",
        "count_over_time((lone > 44)[1m:15s]) | {} 2.0",
        // what is not there
        "absent(lone) | ``",
        "absent(gone) | {} 1.0",
        "absent(gone{r=\"a\", x=~\"b\", y=\"\", z!=\"c\"}) | {r=a} 1.0",
        "absent(gone{r=\"a\", r!=\"b\"}) | {} 1.0",
        "absent_over_time(gone{r=\"a\"}[5m]) | {r=a} 1.0",
        "absent_over_time(lone[5m]) | ``",
        "absent(sum(gone)) | {} 1.0",
        // histograms
        "histogram_quantile(0.5, h_bucket) | {} 0.3",
        "histogram_quantile(0.25, h_bucket) | {} 0.1",
        "histogram_quantile(0.125, h_bucket) | {} 0.05",
        "histogram_quantile(0.75, h_bucket) | {} 0.5",
        "histogram_quantile(0.875, h_bucket) | {} 0.75",
        "histogram_quantile(0.9, tail_bucket) | {} 2.0",
        "histogram_quantile(0.1, below_bucket) | {} -1.0",
        "histogram_quantile(0.9, queue) | ``",
      })
  void comesTo(String expression, String expected) {
    assertThat(result(expression)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"none_bucket", "open_bucket", "single_bucket"})
  void noQuantileIsKnownOf(String histogram) {
    Expr expr = ((PromQl.Parsed) PromQl.parse("histogram_quantile(0.9, " + histogram + ")")).expr();

    assertThat(EVALUATION.result(expr, 60))
        .singleElement()
        .extracting(Sample::value)
        .isEqualTo(Double.NaN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "queue / on () size | several series where one is expected",
        "http_total / on (r) size | several series where one is expected",
        "sum by (r) (queue) * on (r) group_left () (http_total) | several series where one is expected",
        "topk(scalar(gone), queue) | how many is no number",
        "lone == 46.00000000001 | too near to be told apart",
        "lone @ 30 | a fixed time is not known here",
        "histogram_quantile(0.9, odd_bucket) | a bound that is no number",
        "label_replace(lone, \"a\", \"b\", \"c\", \"d\") | label_replace",
        "label_replace(queue, \"r\", \"b\", \"r\", \".*\") | label_replace",
        "max_over_time(sum(queue)[1m:]) | how often is not known here",
      })
  void whatIsNotKnownIsSaid(String expression, String why) {
    assertThatExceptionOfType(CannotEvaluateException.class)
        .isThrownBy(() -> result(expression))
        .withMessageContaining(why);
  }

  @ParameterizedTest
  @CsvSource({"-1, ''", "0, 42.0", "14, 42.0", "15, 43.0", "359, 65.0"})
  void aSelectorGivesTheLastSampleBefore(double time, String value) {
    Expr expr = ((PromQl.Parsed) PromQl.parse("lone")).expr();

    assertThat(
            EVALUATION.result(expr, time).stream()
                .map(sample -> Double.toString(sample.value()))
                .collect(Collectors.joining()))
        .isEqualTo(value);
  }
}
