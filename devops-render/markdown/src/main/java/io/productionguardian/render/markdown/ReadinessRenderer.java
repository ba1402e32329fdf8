package io.productionguardian.render.markdown;

import io.productionguardian.engine.Assessment;
import io.productionguardian.model.EpicLayout;
import io.productionguardian.render.RenderedFile;
import io.productionguardian.render.Renderer;
import java.util.List;

/**
 * Writes {@code readiness.md}, which tells people what was decided and why.
 *
 * @since 0.1.0
 */
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
