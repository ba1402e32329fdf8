package io.productionguardian.render.json.files;

import io.productionguardian.Assessment;
import io.productionguardian.RenderedFile;
import io.productionguardian.Renderer;
import io.productionguardian.model.EpicLayout;
import java.util.List;
import org.apiguardian.api.API;

/**
 * Writes {@code deployment.json} of an approved release: exactly the keys of the role's
 * specification, and beside them what else is known.
 *
 * @since 0.1.0
 */
@API(status = API.Status.INTERNAL, since = "0.1.0")
public final class DeploymentRenderer implements Renderer {

  private static final String PATH = EpicLayout.ARTIFACTS + "deployment.json";

  /** Creates the renderer. */
  public DeploymentRenderer() {}

  @Override
  public List<RenderedFile> render(Assessment assessment) {
    return assessment
        .plan()
        .map(plan -> new DeploymentDocument(assessment, plan))
        .map(document -> List.of(RenderedFile.of(PATH, JsonWriter.pretty(document.tree()))))
        .orElse(List.of());
  }
}
