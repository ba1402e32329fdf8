package io.productionguardian.rules.standard.input;

import io.productionguardian.document.SourceLocation;
import io.productionguardian.dossier.Dossier;
import io.productionguardian.model.EpicLayout;
import io.productionguardian.model.Severity;
import io.productionguardian.rule.AppliesBy;
import io.productionguardian.rule.Remedy;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Violation;
import java.util.List;

/** There is an iteration left. */
public final class IterationsUsedUp implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of("iterations-used-up", Severity.BLOCK, RuleInfo.Concern.INPUT)
          .summary("There is an iteration left.")
          .impact("The agents have not come to a release in three tries")
          .requirement("A release is decided in iteration 1, 2 or 3")
          .suggestion("Let a person look at the vetoes of this epic and decide how to go on")
          .action("escalate_to_person")
          .example(
              """
              decision_log.jsonl holds a veto of devops for iteration 3,
              and the artifacts have changed since
              """,
              """
              decision_log.jsonl holds a veto of devops for iteration 2,
              and the artifacts have changed since
              """)
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Dossier dossier, Settings settings) {
    int iteration = dossier.iteration();
    return iteration <= EpicLayout.LAST_ITERATION
        ? List.of()
        : List.of(
            Violation.at(
                    dossier
                        .lastDevopsEntry()
                        .map(entry -> entry.node().place())
                        .orElse(SourceLocation.of(EpicLayout.DECISION_LOG)),
                    "this would be iteration "
                        + iteration
                        + ", and the last one is "
                        + EpicLayout.LAST_ITERATION)
                .remedy(
                    Remedy.ask(
                        AppliesBy.PERSON,
                        "Decide how the epic goes on: as a new epic, or not at all")));
  }
}
