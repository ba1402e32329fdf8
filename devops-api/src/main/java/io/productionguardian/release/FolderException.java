package io.productionguardian.release;

import io.productionguardian.model.EpicId;
import io.productionguardian.model.GuardianException;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * An epic folder that cannot be read or written. The message is one line for a person.
 *
 * @since 0.1.0
 */
@API(status = API.Status.STABLE, since = "0.1.0")
public class FolderException extends GuardianException {

  private static final long serialVersionUID = 1L;

  /** With the cause, if something else failed. */
  public FolderException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  static FolderException ofAnotherEpic(EpicId released, EpicId here) {
    return new FolderException(
        "the release is of " + released + ", and this folder is of " + here, null);
  }
}
