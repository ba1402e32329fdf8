package io.productionguardian.release;

import com.google.common.base.Ascii;
import io.productionguardian.document.Document.Fault;
import io.productionguardian.document.Document.Limits;
import io.productionguardian.document.SourceFile;
import io.productionguardian.model.EpicId;
import io.productionguardian.model.EpicLayout;
import io.productionguardian.source.DeploymentFiles;
import io.productionguardian.source.EpicSnapshot;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Reads the files below a folder into a snapshot, links followed only within it. */
final class FolderReader {

  /** Takes a file, and reads it if it wants. */
  private interface Sink {
    void file(String path, long size, EpicSnapshot.Content content);
  }

  /** What a system allows in a name, and a snapshot does not. */
  private static final Pattern ODD = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}\\\\]");

  private static final String UNREADABLE = "cannot be read";

  private final Path root;
  private final Sink sink;
  private final Consumer<SourceFile> unread;
  private final Set<String> paths = new HashSet<>();

  private FolderReader(Path root, Sink sink, Consumer<SourceFile> unread) {
    this.root = root;
    this.sink = sink;
    this.unread = unread;
  }

  /**
   * Reads the files of an epic.
   *
   * @param limits those of the snapshot; with more files than that the walk ends
   */
  static void epic(Path root, EpicId epic, Limits limits, EpicSnapshot.Builder into) {
    new FolderReader(root, into::file, into::file).epic(epic, limits, into);
  }

  /**
   * Reads what a repository deploys with.
   *
   * @param epic the epic's folder, which is read as such
   */
  static void deployment(Path root, Path epic, EpicSnapshot.Builder into) {
    new FolderReader(root, into::repositoryFile, into::repositoryFile).deployment(epic);
  }

  private void epic(EpicId epic, Limits limits, EpicSnapshot.Builder into) {
    Path text = root.resolve(epic + ".md");
    try {
      if (Files.exists(text, LinkOption.NOFOLLOW_LINKS)) {
        BasicFileAttributes attributes =
            Files.readAttributes(text, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (attributes.isDirectory()) {
          into.folder(path(text));
        } else {
          one(text, attributes);
        }
      }
      otherSpellings(into);
      Path consensus = root.resolve(EpicLayout.CONSENSUS);
      Files.walkFileTree(
          consensus,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
              return into.folder(path(dir))
                  ? FileVisitResult.CONTINUE
                  : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              one(file, attributes);
              return paths.size() > limits.files()
                  ? FileVisitResult.TERMINATE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
              if (file.equals(consensus)) {
                throw e;
              }
              unread(file, UNREADABLE);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new FolderException(root + ": the folder cannot be read", e);
    }
  }

  /** A {@code CONSENSUS} beside {@code consensus} would not be read, and is refused. */
  private void otherSpellings(EpicSnapshot.Builder into) throws IOException {
    String consensus = path(root.resolve(EpicLayout.CONSENSUS));
    try (DirectoryStream<Path> all = Files.newDirectoryStream(root)) {
      for (Path each : all) {
        if (Ascii.equalsIgnoreCase(path(each), consensus)) {
          into.folder(path(each));
        }
      }
    }
  }

  private void deployment(Path epic) {
    try {
      Files.walkFileTree(
          root,
          EnumSet.noneOf(FileVisitOption.class),
          DeploymentFiles.DEPTH,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
              boolean wanted =
                  dir.equals(root)
                      || (DeploymentFiles.mayHold(String.valueOf(dir.getFileName()))
                          && !dir.equals(epic));
              return wanted ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (attributes.isSymbolicLink() && Files.isDirectory(file)) {
                linkedFolder(file);
              } else if (!attributes.isDirectory() && isOne(file)) {
                one(file, attributes);
              }
              return paths.size() > DeploymentFiles.MOST_LOOKED_AT
                  ? FileVisitResult.TERMINATE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
              if (file.equals(root)) {
                throw e;
              }
              unread(file, UNREADABLE);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new FolderException(root + ": the repository cannot be read", e);
    }
  }

  private boolean isOne(Path file) {
    Predicate<String> exists = it -> Files.exists(root.resolve(it));
    return DeploymentFiles.isOne(path(file), exists)
        || DeploymentFiles.mayBeOne(path(file), exists);
  }

  /** A link is not followed to a folder; of one for deploy files that is said. */
  private void linkedFolder(Path link) {
    if (DeploymentFiles.isOne(path(link) + "/any.yaml", it -> false)) {
      unread(link, "is a symbolic link to a folder, which is not followed");
    }
  }

  private void one(Path file, BasicFileAttributes attributes) {
    if (ODD.matcher(named(file)).find()) {
      unread(file, "has a control character or a backslash in its path");
    } else if (attributes.isSymbolicLink()) {
      link(file);
    } else if (attributes.isRegularFile()) {
      add(file, attributes);
    } else {
      unread(file, "is not a regular file");
    }
  }

  private void link(Path link) {
    try {
      Path target = link.toRealPath();
      if (!target.startsWith(root)) {
        unread(link, "is a symbolic link out of the folder");
      } else if (Files.isRegularFile(target)) {
        add(link, Files.readAttributes(target, BasicFileAttributes.class));
      } else {
        unread(link, "is a symbolic link to something that is no file");
      }
    } catch (IOException e) {
      unread(link, "is a symbolic link to nothing");
    }
  }

  private void add(Path file, BasicFileAttributes attributes) {
    if (!path(file).equals(EpicLayout.DECISION_LOG)) {
      content(file, attributes);
      return;
    }
    Path log = root.resolve(EpicLayout.DECISION_LOG);
    try {
      if (!DecisionLog.enter(log)) {
        unread(file, "is being written for too long");
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      unread(file, "was not waited for");
      return;
    }
    try {
      content(file, attributes);
    } finally {
      DecisionLog.leave(log);
    }
  }

  private void content(Path file, BasicFileAttributes attributes) {
    sink.file(
        unique(path(file)),
        attributes.size(),
        most -> {
          try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(most);
          }
        });
  }

  private void unread(Path file, String message) {
    unread.accept(SourceFile.unread(unique(path(file)), Fault.Kind.NOT_A_FILE, message));
  }

  /** Names that are no text all read alike. */
  private String unique(String path) {
    return paths.add(path) ? path : unique(path + "+");
  }

  /** The path below the root; what no snapshot has in a path is shown as {@code ?}. */
  private String path(Path file) {
    return ODD.matcher(named(file)).replaceAll("?");
  }

  private String named(Path file) {
    return root.relativize(file).toString().replace(File.separatorChar, '/');
  }
}
