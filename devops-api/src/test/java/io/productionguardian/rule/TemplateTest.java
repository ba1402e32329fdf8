package io.productionguardian.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.productionguardian.model.Placeholder;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {

  private static final Placeholder NAME = Placeholder.text("name", "example-api");
  private static final Placeholder COUNT = Placeholder.integer("count", 2);
  private static final Placeholder SECONDS = Placeholder.number("seconds", BigDecimal.TEN);
  private static final Placeholder ON = Placeholder.bool("on", true);
  private static final Template ALL =
      Template.json("{\"a\": [%s, %s], \"b\": %s, \"c\": %s}", NAME, COUNT, SECONDS, ON);

  static List<Arguments> wrong() {
    return List.of(
        Arguments.of("count", "2", "count expects a whole number, e.g. 2, and got the text \"2\""),
        Arguments.of("count", 1.5, "count expects a whole number, e.g. 2, and got \"1.5\""),
        Arguments.of("count", true, "and got Boolean true"),
        Arguments.of("seconds", "ten", "seconds expects a number, e.g. 10, and got the text"),
        Arguments.of("seconds", Double.NaN, "and got \"NaN\""),
        Arguments.of("on", "true", "on expects true or false, e.g. true, and got the text"),
        Arguments.of("name", 7, "name expects one line of text, e.g. example-api, and got Integer"),
        Arguments.of("name", " ", "and got \" \""),
        Arguments.of("name", "a\nb", "and got \"a\\u000ab\""),
        Arguments.of("name", "<name, e.g. example-api>", "an example that is not filled in"));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void aValueOfAnotherTypeIsRefused(String name, Object value, String why) {
    Map<String, Object> values = new java.util.HashMap<>(good());
    values.put(name, value);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> ALL.fill(values))
        .withMessageContaining(why);
  }

  private static Map<String, Object> good() {
    return Map.of("name", "billing", "count", 3L, "seconds", 0.5, "on", false);
  }

  @Test
  void valuesAreWrittenAsTheirTypesAre() {
    assertThat(ALL.fill(good()).text())
        .isEqualTo("{\"a\": [\"billing\", 3], \"b\": 0.5, \"c\": false}");
    assertThat(ALL.fill(good()).placeholders()).isEmpty();
    assertThat(ALL.placeholders()).containsExactly(NAME, COUNT, SECONDS, ON);
  }

  @Test
  void eachValueIsGivenAndNoOther() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Template.json("%s", NAME).fill(Map.of()))
        .withMessage("name expects one line of text, e.g. example-api, and got no value");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Template.json("1").fill(Map.of("x", 1)))
        .withMessage("There is no placeholder \"x\"; the placeholders are []");
  }

  @Test
  void whatIsPutInIsData() {
    assertThat(Template.json("[%s, %s, %s]", "\"], [\"%s", 1, true).text())
        .isEqualTo("[\"\\\"], [\\\"%s\", 1, true]");
    assertThat(Template.text("# %s\n", NAME).fill(Map.of("name", "{}")).text()).isEqualTo("# {}\n");
    assertThat(Template.json("\"50%\"").text()).isEqualTo("\"50%\"");
    assertThat(Template.object(Map.of("a\"b", Template.list(List.of()))).text())
        .isEqualTo("{\"a\\\"b\": []}");
  }

  @Test
  void oneNameIsOneValue() {
    Template twice = Template.json("[%s, %s]", COUNT, Template.json("%s", COUNT));

    assertThat(twice.placeholders()).containsExactly(COUNT);
    assertThat(twice.fill(Map.of("count", 5)).text()).isEqualTo("[5, 5]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Template.json("[%s, %s]", COUNT, Placeholder.integer("count", 3)));
    assertThatIllegalArgumentException().isThrownBy(() -> Template.json("%s", Template.text("x")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Name", "a b", "a-b", "1a"})
  void aPlaceholderHasAPlainName(String name) {
    assertThatIllegalArgumentException().isThrownBy(() -> Placeholder.text(name, "x"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a>b", "a\"b", "a\nb"})
  void anExampleCanBeShown(String example) {
    assertThatIllegalArgumentException().isThrownBy(() -> Placeholder.text("a", example));
  }
}
