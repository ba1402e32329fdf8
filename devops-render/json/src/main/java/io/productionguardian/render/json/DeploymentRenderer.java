package io.productionguardian.render.json;

import io.productionguardian.engine.Assessment;
import io.productionguardian.model.EpicLayout;
import io.productionguardian.render.RenderedFile;
import io.productionguardian.render.Renderer;
import java.util.List;

/**
 * Writes {@code deployment.json} of an approved release: exactly the keys of the role's
 * specification, and beside them what else is known.
 *
 * @since 0.1.0
 */
public final class DeploymentRenderer implements Renderer {

  private static final String PATH = EpicLayout.ARTIFACTS + "deployment.json";

  /** Creates the renderer. */
  public DeploymentRenderer() {}

  @Override
  public List<RenderedFile> render(Assessment assessment) {
    return assessment
        .plan()
        .map(plan -> new DeploymentDocument(assessment, plan))
        .map(document -> List.of(RenderedFile.of(PATH, Json.pretty(document.tree()))))
        .orElse(List.of());
  }
}
