package io.productionguardian.rules.standard.evidence;

import io.productionguardian.document.SourceLocation;
import io.productionguardian.dossier.Dossier;
import io.productionguardian.model.Severity;
import io.productionguardian.rule.Remedy;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.RuleInfo.Param;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Violation;
import io.productionguardian.rules.standard.Owners;
import io.productionguardian.text.Times;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Scans and rollback drills are recent. */
public final class EvidenceAge implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of("evidence-age", Severity.WARN, RuleInfo.Concern.EVIDENCE)
          .summary("Scans and rollback drills are recent.")
          .impact("What was so then may not be so now")
          .requirement(
              "A scan is at most 30 days old, and a rollback drill 90, unless the policy says otherwise")
          .suggestion("Scan again; roll back once more in staging")
          .action("renew_evidence")
          .param(
              Param.number("scan_max_age_days", 30, "The oldest scan that counts as recent, days"))
          .param(
              Param.number(
                  "drill_max_age_days", 90, "The oldest drill that counts as recent, days"))
          .example("a Trivy report of 2019-01-01", "a Trivy report of this week")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Dossier dossier, Settings settings) {
    if (settings.now().isEmpty()) {
      return List.of();
    }
    LocalDate today = settings.now().get().time().toLocalDate();
    Stream<Violation> scans =
        dossier.ownScans().stream()
            .flatMap(
                scan ->
                    old(
                        "The scan",
                        scan.place(),
                        scan.day(),
                        today,
                        settings.number("scan_max_age_days").longValue())
                        .stream());
    Stream<Violation> drills =
        dossier.rollbackDrill().stream()
            .flatMap(
                drill ->
                    old(
                        "The rollback drill",
                        drill.place("performed_at"),
                        Times.day(drill.value().performedAt()),
                        today,
                        settings.number("drill_max_age_days").longValue())
                        .stream());
    return Stream.concat(scans, drills).toList();
  }

  private static Optional<Violation> old(
      String what, SourceLocation place, Optional<LocalDate> day, LocalDate today, long most) {
    return day.map(then -> ChronoUnit.DAYS.between(then, today))
        .filter(age -> age > most)
        .map(
            age ->
                Violation.at(place, "%s is %s days old, more than %s".formatted(what, age, most))
                    .remedy(Remedy.ask(Owners.DEVOPS, "Have it done again and recorded")));
  }
}
