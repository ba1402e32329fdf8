package io.productionguardian.cli;

import io.productionguardian.document.SourceFile;
import io.productionguardian.dossier.Inputs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The example epics as real files. */
final class Epics {

  /** One instant for all runs whose outputs are compared. */
  static final String NOW = "2026_11_20_10_00_00";

  private static final Path EXAMPLES =
      Path.of(System.getProperty("basedir", ".")).resolve("../epics").normalize();

  private Epics() {}

  /** A copy of an example below a folder. */
  static Path copy(String name, Path below) {
    Path source = EXAMPLES.resolve(name);
    Path target = below.resolve(name);
    try (Stream<Path> walk = Files.walk(source)) {
      for (Path path : walk.toList()) {
        Files.createDirectories(target.getParent());
        String place = source.relativize(path).toString();
        Path copy = target.resolve(place);
        if (!Files.isDirectory(copy) && !isReleased(path, place)) {
          Files.copy(path, copy, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
      if (name.startsWith("epic_25")) {
        Files.deleteIfExists(target.resolve("consensus/decision_log.jsonl"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return target;
  }

  /** A person may have released the example in place, as the README's first command does. */
  private static boolean isReleased(Path path, String place) throws IOException {
    return Files.isRegularFile(path)
        && Inputs.isGenerated(SourceFile.of(place, Files.readAllBytes(path)));
  }

  /** Path below the folder and content of each file, and the paths of folders. */
  static SortedMap<String, String> content(Path folder) {
    SortedMap<String, String> content = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path path : walk.toList()) {
        content.put(
            folder.relativize(path).toString(),
            Files.isRegularFile(path) ? Files.readString(path) : "(folder)");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return content;
  }

  /** Path below the folder and time of each file and folder. */
  static SortedMap<String, String> times(Path folder) {
    SortedMap<String, String> times = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path path : walk.toList()) {
        times.put(folder.relativize(path).toString(), Files.getLastModifiedTime(path).toString());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return times;
  }
}
