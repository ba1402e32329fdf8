package io.productionguardian.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {

  @ParameterizedTest
  @CsvSource({
    "2, 2",
    "0.5, 0.5",
    "500m, 0.5",
    "1k, 1000",
    "1Ki, 1024",
    "1M, 1000000",
    "2Mi, 2097152",
    "1.5Gi, 1610612736",
    "1mb, 1048576",
    "1MB, 1048576",
    "1b, 1",
    "' 1k ', 1000",
  })
  void anAmount(String text, BigDecimal amount) {
    assertThat(Quantity.of(text).orElseThrow()).isEqualByComparingTo(amount);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "much", "1x", "-1", "1 k x", "${MEMORY}"})
  void none(String text) {
    assertThat(Quantity.of(text)).isEmpty();
  }
}
