package io.productionguardian.rules.standard.input;

import io.productionguardian.dossier.Dossier;
import io.productionguardian.dossier.LogEntry;
import io.productionguardian.dossier.Message;
import io.productionguardian.model.Agent;
import io.productionguardian.model.Severity;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Messages to devops and log entries are for this epic and from the team. */
public final class MisplacedInput implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of("misplaced-input", Severity.WARN, RuleInfo.Concern.INPUT)
          .summary("Messages to devops and log entries are for this epic and from the team.")
          .impact("What belongs to another epic says nothing about this one")
          .requirement(
              "epic_id of each message and log entry is the name of the epic folder, "
                  + "its sender one of the six agents")
          .suggestion("Move the message to the folder of its epic, or correct it")
          .action("move_message")
          .example(
              """
              # docs/specs/epic_25/consensus/messages/inbox/devops/done.yaml
              from: quality
              epic_id: epic_24
              """,
              """
              # docs/specs/epic_25/consensus/messages/inbox/devops/done.yaml
              from: quality
              epic_id: epic_25
              """)
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Dossier dossier, Settings settings) {
    List<Violation> found = new ArrayList<>();
    for (Message message : dossier.messages()) {
      if (isForeign(dossier, message.epicId())) {
        found.add(Violation.at(message.node().place(), "the message is for another epic"));
      }
      if (message.from().isPresent() && message.sender().isEmpty()) {
        found.add(Violation.at(message.node().place(), "the sender is none of the six agents"));
      }
      if (Agent.parse(message.inbox()).isEmpty()) {
        found.add(
            Violation.at(message.node().place(), "the message lies in the inbox of no agent"));
      }
    }
    for (LogEntry entry : dossier.log()) {
      if (isForeign(dossier, entry.epicId())) {
        found.add(Violation.at(entry.node().place("epic_id"), "the entry is for another epic"));
      }
    }
    return found;
  }

  private static boolean isForeign(Dossier dossier, Optional<String> epicId) {
    return epicId.filter(id -> !id.equals(dossier.epic().value())).isPresent();
  }
}
