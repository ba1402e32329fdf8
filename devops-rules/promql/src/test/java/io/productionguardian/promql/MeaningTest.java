package io.productionguardian.promql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeaningTest {

  private static Optional<String> fault(String text) {
    return Meaning.fault(((PromQl.Parsed) PromQl.parse(text)).expr());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "up == 0",
        "up < 1",
        "1 > up",
        "up != 1",
        "avg(up) < 0.5",
        "min_over_time(up[5m]) == 0",
        "avg_over_time(up[5m]) < 0.9",
        "sum(up) < 2",
        "count(up == 0) > 1",
        "count(up == 0)",
        "absent(up)",
        "absent_over_time(x[5m])",
        "rate(x[5m]) > 0",
        "rate(x[5m]) == 0",
        "-x < -1",
        "x > y",
        "0 < x",
        "x / y > 0.05",
        "x and y > 5",
        "x unless y",
        "up == 0 or x > 1",
        "up == 0 and x > 1",
        "up{job=\"a\"} == 0 and on () up{job=\"b\"} == 1",
        "ALERTS{alertstate=\"firing\"}",
        "time() - x > 60",
        "(x > 1) * 2",
        "histogram_quantile(0.99, rate(x_bucket[5m])) > 1",
        "histogram_quantile(0.99, sum by (le, r) (rate(x_bucket[5m]))) > 1",
        "histogram_quantile(0.99, sum without (r) (rate(x_bucket[5m]))) > 1",
        "histogram_quantile(0.99, job:x:rate5m) > 1",
        "x != 0",
      })
  void whatMeasuresHasNoFault(String condition) {
    assertThat(fault(condition)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "up == 2 | can never fire",
        "up > 1 | can never fire",
        "up < 0 | can never fire",
        "2 < up | can never fire",
        "up == 0.5 | can never fire",
        "up == 0 and up == 1 | can never fire",
        "max(up) > 1 | can never fire",
        "avg(up) > 1 | can never fire",
        "max_over_time(up[5m]) > 1 | can never fire",
        "rate(x[5m]) < 0 | can never fire",
        "increase(x[1h]) < 0 | can never fire",
        "count(x) < 0 | can never fire",
        "absent(x) == 0 | can never fire",
        "(up == 2) + x | can never fire",
        "x > 5 and up == 2 | can never fire",
        "x > 5 and x < 3 | can never fire",
        "up == 2 or up == 3 | can never fire",
        "group(x) != 1 | can never fire",
        "up >= 0 | fires always, whatever is measured",
        "up <= 1 | fires always, whatever is measured",
        "up != 2 | fires always, whatever is measured",
        "rate(x[5m]) >= 0 | fires always, whatever is measured",
        "rate(x[5m]) / rate(y[5m]) >= 0 | fires always, whatever is measured",
        "x > bool 5 | fires always, whatever is measured",
        "x > 1 or y | fires always, whatever is measured",
        "rate(x[5m]) | has no comparison",
        "x | has no comparison",
        "x and y | has no comparison",
        "sum(x) / sum(y) | has no comparison",
        "vector(1) | has no comparison",
        "histogram_quantile(0.99, sum(rate(x_bucket[5m]))) > 1 | without le",
        "histogram_quantile(0.99, sum by (r) (rate(x_bucket[5m]))) > 1 | without le",
        "histogram_quantile(0.99, sum without (le) (rate(x_bucket[5m]))) > 1 | without le",
        "histogram_quantile(0.99, x) > 1 | without le",
        "histogram_quantile(99, x_bucket) > 1 | outside 0 and 1",
        "histogram_quantile(-0.5, x_bucket) > 1 | outside 0 and 1",
        "1 + histogram_quantile(1.5, x_bucket) > 1 | outside 0 and 1",
      })
  void whatSaysNothingIsTold(String condition, String words) {
    assertThat(fault(condition)).get().asString().contains(words);
  }
}
