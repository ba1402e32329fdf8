package io.productionguardian.rules.standard.input;

import io.productionguardian.dossier.Dossier;
import io.productionguardian.dossier.LogEntry;
import io.productionguardian.model.Severity;
import io.productionguardian.model.Stance;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Violation;
import java.util.ArrayList;
import java.util.List;

/** Log entries name their agent and decide approve or veto. */
public final class LogDecision implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of("log-decision", Severity.INFO, RuleInfo.Concern.INPUT)
          .summary("Log entries name their agent and decide approve or veto.")
          .impact("Another word is neither an approval nor a veto and is not taken for one")
          .requirement("agent is one of the six agents, decision is approve or veto")
          .suggestion("Write events that decide nothing elsewhere")
          .action("use_known_decisions")
          .example(
              """
              {"agent": "quality", "decision": "ack", "epic_id": "epic_25", "iteration": 1}
              """,
              """
              {"agent": "quality", "decision": "approve", "epic_id": "epic_25", "iteration": 1}
              """)
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Dossier dossier, Settings settings) {
    List<Violation> found = new ArrayList<>();
    for (LogEntry entry : dossier.log()) {
      if (entry.agent().isEmpty()) {
        found.add(
            Violation.at(entry.node().place("agent"), "the entry names none of the six agents"));
      }
      String decision = entry.decision().orElse("");
      if (!decision.equals("approve") && !decision.equals("veto")) {
        found.add(Violation.at(entry.node().place("decision"), words(decision)));
      }
    }
    return found;
  }

  private static String words(String decision) {
    if (decision.isEmpty()) {
      return "the entry states no decision";
    }
    return Stance.of(decision) == Stance.OBJECTION
        ? "the decision counts as a veto until it is withdrawn: " + decision
        : "the decision is neither approve nor veto: " + decision;
  }
}
