package io.productionguardian.render.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '§',
      value = {
        "page_on_call, page_on_call",
        "99.9% availability, 99.9% availability",
        "Restart the pods., Restart the pods.",
        "a-b:c/d, a-b:c/d",
        "_x_, \\_x\\_",
        "1. first, 1\\. first",
        "<b>, \\<b\\>",
        "a|b, a\\|b",
        "see https://x.test, see https\\://x.test"
      })
  void escapesOnlyWhatMeansSomething(String text, String markdown) {
    assertThat(Markdown.text(text)).isEqualTo(markdown);
  }

  @Test
  void headingEndsInNoStop() {
    assertThat(Markdown.heading("The database is down!")).isEqualTo("The database is down");
  }

  @Test
  void linksAddressesOfTheWebOnly() {
    assertThat(Markdown.link("https://grafana/d/x")).isEqualTo("<https://grafana/d/x>");
    assertThat(Markdown.link("javascript:alert(1)")).isEqualTo("javascript:alert(1)");
    assertThat(Markdown.link("https://x/><b>")).isEqualTo("https\\://x/\\>\\<b\\>");
  }

  @Test
  void tableHasAlineForEachRow() {
    assertThat(Markdown.table(List.of("A", "B"), List.of(List.of("a", ""))))
        .isEqualTo("| A | B |\n| --- | --- |\n| a | |\n");
  }
}
