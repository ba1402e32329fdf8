package io.productionguardian.testkit;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.productionguardian.document.EpicSnapshot;
import io.productionguardian.document.SourceFile;
import io.productionguardian.folder.Commit;
import io.productionguardian.render.Release;
import io.productionguardian.render.RenderedFile;

/**
 * An epic folder in memory, for tests of programs that embed the library: it takes releases as
 * {@link io.productionguardian.folder.EpicFolder} does, but touches no disk.
 *
 * @since 0.1.0
 */
public final class FakeFolder {

  private Epic epic;

  private FakeFolder(Epic epic) {
    this.epic = epic;
  }

  /** A folder with these files. */
  public static FakeFolder of(Epic epic) {
    return new FakeFolder(epic);
  }

  /** Its files as they are now. */
  public EpicSnapshot snapshot() {
    return epic.snapshot();
  }

  /** The epic as it is now. */
  public Epic epic() {
    return epic;
  }

  /**
   * Takes a release; nothing when it repeats the last decision.
   *
   * @return what was written
   * @throws AssertionError if it was made from other files than those that are here now
   */
  public Commit commit(Release release) {
    if (release.assessment().repeats()) {
      return new Commit(ImmutableList.of());
    }
    if (!digests(release.assessment().dossier().snapshot()).equals(digests(snapshot()))) {
      throw new AssertionError("the release was made from other files than those of " + epic);
    }
    ImmutableList.Builder<String> written = ImmutableList.builder();
    Epic after = epic;
    for (RenderedFile file : release.files()) {
      after = after.file(file.path(), file.content());
      written.add(file.path());
    }
    RenderedFile line = release.logLine();
    SourceFile log = epic.files().get(line.path());
    epic = after.file(line.path(), (log == null ? "" : log.text()) + line.text());
    return new Commit(written.add(line.path()).build());
  }

  private static ImmutableMap<String, String> digests(EpicSnapshot snapshot) {
    return snapshot.files().values().stream()
        .collect(ImmutableMap.toImmutableMap(SourceFile::path, SourceFile::sha256));
  }
}
