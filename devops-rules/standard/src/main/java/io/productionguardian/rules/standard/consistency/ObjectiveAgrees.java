package io.productionguardian.rules.standard.consistency;

import io.productionguardian.dossier.Dossier;
import io.productionguardian.dossier.Sourced;
import io.productionguardian.model.Monitoring.Slo;
import io.productionguardian.model.MustHave;
import io.productionguardian.model.Runbook;
import io.productionguardian.model.Severity;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Violation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The runbook promises what the objective measures. */
public final class ObjectiveAgrees implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of("objective-agrees", Severity.WARN, RuleInfo.Concern.CONSISTENCY)
          .mustHave(MustHave.MONITORING)
          .summary("The runbook promises what the objective measures.")
          .impact(
              "Alerts on the error budget fire for another promise than the one that"
                  + " users have")
          .requirement("The availability that runbook.sla states is not above slo.objective")
          .suggestion("Correct the objective or the promise")
          .action("align_objective")
          .example(
              """
              "runbook": {"sla": "99.99% availability"},
              "slo": {"objective": 95}
              """,
              """
              "runbook": {"sla": "99.9% availability"},
              "slo": {"objective": 99.95}
              """)
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  private static final Pattern PERCENT =
      Pattern.compile("(?<![0-9.])(9[0-9](?:\\.[0-9]{1,6})?) ?%");

  @Override
  public List<Violation> check(Dossier dossier, Settings settings) {
    Optional<Sourced<Slo>> slo = dossier.slo();
    Optional<Sourced<Runbook>> runbook = dossier.runbook();
    if (slo.isEmpty() || runbook.isEmpty()) {
      return List.of();
    }
    BigDecimal objective = slo.get().value().objective();
    return runbook
        .flatMap(it -> it.value().sla())
        .map(PERCENT::matcher)
        .filter(Matcher::find)
        .map(found -> new BigDecimal(found.group(1)))
        .filter(promised -> promised.compareTo(objective) > 0)
        .map(
            promised ->
                Violation.at(
                    slo.get().place("objective"),
                    "The objective is %s %%, and the runbook promises %s %%"
                        .formatted(objective.toPlainString(), promised.toPlainString())))
        .stream()
        .toList();
  }
}
