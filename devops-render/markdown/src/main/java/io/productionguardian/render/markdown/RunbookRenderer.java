package io.productionguardian.render.markdown;

import io.productionguardian.Assessment;
import io.productionguardian.RenderedFile;
import io.productionguardian.Renderer;
import io.productionguardian.model.EpicLayout;
import java.util.List;
import org.apiguardian.api.API;

/**
 * Writes {@code runbook.md} of an approved release: what the service is, an issue for every alert,
 * how to go back and whom to call.
 *
 * @since 0.1.0
 */
@API(status = API.Status.INTERNAL, since = "0.1.0")
public final class RunbookRenderer implements Renderer {

  static final String PATH = EpicLayout.ARTIFACTS + "runbook.md";

  /** Creates the renderer. */
  public RunbookRenderer() {}

  @Override
  public List<RenderedFile> render(Assessment assessment) {
    boolean drafted = assessment.dossier().runbookFile().isPresent();
    return assessment
        .plan()
        .map(plan -> new RunbookPage(plan, drafted).write())
        .map(text -> List.of(RenderedFile.of(PATH, text)))
        .orElse(List.of());
  }
}
