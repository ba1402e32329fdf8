package io.productionguardian.release;

import com.google.common.collect.ImmutableList;
import io.productionguardian.Release;
import java.util.List;
import org.apiguardian.api.API;

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
@API(status = API.Status.STABLE, since = "0.1.0")
public interface ReleaseTarget {

  /**
   * Takes a release.
   *
   * @return what was written; nothing when the release repeats the last decision
   * @throws StaleSnapshotException if the files have changed since the snapshot was taken
   * @throws FolderException if the release cannot be written, or is of another epic
   */
  Commit commit(Release release);

  /**
   * What was written.
   *
   * @param written paths below the folder that was written to, the decision log last; none when the
   *     same decision stood there already
   * @since 0.1.0
   */
  public record Commit(List<String> written) {

    /** Keeps copies. */
    public Commit {
      written = ImmutableList.copyOf(written);
    }
  }

  /**
   * The folder has changed since it was read; to read, decide and commit again is safe.
   *
   * @since 0.1.0
   */
  public static final class StaleSnapshotException extends FolderException {

    private static final long serialVersionUID = 1L;

    /** What changed. */
    public StaleSnapshotException(String message) {
      super(message, null);
    }
  }
}
