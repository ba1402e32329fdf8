package io.productionguardian.cli;

import com.google.common.collect.ImmutableList;
import io.productionguardian.dossier.EvidenceSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells what files are read as. */
@Command(
    name = "evidence",
    description = {"Tells what each file would be read as below an epic's evidence folder.", ""},
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:every file is read", "1:no reader knows one of them", "2:could not run"})
final class EvidenceCommand implements Callable<Integer> {

  /** How it is printed. */
  enum Form {
    TEXT,
    JSONL
  }

  /** Reads the name in lower case. */
  static final class FormOf implements ITypeConverter<Form> {

    @Override
    public Form convert(String word) {
      return switch (word) {
        case "text" -> Form.TEXT;
        case "jsonl" -> Form.JSONL;
        default ->
            throw new Mistake("there is no format \"" + word + "\"; there are text and jsonl");
      };
    }
  }

  private final Shell shell;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "The files.")
  private List<Path> files = List.of();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      converter = FormOf.class,
      description = "text, or jsonl: one JSON object a file. Default: text.")
  private Form form = Form.TEXT;

  EvidenceCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    List<EvidenceSource> sources = ImmutableList.copyOf(ServiceLoader.load(EvidenceSource.class));
    boolean all = true;
    for (Path file : files) {
      ReadAs read = ReadAs.of(file.toString(), content(file), sources);
      shell.print((form == Form.TEXT ? read.text() : read.json()) + "\n");
      all &= read.known();
    }
    return all ? ExitStatus.APPROVE : ExitStatus.VETO;
  }

  private static byte[] content(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new Mistake("cannot read " + file + ": " + e.getMessage());
    }
  }
}
