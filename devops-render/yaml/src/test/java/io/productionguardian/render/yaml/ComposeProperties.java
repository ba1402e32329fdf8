package io.productionguardian.render.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import io.productionguardian.document.Node;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ComposeProperties {

  /** What docker-compose fills in, as its own template has it. */
  private static final Pattern TEMPLATE =
      Pattern.compile("\\$(?:(\\$)|([_a-zA-Z][_a-zA-Z0-9]*)|\\{([^}]*)}|())");

  @Provide
  Arbitrary<String> texts() {
    return Hostile.texts();
  }

  @Property(tries = 5_000)
  void serviceGetsWhatThePlanStates(@ForAll("texts") String text) {
    ComposeEnvironment environment =
        new ComposeEnvironment(ImmutableMap.of("VALUE", text, "AFTER", "1"), Optional.empty());

    Node read = Read.yaml(Yaml.QUOTED.write(List.of(), environment.interpolated()));

    assertThat(read.members()).containsOnlyKeys("VALUE", "AFTER");
    if (environment.referred().isEmpty()) {
      assertThat(filledIn(read.get("VALUE").flatMap(Node::text).orElseThrow()))
          .isEqualTo(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
    }
  }

  /** As Compose does when each variable is set to its own reference. */
  private static String filledIn(String value) {
    return TEMPLATE
        .matcher(value)
        .replaceAll(
            found -> {
              assertThat(found.group(2)).as("filled in without braces").isNull();
              assertThat(found.group(4)).as("refused by Compose").isNull();
              return Matcher.quoteReplacement(found.group(1) != null ? "$" : found.group());
            });
  }
}
