package io.productionguardian.rules.standard.consistency;

import io.productionguardian.dossier.Deployed.Hazard;
import io.productionguardian.dossier.Dossier;
import java.util.stream.Stream;

/** The hazards of the service's own workloads. */
final class Hazards {

  private Hazards() {}

  static Stream<Hazard> of(Dossier dossier) {
    return dossier.evidence(Hazard.class).stream()
        .filter(
            hazard ->
                dossier.containers().stream()
                    .anyMatch(
                        own ->
                            own.workload().equals(hazard.workload())
                                && own.node().file().equals(hazard.node().file())))
        .distinct();
  }
}
