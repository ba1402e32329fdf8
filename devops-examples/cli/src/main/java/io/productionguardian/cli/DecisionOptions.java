package io.productionguardian.cli;

import io.productionguardian.engine.Assessment;
import io.productionguardian.folder.EpicFolder;
import io.productionguardian.folder.FolderException;
import io.productionguardian.model.Timestamp;
import io.productionguardian.policy.Policy;
import io.productionguardian.render.json.AssessmentJson;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** What the commands that decide have in common: which epic, by what, when, and how it is told. */
final class DecisionOptions {

  @Parameters(
      paramLabel = "EPIC_DIR",
      description = "An epic's folder, such as docs/specs/epic_25.")
  private Path directory = Path.of("");

  @Mixin private RepositoryOption repository = new RepositoryOption();

  @Mixin private PolicyOption policy = new PolicyOption();

  @Option(
      names = "--now",
      paramLabel = "YYYY_MM_DD_HH_MM_SS",
      converter = TimestampConverter.class,
      description = "Decide as if it were this time, in the policy's zone.")
  private Optional<Timestamp> now = Optional.empty();

  @Option(
      names = "--format",
      paramLabel = "text|json",
      converter = Format.Converter.class,
      description = "Print for a person (text, as it is unless stated) or for a program (json).")
  private Format format = Format.TEXT;

  @Option(names = "--all", description = "Print all warnings and notes, not only the first ten.")
  private boolean all;

  @Mixin private ColourOption colour = new ColourOption();

  PolicyOption policy() {
    return policy;
  }

  EpicFolder folder() throws FolderException {
    return repository.open(directory);
  }

  /** When the decision is made. */
  Instant instant(Policy judge, InstantSource clock) {
    return now.map(timestamp -> timestamp.toInstant(judge.zone())).orElseGet(clock::instant);
  }

  /** A command line on the same epic by the same policy, to be typed next. */
  String asTyped(String command) {
    return "guardian "
        + command
        + ' '
        + ShellWord.of(directory.toString())
        + repository.asTyped()
        + policy.asTyped();
  }

  /** Prints a decision, and for a person what follows from it. */
  void print(Shell shell, Assessment assessment, Consumer<Page> whatFollows) {
    if (format == Format.JSON) {
      shell.print(SafeText.json(AssessmentJson.write(assessment)));
      return;
    }
    Page page = colour.page(shell);
    new DecisionPart(assessment).on(page);
    new ReadinessPart(assessment).on(page);
    new FindingsPart(assessment, all).on(page);
    new WaivedPart(assessment).on(page);
    whatFollows.accept(page);
    shell.print(page.toString());
  }

  static final class TimestampConverter implements ITypeConverter<Timestamp> {
    @Override
    public Timestamp convert(String value) {
      return Timestamp.parse(value)
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "'" + value + "' is no time such as 2026_11_19_18_00_00"));
    }
  }
}
