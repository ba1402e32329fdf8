package io.productionguardian.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Runs the command line. */
public final class Main {

  private Main() {}

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    System.exit(run(Shell.ofProcess(), arguments));
  }

  static int run(Shell shell, String... arguments) {
    try {
      return commandLine(shell, arguments).execute(arguments);
    } catch (Throwable failure) { // an OutOfMemoryError too: nobody is helped by its stack trace
      return Failures.report(failure, shell);
    }
  }

  private static CommandLine commandLine(Shell shell, String... arguments) {
    CommandLine guardian = new CommandLine(new GuardianCommand());
    Map<String, Function<Shell, Object>> commands = new LinkedHashMap<>();
    commands.put("check", CheckCommand::new);
    commands.put("release", ReleaseCommand::new);
    commands.put("rules", RulesCommand::new);
    commands.put("explain", ExplainCommand::new);
    commands.put("evidence", EvidenceCommand::new);
    // what the others' options are takes picocli a good part of the time to start
    Optional<String> asked =
        Stream.of(arguments).limit(1).filter(commands::containsKey).findFirst();
    commands.forEach(
        (name, command) -> {
          if (asked.orElse(name).equals(name)) {
            guardian.addSubcommand(command.apply(shell));
          }
        });
    return guardian
        .setExpandAtFiles(false) // a folder may well be called @something
        .setUsageHelpWidth(shell.width())
        .setColorScheme(
            CommandLine.Help.defaultColorScheme(
                shell.colour() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF))
        .setOut(shell.outWriter())
        .setErr(shell.errWriter())
        .setParameterExceptionHandler(new FailureReport(shell))
        .setExecutionExceptionHandler(new FailureReport(shell));
  }

  /** A class and no lambda, since the launcher's archive cannot hold lambdas of picocli's types. */
  private record FailureReport(Shell shell)
      implements CommandLine.IParameterExceptionHandler, CommandLine.IExecutionExceptionHandler {

    @Override
    public int handleParseException(ParameterException failure, String[] arguments) {
      return Failures.report(failure, shell);
    }

    @Override
    public int handleExecutionException(
        Exception failure, CommandLine command, ParseResult parsed) {
      return Failures.report(failure, shell);
    }
  }
}
