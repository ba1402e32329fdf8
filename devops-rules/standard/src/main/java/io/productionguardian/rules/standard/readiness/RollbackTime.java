package io.productionguardian.rules.standard.readiness;

import io.productionguardian.document.SourceLocation;
import io.productionguardian.dossier.Dossier;
import io.productionguardian.dossier.Sourced;
import io.productionguardian.model.Placeholder;
import io.productionguardian.model.Rollback;
import io.productionguardian.model.Severity;
import io.productionguardian.rule.Remedy;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.RuleInfo.Param;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Template;
import io.productionguardian.rule.Violation;
import io.productionguardian.rules.standard.Corrections;
import io.productionguardian.rules.standard.Owners;
import io.productionguardian.rules.standard.PublishedExamples;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Going back takes less than a minute. */
public final class RollbackTime implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of("rollback-time", Severity.BLOCK, RuleInfo.Concern.READINESS)
          .summary("Going back takes less than a minute.")
          .impact("Until the previous version serves again, every user has the fault")
          .requirement(
              "rollback.time_to_rollback_seconds is stated and at most 60 (\"less than a "
                  + "minute to safety\")")
          .suggestion("State the measured time, and make the way back shorter if it is longer")
          .action("shorten_rollback")
          .param(Param.number("max_seconds", 60, "The longest that a rollback may take, seconds"))
          .example(
              """
              "rollback": {"time_to_rollback_seconds": 600}
              """,
              """
              "rollback": {"time_to_rollback_seconds": 30}
              """)
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Dossier dossier, Settings settings) {
    Optional<Sourced<Rollback>> rollback = dossier.rollback();
    if (rollback.isEmpty()) {
      return List.of(); // the lack of a plan is another rule's finding
    }
    SourceLocation place =
        rollback.get().node().get("time_to_rollback").isPresent()
            ? rollback.get().place("time_to_rollback")
            : rollback.get().place("time_to_rollback_seconds");
    Optional<BigDecimal> seconds = rollback.get().value().seconds();
    if (seconds.isEmpty()) {
      return List.of(
          Violation.at(place, "Nothing says how long a rollback takes")
              .remedy(
                  Corrections.quoted(
                          dossier,
                          rollback.get().place("time_to_rollback_seconds"),
                          Placeholder.Type.NUMBER)
                      .orElseGet(
                          () ->
                              Remedy.add(
                                  Owners.of(place.file()),
                                  rollback.get().node(),
                                  "time_to_rollback_seconds",
                                  Template.json("%s", PublishedExamples.SECONDS)))));
    }
    BigDecimal most = settings.number("max_seconds");
    return seconds.get().compareTo(most) > 0
        ? List.of(
            Violation.at(
                    place,
                    "A rollback takes "
                        + seconds.get().toPlainString()
                        + " s, more than "
                        + most.toPlainString())
                .remedy(
                    Remedy.ask(
                        Owners.of(place.file()),
                        "Make the rollback faster and measure again how long it takes")))
        : List.of();
  }
}
