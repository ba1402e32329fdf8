package io.productionguardian.readiness;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import io.productionguardian.document.SourceLocation;
import io.productionguardian.dossier.Deployed.AlertRule;
import io.productionguardian.dossier.Deployed.Container;
import io.productionguardian.dossier.Deployed.HealthCheck;
import io.productionguardian.dossier.Deployed.ScrapeJob;
import io.productionguardian.dossier.Dossier;
import io.productionguardian.dossier.Reported.Vulnerability;
import io.productionguardian.dossier.Review.SecurityScan;
import io.productionguardian.dossier.Sourced;
import io.productionguardian.dossier.Sourced.Note;
import io.productionguardian.model.Monitoring.Alert;
import io.productionguardian.model.MustHave;
import io.productionguardian.model.Rollback.RollbackDrill;
import io.productionguardian.model.Service;
import io.productionguardian.text.TextParsing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * How well each must-have is shown: what agents say, held against what the service deploys with and
 * what tools reported.
 *
 * @param entries one for each must-have, in the specification's order
 * @since 0.1.0
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public record ReadinessMatrix(Map<MustHave, Entry> entries) {

  /** Keeps copies. */
  public ReadinessMatrix {
    entries = ImmutableMap.copyOf(entries);
  }

  /**
   * How well one must-have is shown.
   *
   * @param grade how well
   * @param places where; for a contradiction first the claim, then what contradicts it
   * @param against what contradicts it, one sentence for each place; empty unless contradicted
   */
  public record Entry(Grade grade, List<SourceLocation> places, List<Note> against) {

    /** Keeps copies. */
    public Entry {
      places = ImmutableList.copyOf(places);
      against = ImmutableList.copyOf(against);
    }
  }

  /** The entry of a must-have. */
  public Entry of(MustHave mustHave) {
    Entry entry = entries.get(mustHave);
    if (entry == null) {
      throw new IllegalStateException("no entry for " + mustHave);
    }
    return entry;
  }

  private static final Function<Dossier, ReadinessMatrix> MATRIX = ReadinessMatrix::grade;

  /** How well each must-have is shown. Graded once for a dossier. */
  public static ReadinessMatrix of(Dossier dossier) {
    return dossier.derived(MATRIX);
  }

  private static ReadinessMatrix grade(Dossier dossier) {
    Map<MustHave, Entry> entries = new EnumMap<>(MustHave.class);
    entries.put(MustHave.HEALTH_CHECKS, healthChecks(dossier));
    entries.put(MustHave.ROLLBACK_TESTED, rollbackTested(dossier));
    entries.put(MustHave.MONITORING, monitoring(dossier));
    entries.put(MustHave.ALERTS, alerts(dossier));
    entries.put(MustHave.RUNBOOK, runbook(dossier));
    entries.put(MustHave.RESOURCE_LIMITS, resourceLimits(dossier));
    entries.put(MustHave.SECURITY_SCAN, securityScan(dossier));
    return new ReadinessMatrix(Maps.immutableEnumMap(entries));
  }

  private static Entry healthChecks(Dossier dossier) {
    List<Sourced<?>> probes =
        Stream.of(dossier.readiness(), dossier.liveness())
            .<Sourced<?>>flatMap(Optional::stream)
            .toList();
    List<Note> against = new ArrayList<>();
    List<SourceLocation> shown = new ArrayList<>();
    for (Container container : dossier.containers()) {
      container.checks().values().stream()
          .filter(check -> check.value().cannotFail())
          .forEach(
              check ->
                  against.add(
                      new Note(
                          check.place(),
                          "the health check "
                              + TextParsing.quoted(check.value().text())
                              + " of "
                              + container.name()
                              + " cannot fail")));
      boolean real =
          container.platform() == Container.Platform.COMPOSE
              ? checks(container, HealthCheck.Role.HEALTH)
              : checks(container, HealthCheck.Role.READINESS)
                  && checks(container, HealthCheck.Role.LIVENESS);
      if (real) {
        container.checks().values().forEach(check -> shown.add(check.place()));
      } else if (container.platform() == Container.Platform.KUBERNETES) {
        against.add(
            new Note(
                container.place(),
                container.name() + " is deployed without a readiness and a liveness probe"));
      }
    }
    return graded(probes.size() == 2, probes, shown, against);
  }

  private static boolean checks(Container container, HealthCheck.Role role) {
    return container
        .check(role)
        .filter(
            check -> check.value().form() != HealthCheck.Form.NONE && !check.value().cannotFail())
        .isPresent();
  }

  private static Entry rollbackTested(Dossier dossier) {
    Optional<Sourced<String>> word = dossier.rollbackTested();
    boolean claimed = word.filter(fact -> !fact.value().equals("false")).isPresent();
    Optional<Sourced<RollbackDrill>> drill = dossier.rollbackDrill();
    if (drill.isEmpty()) {
      return graded(claimed, word.stream().toList(), List.of(), List.of());
    }
    return drill.get().value().passed()
        ? graded(true, List.of(), List.of(drill.get().place()), List.of())
        : graded(
            true,
            List.of(),
            List.of(),
            List.of(new Note(drill.get().place("outcome"), "the rollback was tried and failed")));
  }

  private static Entry monitoring(Dossier dossier) {
    Optional<String> service = dossier.service().map(Sourced::value).map(Service::name);
    List<SourceLocation> jobs =
        dossier.evidence(ScrapeJob.class).stream()
            .filter(job -> service.filter(name -> scrapes(job, name)).isPresent())
            .map(ScrapeJob::place)
            .toList();
    return graded(!dossier.metrics().isEmpty(), dossier.metrics(), jobs, List.of());
  }

  private static boolean scrapes(ScrapeJob job, String service) {
    return job.name().equals(service)
        || job.targets().stream()
            .anyMatch(
                target ->
                    target.value().equals(service) || target.value().startsWith(service + ":"));
  }

  private static Entry alerts(Dossier dossier) {
    Map<String, SourceLocation> rules =
        dossier.evidence(AlertRule.class).stream()
            .collect(Collectors.toMap(AlertRule::name, AlertRule::place, (first, later) -> first));
    Set<String> names =
        dossier.alerts().stream()
            .map(Sourced::value)
            .map(Alert::name)
            .collect(Collectors.toUnmodifiableSet());
    List<SourceLocation> shown =
        names.isEmpty() || !rules.keySet().containsAll(names)
            ? List.of()
            : dossier.alerts().stream()
                .flatMap(alert -> Optional.ofNullable(rules.get(alert.value().name())).stream())
                .toList();
    return graded(!dossier.alerts().isEmpty(), dossier.alerts(), shown, List.of());
  }

  private static Entry runbook(Dossier dossier) {
    if (!dossier.missingFromRunbook().isEmpty()) {
      return new Entry(Grade.ABSENT, ImmutableList.of(), ImmutableList.of());
    }
    return dossier
        .runbookFile()
        .map(
            file ->
                new Entry(
                    Grade.EVIDENCED,
                    ImmutableList.of(SourceLocation.of(file.path())),
                    ImmutableList.of()))
        .orElseGet(() -> graded(true, dossier.runbook().stream().toList(), List.of(), List.of()));
  }

  private static Entry resourceLimits(Dossier dossier) {
    List<SourceLocation> shown = new ArrayList<>();
    List<Note> against = new ArrayList<>();
    for (Container container : dossier.containers()) {
      boolean limited =
          container.limits().containsKey("cpu") && container.limits().containsKey("memory");
      if (limited) {
        container.limits().values().forEach(limit -> shown.add(limit.place()));
      } else if (container.platform() == Container.Platform.KUBERNETES) {
        against.add(
            new Note(
                container.place(),
                container.name() + " is deployed without limits of cpu and memory"));
      }
    }
    return graded(
        dossier.resources().isPresent(), dossier.resources().stream().toList(), shown, against);
  }

  private static Entry securityScan(Dossier dossier) {
    Optional<Sourced<SecurityScan>> scan = dossier.securityScan();
    List<Note> against =
        dossier.vulnerabilities().stream()
            .filter(found -> found.suppression().isEmpty())
            .filter(found -> found.level() == Vulnerability.Level.CRITICAL)
            .map(
                found ->
                    new Note(
                        found.place(),
                        TextParsing.quoted(found.id())
                            + " of critical severity in "
                            + TextParsing.quoted(found.component())))
            .collect(Collectors.toCollection(ArrayList::new));
    List<SourceLocation> reports = new ArrayList<>();
    dossier.ownScans().forEach(report -> reports.add(report.place()));
    scan.filter(fact -> fact.value().hasVulnerabilities())
        .ifPresent(
            fact -> against.add(new Note(fact.place(), "the review's own record is not clean")));
    scan.filter(fact -> fact.value().isRecord()).ifPresent(fact -> reports.add(fact.place()));
    return graded(scan.isPresent(), scan.stream().toList(), reports, against);
  }

  /** What is shown outweighs what is claimed, and what speaks against it outweighs both. */
  private static Entry graded(
      boolean claimed,
      Collection<? extends Sourced<?>> claims,
      List<SourceLocation> shown,
      List<Note> against) {
    List<SourceLocation> claimedAt =
        claims.stream().map(Sourced::place).collect(ImmutableList.toImmutableList());
    if (!against.isEmpty()) {
      return new Entry(
          Grade.CONTRADICTED,
          Stream.concat(claimedAt.stream(), against.stream().map(Note::place))
              .distinct()
              .collect(ImmutableList.toImmutableList()),
          ImmutableList.copyOf(against));
    }
    if (!shown.isEmpty()) {
      return new Entry(
          Grade.EVIDENCED,
          shown.stream().distinct().collect(ImmutableList.toImmutableList()),
          ImmutableList.of());
    }
    return claimed
        ? new Entry(Grade.CLAIMED, claimedAt, ImmutableList.of())
        : new Entry(Grade.ABSENT, ImmutableList.of(), ImmutableList.of());
  }

  /**
   * How well a must-have is shown, from worst to best but for the last.
   *
   * @since 0.1.0
   */
  public enum Grade {
    /** Nobody says so. */
    ABSENT,
    /** An agent says so. */
    CLAIMED,
    /** A file of the repository, a tool's report or a dated record shows it. */
    EVIDENCED,
    /** Something shows the opposite of what is claimed. */
    CONTRADICTED;

    /** The name as files state it, for instance {@code claimed}. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
