package io.productionguardian.cli;

import io.productionguardian.Assessment;
import io.productionguardian.document.SourceLocation;
import io.productionguardian.model.Timestamp;
import io.productionguardian.policy.Policy;
import io.productionguardian.release.EpicFolder;
import io.productionguardian.render.json.AssessmentJson;
import io.productionguardian.render.json.files.SarifRenderer;
import io.productionguardian.render.markdown.ReadinessRenderer;
import io.productionguardian.source.EpicSnapshot;
import java.io.File;
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

  @Mixin private OutputOption outputs = new OutputOption();

  @Option(names = "--all", description = "Print all warnings and notes, not only the first ten.")
  private boolean all;

  @Mixin private ColourOption colour = new ColourOption();

  PolicyOption policy() {
    return policy;
  }

  /** Opens the epic's folder, and sees to it that there is room for what is to be told of it. */
  EpicFolder folder() {
    EpicFolder folder = repository.open(directory);
    outputs.check(directory);
    return folder;
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

  /** Tells a decision in all formats that are wanted, and a person what follows from it. */
  void print(Shell shell, Assessment assessment, Consumer<TextPage> whatFollows) {
    outputs.print(
        shell,
        output ->
            switch (output.format()) {
              case TEXT -> {
                TextPage page = output.file().isPresent() ? Shell.plainPage() : colour.page(shell);
                yield text(page, assessment, whatFollows);
              }
              case JSON -> SafeText.json(AssessmentJson.write(assessment));
              case MARKDOWN -> SafeText.lines(ReadinessRenderer.write(assessment));
              case SARIF -> SafeText.json(SarifRenderer.write(assessment));
              case JUNIT -> new JunitFindings(assessment).write();
              case GITHUB ->
                  new GithubCommands(assessment, place -> asTyped(assessment, place)).write();
            });
  }

  private String text(TextPage page, Assessment assessment, Consumer<TextPage> whatFollows) {
    new DecisionPart(assessment).on(page);
    new ReadinessPart(assessment).on(page);
    new FindingsPart(assessment, all).on(page);
    new WaivedPart(assessment).on(page);
    whatFollows.accept(page);
    return page.toString();
  }

  /** A place's file as seen from where the command was typed. */
  private String asTyped(Assessment assessment, SourceLocation place) {
    EpicSnapshot snapshot = assessment.dossier().snapshot();
    if (snapshot.isOfEpic(place.file())) {
      return below(directory, place.file());
    }
    return snapshot.repository().containsKey(place.file())
        ? below(repository.root(directory), place.file())
        : place.file();
  }

  private static String below(Path folder, String file) {
    String prefix = folder.normalize().toString().replace(File.separatorChar, '/');
    return prefix.isEmpty() ? file : prefix + "/" + file;
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
