package com.example.rules;

import io.productionguardian.Guardian;
import org.junit.jupiter.api.Test;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** On the class path by META-INF/services, and on the module path by {@code provides}. */
class DiscoveryTest {

  @Test
  void guardianFindsTheRule() {
    assertTrue(
        Guardian.builder().discover().build().rules().stream()
            .anyMatch(rule -> rule.id().equals("enough-replicas")));
  }
}
