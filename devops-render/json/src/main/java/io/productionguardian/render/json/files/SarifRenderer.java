package io.productionguardian.render.json.files;

import io.productionguardian.Assessment;
import io.productionguardian.RenderedFile;
import io.productionguardian.Renderer;
import io.productionguardian.model.EpicLayout;
import java.util.List;
import org.apiguardian.api.API;

/**
 * Writes {@code readiness.sarif}, the findings for code scanning and for editors.
 *
 * @since 0.1.0
 */
@API(status = API.Status.INTERNAL, since = "0.1.0")
public final class SarifRenderer implements Renderer {

  private static final String PATH = EpicLayout.ARTIFACTS + "readiness.sarif";

  /** Creates the renderer. */
  public SarifRenderer() {}

  @Override
  public List<RenderedFile> render(Assessment assessment) {
    return List.of(RenderedFile.of(PATH, write(assessment)));
  }

  /** A log of SARIF 2.1.0, indented, with an end of line after it. */
  public static String write(Assessment assessment) {
    return JsonWriter.pretty(new SarifLog(assessment).tree());
  }
}
