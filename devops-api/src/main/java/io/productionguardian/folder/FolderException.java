package io.productionguardian.folder;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * An epic folder that cannot be read or written. The message is one line for a person.
 *
 * @since 0.1.0
 */
public class FolderException extends IOException {

  private static final long serialVersionUID = 1L;

  /** With the cause, if something else failed. */
  public FolderException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
