package io.productionguardian.cli;

import picocli.CommandLine.Option;

/** Whether colours are wanted. */
final class ColourOption {

  @Option(
      names = "--no-color",
      description = "Print without colours; so it is without a terminal, or with NO_COLOR set.")
  private boolean none;

  /** An empty page for that shell. */
  TextPage page(Shell shell) {
    return new TextPage(shell.width(), shell.colour() && !none);
  }
}
