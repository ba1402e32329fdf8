package io.productionguardian.render.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import io.productionguardian.document.Node;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class YamlProperties {

  @Provide
  Arbitrary<String> texts() {
    return Hostile.texts();
  }

  @Property(tries = 5_000)
  void everyTextComesBackAndNoKeyIsAdded(@ForAll("texts") String text) {
    String written =
        Yaml.QUOTED.write(
            List.of(text),
            ImmutableMap.of(
                "before",
                text,
                "nested",
                ImmutableMap.of("list", List.of(text, 1)),
                "after",
                true));

    Node root = Read.yaml(written);

    assertThat(root.members()).containsOnlyKeys("before", "nested", "after");
    assertThat(root.nearest("/nested").members()).containsOnlyKeys("list");
    assertThat(root.get("before").flatMap(Node::text)).contains(whole(text));
    assertThat(root.nearest("/nested/list/0").text()).contains(whole(text));
  }

  @Provide
  Arbitrary<Object> trees() {
    return trees(Hostile.texts());
  }

  /** Without what Jackson would write into a block as it must not stand there. */
  @Provide
  Arbitrary<Object> scripts() {
    return trees(
        Hostile.texts().map(text -> whole(text).replaceAll("[\u0085\u2028\u2029\uFEFF]", "")));
  }

  private static Arbitrary<Object> trees(Arbitrary<String> texts) {
    Arbitrary<Object> leaves =
        Arbitraries.frequencyOf(
            Tuple.of(8, texts),
            Tuple.of(4, texts.map(text -> text + "\n  a\n\n b" + text)),
            Tuple.of(1, Arbitraries.integers()),
            Tuple.of(1, Arbitraries.longs()),
            Tuple.of(1, Arbitraries.bigDecimals()),
            Tuple.of(1, Arbitraries.of(true, false, new BigDecimal("1E+30"))));
    return Arbitraries.recursive(
        () -> leaves,
        below ->
            Arbitraries.oneOf(
                below,
                below.list().ofMaxSize(3).map(list -> list),
                Arbitraries.maps(names(), below).ofMaxSize(3).map(map -> map)),
        0,
        5);
  }

  /** Names of the letters that ours have, and those that Jackson quotes as well. */
  private static Arbitrary<String> names() {
    return Arbitraries.oneOf(
        Arbitraries.of(
            "on", "No", "null", "~", "", "y", "1.0", "+1", "a\nb", "\n", "a\rb", "\t: #",
            "\u0007é"),
        Arbitraries.of(127, 128, 2_000).map("n"::repeat),
        Arbitraries.strings().withCharRange('a', 'z').withChars("AZ09_./-").map("a"::concat));
  }

  @Property
  void theBytesAreJacksons(@ForAll("trees") Object tree) {
    Map<String, ?> root = ImmutableMap.of("a", tree, "b", 1, "c", List.of(List.of(tree), tree));

    assertThat(Yaml.QUOTED.write(List.of(), root)).isEqualTo(JacksonYaml.QUOTED.write(root));
  }

  @Property
  void theBytesOfBlocksAreJacksons(@ForAll("scripts") Object tree) {
    Map<String, ?> root = ImmutableMap.of("a", tree, "b", 1, "c", List.of(List.of(tree), tree));

    assertThat(Yaml.SCRIPTS_AS_BLOCKS.write(List.of(), root))
        .isEqualTo(JacksonYaml.SCRIPTS_AS_BLOCKS.write(root));
  }

  /** A surrogate without its other half has no bytes in UTF-8, and is replaced on the way out. */
  private static String whole(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }
}
