package io.productionguardian.rules.standard.consistency;

import io.productionguardian.dossier.Dossier;
import io.productionguardian.model.Severity;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Violation;
import java.util.List;

/** What several files say of the same thing agrees. */
public final class ClaimsAgree implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of("claims-agree", Severity.WARN, RuleInfo.Concern.CONSISTENCY)
          .summary("What several files say of the same thing agrees.")
          .impact("One of them is wrong, and nothing tells which one is deployed")
          .requirement(
              "implementation.json, plan.json and a draft deployment.json state the "
                  + "same values")
          .suggestion("Correct the file that is wrong")
          .action("align_claims")
          .example(
              """
              implementation.json: "service": {"port": 8080}
              plan.json:           "service": {"port": 9090}
              """,
              """
              implementation.json: "service": {"port": 8080}
              plan.json:           "service": {"port": 8080}
              """)
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Dossier dossier, Settings settings) {
    return dossier.contradictions().stream()
        .map(remark -> Violation.at(remark.place(), remark.message()))
        .toList();
  }
}
