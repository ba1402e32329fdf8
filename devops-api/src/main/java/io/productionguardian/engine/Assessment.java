package io.productionguardian.engine;

import com.google.common.collect.ImmutableList;
import io.productionguardian.dossier.DeploymentPlan;
import io.productionguardian.dossier.Dossier;
import io.productionguardian.dossier.ReadinessMatrix;
import io.productionguardian.model.EpicId;
import io.productionguardian.model.Timestamp;
import io.productionguardian.policy.Policy;
import io.productionguardian.rule.Finding;
import io.productionguardian.rule.RuleInfo;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A decision and all that it was made from.
 *
 * @param dossier what the files say
 * @param policy by what it was judged
 * @param timestamp when, in the policy's zone
 * @param iteration for which iteration, 1 to 3
 * @param decision whether the release may go to production
 * @param findings what was found, the gravest first
 * @param waived what was found and is let stand by the policy, the gravest first
 * @param readiness how well each must-have is shown
 * @param rules the rules that ran, by id
 * @param rulesSha256 digest of the rules' ids, severities and classes; 64 hexadecimal digits
 * @param escalation why a person must decide now; empty while the agents can go on
 * @param repeats whether the last entry of the decision log is this very decision, made from the
 *     same inputs by the same policy and rules
 * @since 0.1.0
 */
public record Assessment(
    Dossier dossier,
    Policy policy,
    Timestamp timestamp,
    int iteration,
    Decision decision,
    ImmutableList<Finding> findings,
    ImmutableList<Waived> waived,
    ReadinessMatrix readiness,
    ImmutableList<RuleInfo> rules,
    String rulesSha256,
    Optional<String> escalation,
    boolean repeats) {

  /** The epic. */
  public EpicId epic() {
    return dossier.epic();
  }

  /** Whether the release may go to production. */
  public boolean approved() {
    return decision == Decision.APPROVE;
  }

  /** The findings that veto, the gravest first. */
  public ImmutableList<Finding> blocking() {
    return findings.stream().filter(Finding::blocking).collect(ImmutableList.toImmutableList());
  }

  /**
   * The rules that ran, and the gate's own checks where they found something, by id; what outputs
   * list as checked.
   */
  public ImmutableList<RuleInfo> checks() {
    Map<String, RuleInfo> checks = new TreeMap<>();
    Stream.of(
            rules.stream(),
            findings.stream().map(Finding::rule),
            waived.stream().map(it -> it.finding().rule()))
        .flatMap(infos -> infos)
        .forEach(info -> checks.putIfAbsent(info.id(), info));
    return ImmutableList.copyOf(checks.values());
  }

  /** The ids of the rules that found something, sorted. */
  public ImmutableList<String> rulesThatSpoke() {
    return ids(findings.stream());
  }

  /** The ids of the rules whose findings are let stand, sorted. */
  public ImmutableList<String> waivedRules() {
    return ids(waived.stream().map(Waived::finding));
  }

  /** The ids of the rules that veto, sorted. */
  public ImmutableList<String> blockingRules() {
    return blockingIds(findings);
  }

  /**
   * What is deployed and how; present whenever the release is approved, but for a policy that only
   * advises: what states too little has no plan.
   */
  public Optional<DeploymentPlan> plan() {
    return approved() ? dossier.plan() : Optional.empty();
  }

  static ImmutableList<String> blockingIds(ImmutableList<Finding> findings) {
    return ids(findings.stream().filter(Finding::blocking));
  }

  private static ImmutableList<String> ids(Stream<Finding> findings) {
    return findings
        .map(finding -> finding.rule().id())
        .distinct()
        .sorted()
        .collect(ImmutableList.toImmutableList());
  }
}
