package io.productionguardian.render.json.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import io.productionguardian.document.Node;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class JsonWriterProperties {

  @Property
  void everyTextComesBack(@ForAll String text) {
    Map<String, Object> tree = ImmutableMap.of("text", text, "after", true);
    // a surrogate without its other half has no bytes in UTF-8, and is replaced on the way out
    String expected = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);

    for (String written : new String[] {JsonWriter.pretty(tree), JsonWriter.compact(tree)}) {
      Node root = Read.json(written);
      assertThat(root.members()).containsOnlyKeys("text", "after");
      assertThat(root.get("text").flatMap(Node::text)).contains(expected);
    }
    assertThat(JsonWriter.compact(tree)).doesNotContain("\n", "\r");
  }
}
