package io.productionguardian.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.productionguardian.model.Monitoring.Metric;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SliTest {

  private static List<Metric> metrics(String... typesAndNames) {
    return Arrays.stream(typesAndNames)
        .map(text -> text.split(" ", -1))
        .map(pair -> new Metric(pair[1], pair[0], Optional.empty(), "none stated"))
        .toList();
  }

  @Test
  void aCounterOfErrorsBesideOneOfRequestsMakesOne() {
    assertThat(Sli.of(metrics("counter http_errors_total", "counter http_requests_total")))
        .contains(new Sli("http_errors_total", "http_requests_total"));
  }

  @Test
  void aHistogramOfDurationsCountsRequestsToo() {
    assertThat(Sli.of(metrics("histogram health_check_latency", "counter health_check_errors")))
        .contains(new Sli("health_check_errors", "health_check_latency_count"));
  }

  @Test
  void whatMightBeMeantOtherwiseMakesNone() {
    assertThat(Sli.of(metrics("counter a_requests_total"))).isEmpty();
    assertThat(Sli.of(metrics("counter db_errors_total", "counter http_requests_total"))).isEmpty();
    assertThat(Sli.of(metrics("gauge a_errors", "counter a_requests"))).isEmpty();
    assertThat(
            Sli.of(metrics("counter a_errors", "counter a_failures", "counter a_requests_total")))
        .isEmpty();
    assertThat(Sli.of(metrics("counter a_request_errors", "gauge a_requests"))).isEmpty();
  }
}
