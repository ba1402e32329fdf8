import io.productionguardian.Renderer;
import io.productionguardian.render.yaml.CicdRenderer;
import io.productionguardian.render.yaml.ComposeRenderer;
import io.productionguardian.render.yaml.KubernetesRenderer;
import io.productionguardian.render.yaml.PrometheusRenderer;
import io.productionguardian.render.yaml.VetoRenderer;

/**
 * Renders {@code cicd.yaml}, the Kubernetes manifests, the Compose file, what Prometheus reads, and
 * the veto message.
 */
@org.jspecify.annotations.NullMarked
module io.productionguardian.render.yaml {
  requires transitive io.productionguardian.api;
  requires com.google.common;
  requires io.productionguardian.promql;
  requires static org.apiguardian.api;
  requires org.jspecify;
  requires tools.jackson.databind;

  provides Renderer with
      CicdRenderer,
      ComposeRenderer,
      KubernetesRenderer,
      PrometheusRenderer,
      VetoRenderer;
}
