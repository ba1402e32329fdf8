package io.productionguardian.rules.standard.evidence;

import io.productionguardian.dossier.Dossier;
import io.productionguardian.dossier.Sourced;
import io.productionguardian.model.Service.Probe;
import io.productionguardian.rule.Template;
import io.productionguardian.rules.standard.PublishedExamples;
import java.util.Optional;

/** Probes as manifests state them. */
public final class Probes {

  private Probes() {}

  /** The probe that is claimed, or one that is left open. */
  public static Template json(Dossier dossier, Optional<Sourced<Probe>> claim) {
    return Template.json(
        "{\"httpGet\": {\"path\": %s, \"port\": %s}}",
        claim.<Object>map(fact -> fact.value().endpoint()).orElse(PublishedExamples.PROBED),
        port(dossier));
  }

  /** The port that the service listens on, or one that is left open. */
  private static Object port(Dossier dossier) {
    return dossier
        .service()
        .<Object>map(fact -> fact.value().port())
        .orElse(PublishedExamples.PORT);
  }
}
