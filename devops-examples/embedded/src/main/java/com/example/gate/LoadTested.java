package com.example.gate;

import io.productionguardian.dossier.Dossier;
import io.productionguardian.model.Severity;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Violation;
import java.util.List;

// snippet: rule
/** A load test was run and is on record. */
public final class LoadTested implements Rule {

  @Override
  public RuleInfo info() {
    return RuleInfo.of("load-tested", Severity.BLOCK, RuleInfo.Concern.CUSTOM)
        .summary("A load test is on record.")
        .impact("Nobody knows what the service can take")
        .requirement("A report of a load test below artifacts/evidence/")
        .suggestion("Run the load test and keep its report")
        .action("run_load_test")
        .build();
  }

  @Override
  public List<Violation> check(Dossier dossier, Settings settings) {
    return dossier.evidence(LoadTest.class).isEmpty()
        ? List.of(Violation.at(dossier.placeOf("implementation"), "No load test is on record"))
        : List.of();
  }
}
// end
