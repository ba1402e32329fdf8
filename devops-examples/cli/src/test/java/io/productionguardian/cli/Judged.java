package io.productionguardian.cli;

import io.productionguardian.Assessment;
import io.productionguardian.Guardian;
import io.productionguardian.dossier.Dossier;
import io.productionguardian.model.Severity;
import io.productionguardian.policy.Policy;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Violation;
import io.productionguardian.source.EpicSnapshot;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** The example epic judged by one rule, which finds what a test wants. */
final class Judged {

  private static final EpicSnapshot SNAPSHOT = Epics.read("epic_25");

  private Judged() {}

  static Assessment by(Severity severity, Violation... violations) {
    return by(Policy.standard(), severity, violations);
  }

  static Assessment by(Policy policy, Severity severity, Violation... violations) {
    return Guardian.builder()
        .policy(policy)
        .rule(new Finds(severity, List.of(violations)))
        .build()
        .assess(SNAPSHOT, Instant.parse("2026-11-20T10:00:00Z"));
  }

  /** A policy that waives what the rule finds. */
  static Policy waiving(String reason) {
    return Policy.read(
        "guardian.yaml",
        """
        waivers:
          - {rule: some-rule, epic: epic_25, reason: %s, owner: Ada, expires: 2026-12-31}
        """
            .formatted(reason)
            .getBytes(StandardCharsets.UTF_8));
  }

  private record Finds(Severity severity, List<Violation> violations) implements Rule {

    @Override
    public RuleInfo info() {
      return RuleInfo.of("some-rule", severity, RuleInfo.Concern.CUSTOM)
          .summary("s")
          .impact("why")
          .requirement("wanted")
          .suggestion("Fix it")
          .action("fix")
          .build();
    }

    @Override
    public List<Violation> check(Dossier dossier, Settings settings) {
      return violations;
    }
  }
}
