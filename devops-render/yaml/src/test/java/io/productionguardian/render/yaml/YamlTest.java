package io.productionguardian.render.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import io.productionguardian.document.Node;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class YamlTest {

  @Test
  void quotesTextsAndLeavesNumbersPlain() {
    assertThat(
            Yaml.QUOTED.write(
                List.of("a comment\nof two lines"),
                ImmutableMap.of("no", "no", "n", new BigDecimal("1E+1"), "list", List.of("x"))))
        .isEqualTo("# a comment of two lines\n\"no\": \"no\"\n\"n\": 10\nlist:\n- \"x\"\n");
  }

  @ParameterizedTest
  @EnumSource
  void scriptsAsBlocksComeBackEqual(Script script) {
    String written =
        Yaml.SCRIPTS_AS_BLOCKS.write(List.of(), ImmutableMap.of("run", script.text(), "z", 1));

    assertThat(written).startsWith("run: |\n  ");
    assertThat(Read.yaml(written).get("run").flatMap(Node::text)).contains(script.text());
  }
}
