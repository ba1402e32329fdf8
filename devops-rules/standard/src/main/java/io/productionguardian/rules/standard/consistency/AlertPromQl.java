package io.productionguardian.rules.standard.consistency;

import io.productionguardian.document.SourceLocation;
import io.productionguardian.dossier.Dossier;
import io.productionguardian.model.MustHave;
import io.productionguardian.model.Severity;
import io.productionguardian.promql.Meaning;
import io.productionguardian.promql.PromQl;
import io.productionguardian.rule.Remedy;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Template;
import io.productionguardian.rule.Violation;
import io.productionguardian.rules.standard.Owners;
import io.productionguardian.rules.standard.PublishedExamples;
import io.productionguardian.text.OneLine;
import java.util.List;
import java.util.Optional;

/** Each alert's condition is PromQL that can both hold and not hold. */
public final class AlertPromQl implements Rule {

  private static final int LONGEST_NAME = 80;

  private static final RuleInfo INFO =
      RuleInfo.of("alert-promql", Severity.BLOCK, RuleInfo.Concern.CONSISTENCY)
          .mustHave(MustHave.ALERTS)
          .summary("Each alert's condition is PromQL that can both hold and not hold.")
          .impact("Prometheus refuses the whole file of rules, or the alert says nothing")
          .requirement("The condition parses as PromQL and depends on what is measured")
          .suggestion("Write the condition as an expression over a metric, such as up == 0")
          .action("fix_alerts")
          .example(
              """
              {"name": "HighErrors", "condition": "error rate above 5 percent"}
              """,
              """
              {"name": "HighErrors",
               "condition": "sum(rate(errors_total[5m])) / sum(rate(requests_total[5m])) > 0.05"}
              """)
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Dossier dossier, Settings settings) {
    return Conditions.of(dossier).stream()
        .flatMap(condition -> fault(condition).map(it -> violation(condition, it)).stream())
        .toList();
  }

  private static Violation violation(Conditions.Condition condition, String fault) {
    SourceLocation place = condition.place();
    return Violation.at(
            place, "The alert " + OneLine.of(condition.alert(), LONGEST_NAME) + " " + fault)
        .remedy(
            Remedy.replace(
                Owners.of(place.file()), place, Template.json("%s", PublishedExamples.CONDITION)));
  }

  private static Optional<String> fault(Conditions.Condition condition) {
    PromQl result = condition.read();
    if (result instanceof PromQl.Failed failed) {
      return Optional.of("has a condition that is not PromQL: " + failed.reason());
    }
    PromQl.Parsed parsed = (PromQl.Parsed) result;
    if (!parsed.isCondition()) {
      return Optional.of(
          "has a condition that gives "
              + parsed.expr().type()
              + ": an alert needs an instant vector or a scalar");
    }
    if (condition.severity().equalsIgnoreCase("none")) {
      return Optional.empty(); // a dead man's switch: whoever watches it is told when it stops
    }
    if (parsed.isAlwaysTrue()) {
      return Optional.of("fires always, whatever is measured");
    }
    return parsed.isNeverTrue() ? Optional.of("can never fire") : Meaning.fault(parsed.expr());
  }
}
