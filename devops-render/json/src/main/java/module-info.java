import io.productionguardian.render.Renderer;
import io.productionguardian.render.json.AttestationRenderer;
import io.productionguardian.render.json.DecisionLogRenderer;
import io.productionguardian.render.json.DeploymentRenderer;
import io.productionguardian.render.json.GrafanaRenderer;
import io.productionguardian.render.json.SarifRenderer;

/**
 * Renders {@code deployment.json}, the dashboard, {@code readiness.sarif}, the attestation, the
 * line of the decision log, and an assessment for programs.
 */
@org.jspecify.annotations.NullMarked
module io.productionguardian.render.json {
  requires transitive io.productionguardian.api;
  requires com.google.common;
  requires org.jspecify;
  requires tools.jackson.core;

  exports io.productionguardian.render.json;

  provides Renderer with
      AttestationRenderer,
      DecisionLogRenderer,
      DeploymentRenderer,
      GrafanaRenderer,
      SarifRenderer;
}
