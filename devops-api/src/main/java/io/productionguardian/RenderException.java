package io.productionguardian;

import io.productionguardian.model.GuardianException;
import java.util.Optional;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A renderer that failed, or wrote what a release of that decision may not hold. Nothing of the
 * release is made.
 *
 * @since 0.1.0
 */
@API(status = API.Status.STABLE, since = "0.1.0")
public final class RenderException extends GuardianException {

  private static final long serialVersionUID = 1L;

  private final String renderer;
  private final @Nullable String file;

  private RenderException(
      String renderer, @Nullable String file, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.renderer = renderer;
    this.file = file;
  }

  /** A renderer that failed before it gave any file. */
  static RenderException failed(Renderer renderer, String doing, Throwable cause) {
    String name = renderer.getClass().getName();
    String reason = cause.getMessage() == null ? "" : ": " + cause.getMessage();
    return new RenderException(
        name,
        null,
        "The renderer "
            + name
            + " failed while it "
            + doing
            + ": "
            + cause.getClass().getName()
            + reason,
        cause);
  }

  /** A file that may not be in the release. */
  static RenderException refused(Renderer renderer, String file, String why) {
    String name = renderer.getClass().getName();
    return new RenderException(
        name, file, "The renderer " + name + " wrote " + file + ", but " + why, null);
  }

  /** The renderer's class. */
  public String renderer() {
    return renderer;
  }

  /** The path of the file that is wrong; empty when the renderer failed before it gave one. */
  public Optional<String> file() {
    return Optional.ofNullable(file);
  }
}
