package io.productionguardian.render.yaml.promql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExprTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "up == 0",
        "up{job=\"api\",} == 0 # a comment",
        "{__name__=~'foo_.*'}",
        "SUM(rate(x[5m])) BY (job) > 1e3",
        "sum without (a, b) (x)",
        "a / on (x) group_left (y) b",
        "a and ignoring(x) b unless c or d",
        "-2 ^ -2 > bool 0x1F",
        "max_over_time(rate(x[5m])[1h:1m])",
        "max_over_time((a + b)[1h:])",
        "x offset -5m",
        "rate(x[1h30m] offset 1d)",
        "x @ 1609746000",
        "x @ end()",
        "histogram_quantile(0.9, sum by (le) (rate(x_bucket[5m])))",
        "topk(3, x)",
        "count_values('v', x)",
        "label_replace(x, \"a\", \"$1\", 'b', `(.*)`)",
        "round(x) + round(x, 5)",
        "hour() < 6",
        "x > Inf",
        "job:x:rate5m == 5",
        "x{a=\"\\u00fc\\x41\\101\\n\\\"\"}",
        "a atan2 b",
        "absent(x)",
      })
  void whatPrometheusTakesIsTaken(String text) {
    assertThat(Expr.parse(text)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Error rate above 5%",
        "up ==",
        "== 0",
        "(up",
        "up)",
        "up{job=api}",
        "up{job=\"api\"",
        "{}",
        "{job=\"\"}",
        "{job=~\".*\"}",
        "x[5m] > 1",
        "rate(x)",
        "rate(x[5])",
        "rate(x[5m1h])",
        "rate((x)[5m])",
        "rate(x[5m:1m]) offset",
        "unknown(x)",
        "sum(5)",
        "sum(x, y)",
        "topk(x)",
        "1 > 2",
        "1 and 2",
        "x > bool",
        "x + bool y",
        "x and on(a) group_left y",
        "x{a=~\"(\"}",
        "x{a=~\"(?=b)\"}",
        "'a' == 'a'",
        "5x > 1",
        "x > \"a",
        "x\u0000",
        "x > 1e",
        "x @ foo",
        "(x) offset 5m",
        "x{__name__=\"y\"} y{__name__=\"y\"}",
        "x{a=\"\\q\"}",
        "x{a=\"\\xZZ\"}",
        "x{a=\"\n\"}",
        "vector(x)",
        "histogram_quantile(x, 0.9)",
        "-\"a\"",
      })
  void whatPrometheusRefusesIsRefused(String text) {
    assertThat(Expr.parse(text)).isEmpty();
  }

  @Test
  void depthAndLengthHaveBounds() {
    assertThat(Expr.parse("(".repeat(5_000) + "x" + ")".repeat(5_000))).isEmpty();
    assertThat(Expr.parse("-".repeat(5_000) + "x")).isEmpty();
    assertThat(Expr.parse("x" + " + x".repeat(900))).isPresent();
    assertThat(Expr.parse("x" + "+x".repeat(3_000))).isEmpty();
    assertThat(Expr.parse("x" + " ".repeat(20_000))).isEmpty();
  }
}
