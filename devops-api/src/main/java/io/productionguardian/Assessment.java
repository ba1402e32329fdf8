package io.productionguardian;

import com.google.common.base.Preconditions;
import com.google.common.collect.ImmutableList;
import io.productionguardian.document.Node;
import io.productionguardian.dossier.Dossier;
import io.productionguardian.dossier.LogEntry;
import io.productionguardian.model.EpicId;
import io.productionguardian.model.EpicLayout;
import io.productionguardian.model.Timestamp;
import io.productionguardian.plan.DeploymentPlan;
import io.productionguardian.policy.Policy;
import io.productionguardian.policy.Policy.Waiver;
import io.productionguardian.readiness.ReadinessMatrix;
import io.productionguardian.rule.Finding;
import io.productionguardian.rule.RuleInfo;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * A decision and all that it was made from. Only a {@link Guardian} makes one: the decision follows
 * from the findings, and the iteration, the readiness and the digests from what was judged, so that
 * no approval has a blocking finding.
 *
 * @since 0.1.0
 */
@API(status = API.Status.STABLE, since = "0.1.0")
public final class Assessment {

  private final Dossier dossier;
  private final Policy policy;
  private final Timestamp timestamp;
  private final Decision decision;
  private final List<Finding> findings;
  private final List<WaivedFinding> waived;
  private final RuleSet rules;
  private final Optional<String> escalation;
  private final boolean repeats;

  private Assessment(
      Dossier dossier,
      Policy policy,
      Timestamp timestamp,
      List<Finding> findings,
      List<WaivedFinding> waived,
      RuleSet rules) {
    this.dossier = dossier;
    this.policy = policy;
    this.timestamp = timestamp;
    this.findings = findings;
    this.waived = waived;
    this.rules = rules;
    this.decision =
        findings.stream().anyMatch(Finding::blocking) ? Decision.VETO : Decision.APPROVE;
    Optional<LogEntry> last = dossier.lastDevopsEntry().filter(LogEntry::byGuardian);
    this.repeats = last.filter(this::isSaidBy).isPresent();
    this.escalation = escalation(last);
  }

  /**
   * What these findings come to.
   *
   * @param findings what stands, in any order
   * @param waived what is waived, in any order; it must be so by a waiver of the policy
   */
  static Assessment of(
      Dossier dossier,
      Policy policy,
      Instant instant,
      List<Finding> findings,
      List<WaivedFinding> waived,
      RuleSet rules) {
    for (WaivedFinding one : waived) {
      Preconditions.checkArgument(
          policy.waivers().contains(one.waiver())
              && one.finding().rule().waivable()
              && one.waiver().rule().equals(one.finding().rule().id())
              && one.waiver().epic().equals(dossier.epic()),
          "the policy does not waive %s",
          one.finding().rule().id());
    }
    return new Assessment(
        dossier,
        policy,
        Timestamp.of(instant, policy.zone()),
        ImmutableList.sortedCopyOf(Finding.RANK, findings),
        ImmutableList.sortedCopyOf(
            Comparator.comparing(WaivedFinding::finding, Finding.RANK), waived),
        rules);
  }

  /** Whether an entry of the log is this very decision, from the same inputs, policy and rules. */
  private boolean isSaidBy(LogEntry entry) {
    return entry.decision().equals(Optional.of(decision.wireName()))
        && entry.detail("inputs_sha256").equals(Optional.of(dossier.inputs().sha256()))
        && entry.detail("policy_sha256").equals(Optional.of(policy.sha256()))
        && entry.detail("rules_sha256").equals(Optional.of(rules.sha256()));
  }

  private Optional<String> escalation(Optional<LogEntry> last) {
    if (decision == Decision.VETO && dossier.iteration() > EpicLayout.LAST_ITERATION) {
      return Optional.of("iteration " + EpicLayout.LAST_ITERATION + " is used up");
    }
    if (repeats) {
      return last.flatMap(entry -> entry.detail("escalation"));
    }
    boolean vetoedAlike =
        decision == Decision.VETO
            && last.filter(entry -> entry.decision().equals(Optional.of(decision.wireName())))
                .flatMap(entry -> entry.node().find("details", "blocking_rules"))
                .map(Node::texts)
                .filter(blockingRules()::equals)
                .isPresent();
    return vetoedAlike ? Optional.of("the same veto stands for the second time") : Optional.empty();
  }

