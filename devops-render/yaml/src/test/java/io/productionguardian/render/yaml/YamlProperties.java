package io.productionguardian.render.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import io.productionguardian.document.Node;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

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

  /** A surrogate without its other half has no bytes in UTF-8, and is replaced on the way out. */
  private static String whole(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }
}
