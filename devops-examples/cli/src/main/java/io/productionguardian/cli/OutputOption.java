package io.productionguardian.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** In which formats a decision is told, and where each goes. */
final class OutputOption {

  @Option(
      names = "--format",
      paramLabel = "FORMAT[=FILE]",
      converter = Output.Converter.class,
      description = {
        "Tell the decision in this format: text, json, markdown, sarif, junit or github.",
        "Without a file it goes to standard output, as text does unless another format goes there."
            + " May be given several times."
      })
  private List<Output> stated = List.of();

  /**
   * Refuses what cannot be written, before anything is decided.
   *
   * @param epic the epic's folder, where a report would be taken for what agents wrote
   */
  void check(Path epic) {
    List<Output> toScreen = stated.stream().filter(it -> it.file().isEmpty()).toList();
    if (toScreen.size() > 1) {
      throw new Mistake(
          "%s and %s cannot both go to standard output; name a file for one: %s=FILE"
              .formatted(
                  toScreen.get(0).asTyped(), toScreen.get(1).asTyped(), toScreen.get(1).asTyped()));
    }
    Map<Path, Output> files = new HashMap<>();
    for (Output output : stated) {
      if (output.file().isPresent()) {
        Path file = checked(output, epic);
        Output other = files.putIfAbsent(file, output);
        if (other != null) {
          throw new Mistake(other.asTyped() + " and " + output.asTyped() + " go to one file");
        }
      }
    }
  }

  /** Tells the decision, in files first so that standard output never speaks too soon. */
  void print(Shell shell, Function<Output, String> text) {
    stated.stream()
        .filter(output -> output.file().isPresent())
        .forEach(output -> write(output, text.apply(output)));
    Output screen =
        stated.stream()
            .filter(output -> output.file().isEmpty())
            .findFirst()
            .orElse(new Output(Format.TEXT, Optional.empty()));
    shell.print(text.apply(screen));
  }

  /** Where the file really lies; refuses what is known not to go well. */
  private static Path checked(Output output, Path epic) {
    Path file = output.file().orElseThrow().toAbsolutePath().normalize();
    if (Files.isDirectory(file)) {
      throw new Mistake(output.asTyped() + " is a folder; name a file");
    }
    Path folder = file.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new Mistake(output.asTyped() + ": there is no folder " + folder);
    }
    if (!Files.isWritable(Files.exists(file) ? file : folder)) {
      throw new Mistake(output.asTyped() + " may not be written: permission denied");
    }
    try {
      Path real =
          Files.exists(file) ? file.toRealPath() : folder.toRealPath().resolve(file.getFileName());
      if (real.startsWith(epic.toRealPath())) {
        throw new Mistake(
            output.asTyped()
                + " lies in the epic's folder, where the next run would take it for an input;"
                + " name a file outside");
      }
      return real;
    } catch (IOException e) {
      throw new Mistake(output.asTyped() + " cannot be written: " + e.getMessage());
    }
  }

  private static void write(Output output, String text) {
    Path file = output.file().orElseThrow();
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new Mistake(output.asTyped() + " cannot be written: " + e.getMessage());
    }
  }
}
