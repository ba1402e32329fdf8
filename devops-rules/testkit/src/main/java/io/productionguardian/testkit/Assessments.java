package io.productionguardian.testkit;

import io.productionguardian.Assessment;
import io.productionguardian.Guardian;
import io.productionguardian.dossier.Dossier;
import io.productionguardian.model.MustHave;
import io.productionguardian.model.Severity;
import io.productionguardian.model.Timestamp;
import io.productionguardian.model.VetoTrigger;
import io.productionguardian.policy.Policy;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Violation;
import io.productionguardian.source.EpicSnapshot;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.apiguardian.api.API;

/**
 * Decisions for tests of renderers, made by one rule that finds what the test wants.
 *
 * @since 0.1.0
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public final class Assessments {

  /** When they are made. */
  public static final Instant NOW = Instant.parse("2026-11-20T09:30:00Z");

  /** When rules are asked that are asked alone: at the end of the day of {@link #NOW}, UTC. */
  public static final Timestamp TIME =
      Timestamp.of(Instant.parse("2026-11-20T23:59:59Z"), ZoneOffset.UTC);

  private Assessments() {}

  /**
   * An approval.
   *
   * @throws AssertionError if the epic states too little to be deployed
   */
  public static Assessment approved(Epic epic) {
    Assessment assessment = judged(epic.snapshot());
    if (!assessment.approved()) {
      throw new AssertionError(epic + " is not approved: " + assessment.blocking());
    }
    return assessment;
  }

  /** A veto for these reasons, found where the probes are stated. */
  public static Assessment vetoed(Epic epic, String... violations) {
    return judged(epic.snapshot(), violations);
  }

  /** An approval, or a veto when there are violations or the epic states too little. */
  public static Assessment judged(EpicSnapshot snapshot, String... violations) {
    return judged(Policy.standard(), snapshot, violations);
  }

  /** What a policy makes of these violations. */
  public static Assessment judged(Policy policy, EpicSnapshot snapshot, String... violations) {
    return Guardian.builder()
        .policy(policy)
        .rule(new Finds(List.of(violations)))
        .build()
        .assess(snapshot, NOW);
  }

  /** What a rule of this description decides that finds exactly these. */
  public static Assessment found(EpicSnapshot snapshot, RuleInfo info, Violation... violations) {
    Rule rule =
        new Rule() {
          @Override
          public RuleInfo info() {
            return info;
          }

          @Override
          public List<Violation> check(Dossier dossier, Settings settings) {
            return List.of(violations);
          }
        };
    return Guardian.builder().rule(rule).build().assess(snapshot, NOW);
  }

  private record Finds(List<String> violations) implements Rule {

    @Override
    public RuleInfo info() {
      return RuleInfo.of("no-rollback-plan", Severity.BLOCK, RuleInfo.Concern.READINESS)
          .trigger(VetoTrigger.NO_ROLLBACK_PLAN)
          .mustHave(MustHave.ROLLBACK_TESTED)
          .summary("A way back is stated.")
          .impact("A failed release cannot be undone")
          .requirement("A rollback procedure")
          .suggestion("State rollback.procedure")
          .action("add_rollback_plan")
          .build();
    }

    @Override
    public List<Violation> check(Dossier dossier, Settings settings) {
      return violations.stream()
          .map(
              message ->
                  Violation.at(
                      dossier
                          .readiness()
                          .map(fact -> fact.place())
                          .orElse(dossier.placeOfOperations()),
                      message))
          .toList();
    }
  }
}
