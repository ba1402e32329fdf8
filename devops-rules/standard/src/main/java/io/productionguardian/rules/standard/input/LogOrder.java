package io.productionguardian.rules.standard.input;

import io.productionguardian.dossier.Dossier;
import io.productionguardian.dossier.LogEntry;
import io.productionguardian.model.Severity;
import io.productionguardian.model.Timestamp;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The decision log is in the order of time. */
public final class LogOrder implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of("log-order", Severity.WARN, RuleInfo.Concern.INPUT)
          .summary("The decision log is in the order of time.")
          .impact("What was decided last cannot be told from the order of the entries")
          .requirement("Entries are appended with the time at which they are written")
          .suggestion("Append entries, never insert them; take the time when writing")
          .action("keep_log_order")
          .example(
              """
              {"timestamp": "2026_11_20_11_00_00", "agent": "quality", "decision": "approve"}
              {"timestamp": "2026_11_20_10_00_00", "agent": "developer", "decision": "approve"}
              """,
              """
              {"timestamp": "2026_11_20_10_00_00", "agent": "developer", "decision": "approve"}
              {"timestamp": "2026_11_20_11_00_00", "agent": "quality", "decision": "approve"}
              """)
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Dossier dossier, Settings settings) {
    List<Violation> found = new ArrayList<>();
    Optional<Timestamp> latest = Optional.empty();
    for (LogEntry entry : dossier.log()) {
      Optional<Timestamp> time = entry.time();
      if (time.isEmpty()) {
        found.add(
            Violation.at(entry.node().place("timestamp"), "the entry states no readable time"));
      } else if (latest.filter(before -> before.compareTo(time.get()) > 0).isPresent()) {
        found.add(
            Violation.at(
                entry.node().place("timestamp"),
                "the entry is of " + time.get() + " and stands behind one of " + latest.get()));
      } else {
        latest = time;
      }
    }
    return found;
  }
}
