package io.productionguardian.rules.standard.evidence;

import io.productionguardian.dossier.Dossier;
import io.productionguardian.dossier.Vulnerability;
import io.productionguardian.model.EpicLayout;
import io.productionguardian.model.OneLine;
import io.productionguardian.rule.Remedy;
import io.productionguardian.rule.Violation;
import io.productionguardian.rules.standard.JsonText;
import java.util.HashSet;
import java.util.Locale;
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
        .remedy(statement(found));
  }

  /** Where an update is not what mends it, an honest statement is the smallest change. */
  private static Remedy statement(Vulnerability found) {
    String name = found.id() + '-' + found.component();
    String file = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    return Remedy.write(
        EpicLayout.EVIDENCE
            + "vex-"
            + file.substring(0, Math.min(LONGEST_NAME, file.length()))
            + ".openvex.json",
        """
        {
          "@context": "https://openvex.dev/ns/v0.2.0",
          "@id": "<where the statement is published, e.g. https://example.com/vex/1>",
          "author": "<who answers for it, e.g. platform team>",
          "timestamp": "<when it was decided, e.g. 2026-11-26T10:00:00Z>",
          "version": 1,
          "statements": [
            {
              "vulnerability": {"name": %s},
              "products": [{"@id": %s}],
              "status": "<not_affected only when that is so, e.g. not_affected>",
              "justification": "<why, e.g. vulnerable_code_not_in_execute_path>"
            }
          ]
        }
        """
            .formatted(JsonText.of(found.id()), JsonText.of(found.component())));
  }
}
