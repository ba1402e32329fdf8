package io.productionguardian.render;

import io.productionguardian.engine.Assessment;
import java.util.List;

/**
 * Writes one kind of file. Stateless and pure: the same assessment gives the same bytes. Found by
 * {@link java.util.ServiceLoader}, so an implementation has a public constructor without
 * parameters.
 *
 * @since 0.1.0
 */
public interface Renderer {

  /**
   * Renders.
   *
   * @param assessment the decision; one that approves has a plan
   * @return the files, none when this kind of file is not written for such a decision
   */
  List<RenderedFile> render(Assessment assessment);
}
