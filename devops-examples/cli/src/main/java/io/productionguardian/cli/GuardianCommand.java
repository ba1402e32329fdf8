package io.productionguardian.cli;

import picocli.CommandLine.Command;

/** The command that holds the others. */
@Command(
    name = "guardian",
    description = {
      "Decides whether an epic may go to production, and writes what carries the release out.",
      ""
    },
    synopsisSubcommandLabel = "(check | release | rules | explain)",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    commandListHeading = "%nCommands:%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:approve; or rules and explain have answered",
      "1:veto",
      "2:could not run: the one line on standard error says why and what to do"
    },
    footerHeading = "%nEnvironment:%n",
    footer = {
      "  NO_COLOR        set: no colours",
      "  COLUMNS         how wide lines may be, 100 unless it is set",
      "  GUARDIAN_DEBUG  set: stack traces of failures",
      "",
      "Begin with: guardian check devops-examples/epics/epic_25"
    })
final class GuardianCommand implements Runnable {

  @Override
  public void run() {
    throw new Mistake(
        "name a command: check, release, rules or explain; guardian --help tells more");
  }
}
