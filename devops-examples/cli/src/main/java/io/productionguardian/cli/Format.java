package io.productionguardian.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How a decision is told. */
enum Format {
  /** For a person. */
  TEXT,
  /** For a program. */
  JSON,
  /** For a person who reads it later, as the readiness report. */
  MARKDOWN,
  /** For code scanning and editors. */
  SARIF,
  /** For what shows the results of tests. */
  JUNIT,
  /** For the log of a workflow on GitHub, which shows it beside the lines of a change. */
  GITHUB;

  /** The name as it is typed. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The format of that name. */
  static Optional<Format> of(String word) {
    return Arrays.stream(values()).filter(format -> format.word().equals(word)).findFirst();
  }

  /** All names, with something between them. */
  static String words(String between) {
    return Arrays.stream(values()).map(Format::word).collect(Collectors.joining(between));
  }
}
