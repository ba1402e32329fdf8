package io.productionguardian.rules.standard.meaning;

import io.productionguardian.document.Place;
import io.productionguardian.dossier.AlertRule;
import io.productionguardian.dossier.Dossier;
import java.util.stream.Stream;

/** The conditions of all alerts, those that are claimed and those that are deployed. */
final class Conditions {

  /** When an alert fires, and where that stands. */
  record Condition(String alert, String text, Place place) {}

  private Conditions() {}

  static Stream<Condition> of(Dossier dossier) {
    return Stream.concat(
        dossier.alerts().stream()
            .map(
                alert ->
                    new Condition(
                        alert.value().name(), alert.value().condition(), alert.place("condition"))),
        dossier.evidence(AlertRule.class).stream()
            .map(
                rule ->
                    new Condition(
                        rule.name(), rule.expression().value(), rule.expression().place())));
  }
}
