package io.productionguardian.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class YamlReaderTest {

  /** The library reads 1024 characters at a time, and failed when they ended in half a pair. */
  @Test
  void readsPairsOfSurrogatesWhereverTheyStand() {
    for (int before = 1_000; before < 1_050; before++) {
      String text = "x".repeat(before) + "\uD83D\uDE00".repeat(1_100);

      Document document = Read.yaml("text: \"" + text + "\"\n");

      assertThat(document.faults()).isEmpty();
      assertThat(document.root().orElseThrow().get("text").flatMap(Node::text)).contains(text);
    }
  }
}
