package io.productionguardian.rules.standard;

import io.productionguardian.dossier.Dossier;
import io.productionguardian.model.MustHave;
import io.productionguardian.readiness.ReadinessMatrix;
import io.productionguardian.readiness.ReadinessMatrix.Grade;
import io.productionguardian.rule.RuleInfo.Param;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Violation;
import java.util.List;

/** How well a must-have has to be shown. */
public final class Grades {

  private static final String NAME = "needed_grade";

  private Grades() {}

  /** The setting by which a policy says so. */
  public static Param param(Grade standard) {
    return Param.choice(
        NAME,
        standard.wireName(),
        "Whether an agent's word suffices (claimed), or a deploy file, a tool's report or a dated"
            + " record is needed (evidenced)",
        Grade.CLAIMED.wireName(),
        Grade.EVIDENCED.wireName());
  }

  /** Whether the policy takes an agent's word for it. */
  public static boolean wordSuffices(Settings settings) {
    return settings.text(NAME).equals(Grade.CLAIMED.wireName());
  }

  /** What is only claimed where the policy wants evidence. */
  public static List<Violation> onlyClaimed(Dossier dossier, Settings settings, MustHave mustHave) {
    if (wordSuffices(settings)) {
      return List.of();
    }
    ReadinessMatrix.Entry entry = ReadinessMatrix.of(dossier).of(mustHave);
    return entry.grade() != Grade.CLAIMED
        ? List.of()
        : List.of(
            Violation.at(
                entry.places().get(0),
                mustHave.words() + ": only claimed, and the policy wants evidence"));
  }
}
