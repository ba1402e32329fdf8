package io.productionguardian.folder;

import io.productionguardian.render.Release;

/**
 * What takes a release: a folder on disk ({@link EpicFolder}), or one in memory ({@link
 * MemoryTarget}), which gives it back as files or as a ZIP archive.
 *
 * <p>An implementation writes all files of a release or none, the line of the decision log last;
 * refuses a release that was decided from other files than it has now; and writes nothing when the
 * release repeats the last decision.
 *
 * @since 0.1.0
 */
public interface ReleaseTarget {

  /**
   * Takes a release.
   *
   * @return what was written; nothing when the release repeats the last decision
   * @throws StaleSnapshotException if the files have changed since the snapshot was taken
   * @throws FolderException if the release cannot be written, or is of another epic
   */
  Commit commit(Release release);
}
