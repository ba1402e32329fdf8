package io.productionguardian.render.markdown;

import io.productionguardian.Assessment;
import io.productionguardian.RenderedFile;
import io.productionguardian.Renderer;
import io.productionguardian.model.EpicLayout;
import java.util.List;
import org.apiguardian.api.API;

/**
 * Writes {@code readiness.md}, which tells people what was decided and why.
 *
 * @since 0.1.0
 */
@API(status = API.Status.INTERNAL, since = "0.1.0")
public final class ReadinessRenderer implements Renderer {

  private static final String PATH = EpicLayout.ARTIFACTS + "readiness.md";

  /** Creates the renderer. */
  public ReadinessRenderer() {}

  @Override
  public List<RenderedFile> render(Assessment assessment) {
    return List.of(RenderedFile.of(PATH, write(assessment)));
  }

  /** The page, with an end of line after its last. */
  public static String write(Assessment assessment) {
    return new ReadinessPage(assessment).write();
  }
}
