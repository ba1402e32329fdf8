package io.productionguardian.rules.standard;

import io.productionguardian.document.SourceLocation;
import io.productionguardian.model.Agent;
import io.productionguardian.model.EpicLayout;
import io.productionguardian.rule.AppliesBy;
import io.productionguardian.rule.Remedy;
import java.util.regex.Pattern;

/** Who answers for a file, and what nobody can state in somebody's place. */
public final class Owners {

  public static final AppliesBy DEVELOPER = AppliesBy.agent(Agent.DEVELOPER);
  public static final AppliesBy QUALITY = AppliesBy.agent(Agent.QUALITY);
  public static final AppliesBy DEVOPS = AppliesBy.agent(Agent.DEVOPS);

  /** Blockers, how far the work is, and the record of a drill. */
  private static final Pattern VOUCHED_FOR =
      Pattern.compile("/(blockers|tasks_completed|tasks|summary)(/.*)?|(/.*)?/tested(/.*)?");

  private Owners() {}

  /** Who writes a file. */
  public static AppliesBy of(String file) {
    if (file.equals(EpicLayout.artifact("review"))) {
      return QUALITY;
    }
    if (file.equals(EpicLayout.artifact("plan"))) {
      return AppliesBy.agent(Agent.TECH_LEAD);
    }
    return file.equals(EpicLayout.artifact("deployment")) ? DEVOPS : DEVELOPER;
  }

  /**
   * Whether what stands there must be consented to, found out or proved: quality's word, a message,
   * a log entry, a tool's report, a blocker, a drill. No edit makes it true.
   */
  public static boolean mustVouch(SourceLocation place) {
    String file = place.file();
    return file.equals(EpicLayout.artifact("review"))
        || file.equals(EpicLayout.DECISION_LOG)
        || file.startsWith(EpicLayout.INBOX)
        || file.startsWith(EpicLayout.EVIDENCE)
        || VOUCHED_FOR.matcher(place.pointer()).matches();
  }

  /** Asks whoever writes the file to correct what stands there. */
  public static Remedy toCorrect(SourceLocation place, String what) {
    String where = place.pointer().isEmpty() ? place.toString() : place.pointer() + " in " + place;
    return Remedy.ask(of(place.file()), "Correct " + where + ": " + what);
  }
}
