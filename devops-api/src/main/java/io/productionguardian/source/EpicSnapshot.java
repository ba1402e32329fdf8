package io.productionguardian.source;

import com.google.common.base.Suppliers;
import io.productionguardian.document.Document.Fault;
import io.productionguardian.document.Document.Limits;
import io.productionguardian.document.SourceFile;
import io.productionguardian.model.EpicId;
import io.productionguardian.model.EpicLayout;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * All files of an epic at one moment; the whole of what a decision is made from.
 *
 * <p>Made of a folder by {@code EpicFolder}, of an archive by {@link #zip(byte[])}, of bytes in
 * memory by {@link #builder(EpicId)}: paths and limits are checked here for all of them, and the
 * same bytes have the same {@link #sha256()}. Two snapshots are equal when that, the epic and the
 * limits are.
 *
 * @since 0.1.0
 */
@API(status = API.Status.STABLE, since = "0.1.0")
public final class EpicSnapshot {

  /** Reads a file's bytes when they are wanted. */
  @FunctionalInterface
  public interface Content {

    /**
     * Reads.
     *
     * @param most how many bytes are read at most; what lies behind them may be left out
     * @throws IOException if the file cannot be read, which is then told of the file
     */
    byte[] read(int most) throws IOException;
  }

  private final EpicId epic;
  private final NavigableMap<String, SourceFile> files;
  private final NavigableMap<String, SourceFile> repository;
  private final Limits limits;
  private final Supplier<String> sha256 = Suppliers.memoize(() -> SnapshotDigest.of(this));

  private EpicSnapshot(
      EpicId epic,
      NavigableMap<String, SourceFile> files,
      NavigableMap<String, SourceFile> repository,
      Limits limits) {
    this.epic = epic;
    this.files = files;
    this.repository = repository;
    this.limits = limits;
  }

  /** Begins a snapshot of files in memory, within the {@linkplain Limits#STANDARD usual limits}. */
  public static Builder builder(EpicId epic) {
    return builder(epic, Limits.STANDARD);
  }

  /** Begins a snapshot of files in memory. */
  public static Builder builder(EpicId epic, Limits limits) {
    return new Builder(epic, limits);
  }

  /**
   * A snapshot of the one epic in a ZIP archive.
   *
   * <p>The epic's folder is the one that has a {@code consensus} folder, and its name is the epic's
   * id. When it lies in {@code docs/specs}, the folder above that is the repository. No other file
   * is unpacked; archives within the archive are plain files.
   *
   * @throws SnapshotException if the archive is damaged or hostile (absolute paths, {@code ..},
   *     symbolic links, entries of one path, entries larger than they say), or has no epic or
   *     several
   */
  public static EpicSnapshot zip(byte[] archive) {
    return ZippedEpic.read(archive, Optional.empty(), Limits.STANDARD);
  }

  /**
   * A snapshot of that epic in a ZIP archive, which may have others.
   *
   * @throws SnapshotException if {@link #zip(byte[])} would throw, or the epic is not there
   */
  public static EpicSnapshot zip(byte[] archive, EpicId epic) {
    return ZippedEpic.read(archive, Optional.of(epic), Limits.STANDARD);
  }

  /** Whose files they are, by the folder's name. */
  public EpicId epic() {
    return epic;
  }

  /** The files by path, sorted. */
  public NavigableMap<String, SourceFile> files() {
    return files;
  }

  /**
   * Whether a place of that file lies in the epic folder, be the file there or missing; if not, it
   * lies in the repository, or it is a policy.
   */
  public boolean isOfEpic(String path) {
    return files.containsKey(path)
        || (path.startsWith(EpicLayout.CONSENSUS) && !repository.containsKey(path));
  }

  /** The file of that path below the epic folder. */
  public Optional<SourceFile> file(String path) {
    return Optional.ofNullable(files.get(path));
  }

  /**
   * What the repository deploys with ({@link DeploymentFiles}), by path below the repository's
   * root.
   */
  public NavigableMap<String, SourceFile> repository() {
    return repository;
  }

  /** The limits that the files are read within. */
  public Limits limits() {
    return limits;
  }

  /**
   * Digest of the paths and contents of all files, 64 hexadecimal digits. It does not tell where
   * the files came from.
   */
  public String sha256() {
    return sha256.get();
  }

  /**
   * The same files, but for one of the epic that is new or takes the place of another.
   *
   * @throws SnapshotException as {@link Builder#file(SourceFile)}
   */
  public EpicSnapshot with(SourceFile file) {
    return with(List.of(file));
  }

  /**
   * The same files, but for some of the epic that are new or take the place of others.
   *
   * @throws SnapshotException as {@link Builder#file(SourceFile)}
   */
  public EpicSnapshot with(Collection<SourceFile> changed) {
    Map<String, SourceFile> all = new TreeMap<>(files);
    changed.forEach(file -> all.put(file.path(), file));
    Builder builder = builder(epic, limits);
    all.values().forEach(builder::file);
    repository.values().forEach(builder::repositoryFile);
    return builder.build();
  }

  /**
   * The same files with another content in one, be it there already or new: in the repository if it
   * is there, or else in the epic folder.
   *
   * @param path below the repository's root or the epic folder
   * @throws SnapshotException as {@link Builder#file(SourceFile)}
   */
  public EpicSnapshot with(String path, byte[] content) {
    SourceFile changed = SourceFile.of(path, content);
    if (!repository.containsKey(path)) {
      return with(changed);
    }
    Builder builder = builder(epic, limits);
    files.values().forEach(builder::file);
    repository.values().stream()
        .map(file -> file.path().equals(path) ? changed : file)
        .forEach(builder::repositoryFile);
    return builder.build();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof EpicSnapshot that
        && epic.equals(that.epic)
        && limits.equals(that.limits)
        && sha256().equals(that.sha256());
  }

  @Override
  public int hashCode() {
    return Objects.hash(epic, sha256());
  }

  @Override
  public String toString() {
    return epic + " sha256:" + sha256();
  }

  /**
   * Collects the files of a snapshot, and checks them. Paths are relative, with {@code /}, without
   * empty segments, {@code .} and {@code ..}.
   */
  public static final class Builder {

    /** What a file is called, and hardly ever a folder. */
    private static final Pattern FILE_NAME =
        Pattern.compile(".+\\.(json|jsonl|ya?ml|md|sarif|xml)");

    private final EpicId epic;
    private final Limits limits;
    private final String text;
    private final SnapshotFiles files;
    private final Map<String, Boolean> folders = new HashMap<>();
    private final RepositoryFiles repository = new RepositoryFiles();

    private Builder(EpicId epic, Limits limits) {
      this.epic = epic;
      this.limits = limits;
      this.text = epic + ".md";
      this.files =
          new SnapshotFiles(
              limits,
              limits.files(),
              SourceFile.unread(
                  EpicLayout.MORE_FILES,
                  Fault.Kind.LIMIT,
                  "more than " + limits.files() + " files; the rest is not read"));
    }

    /**
     * Adds a file of the epic.
     *
     * @param path below the epic's folder: in {@code consensus/}, or {@code <epic>.md}
     * @throws SnapshotException if the path is not plain, is neither of these, has a file already,
     *     or is one that is looked up in another spelling ({@code CONSENSUS/messages})
     */
    public Builder file(String path, byte[] content) {
      return file(SourceFile.of(path, content));
    }

    /** Adds a file of the epic of this text in UTF-8, as {@link #file(String, byte[])} does. */
    public Builder file(String path, String content) {
      return file(SourceFile.of(path, content));
    }

    /** Adds a file of the epic, also one that could not be read; see the others. */
    public Builder file(SourceFile file) {
      if (belongs(file.path())) {
        boolean folder =
            file.fault().filter(fault -> fault.kind() == Fault.Kind.NOT_A_FILE).isPresent();
        if (!folder) { // a folder that cannot be read is one all the same
          checkIsNoFolder(file.path());
        }
        files.take(file);
      }
      return this;
    }

    /**
     * Adds a file of the epic, which is read at once, but not when it is too large.
     *
     * @param size how many bytes it has
     * @throws SnapshotException as {@link #file(String, byte[])}
     */
    public Builder file(String path, long size, Content content) {
      if (belongs(path)) {
        checkIsNoFolder(path);
        files.read(path, size, content);
      }
      return this;
    }

    /**
     * Adds a folder of the epic, which is a fault when its name is that of a file.
     *
     * @param path below the epic's folder
     * @return whether anything below it is read; not below such a one, nor below a release that is
     *     on its way
     * @throws SnapshotException as {@link #file(String, byte[])}
     */
    public boolean folder(String path) {
      Boolean known = folders.get(path);
      if (known == null) {
        known = isReadFolder(path);
        folders.put(path, known);
      }
      return known;
    }

    private boolean isReadFolder(String path) {
      if (path.equals(EpicLayout.RELEASE) || path.equals(EpicLayout.UNFINISHED_RELEASE)) {
        return false;
      }
      SnapshotPath.check(path);
      SnapshotPath.checkSpelling(path, SnapshotPath.folded(path));
      if (files.has(path)) {
        throw SnapshotPath.refused(path, "is a file, and has files below it");
      }
      if (!FILE_NAME.matcher(path.substring(path.lastIndexOf('/') + 1)).matches()) {
        return true;
      }
      files.take(
          SourceFile.unread(path, Fault.Kind.NOT_A_FILE, "is a folder where a file should be"));
      return false;
    }

    /**
     * Adds a file of the repository, if it is one that services are {@linkplain DeploymentFiles
     * deployed with}; all others are left out, so that a whole checkout can be given.
     *
     * @param path below the repository's root
     * @throws SnapshotException if the path is not plain or has a file already
     */
    public Builder repositoryFile(String path, byte[] content) {
      return repositoryFile(SourceFile.of(path, content));
    }

    /** Adds a file of the repository of this text in UTF-8, as the other does. */
    public Builder repositoryFile(String path, String content) {
      return repositoryFile(SourceFile.of(path, content));
    }

    /**
     * Adds a file of the repository; one that could not be read is never left out, whatever its
     * name, since it may be a whole folder.
     *
     * @throws SnapshotException as {@link #repositoryFile(String, byte[])}
     */
    public Builder repositoryFile(SourceFile file) {
      repository.add(file);
      return this;
    }

    /** Adds a file of the repository, which is read when the snapshot is made; see the others. */
    public Builder repositoryFile(String path, long size, Content content) {
      repository.add(path, size, content);
      return this;
    }

    /** Makes the snapshot. */
    public EpicSnapshot build() {
      return new EpicSnapshot(epic, files.byPath(), repository.within(limits), limits);
    }

    /** Whether the file at that path is to be read. */
    private boolean belongs(String path) {
      SnapshotPath.check(path);
      SnapshotPath.checkSpelling(path, SnapshotPath.folded(path));
      if (!(path + "/").startsWith(EpicLayout.CONSENSUS) && !(path + "/").startsWith(text + "/")) {
        throw SnapshotPath.refused(path, "is neither in consensus/ nor " + text);
      }
      for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
        if (!folder(path.substring(0, slash))) {
          return false;
        }
      }
      return true;
    }

    private void checkIsNoFolder(String path) {
      if (folders.getOrDefault(path, false)) {
        throw SnapshotPath.refused(path, "is a file, and has files below it");
      }
    }
  }
}
