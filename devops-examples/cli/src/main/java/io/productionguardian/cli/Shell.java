package io.productionguardian.cli;

import com.google.common.collect.ImmutableMap;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;

/**
 * What a command sees of the process around it. Text goes out as UTF-8 whatever the locale says, so
 * that the same decision gives the same bytes everywhere.
 *
 * @param out standard output
 * @param err standard error
 * @param environment the environment's variables
 * @param terminal whether a person sees standard output as it is
 * @param clock what time it is
 */
record Shell(
    OutputStream out,
    OutputStream err,
    Map<String, String> environment,
    boolean terminal,
    InstantSource clock) {

  Shell {
    environment = ImmutableMap.copyOf(environment);
  }

  private static final int STANDARD_WIDTH = 100;
  private static final int LEAST_WIDTH = 60;

  /** Lines that are longer than this are hard to read, however wide the window. */
  private static final int MOST_WIDTH = 140;

  /** The shell that started this process. */
  static Shell ofProcess() {
    return new Shell(
        new FileOutputStream(FileDescriptor.out),
        new FileOutputStream(FileDescriptor.err),
        ImmutableMap.copyOf(System.getenv()),
        isTerminal(),
        InstantSource.system());
  }

  @SuppressWarnings("SystemConsoleNull") // null before Java 22; after it, isTerminal is asked
  private static boolean isTerminal() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try { // since Java 22 there may be a console that is no terminal
      return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
    } catch (ReflectiveOperationException before22) {
      return true;
    }
  }

  /** Whether colours are wanted: on a terminal that has them, unless NO_COLOR is set. */
  boolean colour() {
    return terminal
        && environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !environment.getOrDefault("TERM", "").equals("dumb");
  }

  /** An empty page that goes to no terminal. */
  static TextPage plainPage() {
    return new TextPage(STANDARD_WIDTH, false);
  }

  /** How many characters a line should have at most. */
  int width() {
    String columns = environment.getOrDefault("COLUMNS", "");
    return columns.matches("[1-9][0-9]{0,3}")
        ? Math.min(MOST_WIDTH, Math.max(LEAST_WIDTH, Integer.parseInt(columns)))
        : STANDARD_WIDTH;
  }

  /** Whether stack traces are wanted. */
  boolean debug() {
    return !environment.getOrDefault("GUARDIAN_DEBUG", "").isEmpty();
  }

  /** Prints to standard output. */
  void print(String text) {
    try {
      out.write(text.getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException e) {
      // whoever reads through `head` has seen enough; a full disk must not pass for success
      if (!String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("pipe")) {
        throw new Mistake("standard output cannot be written: " + e.getMessage());
      }
    }
  }

  /** Prints to standard error. */
  void printError(String text) {
    try {
      err.write(text.getBytes(StandardCharsets.UTF_8));
      err.flush();
    } catch (IOException nobodyListens) {
      // and nobody is left to be told
    }
  }

  /** For picocli's help. */
  PrintWriter outWriter() {
    return new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), true);
  }

  /** For picocli's help. */
  PrintWriter errWriter() {
    return new PrintWriter(new OutputStreamWriter(err, StandardCharsets.UTF_8), true);
  }
}
