package io.productionguardian.render.json.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonWriterTest {

  @Test
  void writesNumbersPlain() {
    assertThat(
            JsonWriter.compact(
                ImmutableMap.of("a", new BigDecimal("1E+1"), "b", new BigDecimal("0.50"), "c", 2)))
        .isEqualTo("{\"a\":10,\"b\":0.50,\"c\":2}");
  }

  @Test
  void indentsByTwoSpacesAndEndsTheLastLine() {
    assertThat(
            JsonWriter.pretty(
                ImmutableMap.of("a", List.of("x"), "b", List.of(), "c", ImmutableMap.of())))
        .isEqualTo("{\n  \"a\": [\n    \"x\"\n  ],\n  \"b\": [],\n  \"c\": {}\n}\n");
  }
}
