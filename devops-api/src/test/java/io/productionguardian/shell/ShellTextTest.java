package io.productionguardian.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShellTextTest {

  /** Each command as {@code operator[word,word]}, with a final {@code &} when nobody waits. */
  private static String parted(String text) {
    return ShellText.commands(text).stream()
        .map(
            command ->
                command.before()
                    + command.words().toString().replace(", ", ",")
                    + (command.background() ? "&" : ""))
        .collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '%',
      value = {
        "a b  c ! [a,b,c]",
        "a;b && c || d | e ! [a] ;[b] &&[c] ||[d] |[e]",
        "a;;b ! [a] ;[b]",
        "a~b~~c ! [a] ;[b] ;[c]",
        "a &&~ b ! [a] &&[b]",
        "a |& b ! [a] |[b]",
        "a & b & ! [a]& &[b]&",
        "'a b'c \"d e\" ! [a bc,d e]",
        "a '' \"\" ! [a,,]",
        "a \\'b \\; c ! [a,'b,;,c]",
        "\"a\\\"b\\n\" ! [a\"b\\n]",
        "a \\~b ! [a,b]",
        "a 'open; b ! [a,open; b]",
        "a \"open; b ! [a,open; b]",
        "a \\ ! [a,\\]",
        "a # b; c~d ! [a] ;[d]",
        "a#b ! [a#b]",
        "a 2>&1 >&2 &>x >|y <&- ! [a,2>&1,>&2,&>x,>|y,<&-]",
        "a $(b; c (d)) `e | f` ! [a,$(b; c (d)),`e | f`]",
        "a \"$(b; c)\" ${x:-y z} ! [a,$(b; c),${x:-y z}]",
        "a $(open ! [a,$(open]",
        "a `open ! [a,`open]",
        "a $ $x ! [a,$,$x]",
        "(a; b) || c ! [(] [a] ;[b] [)] ||[c]",
        "{ a; } ! [{,a] ;[}]",
        "; && | ! %%",
      })
  void aTextIsPartedIntoCommands(String text, String parts) {
    assertThat(parted(text.replace('~', '\n'))).isEqualTo(parts);
  }
}
