package io.productionguardian.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EpicIdTest {

  @ParameterizedTest
  @ValueSource(strings = {"epic_25", "E", "7", "a-b_c", "epic-25"})
  void isASinglePathSegment(String text) {
    assertThat(EpicId.isValid(text)).isTrue();
    assertThat(new EpicId(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "..",
        "../epic_25",
        "a/b",
        "a\\b",
        "_x",
        "-x",
        "épic",
        "a b",
        "a\n",
        "a\0",
        "a."
      })
  void refusesWhatCouldBeAnotherPath(String text) {
    assertThat(EpicId.isValid(text)).isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new EpicId(text))
        .withMessageStartingWith("not an epic id");
  }

  @Test
  void hasAtMostSixtyFourCharacters() {
    assertThat(EpicId.isValid("a".repeat(64))).isTrue();
    assertThat(EpicId.isValid("a".repeat(65))).isFalse();
  }
}
