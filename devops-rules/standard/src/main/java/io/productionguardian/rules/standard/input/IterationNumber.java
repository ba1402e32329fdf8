package io.productionguardian.rules.standard.input;

import com.google.common.collect.ImmutableSet;
import io.productionguardian.document.Node;
import io.productionguardian.dossier.Dossier;
import io.productionguardian.model.Severity;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Violation;
import java.util.List;
import java.util.stream.Stream;

/** Iterations are 1, 2 or 3. */
public final class IterationNumber implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of("iteration-number", Severity.WARN, RuleInfo.Concern.INPUT)
          .summary("Iterations are 1, 2 or 3.")
          .impact("What is said for no known iteration cannot be set against this one")
          .requirement("iteration is the number 1, 2 or 3 in artifacts, messages and log entries")
          .suggestion("State the number of the iteration")
          .action("correct_iteration")
          .example(
              """
              "iteration": "final"
              """,
              """
              "iteration": 3
              """)
          .build();

  private static final ImmutableSet<String> ITERATIONS =
      ImmutableSet.of("1", "2", "3", "1.0", "2.0", "3.0");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Dossier dossier, Settings settings) {
    Stream<Node> artifacts =
        Stream.of("review", "implementation", "plan", "deployment")
            .flatMap(name -> dossier.root(name).flatMap(root -> root.get("iteration")).stream());
    Stream<Node> messages =
        dossier.messages().stream().flatMap(message -> message.iterationNode().stream());
    Stream<Node> log =
        dossier.log().stream().flatMap(entry -> entry.node().get("iteration").stream());
    return Stream.of(artifacts, messages, log)
        .flatMap(nodes -> nodes)
        .filter(node -> !isIteration(node))
        .map(
            node ->
                Violation.at(
                    node.place(),
                    "iteration is neither 1, 2 nor 3"
                        + node.text().map(text -> ": " + text).orElse("")))
        .toList();
  }

  private static boolean isIteration(Node node) {
    return node.scalar().filter(text -> ITERATIONS.contains(text)).isPresent();
  }
}
