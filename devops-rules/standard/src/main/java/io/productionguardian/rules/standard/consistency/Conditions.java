package io.productionguardian.rules.standard.consistency;

import com.google.common.collect.ImmutableList;
import io.productionguardian.document.SourceLocation;
import io.productionguardian.dossier.Deployed.AlertRule;
import io.productionguardian.dossier.Dossier;
import io.productionguardian.dossier.Sourced;
import io.productionguardian.model.Monitoring.Alert;
import io.productionguardian.promql.PromQl;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The conditions of all alerts, those that are claimed and those that are deployed. */
final class Conditions {

  /**
   * When an alert fires, how grave that is, and where that stands.
   *
   * @param severity {@code none} for a dead man's switch, which fires on purpose
   */
  record Condition(String alert, PromQl read, String severity, SourceLocation place) {}

  private static final Function<Dossier, List<Condition>> OF_DOSSIER = Conditions::read;

  private Conditions() {}

  static List<Condition> of(Dossier dossier) {
    return dossier.derived(OF_DOSSIER);
  }

  private static List<Condition> read(Dossier dossier) {
    ImmutableList.Builder<Condition> conditions = ImmutableList.builder();
    for (Sourced<Alert> alert : dossier.alerts()) {
      conditions.add(
          new Condition(
              alert.value().name(),
              PromQl.parse(alert.value().condition()),
              alert.value().severity(),
              alert.place("condition")));
    }
    for (AlertRule rule : OwnAlerts.of(dossier)) {
      conditions.add(
          new Condition(
              rule.name(),
              PromQl.parse(rule.expression().value()),
              Optional.ofNullable(rule.labels().get("severity")).map(Sourced::value).orElse(""),
              rule.expression().place()));
    }
    return conditions.build();
  }
}
