package io.productionguardian.rules.standard.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import org.junit.jupiter.api.Test;

class TriplesTest {

  private static final Triples TRIPLES =
      Triples.of("The service is deployed in three stages, each with its tests.");

  @Test
  void nearlyAllThatATextHasNotIsSeen() {
    assertThat(TRIPLES.mayHave("github_pat_")).isFalse();
    assertThat(TRIPLES.mayHave("hte")).as("the same characters in another order").isFalse();
    assertThat(TRIPLES.mayHave("deployee")).as("the last of it").isFalse();
    assertThat(TRIPLES.mayHaveOneOf(ImmutableList.of("ghp_", "glpat-"))).isFalse();
  }

  @Test
  void whatItHasIsSeenToo() {
    assertThat(TRIPLES.mayHave("deployed")).isTrue();
    assertThat(TRIPLES.mayHaveOneOf(ImmutableList.of("ghp_", "deployed"))).isTrue();
    assertThat(TRIPLES.mayHave("SK")).as("too short to tell").isTrue();
  }
}
