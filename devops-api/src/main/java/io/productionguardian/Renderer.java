package io.productionguardian;

import java.util.List;
import org.apiguardian.api.API;

/**
 * Writes one kind of file. Stateless and pure: the same assessment gives the same bytes. Found by
 * {@link java.util.ServiceLoader}, so an implementation has a public constructor without
 * parameters.
 *
 * @since 0.1.0
 */
@API(status = API.Status.STABLE, since = "0.1.0")
public interface Renderer {

  /**
   * Renders.
   *
   * @param assessment the decision; one that approves has a plan
   * @return the files, none when this kind of file is not written for such a decision
   */
  List<RenderedFile> render(Assessment assessment);

  /**
   * Renders what names the other files, for instance by their digests. Asked of every renderer once
   * all have rendered; none, unless it is overridden.
   *
   * @param assessment the decision
   * @param files what all renderers rendered, by path, without the line of the decision log; what
   *     others give here is not among them
   * @return the files, none when there is nothing to say
   */
  default List<RenderedFile> attest(Assessment assessment, List<RenderedFile> files) {
    return List.of();
  }
}
