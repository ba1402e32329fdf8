package io.productionguardian.rules.standard.readiness;

import io.productionguardian.dossier.Dossier;
import io.productionguardian.dossier.Sourced;
import io.productionguardian.model.EpicLayout;
import io.productionguardian.model.MustHave;
import io.productionguardian.model.Rollback.RollbackDrill;
import io.productionguardian.model.Severity;
import io.productionguardian.readiness.ReadinessMatrix.Grade;
import io.productionguardian.rule.Remedy;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.RuleInfo.Param;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Violation;
import io.productionguardian.rules.standard.Grades;
import io.productionguardian.rules.standard.Owners;
import io.productionguardian.text.Times;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The rollback was tried, and a record shows when, where and how it went. */
public final class RollbackTested implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of("rollback-tested", Severity.BLOCK, RuleInfo.Concern.READINESS)
          .mustHave(MustHave.ROLLBACK_TESTED)
          .summary("The rollback was tried, and a record shows when, where and how it went.")
          .impact("A plan that was never tried fails when it is needed")
          .requirement(
              "rollback.tested or evidence/rollback_drill.json records performed_at, "
                  + "environment, from_revision, to_revision, duration_seconds and outcome "
                  + "passed")
          .suggestion("Roll back once in staging and record it as evidence/rollback_drill.json")
          .action("test_rollback")
          .param(
              Param.number(
                  "max_seconds", 60, "The longest that a tried rollback may have taken, seconds"))
          .example(
              """
              "rollback": {"tested": true}
              """,
              """
              "rollback": {"tested": {
                "performed_at": "2026-11-18T15:10:00Z", "environment": "staging",
                "from_revision": "example-2", "to_revision": "example-1",
                "duration_seconds": 24, "outcome": "passed"}}
              """)
          .param(Grades.param(Grade.EVIDENCED))
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Dossier dossier, Settings settings) {
    if (dossier.rollback().isEmpty()) {
      return List.of(); // the lack of a plan is another rule's finding
    }
    Optional<Sourced<RollbackDrill>> drill = dossier.rollbackDrill();
    if (drill.isEmpty()) {
      Optional<Sourced<String>> claim = dossier.rollbackTested();
      if (claim.isPresent() && Grades.wordSuffices(settings)) {
        return List.of();
      }
      return List.of(
          Violation.at(
                  claim.map(Sourced::place).orElse(dossier.rollback().get().place()),
                  claim.isPresent()
                      ? "That the rollback was tested is only claimed; no record says when, where and how it went"
                      : "No record says that the rollback was tested")
              .remedy(
                  Remedy.ask(
                      Owners.DEVOPS,
                      "Roll back once in staging and record it in "
                          + EpicLayout.EVIDENCE
                          + "rollback_drill.json, as schema/v1/rollback-drill.schema.json describes"
                          + " it")));
    }
    Optional<LocalDate> day = Times.day(drill.get().value().performedAt());
    boolean future =
        settings.now().isPresent()
            && day.filter(it -> it.isAfter(settings.now().get().time().toLocalDate().plusDays(1)))
                .isPresent();
    if (future) {
      return List.of(
          Violation.at(
                  drill.get().place("performed_at"),
                  "The rollback was not tested yet: performed_at is "
                      + drill.get().value().performedAt())
              .remedy(
                  Remedy.ask(
                      Owners.DEVOPS, "Roll back once in staging and record when it was done")));
    }
    if (!drill.get().value().passed()) {
      return List.of(
          Violation.at(drill.get().place("outcome"), "The rollback was tried and failed")
              .remedy(
                  Remedy.ask(
                      Owners.DEVOPS,
                      "Let the developer fix the rollback, try it again in staging and record how"
                          + " it went")));
    }
    BigDecimal most = settings.number("max_seconds");
    return drill.get().value().durationSeconds().compareTo(most) > 0
        ? List.of(
            Violation.at(
                    drill.get().place("duration_seconds"),
                    "The rollback took "
                        + drill.get().value().durationSeconds().toPlainString()
                        + " s when it was tried, more than "
                        + most.toPlainString())
                .remedy(
                    Remedy.ask(
                        Owners.DEVOPS,
                        "Let the developer make the rollback faster, try it again in staging and"
                            + " record how long it took")))
        : List.of();
  }
}
