package io.productionguardian.render.json.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.productionguardian.model.Monitoring.Metric;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PanelQueriesTest {

  private static final PanelQueries QUERIES =
      new PanelQueries(
          "shop",
          ImmutableList.of(
              metric("orders_total", "counter", "orders"),
              metric("queue_depth", "gauge", "items"),
              metric("last_backup_timestamp_seconds", "gauge", "seconds"),
              metric("db_query_seconds", "summary", "seconds"),
              metric("http_request_duration_ms", "histogram", "milliseconds"),
              metric("memory_bytes", "gauge", "bytes"),
              metric("payment_errors_total", "counter", "")));

  private static Metric metric(String name, String type, String unit) {
    return new Metric(name, type, Optional.of(unit).filter(it -> !it.isEmpty()), "none stated");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Orders per second|sum(rate(orders_total{job=\"shop\"}[$__rate_interval]))|cps",
        "queue_depth|queue_depth{job=\"shop\"}|short",
        "Age of the last backup|time() - max(last_backup_timestamp_seconds{job=\"shop\"})|s",
        "db_query p95|db_query_seconds{job=\"shop\",quantile=\"0.95\"}|s",
        "db_query_seconds|sum(rate(db_query_seconds_sum{job=\"shop\"}[$__rate_interval])) /"
            + " sum(rate(db_query_seconds_count{job=\"shop\"}[$__rate_interval]))|s",
        "http latency p999|histogram_quantile(0.999, sum by (le)"
            + " (rate(http_request_duration_ms_bucket{job=\"shop\"}[$__rate_interval])))|ms",
        "Memory|memory_bytes{job=\"shop\"}|bytes",
        "error_rate|sum(rate(payment_errors_total{job=\"shop\"}[$__rate_interval]))|cps",
        "Availability|up{job=\"shop\"}|bool_on_off",
        "throughput|sum(rate(http_request_duration_ms_count{job=\"shop\"}[$__rate_interval]))|cps",
      })
  void panelAsksWhatItsNameSays(String panel, String expression, String unit) {
    assertThat(QUERIES.of(panel))
        .hasValueSatisfying(
            query -> {
              assertThat(query.expression()).isEqualTo(expression);
              assertThat(query.unit()).isEqualTo(unit);
              assertThat(query.meaning()).isNotBlank();
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"cpu_usage", "latency", "???", "Saturation", "rate"})
  void panelThatNoMetricAnswersAsksNothing(String panel) {
    assertThat(QUERIES.of(panel)).isEmpty();
  }

  @Property
  void nothingOfAPanelsNameGetsIntoAQuery(@ForAll String panel) {
    QUERIES
        .of(panel + " p99 http latency \"} or vector(1) {")
        .ifPresent(
            query ->
                assertThat(query.expression())
                    .matches("[a-z0-9_.,(){}\"=\\[\\]$/ -]+")
                    .doesNotContain("vector"));
  }
}
