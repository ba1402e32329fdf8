package io.productionguardian.folder;

/**
 * The folder has changed since it was read; to read, decide and commit again is safe.
 *
 * @since 0.1.0
 */
public final class StaleSnapshotException extends FolderException {

  private static final long serialVersionUID = 1L;

  /** What changed. */
  public StaleSnapshotException(String message) {
    super(message, null);
  }
}
