package io.productionguardian.rules.standard.consistency;

import io.productionguardian.dossier.Deployed.AlertRule;
import io.productionguardian.dossier.Dossier;
import io.productionguardian.model.Severity;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Violation;
import io.productionguardian.text.OneLine;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Something that is watched measures each rollback trigger. */
public final class TriggerMeasured implements Rule {

  private static final int LONGEST_TRIGGER = 80;

  private static final RuleInfo INFO =
      RuleInfo.of("trigger-measured", Severity.WARN, RuleInfo.Concern.CONSISTENCY)
          .summary("Something that is watched measures each rollback trigger.")
          .impact("The trigger is never pulled, since nothing sees its condition")
          .requirement(
              "For what a trigger names (errors, latency, health, memory, CPU, backlog) there is"
                  + " an alert, or a metric with an alert_threshold")
          .suggestion("Add an alert on what the trigger names to monitoring.alerts")
          .action("add_alerts")
          .example(
              """
              "rollback": {"triggers": ["Memory > 90%"]},
              "monitoring": {"alerts": [{"name": "Down", "condition": "up == 0"}]}
              """,
              """
              "rollback": {"triggers": ["Memory > 90%"]},
              "monitoring": {"alerts": [{"name": "HighMemory",
                "condition": "container_memory_usage_ratio > 0.9"}]}
              """)
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Dossier dossier, Settings settings) {
    if (dossier.alerts().isEmpty() && dossier.metrics().isEmpty()) {
      return List.of(); // the lack of monitoring is another rule's finding
    }
    Set<String> watched = new HashSet<>();
    dossier
        .alerts()
        .forEach(
            alert ->
                watched.addAll(
                    Triggers.subjects(alert.value().name() + ' ' + alert.value().condition())));
    dossier.metrics().stream()
        .filter(metric -> metric.node().get("alert_threshold").isPresent())
        .forEach(metric -> watched.addAll(Triggers.subjects(metric.value().name())));
    dossier
        .evidence(AlertRule.class)
        .forEach(
            rule ->
                watched.addAll(Triggers.subjects(rule.name() + ' ' + rule.expression().value())));
    return Triggers.automatic(dossier)
        .filter(
            trigger -> {
              Set<String> meant = Triggers.subjects(Triggers.text(trigger));
              return !meant.isEmpty() && Collections.disjoint(meant, watched);
            })
        .map(
            trigger ->
                Violation.at(
                    trigger.place(),
                    "No alert measures the rollback trigger "
                        + OneLine.of(Triggers.text(trigger), LONGEST_TRIGGER)))
        .toList();
  }
}
