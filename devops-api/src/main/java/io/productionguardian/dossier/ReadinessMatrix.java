package io.productionguardian.dossier;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import io.productionguardian.document.Place;
import io.productionguardian.model.Alert;
import io.productionguardian.model.Grade;
import io.productionguardian.model.MustHave;
import io.productionguardian.model.RollbackDrill;
import io.productionguardian.model.Service;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How well each must-have is shown: what agents say, held against what the service deploys with and
 * what tools reported.
 *
 * @param entries one for each must-have, in the specification's order
 * @since 0.1.0
 */
public record ReadinessMatrix(ImmutableMap<MustHave, Entry> entries) {

  /**
   * How well one must-have is shown.
   *
   * @param grade how well
   * @param places where; for a contradiction first the claim, then what contradicts it
   * @param against what contradicts it, one sentence for each place; empty unless contradicted
   */
  public record Entry(Grade grade, ImmutableList<Place> places, ImmutableList<Remark> against) {}

  /** The entry of a must-have. */
  public Entry of(MustHave mustHave) {
    Entry entry = entries.get(mustHave);
    if (entry == null) {
      throw new IllegalStateException("no entry for " + mustHave);
    }
    return entry;
  }

  static ReadinessMatrix of(Dossier dossier) {
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
    List<Fact<?>> probes =
        Stream.of(dossier.readiness(), dossier.liveness())
            .<Fact<?>>flatMap(Optional::stream)
            .toList();
    List<Remark> against = new ArrayList<>();
    List<Place> shown = new ArrayList<>();
    for (Container container : dossier.containers()) {
      container.checks().values().stream()
          .filter(check -> check.value().cannotFail())
          .forEach(
              check ->
                  against.add(
                      new Remark(
                          check.place(),
                          "the health check "
                              + Words.quoted(check.value().text())
                              + " of "
                              + container.name()
                              + " cannot fail")));
      boolean real =
          container.platform() == Container.Platform.COMPOSE
              ? checks(container, Check.Role.HEALTH)
              : checks(container, Check.Role.READINESS) && checks(container, Check.Role.LIVENESS);
      if (real) {
        container.checks().values().forEach(check -> shown.add(check.place()));
      } else if (container.platform() == Container.Platform.KUBERNETES) {
        against.add(
            new Remark(
                container.place(),
                container.name() + " is deployed without a readiness and a liveness probe"));
      }
    }
    return graded(probes.size() == 2, probes, shown, against);
  }

  private static boolean checks(Container container, Check.Role role) {
    return container
        .check(role)
        .filter(check -> check.value().form() != Check.Form.NONE && !check.value().cannotFail())
        .isPresent();
  }

  private static Entry rollbackTested(Dossier dossier) {
    Optional<Fact<String>> word = dossier.operations().rollbackTested();
    boolean claimed = word.filter(fact -> !fact.value().equals("false")).isPresent();
    Optional<Fact<RollbackDrill>> drill = dossier.rollbackDrill();
    if (drill.isEmpty()) {
      return graded(claimed, word.stream().toList(), List.of(), List.of());
    }
    return drill.get().value().passed()
        ? graded(true, List.of(), List.of(drill.get().place()), List.of())
        : graded(
            true,
            List.of(),
            List.of(),
            List.of(new Remark(drill.get().place("outcome"), "the rollback was tried and failed")));
  }

  private static Entry monitoring(Dossier dossier) {
    Optional<String> service = dossier.service().map(Fact::value).map(Service::name);
    List<Place> jobs =
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
    Map<String, Place> rules =
        dossier.evidence(AlertRule.class).stream()
            .collect(Collectors.toMap(AlertRule::name, AlertRule::place, (first, later) -> first));
    Set<String> names =
        dossier.alerts().stream()
            .map(Fact::value)
            .map(Alert::name)
            .collect(Collectors.toUnmodifiableSet());
    List<Place> shown =
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
                    Grade.EVIDENCED, ImmutableList.of(Place.of(file.path())), ImmutableList.of()))
        .orElseGet(() -> graded(true, dossier.runbook().stream().toList(), List.of(), List.of()));
  }

  private static Entry resourceLimits(Dossier dossier) {
    List<Place> shown = new ArrayList<>();
    List<Remark> against = new ArrayList<>();
    for (Container container : dossier.containers()) {
      boolean limited =
          container.limits().containsKey("cpu") && container.limits().containsKey("memory");
      if (limited) {
        container.limits().values().forEach(limit -> shown.add(limit.place()));
      } else if (container.platform() == Container.Platform.KUBERNETES) {
        against.add(
            new Remark(
                container.place(),
                container.name() + " is deployed without limits of cpu and memory"));
      }
    }
    return graded(
        dossier.resources().isPresent(), dossier.resources().stream().toList(), shown, against);
  }

  private static Entry securityScan(Dossier dossier) {
    Optional<Fact<SecurityScan>> scan = dossier.securityScan();
    List<Remark> against =
        dossier.vulnerabilities().stream()
            .filter(found -> found.suppression().isEmpty())
            .filter(found -> found.level() == Vulnerability.Level.CRITICAL)
            .map(
                found ->
                    new Remark(
                        found.place(),
                        Words.quoted(found.id())
                            + " of critical severity in "
                            + Words.quoted(found.component())))
            .collect(Collectors.toCollection(ArrayList::new));
    List<Place> reports = new ArrayList<>();
    dossier.evidence(ScanReport.class).forEach(report -> reports.add(report.place()));
    scan.filter(fact -> fact.value().hasVulnerabilities())
        .ifPresent(
            fact -> against.add(new Remark(fact.place(), "the review's own record is not clean")));
    scan.filter(fact -> fact.value().isRecord()).ifPresent(fact -> reports.add(fact.place()));
    return graded(scan.isPresent(), scan.stream().toList(), reports, against);
  }

  /** What is shown outweighs what is claimed, and what speaks against it outweighs both. */
  private static Entry graded(
      boolean claimed,
      Collection<? extends Fact<?>> claims,
      List<Place> shown,
      List<Remark> against) {
    ImmutableList<Place> claimedAt =
        claims.stream().map(Fact::place).collect(ImmutableList.toImmutableList());
    if (!against.isEmpty()) {
      return new Entry(
          Grade.CONTRADICTED,
          Stream.concat(claimedAt.stream(), against.stream().map(Remark::place))
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
}
