package io.productionguardian.rules.standard.evidence;

import io.productionguardian.dossier.Dossier;
import io.productionguardian.dossier.Reported.Vulnerability;
import io.productionguardian.rule.Remedy;
import io.productionguardian.rule.Violation;
import io.productionguardian.rules.standard.Owners;
import io.productionguardian.text.OneLine;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** What scanners found, and how it can be cleared. */
final class Scans {

  private static final int LONGEST_NAME = 80;

  private Scans() {}

  /** What nothing clears; what several tools report of one component is said once. */
  static Stream<Vulnerability> open(Dossier dossier) {
    Set<String> said = new HashSet<>();
    return dossier.vulnerabilities().stream()
        .filter(found -> found.suppression().isEmpty())
        .filter(found -> said.add(found.id() + ' ' + found.component()));
  }

  static Violation violation(Vulnerability found) {
    String fixed = found.fixedIn().map(version -> "; fixed in " + version).orElse("");
    return Violation.at(
            found.place(),
            "Security vulnerabilities: %s of %s severity in %s%s"
                .formatted(
                    OneLine.of(found.id(), LONGEST_NAME),
                    found.level().wireName(),
                    OneLine.of(found.component(), LONGEST_NAME),
                    OneLine.of(fixed, LONGEST_NAME)))
        .remedy(ask(found));
  }

  /** What a scanner found goes away when it is fixed, or when somebody answers for it. */
  private static Remedy ask(Vulnerability found) {
    String component = OneLine.of(found.component(), LONGEST_NAME);
    String update =
        found
            .fixedIn()
            .map(version -> "Update " + component + " to " + OneLine.of(version, LONGEST_NAME))
            .orElse("Replace " + component + ", of which no fixed version is known");
    return Remedy.ask(
        Owners.DEVELOPER,
        update
            + ", and let the scanner run again; if the service is not affected, a person who"
            + " answers for that states it with a justification in an OpenVEX document under"
            + " evidence/");
  }
}
