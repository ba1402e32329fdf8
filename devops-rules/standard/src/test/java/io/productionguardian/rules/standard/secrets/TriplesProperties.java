package io.productionguardian.rules.standard.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class TriplesProperties {

  @Property
  void whatATextHasIsNeverMissed(@ForAll String before, @ForAll String word, @ForAll String after) {
    assertThat(Triples.of(before + word + after).mayHave(word)).isTrue();
  }

  @Example
  void nearlyAllThatATextHasNotIsSeen() {
    Triples triples = Triples.of("The service is deployed in three stages, each with its tests.");

    assertThat(triples.mayHave("github_pat_")).isFalse();
    assertThat(triples.mayHaveOneOf(ImmutableList.of("ghp_", "glpat-"))).isFalse();
    assertThat(triples.mayHaveOneOf(ImmutableList.of("ghp_", "deployed"))).isTrue();
    assertThat(triples.mayHave("SK")).as("too short to tell").isTrue();
  }
}
