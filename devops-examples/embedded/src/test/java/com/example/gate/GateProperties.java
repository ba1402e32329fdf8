package com.example.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.productionguardian.Assessment;
import io.productionguardian.Guardian;
import io.productionguardian.testkit.Epic;
import io.productionguardian.testkit.Epics;
import io.productionguardian.testkit.jqwik.EpicArbitraries;
import java.time.Instant;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class GateProperties {

  private static final Guardian GUARDIAN = Guardian.builder().discover().build();

  // snippet: property
  @Provide
  Arbitrary<Epic> near() {
    return EpicArbitraries.from(Epics.approvable());
  }

  @Property(tries = 200, seed = "1")
  void approvesOnlyWhatNothingBlocks(@ForAll("near") Epic epic) {
    Assessment assessment = GUARDIAN.assess(epic.snapshot(), Instant.EPOCH);

    assertEquals(assessment.blocking().isEmpty(), assessment.approved());
  }
  // end
}
