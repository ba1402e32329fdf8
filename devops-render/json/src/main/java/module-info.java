import io.productionguardian.Renderer;
import io.productionguardian.render.json.files.AttestationRenderer;
import io.productionguardian.render.json.files.DecisionLogRenderer;
import io.productionguardian.render.json.files.DeploymentRenderer;
import io.productionguardian.render.json.files.GrafanaRenderer;
import io.productionguardian.render.json.files.SarifRenderer;

/**
 * Renders {@code deployment.json}, the dashboard, {@code readiness.sarif}, the attestation, the
 * line of the decision log, and an assessment for programs.
 */
// The command line is compiled after this one
@SuppressWarnings("module")
@org.jspecify.annotations.NullMarked
module io.productionguardian.render.json {
  requires transitive io.productionguardian.api;
  requires com.google.common;
  requires static org.apiguardian.api;
  requires org.jspecify;
  requires tools.jackson.core;

  exports io.productionguardian.render.json;
  exports io.productionguardian.render.json.files to
      io.productionguardian.cli;

  provides Renderer with
      AttestationRenderer,
      DecisionLogRenderer,
      DeploymentRenderer,
      GrafanaRenderer,
      SarifRenderer;
}
