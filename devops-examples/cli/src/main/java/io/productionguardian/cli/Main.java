package io.productionguardian.cli;

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
      return commandLine(shell).execute(arguments);
    } catch (Throwable failure) { // an OutOfMemoryError too: nobody is helped by its stack trace
      return Failures.report(failure, shell);
    }
  }

  private static CommandLine commandLine(Shell shell) {
    CommandLine guardian = new CommandLine(new GuardianCommand());
    guardian.addSubcommand(new CheckCommand(shell));
    guardian.addSubcommand(new ReleaseCommand(shell));
    guardian.addSubcommand(new RulesCommand(shell));
    guardian.addSubcommand(new ExplainCommand(shell));
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
