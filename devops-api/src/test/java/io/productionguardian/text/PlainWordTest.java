package io.productionguardian.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainWordTest {

  private static String many(String sign) {
    return sign.repeat(5_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-", "\u200b", " ", "\u0301", "*", "\u00a0"})
  void signsAloneSayNothingHoweverMany(String sign) {
    assertThat(PlainWord.isNothing(many(sign))).isTrue();
    assertThat(PlainWord.isNothing(many(sign) + "a")).isFalse();
  }
}
