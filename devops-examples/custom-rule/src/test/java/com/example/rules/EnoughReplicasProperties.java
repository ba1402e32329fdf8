package com.example.rules;

import io.productionguardian.Assessment;
import io.productionguardian.Guardian;
import io.productionguardian.testkit.Epic;
import io.productionguardian.testkit.jqwik.EpicArbitraries.EpicDomain;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;

class EnoughReplicasProperties {

  // snippet: property
  private static final Guardian GUARDIAN =
      Guardian.builder().rule(new EnoughReplicas()).build();

  @Property(tries = 300, seed = "1")
  @Domain(EpicDomain.class)
  void decidesOnAnyEpic(@ForAll Epic epic) {
    Assessment assessment = GUARDIAN.assess(epic.snapshot(), Instant.EPOCH);

    if (assessment.approved() != assessment.blocking().isEmpty()) {
      throw new AssertionError(assessment.blocking());
    }
  }
  // end
}
