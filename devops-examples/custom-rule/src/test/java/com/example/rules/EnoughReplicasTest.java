package com.example.rules;

import io.productionguardian.testkit.Epic;
import io.productionguardian.testkit.Epics;
import io.productionguardian.testkit.RuleTester;
import org.junit.jupiter.api.Test;

class EnoughReplicasTest {

  // snippet: test
  private static final String RESOURCES = "/infrastructure/resources_required";
  private static final Epic ONE =
      Epics.approvable().set("implementation", RESOURCES + "/replicas", "1");

  @Test
  void wantsTwoUnlessThePolicySaysOtherwise() {
    RuleTester.forRule(new EnoughReplicas())
        .accepts(Epics.approvable())
        .rejects(ONE, RESOURCES, "1 replicas, not 2")
        .settings("{\"least\": 1}")
        .accepts(ONE);
  }
  // end
}
