package io.productionguardian;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Lists;
import io.productionguardian.Assessment.WaivedFinding;
import io.productionguardian.document.SourceLocation;
import io.productionguardian.dossier.Dossier;
import io.productionguardian.dossier.EvidenceSource;
import io.productionguardian.model.Agent;
import io.productionguardian.model.EpicLayout;
import io.productionguardian.model.MustHave;
import io.productionguardian.model.Placeholder;
import io.productionguardian.model.Severity;
import io.productionguardian.model.Timestamp;
import io.productionguardian.plan.DeploymentPlan;
import io.productionguardian.policy.Policy;
import io.productionguardian.policy.Policy.Profile;
import io.productionguardian.policy.Policy.RulePolicy;
import io.productionguardian.readiness.ReadinessMatrix;
import io.productionguardian.rule.AppliesBy;
import io.productionguardian.rule.Finding;
import io.productionguardian.rule.Remedy;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Template;
import io.productionguardian.rule.Violation;
import io.productionguardian.source.EpicSnapshot;
import io.productionguardian.text.OneLine;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs rules and decides. Immutable and thread-safe.
 *
 * @since 0.1.0
 */
final class Gate {

  private static final int LONGEST_MESSAGE = 500;

  private static final RuleInfo DEPLOYABLE =
      RuleInfo.of("deployable", Severity.BLOCK, RuleInfo.Concern.READINESS)
          .summary("What is approved can be deployed from what the files state.")
          .impact("Nothing can be written that carries the release out")
          .requirement("Every operational section that a deployment needs is stated")
          .suggestion("State the named sections in implementation.json")
          .action("complete_operational_sections")
          .unwaivable()
          .build();

  /** The one section that no rule asks for where a runbook is written already. */
  private static final Remedy SERVICE =
      Remedy.add(
          AppliesBy.agent(Agent.DEVELOPER),
          EpicLayout.artifact("implementation"),
          "/service",
          Template.json("{\"name\": %s}", Placeholder.text("service_name", "example-api")));

  private static final RuleInfo UNCONTRADICTED =
      RuleInfo.of("uncontradicted", Severity.BLOCK, RuleInfo.Concern.EVIDENCE)
          .summary("No must-have is contradicted, even where the policy turns its rules off.")
          .impact("What agents say of the release is not so")
          .requirement("What is deployed and what tools report supports what is claimed")
          .suggestion("Fix what contradicts the claim at the named place")
          .action("resolve_contradiction")
          .example(
              "the policy turns health-check-vacuous off, and a compose file has\n"
                  + "healthcheck: {test: [\"CMD\", \"true\"]}",
              "healthcheck: {test: [\"CMD\", \"curl\", \"--fail\", \"http://localhost/health\"]}")
          .unwaivable()
          .build();

  private static final ImmutableSet<String> OWN_IDS =
      ImmutableSet.of(DEPLOYABLE.id(), UNCONTRADICTED.id(), Waivers.INFO.id());

  private final Policy policy;
  private final List<Configured> rules;
  private final List<EvidenceSource> sources;
  private final List<RuleInfo> infos;
  private final RuleSet running;
  private final Listeners listeners;

  private record Configured(Rule rule, RuleInfo info, Settings settings) {

    RuleSet.Running running() {
      return new RuleSet.Running(info, rule.getClass());
    }
  }

  private Gate(
      Policy policy,
      List<Configured> rules,
      List<EvidenceSource> sources,
      List<RuleInfo> infos,
      Listeners listeners) {
    this.policy = policy;
    this.rules = rules;
    this.sources = sources;
    this.infos = infos;
    this.listeners = listeners;
    this.running = RuleSet.of(Lists.transform(rules, Configured::running), sources);
  }

  /** A gate of these rules that knows no evidence but the agents' own records. */
  static Gate of(Policy policy, Iterable<? extends Rule> rules) {
    return of(policy, rules, ImmutableList.of());
  }

  /**
   * A gate of these rules and sources of evidence.
   *
   * @throws MisconfiguredException if there is no rule, two rules have one id, or the policy speaks
   *     of a rule or setting that is not there
   */
  static Gate of(
      Policy policy, Iterable<? extends Rule> rules, Iterable<? extends EvidenceSource> sources) {
    return of(policy, rules, sources, new Listeners(List.of()));
  }

  /** The same, with listeners. */
  static Gate of(
      Policy policy,
      Iterable<? extends Rule> rules,
      Iterable<? extends EvidenceSource> sources,
      Listeners listeners) {
    List<String> faults = new ArrayList<>();
    Map<String, Rule> byId = new TreeMap<>();
    for (Rule rule : rules) {
      String id = rule.info().id();
      Rule other = byId.putIfAbsent(id, rule);
      if (OWN_IDS.contains(id) || other != null) {
        faults.add(
            "rule id \"%s\" is taken twice: by %s and %s"
                .formatted(
                    id,
                    other == null ? Gate.class.getName() : other.getClass().getName(),
                    rule.getClass().getName()));
      }
    }
    if (byId.isEmpty()) {
      faults.add(
          "no rule was found; put a jar with rules on the class path or module path and call"
              + " discover()");
    }
    policy.rules().keySet().stream()
        .filter(id -> !byId.containsKey(id))
        .forEach(id -> faults.add("the policy names a rule \"" + id + "\" that is not there"));
    List<Configured> configured =
        byId.values().stream()
            .flatMap(rule -> configure(rule, policy, faults).stream())
            .collect(ImmutableList.toImmutableList());
    if (configured.isEmpty() && faults.isEmpty()) {
      faults.add("the policy turns every rule off");
    }
    if (!faults.isEmpty()) {
      throw new MisconfiguredException(faults);
    }
    return new Gate(
        policy,
        configured,
        ImmutableList.sortedCopyOf(
            Comparator.comparing(source -> source.getClass().getName()), sources),
        byId.values().stream().map(Rule::info).collect(ImmutableList.toImmutableList()),
        listeners);
  }

