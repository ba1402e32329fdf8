package io.productionguardian.rules.standard;

import io.productionguardian.rule.Rule;
import io.productionguardian.testkit.Epic;
import io.productionguardian.testkit.Epics;
import io.productionguardian.testkit.RuleContract;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** Every rule of this module keeps the contract of all rules. */
class StandardRulesTest extends RuleContract {

  @Override
  protected Stream<Rule> rules() {
    return ServiceLoader.load(Rule.class).stream().map(ServiceLoader.Provider::get);
  }

  /** What a rule of ours refuses is in its cases; leaving a part out is for those without any. */
  @Override
  protected Stream<Epic> offending(Rule rule) {
    return Stream.concat(
        RuleCasesTest.REFUSED.stream()
            .filter(it -> it.rule().equals(rule.info().id()))
            .map(RuleCase::epic),
        Epics.withoutEachPart());
  }
}
