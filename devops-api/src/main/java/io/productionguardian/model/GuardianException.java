package io.productionguardian.model;

import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The root of all exceptions that this library throws on purpose: what could not be read, decided,
 * rendered or written. The message is for a person; it says what is wrong and where.
 *
 * <p>A wrong argument in a program's own code is an {@link IllegalArgumentException} instead.
 *
 * @since 0.1.0
 */
@API(status = API.Status.STABLE, since = "0.1.0")
public abstract class GuardianException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** With the cause, if something else failed. */
  protected GuardianException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
