package io.productionguardian.benchmarks;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PeersTest {

  @ParameterizedTest
  @MethodSource("io.productionguardian.benchmarks.Peers#names")
  void judgesAsWeDo(String engine) {
    Peers.agree(engine, Peers.engine(engine));
  }
}
