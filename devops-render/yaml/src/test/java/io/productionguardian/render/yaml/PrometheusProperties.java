package io.productionguardian.render.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import io.productionguardian.document.Node;
import io.productionguardian.promql.Expr;
import io.productionguardian.promql.PromQl;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PrometheusProperties {

  private static final Expr UP = ((PromQl.Parsed) PromQl.parse("up == 0")).expr();

  @Provide
  Arbitrary<String> texts() {
    return Hostile.texts().map(text -> text.replace("a", "{{")).filter(text -> !text.isEmpty());
  }

  @Property(tries = 5_000)
  void labelsAndAnnotationsAreWhatTheyWere(@ForAll("texts") String text) {
    WrittenAlert rule =
        new WrittenAlert(
            text,
            "up == 0",
            UP,
            Optional.empty(),
            ImmutableMap.of("severity", text),
            ImmutableMap.of("summary", text));

    Node read = Read.yaml(Yaml.QUOTED.write(List.of(text), rule.tree()));

    assertThat(read.members()).containsOnlyKeys("alert", "expr", "labels", "annotations");
    assertThat(read.get("alert").flatMap(Node::text)).contains(whole(text));
    for (String pointer : List.of("/labels/severity", "/annotations/summary")) {
      String template = read.nearest(pointer).text().orElseThrow();
      assertThat(template.replace("{{`{{`}}", "")).doesNotContain("{{");
      assertThat(template.replace("{{`{{`}}", "{{")).isEqualTo(whole(text));
    }
  }

  @Property
  void whatIsAskedIsPromQl(@ForAll("texts") String text) {
    assertThat(PromQl.parse("up{a=" + Questions.text(text) + "} == 0"))
        .isInstanceOf(PromQl.Parsed.class);
    assertThat(PromQl.parse(Questions.firing(List.of(text, "Down"))))
        .isInstanceOf(PromQl.Parsed.class);
  }

  private static String whole(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }
}
