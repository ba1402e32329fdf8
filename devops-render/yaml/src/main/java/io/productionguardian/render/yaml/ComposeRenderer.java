package io.productionguardian.render.yaml;

import io.productionguardian.Assessment;
import io.productionguardian.RenderedFile;
import io.productionguardian.Renderer;
import io.productionguardian.model.EpicLayout;
import java.util.List;
import org.apiguardian.api.API;

/**
 * Writes {@code deploy/compose.yaml} of an approved release: the service on the shared networks,
 * with its health check and its limits.
 *
 * @since 0.1.0
 */
@API(status = API.Status.INTERNAL, since = "0.1.0")
public final class ComposeRenderer implements Renderer {

  private static final String PATH = EpicLayout.ARTIFACTS + "deploy/compose.yaml";

  /** Creates the renderer. */
  public ComposeRenderer() {}

  @Override
  public List<RenderedFile> render(Assessment assessment) {
    return assessment
        .plan()
        .map(plan -> new ComposePage(assessment, plan))
        .map(file -> Yaml.QUOTED.write(file.comments(), file.tree()))
        .map(text -> List.of(RenderedFile.of(PATH, text)))
        .orElse(List.of());
  }
}
