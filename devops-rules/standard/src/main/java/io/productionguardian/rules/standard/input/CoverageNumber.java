package io.productionguardian.rules.standard.input;

import io.productionguardian.document.Node;
import io.productionguardian.dossier.Dossier;
import io.productionguardian.model.Severity;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Violation;
import io.productionguardian.text.Percentage;
import java.util.ArrayList;
import java.util.List;

/** Coverage is a number. */
public final class CoverageNumber implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of("coverage-number", Severity.INFO, RuleInfo.Concern.INPUT)
          .summary("Coverage is a number.")
          .impact("Coverage in words cannot be compared with a gate")
          .requirement("coverage is a percentage such as 92 or a fraction such as 0.92")
          .suggestion("State the number that the coverage tool printed")
          .action("state_coverage_number")
          .example(
              """
              "coverage_actual": "about 90"
              """,
              """
              "coverage_actual": 92
              """)
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Dossier dossier, Settings settings) {
    List<Violation> found = new ArrayList<>();
    for (String name : List.of("review", "implementation")) {
      dossier.root(name).ifPresent(root -> search(root, found));
    }
    return found;
  }

  /** Depth is bounded by the limits within which the tree was read. */
  private static void search(Node node, List<Violation> found) {
    node.members()
        .forEach(
            (name, value) -> {
              if (name.contains("coverage") && !name.contains("report")) {
                prose(value, found);
              }
              search(value, found);
            });
    node.items().forEach(item -> search(item, found));
  }

  private static void prose(Node coverage, List<Violation> found) {
    coverage
        .text()
        .filter(text -> Percentage.of(text).isEmpty())
        .ifPresent(
            text -> found.add(Violation.at(coverage.place(), "coverage is not a number: " + text)));
  }
}
