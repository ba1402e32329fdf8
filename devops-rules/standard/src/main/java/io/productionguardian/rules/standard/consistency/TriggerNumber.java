package io.productionguardian.rules.standard.consistency;

import io.productionguardian.dossier.Dossier;
import io.productionguardian.model.Severity;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Violation;
import io.productionguardian.text.OneLine;
import java.util.List;

/** Each rollback trigger that is not pulled by hand has a number. */
public final class TriggerNumber implements Rule {

  private static final int LONGEST_TRIGGER = 80;

  private static final RuleInfo INFO =
      RuleInfo.of("trigger-number", Severity.WARN, RuleInfo.Concern.CONSISTENCY)
          .summary("Each rollback trigger that is not pulled by hand has a number.")
          .impact("Nobody knows when to go back, and no program can do it")
          .requirement(
              "Each of rollback.triggers states a threshold, or that it is pulled by hand, or names"
                  + " health, which a probe decides by its own threshold")
          .suggestion("State the threshold, such as \"Error rate > 1%\"")
          .action("quantify_triggers")
          .example(
              """
              "triggers": ["Too many errors", "Manual trigger"]
              """,
              """
              "triggers": ["Error rate > 1%", "Manual trigger"]
              """)
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Dossier dossier, Settings settings) {
    return Triggers.automatic(dossier)
        .filter(trigger -> Triggers.text(trigger).chars().noneMatch(Character::isDigit))
        .filter(trigger -> !Triggers.isPassOrFail(trigger))
        .filter(trigger -> !Triggers.subjects(Triggers.text(trigger)).contains(Triggers.HEALTH))
        .map(
            trigger ->
                Violation.at(
                    trigger.place(),
                    "No number measures the rollback trigger "
                        + OneLine.of(Triggers.text(trigger), LONGEST_TRIGGER)))
        .toList();
  }
}
