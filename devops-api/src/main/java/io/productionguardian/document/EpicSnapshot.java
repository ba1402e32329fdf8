package io.productionguardian.document;

import com.google.common.collect.ImmutableSortedMap;
import io.productionguardian.model.EpicId;
import java.util.Collection;
import java.util.Optional;

/**
 * All files of an epic folder at one moment; the whole of what a decision is made from.
 *
 * @since 0.1.0
 */
public final class EpicSnapshot {

  private final EpicId epic;
  private final ImmutableSortedMap<String, SourceFile> files;
  private final Limits limits;

  private EpicSnapshot(EpicId epic, ImmutableSortedMap<String, SourceFile> files, Limits limits) {
    this.epic = epic;
    this.files = files;
    this.limits = limits;
  }

  /**
   * A snapshot of these files.
   *
   * @throws IllegalArgumentException if two files have one path
   */
  public static EpicSnapshot of(EpicId epic, Collection<SourceFile> files, Limits limits) {
    ImmutableSortedMap.Builder<String, SourceFile> byPath = ImmutableSortedMap.naturalOrder();
    files.forEach(file -> byPath.put(file.path(), file));
    return new EpicSnapshot(epic, byPath.buildOrThrow(), limits);
  }

  /** Whose files they are, by the folder's name. */
  public EpicId epic() {
    return epic;
  }

  /** The files by path, sorted. */
  public ImmutableSortedMap<String, SourceFile> files() {
    return files;
  }

  /** The file of that path below the epic folder. */
  public Optional<SourceFile> file(String path) {
    return Optional.ofNullable(files.get(path));
  }

  /** The limits that the files are read within. */
  public Limits limits() {
    return limits;
  }
}
