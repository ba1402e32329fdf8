package io.productionguardian.source;

import io.productionguardian.model.GuardianException;
import org.apiguardian.api.API;

/**
 * Files that no snapshot can be made of: a path that could mean another file, two files of one
 * path, an archive that is damaged or hostile. The message is one line for a person.
 *
 * @since 0.1.0
 */
@API(status = API.Status.STABLE, since = "0.1.0")
public final class SnapshotException extends GuardianException {

  private static final long serialVersionUID = 1L;

  /** What is wrong with which file. */
  public SnapshotException(String message) {
    super(message, null);
  }
}
