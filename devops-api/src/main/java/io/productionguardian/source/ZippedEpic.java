package io.productionguardian.source;

import com.google.common.collect.ImmutableSortedSet;
import io.productionguardian.document.Document.Limits;
import io.productionguardian.model.EpicId;
import io.productionguardian.model.EpicLayout;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds an epic's folder in an archive, and the repository around it. */
final class ZippedEpic {

  private static final String CONSENSUS =
      EpicLayout.CONSENSUS.substring(0, EpicLayout.CONSENSUS.length() - 1);

  /** Where a repository has its epics. */
  private static final String SPECS = "docs/specs/";

  private ZippedEpic() {}

  static EpicSnapshot read(byte[] bytes, Optional<EpicId> wanted, Limits limits) {
    ZipArchive archive = new ZipArchive(bytes);
    String folder = folder(archive, wanted);
    String foldedFolder = SnapshotPath.folded(folder);
    Optional<String> repository = repository(folder);
    EpicId epic = new EpicId(name(folder));
    EpicSnapshot.Builder snapshot = EpicSnapshot.builder(epic, limits);
    for (ZipArchive.Entry entry : archive.entries().values()) {
      String name = entry.name();
      if (name.startsWith(folder)) {
        String path = entry.path().substring(Math.min(folder.length(), entry.path().length()));
        if (!isOfEpic(path, epic)) {
          continue; // as in a folder on disk: what lies beside is not the epic's
        }
        if (entry.isFolder()) {
          snapshot.folder(path);
        } else {
          snapshot.file(path, entry.size(), most -> archive.read(entry));
        }
      } else if (SnapshotPath.folded(name).startsWith(foldedFolder)) {
        throw SnapshotPath.refused(
            entry.path(), "is spelled otherwise than the epic's folder " + folder);
      } else if (!entry.isFolder() && repository.filter(name::startsWith).isPresent()) {
        snapshot.repositoryFile(
            name.substring(repository.get().length()), entry.size(), most -> archive.read(entry));
      }
    }
    return snapshot.build();
  }

  private static boolean isOfEpic(String path, EpicId epic) {
    String top = path.substring(0, (path + "/").indexOf('/'));
    return top.equals(epic + ".md") || SnapshotPath.folded(top).equals(CONSENSUS);
  }

  /** The epic's folder, with {@code /} at its end. */
  private static String folder(ZipArchive archive, Optional<EpicId> wanted) {
    NavigableSet<String> all =
        archive.entries().values().stream()
            .flatMap(entry -> around(entry).stream())
            .filter(folder -> EpicId.isValid(name(folder)))
            .collect(ImmutableSortedSet.toImmutableSortedSet(String::compareTo));
    // what lies in an epic is a part of it, and never an epic beside it
    List<String> outer =
        all.stream().filter(folder -> all.stream().noneMatch(it -> isWithin(folder, it))).toList();
    Stream<String> found =
        outer.stream().anyMatch(folder -> repository(folder).isPresent())
            ? outer.stream().filter(folder -> repository(folder).isPresent())
            : outer.stream();
    NavigableSet<String> meant =
        found
            .filter(folder -> wanted.map(EpicId::value).orElse(name(folder)).equals(name(folder)))
            .collect(ImmutableSortedSet.toImmutableSortedSet(String::compareTo));
    if (meant.isEmpty()) {
      throw new SnapshotException(
          "The archive has no folder "
              + wanted.map(EpicId::value).orElse("<epic>")
              + " with a consensus folder in it");
    }
    if (meant.size() > 1) {
      throw new SnapshotException(
          "The archive has several epics ("
              + SnapshotPath.shown(String.join(", ", meant))
              + "); name the one that is meant");
    }
    return meant.first();
  }

  private static boolean isWithin(String folder, String other) {
    return folder.length() > other.length() && folder.startsWith(other);
  }

  /** The folder that has the consensus folder which an entry lies in. */
  private static Optional<String> around(ZipArchive.Entry entry) {
    String path = entry.name();
    for (int from = 0, slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', from)) {
      if (from > 0 && SnapshotPath.folded(path.substring(from, slash)).equals(CONSENSUS)) {
        return Optional.of(path.substring(0, from));
      }
      from = slash + 1;
    }
    return Optional.empty();
  }

  /** The folder that has {@code docs/specs} with the epic in it; empty for the archive's own. */
  private static Optional<String> repository(String folder) {
    String parent = folder.substring(0, folder.length() - name(folder).length() - 1);
    return parent.equals(SPECS) || parent.endsWith("/" + SPECS)
        ? Optional.of(parent.substring(0, parent.length() - SPECS.length()))
        : Optional.empty();
  }

  private static String name(String folder) {
    String path = folder.substring(0, folder.length() - 1);
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
