package io.productionguardian.rules.standard.evidence;

import io.productionguardian.dossier.Dossier;
import io.productionguardian.dossier.Fact;
import io.productionguardian.model.Probe;
import io.productionguardian.rules.standard.JsonText;
import java.util.Optional;

/** Probes as manifests state them. */
public final class Probes {

  private Probes() {}

  /** The probe that is claimed, or one that is left to be filled in. */
  public static String json(Dossier dossier, Optional<Fact<Probe>> claim) {
    return claim
        .map(
            fact ->
                "{\"httpGet\": {\"path\": %s, \"port\": %s}}"
                    .formatted(JsonText.of(fact.value().endpoint()), port(dossier)))
        .orElse(
            "{\"httpGet\": {\"path\": \"<the endpoint, e.g. /health>\", \"port\": %s}}"
                .formatted(port(dossier)));
  }

  /** The port that the service listens on, or one that is left to be filled in. */
  public static String port(Dossier dossier) {
    return dossier
        .service()
        .map(fact -> String.valueOf(fact.value().port()))
        .orElse("\"<the port, e.g. 8080>\"");
  }
}
