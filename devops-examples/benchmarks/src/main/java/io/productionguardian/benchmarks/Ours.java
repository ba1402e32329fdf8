package io.productionguardian.benchmarks;

import com.google.common.collect.ImmutableList;
import io.productionguardian.dossier.Dossier;
import io.productionguardian.model.VetoTrigger;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.Settings;
import io.productionguardian.rules.standard.readiness.HealthChecks;
import io.productionguardian.rules.standard.readiness.Monitoring;
import io.productionguardian.rules.standard.readiness.ResourcesDefined;
import io.productionguardian.rules.standard.readiness.RollbackPlan;
import io.productionguardian.rules.standard.readiness.RunbookDocumented;
import io.productionguardian.rules.standard.readiness.StagingValidation;
import io.productionguardian.rules.standard.readiness.Vulnerabilities;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** The seven rules that come with the library; beside the verdict they tell place and remedy. */
final class Ours implements Engine {

  private record Configured(Rule rule, Settings settings) {}

  private final List<Configured> rules =
      ImmutableList.of(
              new HealthChecks(),
              new RollbackPlan(),
              new Monitoring(),
              new RunbookDocumented(),
              new Vulnerabilities(),
              new ResourcesDefined(),
              new StagingValidation())
          .stream()
          .map(rule -> new Configured(rule, Settings.standard(rule.info())))
          .collect(ImmutableList.toImmutableList());

  @Override
  public Supplier<Set<VetoTrigger>> judging(Dossier dossier) {
    return () -> {
      Set<VetoTrigger> found = EnumSet.noneOf(VetoTrigger.class);
      for (Configured it : rules) {
        if (!it.rule.check(dossier, it.settings).isEmpty()) {
          found.add(it.rule.info().trigger().orElseThrow());
        }
      }
      return found;
    };
  }
}
