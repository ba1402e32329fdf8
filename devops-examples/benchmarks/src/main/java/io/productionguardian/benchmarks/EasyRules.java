package io.productionguardian.benchmarks;

import io.productionguardian.dossier.Dossier;
import io.productionguardian.dossier.Review.SecurityScan;
import io.productionguardian.dossier.Sourced;
import io.productionguardian.model.Rollback;
import io.productionguardian.model.Stage;
import io.productionguardian.model.VetoTrigger;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jeasy.rules.api.Facts;
import org.jeasy.rules.api.Rule;
import org.jeasy.rules.api.Rules;
import org.jeasy.rules.core.DefaultRulesEngine;
import org.jeasy.rules.core.RuleBuilder;

/** Easy Rules: conditions in Java, asked one by one without doing anything. */
final class EasyRules implements Engine {

  private final DefaultRulesEngine engine = new DefaultRulesEngine();
  private final Rules rules = new Rules();

  EasyRules() {
    rule(VetoTrigger.NO_HEALTH_CHECKS, it -> it.readiness().isEmpty() && it.liveness().isEmpty());
    rule(VetoTrigger.NO_ROLLBACK_PLAN, it -> it.rollback().filter(EasyRules::whole).isEmpty());
    rule(VetoTrigger.NO_MONITORING, it -> it.metrics().isEmpty() && it.alerts().isEmpty());
    rule(VetoTrigger.NO_RUNBOOK, it -> !it.missingFromRunbook().isEmpty());
    rule(
        VetoTrigger.SECURITY_VULNERABILITIES,
        it ->
            it.securityScan()
                .map(Sourced::value)
                .filter(SecurityScan::hasVulnerabilities)
                .isPresent());
    rule(VetoTrigger.RESOURCES_UNDEFINED, it -> it.resources().isEmpty());
    rule(VetoTrigger.NO_STAGING_VALIDATION, EasyRules::stagingMissing);
  }

  private void rule(VetoTrigger trigger, Predicate<Dossier> condition) {
    rules.register(
        new RuleBuilder()
            .name(trigger.name())
            .when(facts -> condition.test(facts.get("dossier")))
            .build());
  }

  private static boolean whole(Sourced<Rollback> rollback) {
    return !rollback.value().procedure().isEmpty() && !rollback.value().triggers().isEmpty();
  }

  private static boolean stagingMissing(Dossier it) {
    boolean skipped =
        it.skippedStages().stream()
            .anyMatch(stage -> stage.value().strip().equalsIgnoreCase(Stage.STAGING));
    List<Stage> stages = it.stages().stream().map(Sourced::value).toList();
    int staging = first(stages, Stage.STAGING);
    int production = first(stages, Stage.PRODUCTION);
    return skipped
        || staging < 0
        || stages.get(staging).tests().isEmpty()
        || (production >= 0 && production < staging);
  }

  private static int first(List<Stage> stages, String name) {
    for (int i = 0; i < stages.size(); i++) {
      if (stages.get(i).name().startsWith(name)) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public Supplier<Set<VetoTrigger>> judging(Dossier dossier) {
    Facts facts = new Facts();
    facts.put("dossier", dossier);
    return () -> {
      Set<VetoTrigger> found = EnumSet.noneOf(VetoTrigger.class);
      for (Map.Entry<Rule, Boolean> answer : engine.check(rules, facts).entrySet()) {
        if (answer.getValue()) {
          found.add(VetoTrigger.valueOf(answer.getKey().getName()));
        }
      }
      return found;
    };
  }
}
