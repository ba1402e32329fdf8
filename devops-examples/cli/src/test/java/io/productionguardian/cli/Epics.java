package io.productionguardian.cli;

import io.productionguardian.document.SourceFile;
import io.productionguardian.dossier.DecisionInputs;
import io.productionguardian.release.EpicFolder;
import io.productionguardian.source.EpicSnapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

  /** An example as its agents left it: a person may have released it in place. */
  static EpicSnapshot read(String name) {
    return DecisionInputs.asAgentsLeftIt(EpicFolder.open(EXAMPLES.resolve(name)).snapshot());
  }

  /** A copy of an example below a folder, as its agents left it. */
  static Path copy(String name, Path below) {
    Path target = below.resolve(name);
    try {
      for (SourceFile file : read(name).files().values()) {
        Path copy = target.resolve(file.path());
        Files.createDirectories(copy.getParent());
        Files.write(copy, file.content());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return target;
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
