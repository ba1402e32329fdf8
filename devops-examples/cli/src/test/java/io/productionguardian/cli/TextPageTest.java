package io.productionguardian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextPageTest {

  @Test
  void wrapsAtWordsWithIndentation() {
    assertThat(
            new TextPage(30, false)
                .line(2, 4, Span.plain("one two three four five six seven eight"))
                .toString())
        .isEqualTo("  one two three four five six\n    seven eight\n");
  }

  @Test
  void neverPartsAWord() {
    assertThat(
            new TextPage(26, false)
                .line(0, 2, Span.plain("a"), Span.plain(" /a/path/that/is/longer/than/a/line b"))
                .toString())
        .isEqualTo("a\n  /a/path/that/is/longer/than/a/line\n  b\n");
  }

  @Test
  void beginsFurtherLeftWhenAColumnWouldBeTooNarrow() {
    assertThat(
            new TextPage(30, false)
                .line(2, 20, Span.plain("one two three four five six seven"))
                .toString())
        .isEqualTo("  one two three four five six\n      seven\n");
  }

  @Test
  void keepsSpansTogetherThatNoBlankParts() {
    assertThat(
            new TextPage(24, true)
                .line(
                    0,
                    0,
                    Span.strong("abcdefghijklmnopqrs "),
                    Span.strong("def"),
                    Span.plain("ghi"))
                .toString())
        .isEqualTo("\u001b[1mabcdefghijklmnopqrs\u001b[0m\n\u001b[1mdef\u001b[0mghi\n");
  }

  @Test
  void alignsCellsAndDropsBlanksAtTheEnd() {
    assertThat(
            new TextPage(80, false)
                .line(0, 0, Span.cell(Ink.GOOD, "ab", 4), Span.cell(Ink.GOOD, "c", 9))
                .toString())
        .isEqualTo("ab  c\n");
  }

  @Test
  void showsWhatATerminalWouldObey() {
    assertThat(
            SafeText.of(
                "a\u001b[31m\u0000\u007f\u009b\u202e\u2066\u200b\ufeff\u2028\ud800\n\tz\ud83d\ude80é"))
        .isEqualTo(
            "a\\u{1b}[31m\\u{0}\\u{7f}\\u{9b}\\u{202e}\\u{2066}\\u{200b}\\u{feff}\\u{2028}\\u{d800}  z\ud83d\ude80é");
  }

  @Test
  void jsonKeepsItsMeaning() {
    assertThat(SafeText.json("{\n  \"a\": \"\u202e\u007f\udb40\udc41é\"\n}"))
        .isEqualTo("{\n  \"a\": \"\\u202e\\u007f\\udb40\\udc41é\"\n}");
  }

  @Test
  void findsWhatSomebodyMeant() {
    List<String> ids = ImmutableList.of("health-checks", "rollback-plan", "rollback-time");

    assertThat(Nearest.to("helth-check", ids)).containsExactly("health-checks");
    assertThat(Nearest.to("rollback", ids)).containsExactly("rollback-plan", "rollback-time");
    assertThat(Nearest.to("zzzz", ids)).isEmpty();
    assertThat(Nearest.distance("kitten", "sitting")).isEqualTo(3);
    assertThat(Nearest.distance("", "abc")).isEqualTo(3);
  }

  @Test
  void quotesForTheShell() {
    assertThat(ShellWord.of("docs/specs/epic_25")).isEqualTo("docs/specs/epic_25");
    assertThat(ShellWord.of("it's here")).isEqualTo("'it'\\''s here'");
    assertThat(ShellWord.of("")).isEqualTo("''");
  }
}
