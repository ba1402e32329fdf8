package io.productionguardian.cli;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Multimaps;
import io.productionguardian.Guardian;
import io.productionguardian.policy.Policy;
import io.productionguardian.render.markdown.RulePages;
import io.productionguardian.rule.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists the rules. */
@Command(
    name = "rules",
    description = {"Lists the rules that judge, and what each says of an epic.", ""},
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:the rules are listed", "2:could not run"})
final class RulesCommand implements Callable<Integer> {

  private final Shell shell;

  @Parameters(
      paramLabel = "EPIC_DIR",
      arity = "0..1",
      description = "Also tell what each rule says of this epic.")
  private Optional<Path> directory = Optional.empty();

  @Option(
      names = "--pages",
      paramLabel = "DIR",
      description = "Write a page of Markdown for each rule, and an index, into this folder.")
  private Optional<Path> pages = Optional.empty();

  @Mixin private RepositoryOption repository = new RepositoryOption();

  @Mixin private PolicyOption policy = new PolicyOption();

  @Mixin private ColourOption colour = new ColourOption();

  RulesCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    Policy judge = policy.read();
    Guardian guardian = PolicyOption.guardian(judge);
    if (pages.isPresent()) {
      write(pages.get(), RulePages.of(guardian.rules()));
    }
    TextPage page = colour.page(shell);
    RulesPart rules = new RulesPart(guardian.rules(), judge);
    if (directory.isPresent()) {
      rules.on(page, findings(guardian, directory.get()));
    } else {
      rules.on(page);
    }
    shell.print(page.toString());
    return ExitStatus.APPROVE;
  }

  private static void write(Path folder, Map<String, String> pages) {
    try {
      Files.createDirectories(folder);
      for (Map.Entry<String, String> page : pages.entrySet()) {
        Files.writeString(folder.resolve(page.getKey()), page.getValue());
      }
    } catch (IOException e) {
      throw new Mistake("--pages " + folder + " cannot be written: " + e.getMessage());
    }
  }

  private ImmutableListMultimap<String, Finding> findings(Guardian guardian, Path epic) {
    return Multimaps.index(
        guardian.assess(repository.open(epic).snapshot(), shell.clock().instant()).findings(),
        finding -> finding.rule().id());
  }
}
