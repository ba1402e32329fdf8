package io.productionguardian.release;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Bytes;
import io.productionguardian.Release;
import io.productionguardian.RenderedFile;
import io.productionguardian.document.SourceFile;
import io.productionguardian.release.ReleaseTarget.Commit;
import io.productionguardian.release.ReleaseTarget.StaleSnapshotException;
import io.productionguardian.source.EpicSnapshot;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apiguardian.api.API;

/**
 * An epic's folder in memory, for programs that have no disk and for tests: it takes releases as
 * {@link EpicFolder} does. Thread-safe.
 *
 * @since 0.1.0
 */
@API(status = API.Status.STABLE, since = "0.1.0")
public final class MemoryTarget implements ReleaseTarget {

  /** The earliest that a ZIP archive can state; no clock makes two archives differ. */
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private EpicSnapshot snapshot;

  private MemoryTarget(EpicSnapshot snapshot) {
    this.snapshot = snapshot;
  }

  /** A folder with the files of a snapshot. */
  public static MemoryTarget of(EpicSnapshot snapshot) {
    return new MemoryTarget(snapshot);
  }

  /** The files as they are now. */
  public synchronized EpicSnapshot snapshot() {
    return snapshot;
  }

  @Override
  public synchronized Commit commit(Release release) {
    if (!release.assessment().epic().equals(snapshot.epic())) {
      throw FolderException.ofAnotherEpic(release.assessment().epic(), snapshot.epic());
    }
    if (!release.assessment().dossier().snapshot().sha256().equals(snapshot.sha256())) {
      throw new StaleSnapshotException("a file has changed since it was read");
    }
    if (release.assessment().repeats()) {
      return new Commit(ImmutableList.of());
    }
    List<SourceFile> written = new ArrayList<>();
    release.files().forEach(file -> written.add(SourceFile.of(file.path(), file.content())));
    written.add(appended(release.logLine()));
    EpicSnapshot after = snapshot.with(written);
    written.forEach(file -> after.file(file.path()).ifPresent(MemoryTarget::requireRead));
    loseNothing(snapshot.files(), after.files());
    loseNothing(snapshot.repository(), after.repository());
    snapshot = after;
    return new Commit(
        written.stream().map(SourceFile::path).collect(ImmutableList.toImmutableList()));
  }

  /** Limits hold for all files together, so that one file more may be one too many for another. */
  private static void loseNothing(Map<String, SourceFile> before, Map<String, SourceFile> after) {
    before.forEach(
        (path, file) -> {
          SourceFile now = after.get(path);
          if (now == null) {
            throw new FolderException(path + " would be lost: the epic has too many files", null);
          }
          if (file.fault().isEmpty()) {
            requireRead(now);
          }
        });
  }

  private static void requireRead(SourceFile file) {
    file.fault()
        .ifPresent(
            fault -> {
              throw new FolderException(file.path() + " " + fault.message(), null);
            });
  }

  /** The log with a line more. */
  private SourceFile appended(RenderedFile line) {
    SourceFile log = snapshot.file(line.path()).orElse(SourceFile.of(line.path(), ""));
    requireRead(log);
    byte[] before = log.content();
    boolean wholeLines = before.length == 0 || before[before.length - 1] == '\n';
    return SourceFile.of(
        line.path(),
        Bytes.concat(before, wholeLines ? new byte[0] : new byte[] {'\n'}, line.content()));
  }

  /**
   * The folder as a ZIP archive, which {@link EpicSnapshot#zip(byte[])} reads back: all files of
   * the epic, in a folder with its name, sorted by path and without times. What the repository
   * deploys with is not among them.
   *
   * @throws FolderException if the bytes of a file are not known, since it could not be read or was
   *     too large
   */
  public byte[] zip() {
    EpicSnapshot now = snapshot();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (SourceFile file : now.files().values()) {
        if (file.fault().isPresent()) {
          throw new FolderException(
              file.path() + " " + file.fault().get().message() + ", so its bytes are not known",
              null);
        }
        ZipEntry entry = new ZipEntry(now.epic() + "/" + file.path());
        entry.setTimeLocal(TIME);
        zip.putNextEntry(entry);
        zip.write(file.content());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail to be written
    }
    return bytes.toByteArray();
  }
}
