package io.productionguardian.rules.standard.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class TriplesProperties {

  @Property
  void whatATextHasIsNeverMissed(@ForAll String before, @ForAll String word, @ForAll String after) {
    assertThat(Triples.of(before + word + after).mayHave(word)).isTrue();
  }
}
