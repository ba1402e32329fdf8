package io.productionguardian.engine;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import io.productionguardian.document.Place;
import io.productionguardian.dossier.Dossier;
import io.productionguardian.dossier.Fact;
import io.productionguardian.dossier.SecurityScan;
import io.productionguardian.model.Grade;
import io.productionguardian.model.MustHave;
import io.productionguardian.model.RollbackDrill;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How well each must-have is shown.
 *
 * @param entries one for each must-have, in the specification's order
 * @since 0.1.0
 */
public record ReadinessMatrix(ImmutableMap<MustHave, Entry> entries) {

  /**
   * How well one must-have is shown.
   *
   * @param grade how well
   * @param places where
   */
  public record Entry(Grade grade, ImmutableList<Place> places) {}

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
    List<Fact<?>> probes =
        Stream.of(dossier.readiness(), dossier.liveness())
            .<Fact<?>>flatMap(Optional::stream)
            .toList();
    entries.put(MustHave.HEALTH_CHECKS, claimed(probes.size() == 2, probes));
    entries.put(MustHave.ROLLBACK_TESTED, rollbackTested(dossier));
    entries.put(MustHave.MONITORING, claimed(!dossier.metrics().isEmpty(), dossier.metrics()));
    entries.put(MustHave.ALERTS, claimed(!dossier.alerts().isEmpty(), dossier.alerts()));
    entries.put(MustHave.RUNBOOK, runbook(dossier));
    entries.put(
        MustHave.RESOURCE_LIMITS,
        claimed(dossier.resources().isPresent(), dossier.resources().stream().toList()));
    entries.put(MustHave.SECURITY_SCAN, securityScan(dossier));
    return new ReadinessMatrix(Maps.immutableEnumMap(entries));
  }

  private static Entry rollbackTested(Dossier dossier) {
    Optional<Fact<RollbackDrill>> drill = dossier.rollbackDrill();
    if (drill.isPresent()) {
      return entry(
          drill.get().value().passed() ? Grade.EVIDENCED : Grade.CONTRADICTED,
          List.of(drill.get()));
    }
    Optional<Fact<String>> word = dossier.operations().rollbackTested();
    boolean yes = word.filter(fact -> !fact.value().equals("false")).isPresent();
    return claimed(yes, word.stream().toList());
  }

  private static Entry runbook(Dossier dossier) {
    if (!dossier.missingFromRunbook().isEmpty()) {
      return entry(Grade.ABSENT, List.of());
    }
    return dossier
        .runbookFile()
        .map(file -> new Entry(Grade.CLAIMED, ImmutableList.of(Place.of(file.path()))))
        .orElseGet(() -> entry(Grade.CLAIMED, dossier.runbook().stream().toList()));
  }

  private static Entry securityScan(Dossier dossier) {
    Optional<Fact<SecurityScan>> scan = dossier.securityScan();
    if (scan.isEmpty()) {
      return entry(Grade.ABSENT, List.of());
    }
    SecurityScan said = scan.get().value();
    Grade grade =
        said.hasVulnerabilities()
            ? Grade.CONTRADICTED
            : said.isRecord() ? Grade.EVIDENCED : Grade.CLAIMED;
    return entry(grade, List.of(scan.get()));
  }

  private static Entry claimed(boolean there, Collection<? extends Fact<?>> facts) {
    return there ? entry(Grade.CLAIMED, facts) : entry(Grade.ABSENT, List.of());
  }

  private static Entry entry(Grade grade, Collection<? extends Fact<?>> facts) {
    return new Entry(
        grade, facts.stream().map(Fact::place).collect(ImmutableList.toImmutableList()));
  }
}
