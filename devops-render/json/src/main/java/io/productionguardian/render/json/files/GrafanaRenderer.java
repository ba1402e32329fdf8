package io.productionguardian.render.json.files;

import io.productionguardian.Assessment;
import io.productionguardian.RenderedFile;
import io.productionguardian.Renderer;
import io.productionguardian.model.EpicLayout;
import java.util.List;
import org.apiguardian.api.API;

/**
 * Writes {@code deploy/grafana/dashboard.json} of an approved release: the declared dashboards, a
 * row each.
 *
 * @since 0.1.0
 */
@API(status = API.Status.INTERNAL, since = "0.1.0")
public final class GrafanaRenderer implements Renderer {

  private static final String PATH = EpicLayout.ARTIFACTS + "deploy/grafana/dashboard.json";

  /** Creates the renderer. */
  public GrafanaRenderer() {}

  @Override
  public List<RenderedFile> render(Assessment assessment) {
    return assessment
        .plan()
        .map(plan -> new GrafanaDashboard(assessment, plan))
        .map(dashboard -> List.of(RenderedFile.of(PATH, JsonWriter.pretty(dashboard.tree()))))
        .orElse(List.of());
  }
}
