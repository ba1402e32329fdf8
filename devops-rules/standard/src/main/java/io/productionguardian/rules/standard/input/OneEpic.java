package io.productionguardian.rules.standard.input;

import com.google.common.collect.ImmutableList;
import io.productionguardian.document.Node;
import io.productionguardian.dossier.Dossier;
import io.productionguardian.model.EpicLayout;
import io.productionguardian.model.Severity;
import io.productionguardian.rule.Remedy;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Violation;
import io.productionguardian.rules.standard.Owners;
import java.util.ArrayList;
import java.util.List;

/** All artifacts are of this epic. */
public final class OneEpic implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of("one-epic", Severity.BLOCK, RuleInfo.Concern.INPUT)
          .summary("All artifacts are of this epic.")
          .impact("An approval of one epic would let another one through")
          .requirement("epic_id of each artifact is the name of the epic folder")
          .suggestion("Write the artifact for this epic, or correct its epic_id")
          .action("align_epic_id")
          .example(
              """
              docs/specs/epic_25/consensus/artifacts/review.json: {"epic_id": "epic_24"}
              """,
              """
              docs/specs/epic_25/consensus/artifacts/review.json: {"epic_id": "epic_25"}
              """)
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Dossier dossier, Settings settings) {
    List<Violation> found = new ArrayList<>();
    for (String name : ARTIFACTS) {
      dossier
          .root(name)
          .ifPresent(
              root -> {
                String stated = root.get("epic_id").flatMap(Node::text).orElse("");
                if (!stated.equals(dossier.epic().value())) {
                  found.add(
                      Violation.at(
                              root.place("epic_id"),
                              stated.isEmpty()
                                  ? name + ".json does not say for which epic it is"
                                  : name
                                      + ".json is not for "
                                      + dossier.epic()
                                      + " but for another epic")
                          .remedy(
                              Remedy.ask(
                                  Owners.of(root.file()),
                                  "Write %s.json for %s, or correct its epic_id if this epic is meant"
                                      .formatted(name, dossier.epic()))));
                }
              });
    }
    return found;
  }

  private static final ImmutableList<String> ARTIFACTS =
      ImmutableList.<String>builder().addAll(EpicLayout.REQUIRED).add("deployment").build();
}
