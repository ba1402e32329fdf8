package io.productionguardian.render.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Quantities of Kubernetes, and durations of Prometheus. */
class UnitsTest {

  @ParameterizedTest
  @CsvSource({"100m, 0.1", "1500m, 1.5", "2, 2", "0.25, 0.25", "1m, 0.01", "10, 10"})
  void cpus(String quantity, String cpus) {
    assertThat(Quantities.cpus(quantity)).isEqualTo(cpus);
  }

  @ParameterizedTest
  @CsvSource({
    "128Mi, 134217728",
    "1Ki, 1024",
    "1k, 1000",
    "1.5Gi, 1610612736",
    "128M, 128000000",
    "0.0001Ki, 1",
    "64, 64",
    "1T, 1000000000000",
  })
  void bytes(String quantity, String bytes) {
    assertThat(Quantities.bytes(quantity)).isEqualByComparingTo(bytes);
  }

  @ParameterizedTest
  @CsvSource({
    "60, 1m",
    "90, 90s",
    "0.5, 500ms",
    "0.0001, 1ms",
    "0, 0s",
    "3600.0, 60m",
    "1E+1, 10s"
  })
  void durations(BigDecimal seconds, String text) {
    assertThat(PrometheusDurations.text(seconds)).isEqualTo(text);
  }
}
