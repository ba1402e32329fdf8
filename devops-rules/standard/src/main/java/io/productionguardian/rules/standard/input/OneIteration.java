package io.productionguardian.rules.standard.input;

import io.productionguardian.document.Node;
import io.productionguardian.dossier.Dossier;
import io.productionguardian.model.EpicLayout;
import io.productionguardian.model.Severity;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The required artifacts are of one iteration. */
public final class OneIteration implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of("one-iteration", Severity.WARN, RuleInfo.Concern.INPUT)
          .summary("The required artifacts are of one iteration.")
          .impact("Quality may have reviewed something else than what was planned and built")
          .requirement("review.json, implementation.json and plan.json state the same iteration")
          .suggestion("Let the agent whose artifact is older bring it up to date")
          .action("align_iterations")
          .example(
              """
              implementation.json: {"iteration": 2}
              review.json:         {"iteration": 1}
              """,
              """
              implementation.json: {"iteration": 2}
              review.json:         {"iteration": 2}
              """)
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Dossier dossier, Settings settings) {
    List<Violation> found = new ArrayList<>();
    Optional<Node> newest = Optional.empty();
    for (String name : EpicLayout.REQUIRED) {
      Optional<Node> stated = iteration(dossier, name);
      if (stated.isPresent() && number(stated) > number(newest)) {
        newest = stated;
      }
    }
    for (String name : EpicLayout.REQUIRED) {
      Optional<Node> stated = iteration(dossier, name);
      if (stated.isPresent() && number(stated) < number(newest)) {
        found.add(
            Violation.at(
                stated.get().place(),
                "%s.json is of iteration %s, and %s of %s"
                    .formatted(
                        name, number(stated), newest.orElseThrow().place(), number(newest))));
      }
    }
    return found;
  }

  private static Optional<Node> iteration(Dossier dossier, String name) {
    return dossier
        .root(name)
        .flatMap(root -> root.get("iteration"))
        .filter(node -> node.integer().isPresent());
  }

  private static int number(Optional<Node> iteration) {
    return iteration.flatMap(Node::integer).orElse(0);
  }
}
