package io.productionguardian.render.json.files;

import io.productionguardian.Assessment;
import io.productionguardian.RenderedFile;
import io.productionguardian.Renderer;
import io.productionguardian.model.EpicLayout;
import java.util.List;
import org.apiguardian.api.API;

/**
 * Writes {@code decision.intoto.json}, the statement from which anybody can tell that these files
 * carry out this decision, and from what it was made.
 *
 * @since 0.1.0
 */
@API(status = API.Status.INTERNAL, since = "0.1.0")
public final class AttestationRenderer implements Renderer {

  private static final String PATH = EpicLayout.ARTIFACTS + "decision.intoto.json";

  /** Creates the renderer. */
  public AttestationRenderer() {}

  @Override
  public List<RenderedFile> render(Assessment assessment) {
    return List.of(); // it can only name what others have rendered
  }

  @Override
  public List<RenderedFile> attest(Assessment assessment, List<RenderedFile> files) {
    return files.isEmpty()
        ? List.of() // a statement without a subject is none
        : List.of(
            RenderedFile.of(
                PATH, JsonWriter.pretty(new Attestation(assessment, files).statement())));
  }
}
