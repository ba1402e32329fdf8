package io.productionguardian.release;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.productionguardian.Release;
import io.productionguardian.RenderedFile;
import io.productionguardian.document.Document.Limits;
import io.productionguardian.document.SourceFile;
import io.productionguardian.model.EpicId;
import io.productionguardian.model.EpicLayout;
import io.productionguardian.release.ReleaseTarget.Commit;
import io.productionguardian.release.ReleaseTarget.StaleSnapshotException;
import io.productionguardian.source.EpicSnapshot;
import io.productionguardian.source.SnapshotException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * An epic's folder on disk.
 *
 * <p>{@link #commit} writes all files of a release or none: should the process die at any moment,
 * the next release completes what was begun, and until then the decision log, which is appended to
 * last, does not name it.
 *
 * @since 0.1.0
 */
@API(status = API.Status.STABLE, since = "0.1.0")
public final class EpicFolder implements ReleaseTarget {

  private final Path root;
  private final Optional<Path> repository;
  private final EpicId epic;
  private final Limits limits;
  private final Staging staging;

  private EpicFolder(
      Path root, Optional<Path> repository, EpicId epic, Limits limits, Staging.Steps steps) {
    this.root = root;
    this.repository = repository;
    this.epic = epic;
    this.limits = limits;
    this.staging = new Staging(root, steps);
  }

  /**
   * Opens a folder such as {@code docs/specs/epic_25}; its name is the epic's id. When it lies in
   * {@code docs/specs}, the folder above that is the repository whose deploy files are evidence.
   *
   * @throws FolderException if there is no such folder, its name is no epic id, or it has no {@code
   *     consensus} folder
   */
  public static EpicFolder open(Path folder) {
    return open(folder, Optional.empty(), Limits.STANDARD, step -> {});
  }

  /**
   * Opens a folder of an epic whose service is deployed from that repository.
   *
   * @throws FolderException if {@link #open(Path)} would throw, or the repository is no folder
   */
  public static EpicFolder open(Path folder, Path repository) {
    return open(folder, Optional.of(repository), Limits.STANDARD, step -> {});
  }

  static EpicFolder open(Path folder, Limits limits, Staging.Steps steps) {
    return open(folder, Optional.empty(), limits, steps);
  }

  private static EpicFolder open(
      Path folder, Optional<Path> repository, Limits limits, Staging.Steps steps) {
    Path root;
    try {
      root = folder.toRealPath();
    } catch (IOException e) {
      throw new FolderException(folder + ": there is no such folder", e);
    }
    if (!Files.isDirectory(root)) {
      throw new FolderException(folder + " is not a folder", null);
    }
    Path last = folder.toAbsolutePath().normalize().getFileName();
    String name = last == null ? "" : last.toString();
    if (!EpicId.isValid(name)) {
      throw new FolderException(
          folder + ": the folder's name is no epic id (letters, digits, _ and -, at most 64)",
          null);
    }
    if (!Files.isDirectory(root.resolve(EpicLayout.CONSENSUS))) {
      String hint =
          name.equals("consensus") || Files.isDirectory(root.resolve("artifacts"))
              ? "; name the epic's folder above it"
              : "";
      throw new FolderException(folder + " has no consensus folder" + hint, null);
    }
    return new EpicFolder(
        root,
        repository.isPresent() ? Optional.of(folder(repository.get())) : around(root),
        new EpicId(name),
        limits,
        steps);
  }

  private static Path folder(Path repository) {
    try {
      Path real = repository.toRealPath();
      if (Files.isDirectory(real)) {
        return real;
      }
    } catch (IOException e) {
      throw new FolderException(repository + ": there is no such folder", e);
    }
    throw new FolderException(repository + " is not a folder", null);
  }

  /** The repository that has the epic in {@code docs/specs}. */
  private static Optional<Path> around(Path epic) {
    return Optional.ofNullable(epic.getParent())
        .filter(specs -> specs.endsWith(Path.of("docs", "specs")))
        .map(specs -> specs.resolve("../..").normalize());
  }

  /** Whose folder it is. */
  public EpicId epic() {
    return epic;
  }

  /**
   * Reads all files. Whatever cannot be read is in the snapshot with the reason.
   *
   * @throws FolderException if the folder itself cannot be read, or has a file whose path could
   *     mean another, such as {@code CONSENSUS/messages}
   */
  public EpicSnapshot snapshot() {
    EpicSnapshot.Builder snapshot = EpicSnapshot.builder(epic, limits);
    try {
      FolderReader.epic(root, epic, limits, snapshot);
      repository.ifPresent(around -> FolderReader.deployment(around, root, snapshot));
      return snapshot.build();
    } catch (SnapshotException e) {
      throw new FolderException(root + ": " + e.getMessage(), e);
    }
  }

  /** Whether a release was begun and not completed; {@link #recover} completes it. */
  public boolean interrupted() {
    return staging.isReady();
  }

  /**
   * Completes a release that was interrupted, if there is one.
   *
   * @return whether there was one
   * @throws FolderException if it cannot be completed; then it is as before
   */
  public boolean recover() {
    if (!interrupted()) {
      return false;
    }
    try (DecisionLog log = DecisionLog.lock(log())) {
      return recover(log);
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private boolean recover(DecisionLog log) throws IOException {
    staging.dropUnfinished();
    if (!staging.isReady()) {
      return false;
    }
    staging.complete(log);
    return true;
  }

  /**
   * Writes a release; nothing when it repeats the last decision.
   *
   * @return what was written
   * @throws StaleSnapshotException if the folder has changed since the snapshot was taken
   * @throws FolderException if it cannot be written, or is of another epic; then all files are as
   *     before, or the next run completes them
   */
  @Override
  public Commit commit(Release release) {
    if (release.assessment().repeats()) {
      recover(); // the run that wrote it may have died while it tidied up
      checkInputs(release);
      checkLog(release);
      return new Commit(ImmutableList.of());
    }
    try {
      checkPlaces(release);
      checkInputs(release);
      try (DecisionLog log = DecisionLog.lock(log())) {
        if (recover(log)) {
          throw new StaleSnapshotException("an interrupted release was completed meanwhile");
        }
        checkUnchanged(release, log);
        try {
          staging.write(release, log.size());
        } catch (IOException e) {
          log.removeIfCreated();
          throw e;
        }
        staging.complete(log);
      }
    } catch (IOException e) {
      throw failure(e);
    }
    return written(release);
  }

  /**
   * Writes a release into another folder for a look, and leaves the epic as it is: each file at its
   * path below that folder, the decision log with the new line at its end, and {@code SHA256SUMS},
   * which lists them. All of it takes its place at once or not at all. It is written as well when
   * the decision repeats the last one.
   *
   * @param directory a folder outside the epic that is empty, does not exist, or holds nothing but
   *     an earlier preview, which is replaced
   * @return what was written, without {@code SHA256SUMS}
   * @throws FolderException if {@link #commit} would refuse a file's place, the directory is none
   *     of these or a symbolic link, or it cannot be written; then it is as before
   */
  public Commit preview(Release release, Path directory) {
    try {
      checkPlaces(release);
      new Preview(root, directory).write(release);
    } catch (IOException e) {
      throw failure(directory, e, "nothing was changed");
    }
    return written(release);
  }

  private static Commit written(Release release) {
    return new Commit(
        Stream.concat(release.files().stream(), Stream.of(release.logLine()))
            .map(RenderedFile::path)
            .collect(ImmutableList.toImmutableList()));
  }

  /** The log is looked at under its lock, by {@link #checkUnchanged}. */
  private void checkInputs(Release release) {
    if (!release.assessment().epic().equals(epic)) {
      throw FolderException.ofAnotherEpic(release.assessment().epic(), epic);
    }
    if (!digests(snapshot()).equals(digests(release.assessment().dossier().snapshot()))) {
      throw new StaleSnapshotException("a file has changed since it was read");
    }
  }

  private void checkLog(Release release) {
    EpicSnapshot then = release.assessment().dossier().snapshot();
    if (!snapshot()
        .file(EpicLayout.DECISION_LOG)
        .map(SourceFile::sha256)
        .equals(then.file(EpicLayout.DECISION_LOG).map(SourceFile::sha256))) {
      throw new StaleSnapshotException("the decision log has changed since it was read");
    }
  }

  private static List<Map<String, String>> digests(EpicSnapshot snapshot) {
    return ImmutableList.of(digests(snapshot.files()), digests(snapshot.repository()));
  }

  private static Map<String, String> digests(Map<String, SourceFile> files) {
    return files.values().stream()
        .filter(file -> !file.path().equals(EpicLayout.DECISION_LOG))
        .collect(ImmutableMap.toImmutableMap(SourceFile::path, SourceFile::sha256));
  }

  private void checkUnchanged(Release release, DecisionLog log) throws IOException {
    String now = log.size() == 0 ? "" : log.sha256();
    String then =
        release
            .assessment()
            .dossier()
            .snapshot()
            .file(EpicLayout.DECISION_LOG)
            .filter(file -> file.fault().isEmpty() && file.content().length > 0)
            .map(file -> file.sha256())
            .orElse("");
    if (!now.equals(then)) {
      throw new StaleSnapshotException("the decision log has changed since it was read");
    }
  }

  /** No file goes through a link out of the folder or onto a folder. */
  private void checkPlaces(Release release) throws IOException {
    if (Files.exists(log(), LinkOption.NOFOLLOW_LINKS)
        && !Files.isRegularFile(log(), LinkOption.NOFOLLOW_LINKS)) {
      throw new FolderException(EpicLayout.DECISION_LOG + " is not a regular file", null);
    }
    for (RenderedFile file : release.files()) {
      Path place = root.resolve(file.path());
      if (Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) {
        throw new FolderException(file.path() + " is a folder; move it away", null);
      }
      for (Path above = place.getParent();
          above != null && !above.equals(root);
          above = above.getParent()) {
        if (Files.exists(above, LinkOption.NOFOLLOW_LINKS)
            && !Files.isDirectory(above, LinkOption.NOFOLLOW_LINKS)) {
          throw new FolderException(
              root.relativize(above) + " is a link or a file where a folder is needed", null);
        }
      }
    }
  }

  private Path log() {
    return root.resolve(EpicLayout.DECISION_LOG);
  }

  private FolderException failure(IOException e) {
    return failure(
        root, e, interrupted() ? "run release again to complete it" : "nothing was changed");
  }

  private static FolderException failure(Path folder, IOException e, String state) {
    String reason =
        e instanceof AccessDeniedException
            ? "permission denied"
            : e instanceof FileSystemException system && system.getReason() != null
                ? system.getReason()
                : String.valueOf(e.getMessage());
    return new FolderException(folder + ": cannot be written: " + reason + "; " + state, e);
  }
}