  private static Optional<Configured> configure(Rule rule, Policy policy, List<String> faults) {
    RuleInfo info = rule.info();
    RulePolicy said = policy.rule(info.id());
    if (said.offReason().isPresent()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Configured(
              rule,
              weighed(policy, said.severity().map(info::withSeverity).orElse(info)),
              Settings.of(info, said.settings(), policy.catalog())));
    } catch (IllegalArgumentException e) {
      faults.add(String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  /** A policy that advises lets nothing block. */
  private static RuleInfo weighed(Policy policy, RuleInfo info) {
    return policy.profile() == Profile.ADVISORY && info.severity() == Severity.BLOCK
        ? info.withSeverity(Severity.WARN)
        : info;
  }

  /** The rules that run, by id, with the severities that the policy gives them. */
  List<RuleInfo> rules() {
    return running.infos();
  }

  /**
   * Decides. Pure: the same files, policy, rules and instant give the same assessment.
   *
   * @param snapshot the epic's files
   * @param instant when the decision is made
   */
  Assessment assess(EpicSnapshot snapshot, Instant instant) {
    return assess(Dossier.of(snapshot, sources), instant);
  }

  /**
   * Decides from a dossier that was read before.
   *
   * @throws MisconfiguredException if it was not read with this gate's sources of evidence, some of
   *     which might contradict what it says
   */
  Assessment assess(Dossier dossier, Instant instant) {
    if (!ImmutableSet.copyOf(dossier.sources()).equals(ImmutableSet.copyOf(sources))) {
      throw new MisconfiguredException(
          List.of("the dossier was read with other sources of evidence than the gate's"));
    }
    Timestamp now = Timestamp.of(instant, policy.zone());
    List<Finding> found = new ArrayList<>();
    rules.forEach(
        rule -> found.addAll(listeners.around(rule.info(), () -> run(rule, dossier, now))));
    Waivers waivers =
        Waivers.apply(
            policy, found, infos, dossier.epic(), LocalDate.ofInstant(instant, policy.zone()));
    List<Finding> findings = new ArrayList<>(waivers.standing());
    ReadinessMatrix readiness = ReadinessMatrix.of(dossier);
    if (findings.stream().noneMatch(Finding::blocking)) {
      findings.addAll(contradictions(readiness, waivers));
      List<String> missing = DeploymentPlan.missing(dossier);
      if (!missing.isEmpty()) {
        findings.add(
            new Finding(
                weighed(policy, DEPLOYABLE),
                "Nothing states " + String.join(", ", missing),
                dossier.placeOfOperations(),
                missing.contains("service") ? Optional.of(SERVICE) : Optional.empty()));
      }
    }
    return Assessment.of(dossier, policy, instant, findings, waivers.waived(), running);
  }

  /**
   * A contradiction always blocks, unless its own rule's finding is waived; a policy that advises
   * only adds what no rule says.
   */
  private List<Finding> contradictions(ReadinessMatrix readiness, Waivers waivers) {
    Stream<Finding> spokenOf =
        Stream.concat(
            waivers.waived().stream().map(WaivedFinding::finding),
            policy.profile() == Profile.ADVISORY ? waivers.standing().stream() : Stream.of());
    Set<MustHave> settled =
        spokenOf
            .flatMap(finding -> finding.rule().mustHave().stream())
            .collect(Collectors.toUnmodifiableSet());
    return readiness.entries().entrySet().stream()
        .filter(entry -> !settled.contains(entry.getKey()))
        .flatMap(entry -> entry.getValue().against().stream())
        .map(
            remark ->
                new Finding(
                    weighed(policy, UNCONTRADICTED),
                    oneLine("A claim is contradicted: " + remark.message()),
                    remark.place(),
                    Optional.empty()))
        .toList();
  }

  /** A rule that throws lets nothing through: it becomes a blocking finding with the cause. */
  private List<Finding> run(Configured rule, Dossier dossier, Timestamp now) {
    try {
      List<Violation> violations = rule.rule().check(dossier, rule.settings().at(now));
      if (violations.isEmpty()) {
        return List.of(); // as nearly all do
      }
      return violations.stream()
          .map(v -> new Finding(rule.info(), oneLine(v.message()), checked(v.place()), v.remedy()))
          .distinct()
          .toList();
    } catch (Exception | StackOverflowError | LinkageError | AssertionError crash) {
      return List.of(
          new Finding(
              weighed(policy, rule.info().crashed()),
              oneLine(
                  "The rule failed: "
                      + crash.getClass().getName()
                      + (crash.getMessage() == null ? "" : ": " + crash.getMessage())),
              SourceLocation.of(EpicLayout.CONSENSUS),
              Optional.empty()));
    }
  }

  private static SourceLocation checked(SourceLocation place) {
    return new SourceLocation(
        place.file(), place.pointer(), Math.max(1, place.line()), Math.max(1, place.column()));
  }

  private static String oneLine(String message) {
    return OneLine.of(message, LONGEST_MESSAGE).strip();
  }
}
