package io.productionguardian.release;

import com.google.common.collect.ImmutableMap;
import com.google.common.hash.Hashing;
import com.google.common.io.MoreFiles;
import io.productionguardian.Release;
import io.productionguardian.RenderedFile;
import io.productionguardian.document.Document.Fault;
import io.productionguardian.document.SourceFile;
import io.productionguardian.model.EpicLayout;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder outside the epic with what a release would write, for a look. It is made beside its
 * place and renamed. A list of its files and their digests tells the next preview that nothing else
 * is lost when it takes the place of this one.
 */
final class Preview {

  /** In the format of {@code sha256sum}, which skips the first line. */
  static final String SUMS = "SHA256SUMS";

  private static final String FIRST_LINE =
      "# " + EpicLayout.GENERATOR_MARK + ": what a release would write, for a look";

  private static final Pattern SUM =
      Pattern.compile("([0-9a-f]{64})  (" + EpicLayout.CONSENSUS + ".+)");

  /** As it was stated, for messages. */
  private final Path stated;

  private final Path folder;

  /**
   * Refuses places where a preview must not be.
   *
   * @param epic the real path of the epic's folder
   */
  Preview(Path epic, Path directory) throws IOException {
    stated = directory;
    if (Files.isSymbolicLink(directory)) {
      throw refused("is a symbolic link; name the folder itself");
    }
    folder = real(directory.toAbsolutePath()).normalize();
    if (folder.startsWith(epic)) {
      throw refused(
          "lies in the epic's folder, which a preview leaves as it is; name a folder outside");
    }
    if (Path.of("").toRealPath().startsWith(folder)) {
      throw refused("is the working folder or has it in it; name a folder below or elsewhere");
    }
    if (Files.exists(folder)) {
      checkHoldsNothingElse();
    } else {
      checkCanBeMade();
    }
  }

  /** Links resolved, as far as there is something. */
  private static Path real(Path path) throws IOException {
    Path above = path.getParent();
    return above == null || Files.exists(path)
        ? path.toRealPath()
        : real(above).resolve(path.getFileName());
  }

  private void checkCanBeMade() {
    Path above = folder.getParent();
    while (above != null && !Files.exists(above)) {
      above = above.getParent();
    }
    if (above != null && !Files.isDirectory(above)) {
      throw refused("cannot be made: " + above + " is not a folder");
    }
  }

  private void checkHoldsNothingElse() throws IOException {
    if (!Files.isDirectory(folder)) {
      throw refused("is not a folder");
    }
    Map<String, String> listed = listed();
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path path : (Iterable<Path>) walk.skip(1)::iterator) {
        String name = folder.relativize(path).toString().replace('\\', '/');
        if (!isListed(path, name, listed)) {
          throw refused("holds " + name + ", which no preview left there; name another folder");
        }
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static boolean isListed(Path path, String name, Map<String, String> listed)
      throws IOException {
    if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
      return listed.keySet().stream().anyMatch(file -> file.startsWith(name + "/"));
    }
    return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
        && (name.equals(SUMS)
            ? !listed.isEmpty()
            : MoreFiles.asByteSource(path)
                .hash(Hashing.sha256())
                .toString()
                .equals(listed.get(name)));
  }

  /** Digests by path of what an earlier preview wrote. */
  private Map<String, String> listed() throws IOException {
    Path sums = folder.resolve(SUMS);
    if (!Files.isRegularFile(sums, LinkOption.NOFOLLOW_LINKS)) {
      return ImmutableMap.of();
    }
    String text = new String(Files.readAllBytes(sums), StandardCharsets.UTF_8);
    if (!text.startsWith(FIRST_LINE + "\n")) {
      return ImmutableMap.of();
    }
    ImmutableMap.Builder<String, String> listed = ImmutableMap.builder();
    for (Matcher sum = SUM.matcher(text); sum.find(); ) {
      listed.put(sum.group(2), sum.group(1));
    }
    return listed.buildKeepingLast();
  }

  /** Writes all files of a release; on failure the folder is as before. */
  void write(Release release) throws IOException {
    Path parent = Optional.ofNullable(folder.getParent()).orElse(folder);
    Files.createDirectories(parent);
    try (Aside aside = new Aside(Files.createTempDirectory(parent, ".preview-"))) {
      Path made = aside.folder.resolve("made");
      StringBuilder sums = new StringBuilder(FIRST_LINE).append('\n');
      for (RenderedFile file : release.files()) {
        Staging.write(made.resolve(file.path()), file.content());
        sums.append(file.sha256()).append("  ").append(file.path()).append('\n');
      }
      SourceFile log = log(release);
      Staging.write(made.resolve(log.path()), log.content());
      sums.append(log.sha256()).append("  ").append(log.path()).append('\n');
      Staging.write(made.resolve(SUMS), sums.toString().getBytes(StandardCharsets.UTF_8));
      take(made, aside.folder.resolve("replaced"));
      Staging.sync(parent);
    }
  }

  /** The log as it was read, with the release's line at its end. */
  private static SourceFile log(Release release) {
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    Optional<SourceFile> before =
        release.assessment().dossier().snapshot().file(EpicLayout.DECISION_LOG);
    if (before.isPresent()) {
      Optional<Fault> fault = before.get().fault();
      if (fault.isPresent()) {
        throw new FolderException(EpicLayout.DECISION_LOG + " " + fault.get().message(), null);
      }
      byte[] content = before.get().content();
      log.writeBytes(content);
      if (content.length > 0 && content[content.length - 1] != '\n') {
        log.write('\n');
      }
    }
    log.writeBytes(release.logLine().content());
    return SourceFile.of(EpicLayout.DECISION_LOG, log.toByteArray());
  }

  private void take(Path made, Path replaced) throws IOException {
    boolean replaces = Files.exists(folder);
    if (replaces) {
      Files.move(folder, replaced, StandardCopyOption.ATOMIC_MOVE);
    }
    try {
      Files.move(made, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      if (replaces) {
        Files.move(replaced, folder, StandardCopyOption.ATOMIC_MOVE);
      }
      throw e;
    }
  }

  private FolderException refused(String why) {
    return new FolderException(stated + " " + why, null);
  }

  /** A folder beside the preview's that is gone in the end. */
  private record Aside(Path folder) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      Staging.delete(folder);
    }
  }
}
