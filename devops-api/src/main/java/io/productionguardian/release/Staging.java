package io.productionguardian.release;

import io.productionguardian.Release;
import io.productionguardian.RenderedFile;
import io.productionguardian.model.EpicLayout;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A release on its way into the folder. All files are first written to a folder of their own;
 * renaming that folder is the moment from which on the release will be completed, by this run or
 * the next one; then each file is moved to its place, and the log line is appended last.
 */
final class Staging {

  /** Tells of each step that is done; for tests that stop there. */
  interface Steps {
    void done(String step);
  }

  private static final String FILES = "files";
  private static final String LOG_LINE = "log-line";
  private static final String LOG_SIZE = "log-size";

  private final Path root;
  private final Path unfinished;
  private final Path ready;
  private final Steps steps;

  Staging(Path root, Steps steps) {
    this.root = root;
    this.unfinished = root.resolve(EpicLayout.UNFINISHED_RELEASE);
    this.ready = root.resolve(EpicLayout.RELEASE);
    this.steps = steps;
  }

  boolean isReady() {
    return Files.exists(ready);
  }

  /** Drops what a run left that never came to be ready. */
  void dropUnfinished() throws IOException {
    delete(unfinished);
  }

  /** Writes everything beside the folder's own files; on failure nothing of it stays. */
  void write(Release release, long logSize) throws IOException {
    try {
      delete(unfinished);
      Files.createDirectory(unfinished);
      for (RenderedFile file : release.files()) {
        write(unfinished.resolve(FILES).resolve(file.path()), file.content());
        steps.done("staged " + file.path());
      }
      write(unfinished.resolve(LOG_LINE), release.logLine().content());
      write(
          unfinished.resolve(LOG_SIZE), Long.toString(logSize).getBytes(StandardCharsets.US_ASCII));
      sync(unfinished);
      Files.move(unfinished, ready, StandardCopyOption.ATOMIC_MOVE);
      sync(ready.getParent());
    } catch (IOException e) {
      try {
        delete(unfinished);
      } catch (IOException alsoThat) {
        e.addSuppressed(alsoThat);
      }
      throw e;
    }
    steps.done("ready");
  }

  /** Moves the files to their places and commits them; may be repeated after a crash. */
  void complete(DecisionLog log) throws IOException {
    for (Path staged : stagedFiles()) {
      Path place = root.resolve(ready.resolve(FILES).relativize(staged).toString());
      Files.createDirectories(place.getParent());
      Files.move(
          staged, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      sync(place.getParent());
      steps.done("moved " + root.relativize(place));
    }
    log.append(
        Files.readAllBytes(ready.resolve(LOG_LINE)),
        Long.parseLong(Files.readString(ready.resolve(LOG_SIZE), StandardCharsets.US_ASCII)));
    steps.done("committed");
    // renamed first, so that a crash while deleting leaves nothing that looks ready
    delete(unfinished);
    Files.move(ready, unfinished, StandardCopyOption.ATOMIC_MOVE);
    delete(unfinished);
  }

  private List<Path> stagedFiles() throws IOException {
    Path files = ready.resolve(FILES);
    if (!Files.isDirectory(files)) {
      return List.of();
    }
    try (Stream<Path> walk = Files.walk(files)) {
      return walk.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /** Writes a new file, and the folders above it, to the disk itself. */
  static void write(Path file, byte[] content) throws IOException {
    Files.createDirectories(file.getParent());
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer buffer = ByteBuffer.wrap(content);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
  }

  /** Makes sure that what was renamed in a folder stays renamed. */
  static void sync(@Nullable Path folder) {
    if (folder == null) {
      return;
    }
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException notOnThisSystem) {
      // Windows opens no folder; there the rename itself is all that can be had
    }
  }

  /** Deletes a folder with all that is in it, if it is there; links are not followed. */
  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    List<Path> folders = new ArrayList<>();
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
            folders.add(0, dir);
            return FileVisitResult.CONTINUE;
          }
        });
    for (Path emptied : folders) {
      Files.deleteIfExists(emptied);
    }
  }
}
