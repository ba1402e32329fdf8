package io.productionguardian.rules.standard.approval;

import io.productionguardian.document.Node;
import io.productionguardian.dossier.Dossier;
import io.productionguardian.dossier.Review.QualityVerdict;
import io.productionguardian.model.Severity;
import io.productionguardian.rule.Remedy;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Violation;
import io.productionguardian.rules.standard.Owners;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Quality approves the release, and nothing in its review speaks against it. */
public final class QualityApproval implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of("quality-approval", Severity.BLOCK, RuleInfo.Concern.APPROVAL)
          .summary(
              "Quality approves the release, and nothing in its review speaks against " + "it.")
          .impact("What quality has not approved has not been reviewed to the end")
          .requirement(
              "review.json states an approval without conditions, and each of its "
                  + "passes and gates agrees")
          .suggestion("Let quality finish the review, and fix what it names")
          .action("obtain_quality_approval")
          .example(
              """
              "review_status": "changes_required",
              "approval": {"status": "approved", "conditions": ["after the load test"]}
              """,
              """
              "review_status": "approved",
              "approval": {"status": "approved", "conditions": [], "merge_ready": true}
              """)
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Dossier dossier, Settings settings) {
    if (dossier.root("review").isEmpty()) {
      return List.of(); // its absence is another rule's finding
    }
    List<QualityVerdict> statements = dossier.qualityStatements();
    List<Violation> found = new ArrayList<>();
    if (statements.stream().noneMatch(QualityVerdict::verdict)) {
      found.add(
          Violation.at(
                  dossier.placeOf("review"),
                  "The review states no verdict (review_status, approval.status or verdict)")
              .remedy(
                  Remedy.ask(
                      Owners.QUALITY,
                      "Finish the review and state the verdict as review_status of review.json")));
    }
    older(dossier).ifPresent(found::add);
    statements.stream()
        .filter(statement -> !statement.favourable())
        .forEach(
            statement ->
                found.add(
                    Violation.at(statement.place(), "Quality objects: " + statement.words())
                        .remedy(
                            Remedy.ask(
                                Owners.QUALITY,
                                "Let the developer settle what you object to, review it again, and"
                                    + " write review.json anew"))));
    return found;
  }

  /** Quality's approval counts for its own iteration only. */
  private static Optional<Violation> older(Dossier dossier) {
    Optional<Node> reviewed = iteration(dossier, "review");
    return Stream.of("implementation", "plan")
        .flatMap(name -> iteration(dossier, name).stream())
        .filter(
            built ->
                reviewed.filter(it -> number(it) >= 1 && number(it) < number(built)).isPresent())
        .findFirst()
        .map(
            built ->
                Violation.at(
                        reviewed.orElseThrow().place(),
                        "Quality reviewed iteration %s, and %s is of iteration %s"
                            .formatted(number(reviewed.orElseThrow()), built.file(), number(built)))
                    .remedy(
                        Remedy.ask(
                            Owners.QUALITY,
                            "Review iteration %s and write review.json anew"
                                .formatted(number(built)))));
  }

  private static Optional<Node> iteration(Dossier dossier, String name) {
    return dossier
        .root(name)
        .flatMap(root -> root.get("iteration"))
        .filter(node -> node.integer().isPresent());
  }

  private static int number(Node iteration) {
    return iteration.integer().orElse(0);
  }
}
