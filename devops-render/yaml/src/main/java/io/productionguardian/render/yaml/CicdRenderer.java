package io.productionguardian.render.yaml;

import io.productionguardian.Assessment;
import io.productionguardian.RenderedFile;
import io.productionguardian.Renderer;
import io.productionguardian.model.EpicLayout;
import java.util.List;
import org.apiguardian.api.API;

/**
 * Writes {@code cicd.yaml} of an approved release: a workflow of GitHub Actions that tests, deploys
 * stage by stage with the chosen strategy, and brings the previous revision back when that fails.
 *
 * @since 0.1.0
 */
@API(status = API.Status.INTERNAL, since = "0.1.0")
public final class CicdRenderer implements Renderer {

  private static final String PATH = EpicLayout.ARTIFACTS + "cicd.yaml";

  /** Creates the renderer. */
  public CicdRenderer() {}

  @Override
  public List<RenderedFile> render(Assessment assessment) {
    return assessment
        .plan()
        .map(plan -> new Workflow(assessment, plan))
        .map(it -> Yaml.SCRIPTS_AS_BLOCKS.write(it.comments(), it.tree()))
        .map(text -> List.of(RenderedFile.of(PATH, text)))
        .orElse(List.of());
  }
}
