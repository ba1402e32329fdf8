package io.productionguardian.render.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class QuestionsProperties {

  private static final Pattern ESCAPE = Pattern.compile("\\\\U([0-9a-f]{8})");

  @Provide
  Arbitrary<String> texts() {
    return Hostile.texts();
  }

  @Property
  void textIsPlainAndItsEscapesMeanTheSame(@ForAll("texts") String text) {
    String quoted = Questions.text(text);

    assertThat(quoted).matches("\"([A-Za-z0-9_ -]|\\\\U[0-9a-f]{8})*\"");
    assertThat(ESCAPE.matcher(quoted.substring(1, quoted.length() - 1)).replaceAll(this::meaning))
        .isEqualTo(whole(text));
  }

  private String meaning(MatchResult escape) {
    return java.util.regex.Matcher.quoteReplacement(
        Character.toString(Integer.parseInt(escape.group(1), 16)));
  }

  private static String whole(String text) {
    return text.codePoints()
        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
