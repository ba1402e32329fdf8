package io.productionguardian.cli;

/** An argument as it is typed into a POSIX shell. */
final class ShellWord {

  private ShellWord() {}

  static String of(String argument) {
    return argument.matches("[A-Za-z0-9_./:@%+=-]+")
        ? argument
        : "'" + argument.replace("'", "'\\''") + "'";
  }
}
