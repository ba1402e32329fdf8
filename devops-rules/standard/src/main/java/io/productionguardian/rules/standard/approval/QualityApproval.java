package io.productionguardian.rules.standard.approval;

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
}