  /** What the files say. */
  public Dossier dossier() {
    return dossier;
  }

  /** By what it was judged. */
  public Policy policy() {
    return policy;
  }

  /** When, in the policy's zone. */
  public Timestamp timestamp() {
    return timestamp;
  }

  /** For which iteration, 1 to 3. */
  public int iteration() {
    return Math.min(Math.max(dossier.iteration(), 1), EpicLayout.LAST_ITERATION);
  }

  /** Whether the release may go to production: not when a finding blocks. */
  public Decision decision() {
    return decision;
  }

  /** What was found, the most severe first. */
  public List<Finding> findings() {
    return findings;
  }

  /** What was found and is waived by the policy, the most severe first. */
  public List<WaivedFinding> waived() {
    return waived;
  }

  /** How well each must-have is shown. */
  public ReadinessMatrix readiness() {
    return ReadinessMatrix.of(dossier);
  }

  /** The rules that ran, by id. */
  public List<RuleInfo> rules() {
    return rules.infos();
  }

  /** Digest of the rules' ids, severities and classes; 64 hexadecimal digits. */
  public String rulesSha256() {
    return rules.sha256();
  }

  /** Why a person must decide now; empty while the agents can go on. */
  public Optional<String> escalation() {
    return escalation;
  }

  /**
   * Whether the last entry of the decision log is this very decision, made from the same inputs by
   * the same policy and rules.
   */
  public boolean repeats() {
    return repeats;
  }

  /** The epic. */
  public EpicId epic() {
    return dossier.epic();
  }

  /** Whether the release may go to production. */
  public boolean approved() {
    return decision == Decision.APPROVE;
  }

  /** The findings that veto, the most severe first. */
  public List<Finding> blocking() {
    return findings.stream().filter(Finding::blocking).collect(ImmutableList.toImmutableList());
  }

  /**
   * The rules that ran, and the gate's own checks where they found something, by id; what outputs
   * list as checked.
   */
  public List<RuleInfo> checks() {
    Map<String, RuleInfo> checks = new TreeMap<>();
    Stream.of(
            rules().stream(),
            findings.stream().map(Finding::rule),
            waived.stream().map(it -> it.finding().rule()))
        .flatMap(infos -> infos)
        .forEach(info -> checks.putIfAbsent(info.id(), info));
    return ImmutableList.copyOf(checks.values());
  }

  /** The ids of the rules that found something, sorted. */
  public List<String> rulesThatSpoke() {
    return ids(findings.stream());
  }

  /** The ids of the rules whose findings are waived, sorted. */
  public List<String> waivedRules() {
    return ids(waived.stream().map(WaivedFinding::finding));
  }

  /** The ids of the rules that veto, sorted. */
  public List<String> blockingRules() {
    return ids(findings.stream().filter(Finding::blocking));
  }

  /**
   * What is deployed and how; present whenever the release is approved, but for a policy that only
   * advises: what states too little has no plan.
   */
  public Optional<DeploymentPlan> plan() {
    return approved() ? DeploymentPlan.of(dossier) : Optional.empty();
  }

  private static List<String> ids(Stream<Finding> findings) {
    return findings
        .map(finding -> finding.rule().id())
        .distinct()
        .sorted()
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * Whether a release may go to production.
   *
   * @since 0.1.0
   */
  public enum Decision {
    /** It may: no blocking finding stands. */
    APPROVE,
    /** It may not. */
    VETO;

    /** The name as files state it. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A finding that is waived.
   *
   * @param finding what was found
   * @param waiver why it may stand, and until when
   * @since 0.1.0
   */
  public record WaivedFinding(Finding finding, Waiver waiver) {}
}
