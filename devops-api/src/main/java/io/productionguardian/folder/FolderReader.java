package io.productionguardian.folder;

import io.productionguardian.document.Fault;
import io.productionguardian.document.Limits;
import io.productionguardian.document.SourceFile;
import io.productionguardian.model.EpicId;
import io.productionguardian.model.EpicLayout;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the files below a folder, links followed only within it. */
final class FolderReader {

  private final Path root;
  private final Limits limits;
  private final List<SourceFile> files = new ArrayList<>();
  private final Set<String> paths = new HashSet<>();
  private long bytes;

  FolderReader(Path root, Limits limits) {
    this.root = root;
    this.limits = limits;
  }

  /** The files of an epic. */
  List<SourceFile> epic(EpicId epic) throws FolderException {
    Path text = root.resolve(epic + ".md");
    try {
      if (Files.exists(text, LinkOption.NOFOLLOW_LINKS)) {
        BasicFileAttributes attributes =
            Files.readAttributes(text, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (attributes.isDirectory()) {
          folder(text);
        } else {
          file(text, attributes);
        }
      }
      Path consensus = root.resolve(EpicLayout.CONSENSUS);
      Files.walkFileTree(
          consensus,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
              return folder(dir);
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              return file(file, attributes);
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
              if (file.equals(consensus)) {
                throw e;
              }
              unread(file, Fault.Kind.NOT_A_FILE, "cannot be read");
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new FolderException(root + ": the folder cannot be read", e);
    }
    return files;
  }

  /**
   * What a repository deploys with.
   *
   * @param epic the epic's folder, which is read as such
   */
  List<SourceFile> deployment(Path epic) throws FolderException {
    try {
      Files.walkFileTree(
          root,
          EnumSet.noneOf(FileVisitOption.class),
          DeploymentFiles.DEPTH,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
              boolean chart =
                  dir.endsWith("templates") && Files.exists(dir.resolveSibling("Chart.yaml"));
              boolean wanted =
                  dir.equals(root)
                      || (DeploymentFiles.mayHold(String.valueOf(dir.getFileName()))
                          && !dir.equals(epic)
                          && !chart); // templates are no YAML before they are filled
              return wanted ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (!DeploymentFiles.matches(path(file)) || attributes.isDirectory()) {
                return FileVisitResult.CONTINUE;
              }
              if (files.size() >= DeploymentFiles.MOST) {
                unread(
                    root.resolve("(more deploy files)"),
                    Fault.Kind.LIMIT,
                    "more than " + DeploymentFiles.MOST + " deploy files; the rest is not read");
                return FileVisitResult.TERMINATE;
              }
              one(file, attributes);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
              if (file.equals(root)) {
                throw e;
              }
              unread(file, Fault.Kind.NOT_A_FILE, "cannot be read");
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new FolderException(root + ": the repository cannot be read", e);
    }
    return files;
  }

  private FileVisitResult folder(Path dir) {
    String name = String.valueOf(dir.getFileName());
    if (name.equals(Staging.READY) || name.equals(Staging.UNFINISHED)) {
      return FileVisitResult.SKIP_SUBTREE;
    }
    if (name.matches(".+\\.(json|jsonl|ya?ml|md|sarif|xml)")) {
      unread(dir, Fault.Kind.NOT_A_FILE, "is a folder where a file should be");
      return FileVisitResult.SKIP_SUBTREE;
    }
    return FileVisitResult.CONTINUE;
  }

  private FileVisitResult file(Path file, BasicFileAttributes attributes) throws IOException {
    if (files.size() >= limits.files()) {
      unread(
          root.resolve(EpicLayout.CONSENSUS + "(more files)"),
          Fault.Kind.LIMIT,
          "more than " + limits.files() + " files; the rest is not read");
      return FileVisitResult.TERMINATE;
    }
    one(file, attributes);
    return FileVisitResult.CONTINUE;
  }

  private void one(Path file, BasicFileAttributes attributes) {
    if (attributes.isSymbolicLink()) {
      link(file);
    } else if (attributes.isRegularFile()) {
      add(file, attributes);
    } else {
      unread(file, Fault.Kind.NOT_A_FILE, "is not a regular file");
    }
  }

  private void link(Path link) {
    try {
      Path target = link.toRealPath();
      if (!target.startsWith(root)) {
        unread(link, Fault.Kind.NOT_A_FILE, "is a symbolic link out of the folder");
      } else if (Files.isRegularFile(target)) {
        add(link, Files.readAttributes(target, BasicFileAttributes.class));
      } else {
        unread(link, Fault.Kind.NOT_A_FILE, "is a symbolic link to something that is no file");
      }
    } catch (IOException e) {
      unread(link, Fault.Kind.NOT_A_FILE, "is a symbolic link to nothing");
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
        unread(file, Fault.Kind.NOT_A_FILE, "is being written for too long");
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      unread(file, Fault.Kind.NOT_A_FILE, "was not waited for");
      return;
    }
    try {
      content(file, attributes);
    } finally {
      DecisionLog.leave(log);
    }
  }

  private void content(Path file, BasicFileAttributes attributes) {
    String path = path(file);
    long most = path.equals(EpicLayout.DECISION_LOG) ? limits.logBytes() : limits.fileBytes();
    if (attributes.size() > most) {
      unread(file, Fault.Kind.LIMIT, "has " + attributes.size() + " bytes, more than " + most);
      return;
    }
    if (bytes + attributes.size() > limits.totalBytes()) {
      unread(
          file, Fault.Kind.LIMIT, "there are more than " + limits.totalBytes() + " bytes in all");
      return;
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] content = in.readNBytes(Math.toIntExact(most) + 1);
      if (content.length > most) {
        unread(file, Fault.Kind.LIMIT, "grew beyond " + most + " bytes while it was read");
        return;
      }
      bytes += content.length;
      files.add(SourceFile.of(unique(path), content));
    } catch (IOException e) {
      unread(file, Fault.Kind.NOT_A_FILE, "cannot be read");
    }
  }

  private void unread(Path file, Fault.Kind kind, String message) {
    files.add(SourceFile.unread(unique(path(file)), kind, message));
  }

  /** Names that are no text all read alike. */
  private String unique(String path) {
    return paths.add(path) ? path : unique(path + "+");
  }

  private String path(Path file) {
    return root.relativize(file).toString().replace(File.separatorChar, '/');
  }
}
