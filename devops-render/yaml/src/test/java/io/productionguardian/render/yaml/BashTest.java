package io.productionguardian.render.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.productionguardian.model.CommandLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BashTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '§',
      value = {
        "pytest tests/ --cov=src, pytest tests/ --cov=src",
        "echo 'a b' \"it's\", echo 'a b' 'it'\\''s'",
        "echo '', echo ''",
        "echo for, echo for",
        "echo '${{ secrets.TOKEN }}', echo '$''{{ secrets.TOKEN }}'"
      })
  void quotesOnlyWhatNeedsIt(String stated, String written) {
    assertThat(Bash.command(CommandLine.parse(stated).orElseThrow())).isEqualTo(written);
  }

  @Test
  void refusesWhatNoArgumentCanHold() {
    assertThatIllegalArgumentException().isThrownBy(() -> Bash.word("a\0b"));
  }
}
