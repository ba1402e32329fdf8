package com.example.rules;

import io.productionguardian.rule.Rule;
import io.productionguardian.testkit.Epic;
import io.productionguardian.testkit.Epics;
import io.productionguardian.testkit.RuleContract;
import java.util.stream.Stream;

// snippet: contract
class EnoughReplicasContractTest extends RuleContract {

  @Override
  protected Stream<Rule> rules() {
    return Stream.of(new EnoughReplicas());
  }

  /** It refuses a number that is too small, and not one that is missing: other rules do that. */
  @Override
  protected Stream<Epic> offending(Rule rule) {
    return Stream.of(
        Epics.approvable()
            .set("implementation", "/infrastructure/resources_required/replicas", "1"));
  }
}
// end
