package io.productionguardian.render.json;

import io.productionguardian.engine.Assessment;
import io.productionguardian.model.EpicLayout;
import io.productionguardian.render.RenderedFile;
import io.productionguardian.render.Renderer;
import java.util.List;

/**
 * Writes {@code deploy/grafana/dashboard.json} of an approved release: the declared dashboards, a
 * row each.
 *
 * @since 0.1.0
 */
public final class GrafanaRenderer implements Renderer {

  private static final String PATH = EpicLayout.ARTIFACTS + "deploy/grafana/dashboard.json";

  /** Creates the renderer. */
  public GrafanaRenderer() {}

  @Override
  public List<RenderedFile> render(Assessment assessment) {
    return assessment
        .plan()
        .map(plan -> new GrafanaDashboard(assessment, plan))
        .map(dashboard -> List.of(RenderedFile.of(PATH, Json.pretty(dashboard.tree()))))
        .orElse(List.of());
  }
}
