package io.productionguardian.rules.standard.consistency;

import io.productionguardian.document.Node;
import io.productionguardian.dossier.Dossier;
import io.productionguardian.model.Placeholder;
import io.productionguardian.model.Severity;
import io.productionguardian.rule.Remedy;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Violation;
import io.productionguardian.rules.standard.Owners;
import io.productionguardian.text.Percentage;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Coverage reaches the plan's own gate. */
public final class CoverageGate implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of("coverage-gate", Severity.BLOCK, RuleInfo.Concern.CONSISTENCY)
          .summary("Coverage reaches the plan's own gate.")
          .impact("Code that no test ran goes into production, against the plan")
          .requirement(
              "test_analysis.coverage_actual or coverage.unit of the review is at least the highest"
                  + " ci_gates.test_coverage of the plan's stages; both are percentages or fractions")
          .suggestion("Add tests until the gate is reached, and let quality measure again")
          .action("raise_coverage")
          .example(
              """
              plan.json:   "ci_gates": {"test_coverage": 80}
              review.json: "test_analysis": {"coverage_actual": 72}
              """,
              """
              plan.json:   "ci_gates": {"test_coverage": 80}
              review.json: "test_analysis": {"coverage_actual": 94}
              """)
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Dossier dossier, Settings settings) {
    Optional<Node> gate =
        dossier.root("plan").stream()
            .flatMap(plan -> plan.get("stages").stream().flatMap(stages -> stages.items().stream()))
            .flatMap(stage -> stage.find("ci_gates", "test_coverage").stream())
            .filter(node -> percent(node).isPresent())
            .max(Comparator.comparing(node -> percent(node).orElse(BigDecimal.ZERO)));
    Optional<Node> actual =
        dossier
            .root("review")
            .flatMap(
                review ->
                    review
                        .find("test_analysis", "coverage_actual")
                        .or(() -> review.find("coverage", "unit")));
    return gate.flatMap(least -> actual.flatMap(node -> below(node, least))).stream().toList();
  }

  private static Optional<Violation> below(Node actual, Node least) {
    BigDecimal wanted = percent(least).orElse(BigDecimal.ZERO);
    boolean leftOpen = actual.text().filter(Placeholder::is).isPresent();
    if (!leftOpen && percent(actual).filter(is -> is.compareTo(wanted) < 0).isEmpty()) {
      return Optional.empty();
    }
    String is = percent(actual).map(number -> number.toPlainString() + " %").orElse("left open");
    return Optional.of(
        Violation.at(
                actual.place(),
                "Coverage is %s, and %s wants %s %%"
                    .formatted(is, least.place(), wanted.toPlainString()))
            .remedy(
                Remedy.ask(
                    Owners.QUALITY,
                    "Let the developer add tests until coverage reaches %s %%, measure it again and"
                            .formatted(wanted.toPlainString())
                        + " report it")));
  }

  /** A percentage, or a fraction no greater than 1; words are another rule's finding. */
  private static Optional<BigDecimal> percent(Node node) {
    return node.number().flatMap(Percentage::of).or(() -> node.text().flatMap(Percentage::of));
  }
}
