package io.productionguardian.promql;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PromQlTest {

  private static PromQl.Parsed parsed(String expression) {
    PromQl read = PromQl.parse(expression);
    assertThat(read).as(expression).isInstanceOf(PromQl.Parsed.class);
    return (PromQl.Parsed) read;
  }

  private static PromQl.Failed failed(String expression) {
    PromQl read = PromQl.parse(expression);
    assertThat(read).isInstanceOf(PromQl.Failed.class);
    return (PromQl.Failed) read;
  }

  // Metrics

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      nullValues = "-",
      value = {
        "up ; up",
        "b + a + b ; b a",
        "sum by (c) (rate(a{d='e'}[5m])) > on(f) group_left(g) b ; a b",
        "{__name__='a'} ; a",
        "{__name__='a',__name__='b'} ; a b",
        "{__name__=~'a|b'} ; -",
        "{__name__!='a', b='c'} and {__name__='', b='c'} ; -",
        "{__name__=\"\\x61\\142\\u0063\\xc3\\xa9\\xF0\\x9d\\x84\\x9e\"} ; abcé𝄞",
        "{__name__=`a\\b`} ; a\\b",
        "{b='c'} ; -",
        "{'a.b', c='d'} ; a.b",
        "sum(sum) + count by (and) (by) + offset offset 5m ; sum by offset",
        "absent(up) or vector(1) ; up",
        "label_replace(a, 'b', 'c', 'd', 'e') ; a",
        "max_over_time((a / b)[1h:5m]) ; a b",
        "a{b='c'} # d ; a",
        "a:b:c ; a:b:c",
        "vector(1) ; -",
        "1 ; -",
        "'a' ; -",
      })
  void metricsAreListedInOrder(String expression, String metrics) {
    assertThat(parsed(expression).metrics())
        .containsExactlyElementsOf(metrics == null ? List.of() : List.of(metrics.split(" ")));
  }

  // Comparisons

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "up == 0 | == | 0",
        "up != 1 | != | 1",
        "up < 1 | < | 1",
        "up <= 1 | <= | 1",
        "up > 1 | > | 1",
        "up >= 1 | >= | 1",
        "0 == up | == | 0",
        "0 != up | != | 0",
        "5 < up | > | 5",
        "5 <= up | >= | 5",
        "5 > up | < | 5",
        "5 >= up | <= | 5",
        "up > -1 | > | -1",
        "up > 2 * 60 ^ 2 | > | 7200",
        "up > 1 + 5 % 3 - 4 / 2 | > | 1",
        "up > (0x10) | > | 16",
        "up > 1e3 | > | 1000",
        "up > Inf | > | Infinity",
        "up > NaN | > | NaN",
        "up > 5m | > | 300",
        "up > 1_000 | > | 1000",
        "up > scalar(vector(3)) | > | 3",
        "up > 1 > bool 0 | > | 0",
        "((up)) > 0 | > | 0",
        "((up > 0)) | > | 0",
        "a + b * c > 0 | > | 0",
        "rate(a[5m]) * 100 > 5 | > | 5",
        "a > 1 > 2 | > | 2",
        "time() > bool 5 | > | 5",
        "1 == bool 2 | == | 2",
      })
  void comparisonsAreSeenFromWhatIsMeasured(String expression, String op, double threshold) {
    Comparison comparison = parsed(expression).comparison().orElseThrow();

    assertThat(comparison.op().symbol()).isEqualTo(op);
    assertThat(Double.compare(comparison.threshold(), threshold)).isZero();
    assertThat(comparison.bool()).isEqualTo(expression.contains("bool"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "up",
        "a > b",
        "a > time()",
        "a > scalar(b)",
        "a > vector(1)",
        "a > 1 and b > 1",
        "a > 1 or b",
        "(a > 1) * 2",
        "-(a > 1)",
        "sum(a > 1)",
        "a + 1",
      })
  void otherOperationsAreNoComparison(String expression) {
    assertThat(parsed(expression).comparison()).isEmpty();
  }

  // Ranges

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "up | 0",
        "up offset 1h | 0",
        "rate(a[5m]) | 300",
        "rate(a[5m] offset 1d) | 300",
        "rate(a[5m]) + rate(b[1h]) + rate(c[1m]) | 3600",
        "max_over_time(rate(a[5m])[1h:1m]) | 3600",
        "max_over_time(rate(a[2h])[1h:]) | 7200",
        "max_over_time(a[1m:1h]) | 60",
        "rate(a[1h30m5s]) | 5405",
        "rate(a[500ms]) | 1",
        "rate(a[1s1ms]) | 2",
        "rate(a[1y]) | 31536000",
        "rate(a[300]) | 300",
        "rate(a[1.5]) | 2",
      })
  void theWidestRangeCounts(String expression, long seconds) {
    assertThat(parsed(expression).rangeSeconds()).isEqualTo(seconds);
  }

  // Constants

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 | 1",
        "017 | 15",
        "08 | 8",
        "0x1F | 31",
        "0x1_F | 31",
        "-1 ^ 2 | -1",
        "2 ^ 3 ^ 2 | 512",
        "2 ^ -1 | 0.5",
        "1 ^ NaN | 1",
        "2 - 3 - 4 | -5",
        "7 % -4 | 3",
        "1 / 0 | Infinity",
        "0 / 0 | NaN",
        "-inf | -Infinity",
        "1 atan2 1 | 0.7853981633974483",
        "pi() | 3.141592653589793",
        "2 > bool 1 | 1",
        "1 > bool 2 | 0",
        "2 >= bool 2 | 1",
        "1 >= bool 2 | 0",
        "2 <= bool 2 | 1",
        "2 <= bool 1 | 0",
        "1 != bool 1 | 0",
        "scalar(vector(5) > 4) | 5",
        "scalar(vector(5) > 6) | NaN",
        "scalar(-vector(5)) | -5",
        "scalar(sum(vector(5))) | 5",
        "1h | 3600",
      })
  void constantsAreComputed(String expression, double value) {
    assertThat(parsed(expression).constant()).hasValue(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "time()",
        "time() * 0",
        "2 * time()",
        "time() > bool 0",
        "-time()",
        "scalar(up)",
        "scalar(vector(time()))",
        "scalar(abs(vector(1)))",
        "vector(1)",
        "up",
        "'a'",
      })
  void nothingElseIsConstant(String expression) {
    assertThat(parsed(expression).constant()).isEmpty();
  }

  // What is so whatever is measured

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1",
        "0",
        "1 == bool 2",
        "time()",
        "scalar(up)",
        "time() > bool 0",
        "vector(1)",
        "vector(0)",
        "vector(time())",
        "vector(1) > 0",
        "0 < vector(1)",
        "vector(1) == vector(1)",
        "vector(1) > bool 2",
        "vector(1) + vector(2)",
        "vector(1) + 1 > 1",
        "vector(1) * time()",
        "-vector(1) < 0",
        "hour()",
        "hour() >= bool 9",
        "up or vector(1)",
        "up >= 0 or vector(0)",
        "vector(1) or up",
        "vector(1) or vector(2)",
        "(vector(0) > 1) or vector(1)",
        "vector(1) or (vector(0) > 1)",
        "vector(1) and vector(2)",
        "vector(1) unless (vector(0) > 1)",
        "absent(vector(0) > 1)",
        "sum(vector(1)) > 0",
        "sum(up or vector(0))",
        "count(vector(1))",
        "count_values('a', vector(1))",
        "topk(1, vector(1))",
        "quantile(0.9, up or vector(0))",
        "label_replace(vector(1), 'a', 'b', '', '')",
        "abs(vector(-1))",
        "vector(1) != NaN",
      })
  void someAlertsAlwaysFire(String expression) {
    assertThat(parsed(expression).isAlwaysTrue()).isTrue();
    assertThat(parsed(expression).isNeverTrue()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "vector(0) > 1",
        "1 < vector(0)",
        "vector(1) == vector(2)",
        "(vector(0) > 1) + up",
        "up + (vector(0) > 1)",
        "(vector(0) > 1) > bool 0",
        "(vector(0) > 1) > 0",
        "vector(1) == NaN",
        "up == NaN",
        "up <= NaN",
        "up >= NaN",
        "up < NaN",
        "up > NaN",
        "up > Inf",
        "up < -Inf",
        "Inf < up",
        "time() + (vector(0) > 1)",
        "up and (vector(0) > 1)",
        "(vector(0) > 1) and up",
        "(vector(0) > 1) or (vector(0) > 2)",
        "(vector(0) > 1) unless up",
        "vector(1) unless vector(2)",
        "absent(vector(1))",
        "absent(up or vector(1))",
        "sum(vector(0) > 1)",
        "limitk(1, vector(0) > 1)",
        "topk(0, vector(1))",
        "bottomk(0.5, up)",
        "topk(1, vector(0) > 1)",
        "abs(vector(0) > 1)",
        "histogram_quantile(0.9, vector(0) > 1)",
        "label_join(vector(0) > 1, 'a', 'b')",
      })
  void someAlertsNeverFire(String expression) {
    assertThat(parsed(expression).isNeverTrue()).isTrue();
    assertThat(parsed(expression).isAlwaysTrue()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "up",
        "up == 0",
        "up >= 0",
        "up != NaN",
        "up >= Inf",
        "up <= Inf",
        "up > bool 0",
        "up or down",
        "up and vector(1)",
        "vector(1) and up",
        "vector(1) unless up",
        "up unless vector(1)",
        "vector(time()) > 0",
        "hour() > 9",
        "vector(1) + up",
        "(vector(1) or up) > 0",
        "(vector(1) or up) and vector(1)",
        "absent(up)",
        "sum(up)",
        "count(up) > 0",
        "topk(scalar(up), vector(1))",
        "topk(NaN, vector(1))",
        "limitk(1, vector(1))",
        "limit_ratio(0.5, vector(1))",
        "clamp(vector(1), 1, 0)",
        "histogram_count(vector(1))",
        "max_over_time(vector(1)[5m:])",
        "absent_over_time(up[5m])",
        "label_replace(up, 'a', 'b', '', '')",
        "'a'",
        "up[5m]",
      })
  void mostAlertsDependOnWhatIsMeasured(String expression) {
    assertThat(parsed(expression).isAlwaysTrue()).isFalse();
    assertThat(parsed(expression).isNeverTrue()).isFalse();
  }

  // Refusals

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "up == | 5 | unexpected end, expected an operand",
        "sum(rate(up)) | 9 | \"rate\" takes a range vector, not an instant vector",
        "a + (b | 4 | unclosed \"(\"",
        "a{b='c'} + nosuch(d) | 11 | unknown function \"nosuch\"",
        "a{b=~'*'} | 5 | a regular expression has a repeat of nothing or of a repeat",
        "round(a, 1, 2) | 0 | \"round\" has 3 arguments, expected 1 or 2",
        "label_join(a) | 0 | \"label_join\" has 1 arguments, expected 3 or more",
        "a ☃ | 2 | unexpected character U+2603",
        "a $ | 2 | unexpected character \"$\"",
      })
  void aRefusalSaysWhatAndWhere(String expression, int offset, String reason) {
    assertThat(failed(expression)).isEqualTo(new PromQl.Failed(reason, offset));
  }

  @Test
  void aReasonShowsNoMoreThanTheStartOfALongToken() {
    assertThat(failed("up '" + "a\\n".repeat(1000) + "'").reason())
        .hasSizeLessThan(100)
        .doesNotContain("\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\ud834", "'\ud834'", "`\udd1e`", "up{a='\ud834'}", "\"\ud834\\x80\""})
  void halfACharacterIsRefused(String expression) {
    assertThat(PromQl.parse(expression)).isInstanceOf(PromQl.Failed.class);
  }

  // Limits

  @Test
  void textIsReadUpToALength() {
    String longest = " ".repeat(PromQl.LONGEST - 2) + "up";

    assertThat(parsed(longest).metrics()).containsExactly("up");
    assertThat(failed(longest + " ").reason()).isEqualTo("it is longer than 65536 characters");
  }

  @Test
  void nestingIsReadUpToADepth() {
    assertThat(deep("(", "up", ")", PromQl.DEEPEST)).isEmpty();
    assertThat(deep("abs(", "up", ")", PromQl.DEEPEST)).isEmpty();
    assertThat(deep("-", "up", "", PromQl.DEEPEST)).isEmpty();
    String tooDeep = "it is nested more than 200 deep";
    assertThat(deep("(", "up", ")", PromQl.DEEPEST + 1)).hasValue(tooDeep);
    assertThat(deep("sum by (a) (", "up", ")", PromQl.DEEPEST + 1)).hasValue(tooDeep);
    assertThat(deep("-", "up", "", PromQl.DEEPEST + 1)).hasValue(tooDeep);
    assertThat(deep("(", "", "", 60_000)).hasValue(tooDeep);
  }

  @Test
  void aLongChainIsNotDeep() {
    assertThat(deep("a or ", "a", "", 10_000)).isEmpty();
    assertThat(deep("", "a", " + 1", 10_000)).isEmpty();
    assertThat(deep("a ^ ", "a", "", 10_000)).isEmpty();
    assertThat(deep("a or a and a == a + a * a ^ ", "a", "", 1_000)).isEmpty();
    assertThat(deep("a{b='c'", "", "", 5_000)).isPresent();
  }

  private static Optional<String> deep(String before, String inner, String after, int times) {
    PromQl read = PromQl.parse(before.repeat(times) + inner + after.repeat(times));
    return read instanceof PromQl.Failed failed ? Optional.of(failed.reason()) : Optional.empty();
  }

  @Test
  @Tag("stack")
  void theDeepestThatIsReadNeedsLittleStack() throws InterruptedException {
    AtomicReference<PromQl> read = new AtomicReference<>();
    String worst = "a or a and a == a + a * abs(".repeat(200) + "a" + ")".repeat(200);

    Thread thread = new Thread(null, () -> read.set(PromQl.parse(worst)), "small", 512 << 10);
    thread.start();
    thread.join();

    assertThat(read.get()).isInstanceOf(PromQl.Parsed.class);
  }

  @Test
  void aRegularExpressionIsReadUpToADepth() {
    assertThat(deepRegex(1000)).isInstanceOf(PromQl.Parsed.class);
    assertThat(deepRegex(1001))
        .isEqualTo(new PromQl.Failed("a regular expression has too deep nesting", 4));
  }

  private static PromQl deepRegex(int depth) {
    return PromQl.parse("{a=~'" + "(".repeat(depth) + "a" + ")".repeat(depth) + "'}");
  }

  // Durations

  @ParameterizedTest
  @CsvSource({"0, 0", "5m, 300", "1h30m, 5400", "500ms, 0.5", "1000000000000ms, 1000000000"})
  void durationsAreReadAsPrometheusWritesThem(String duration, BigDecimal seconds) {
    assertThat(PromQlDurations.seconds(duration).orElseThrow()).isEqualByComparingTo(seconds);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "5", "5x", "1m1h", "1.5h", "-5m"})
  void otherTextIsNoDuration(String text) {
    assertThat(PromQlDurations.seconds(text)).isEmpty();
  }
}
