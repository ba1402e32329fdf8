package io.productionguardian.document;

import com.google.common.collect.ImmutableSortedMap;
import io.productionguardian.model.EpicId;
import io.productionguardian.model.EpicLayout;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All files of an epic folder at one moment; the whole of what a decision is made from.
 *
 * @since 0.1.0
 */
public final class EpicSnapshot {

  private final EpicId epic;
  private final ImmutableSortedMap<String, SourceFile> files;
  private final ImmutableSortedMap<String, SourceFile> repository;
  private final Limits limits;

  private EpicSnapshot(
      EpicId epic,
      ImmutableSortedMap<String, SourceFile> files,
      ImmutableSortedMap<String, SourceFile> repository,
      Limits limits) {
    this.epic = epic;
    this.files = files;
    this.repository = repository;
    this.limits = limits;
  }

  /**
   * A snapshot of these files, without a repository around them.
   *
   * @throws IllegalArgumentException if two files have one path
   */
  public static EpicSnapshot of(EpicId epic, Collection<SourceFile> files, Limits limits) {
    return of(epic, files, List.of(), limits);
  }

  /**
   * A snapshot of an epic's files and of what the repository around it deploys with.
   *
   * @throws IllegalArgumentException if two files of one kind have one path
   */
  public static EpicSnapshot of(
      EpicId epic, Collection<SourceFile> files, Collection<SourceFile> repository, Limits limits) {
    return new EpicSnapshot(epic, byPath(files), byPath(repository), limits);
  }

  private static ImmutableSortedMap<String, SourceFile> byPath(Collection<SourceFile> files) {
    ImmutableSortedMap.Builder<String, SourceFile> byPath = ImmutableSortedMap.naturalOrder();
    files.forEach(file -> byPath.put(file.path(), file));
    return byPath.buildOrThrow();
  }

  /**
   * The same files with another content in one, be it there already or new: in the repository if it
   * is there, or else in the epic folder.
   *
   * @param path path below the repository's root or the epic folder
   */
  public EpicSnapshot with(String path, byte[] content) {
    boolean ofRepository = repository.containsKey(path);
    Map<String, SourceFile> changed = new TreeMap<>(ofRepository ? repository : files);
    changed.put(path, SourceFile.of(path, content));
    ImmutableSortedMap<String, SourceFile> sorted = ImmutableSortedMap.copyOf(changed);
    return ofRepository
        ? new EpicSnapshot(epic, files, sorted, limits)
        : new EpicSnapshot(epic, sorted, repository, limits);
  }

  /** Whose files they are, by the folder's name. */
  public EpicId epic() {
    return epic;
  }

  /** The files by path, sorted. */
  public ImmutableSortedMap<String, SourceFile> files() {
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
   * What the repository deploys with (compose files, manifests, Prometheus configuration,
   * workflows, migrations), by path below the repository's root.
   */
  public ImmutableSortedMap<String, SourceFile> repository() {
    return repository;
  }

  /** The limits that the files are read within. */
  public Limits limits() {
    return limits;
  }
}
