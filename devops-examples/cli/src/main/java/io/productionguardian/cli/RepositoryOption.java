package io.productionguardian.cli;

import io.productionguardian.release.EpicFolder;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** From which repository an epic's service is deployed. */
final class RepositoryOption {

  @Option(
      names = "--repo-root",
      paramLabel = "DIR",
      description =
          "The repository whose deploy files are evidence; the one that has the epic in docs/specs"
              + " unless it is stated.")
  private Optional<Path> root = Optional.empty();

  EpicFolder open(Path epic) {
    return root.isPresent() ? EpicFolder.open(epic, root.get()) : EpicFolder.open(epic);
  }

  /** The repository's folder, as seen from where the command was typed. */
  Path root(Path epic) {
    return root.orElseGet(() -> epic.resolve("../../.."));
  }

  /** The option as it was given, for a command line that is to be typed next. */
  String asTyped() {
    return root.map(path -> " --repo-root " + ShellWord.of(path.toString())).orElse("");
  }
}
