package io.productionguardian.cli;

import java.util.stream.Collectors;

/**
 * Makes text from files, arguments and exceptions harmless for a terminal: what would move the
 * cursor, change colours, turn the reading direction or hide is shown as {@code \\u{1b}}.
 */
final class SafeText {

  private SafeText() {}

  /** One line without anything that a terminal obeys. */
  static String of(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (isLayout(c)) {
                safe.append(' ');
              } else if (isObeyed(c)) {
                safe.append("\\u{").append(Integer.toHexString(c)).append('}');
              } else {
                safe.appendCodePoint(c);
              }
            });
    return safe.toString();
  }

  /** The same lines without anything that a terminal obeys. */
  static String lines(String text) {
    return text.lines().map(line -> of(line) + "\n").collect(Collectors.joining());
  }

  /** The same JSON document, in which JSON's own escapes stand for such characters. */
  static String json(String document) {
    // outside of strings JSON has none of them but white space
    StringBuilder safe = new StringBuilder(document.length());
    document
        .codePoints()
        .forEach(
            c -> {
              if (isObeyed(c) && !isLayout(c)) {
                for (char unit : Character.toChars(c)) {
                  safe.append("\\u").append(Integer.toHexString(0x10000 | unit).substring(1));
                }
              } else {
                safe.appendCodePoint(c);
              }
            });
    return safe.toString();
  }

  private static boolean isLayout(int c) {
    return c == '\n' || c == '\r' || c == '\t';
  }

  private static boolean isObeyed(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT, // bidirectional overrides and isolates, zero-width characters, tags
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.PRIVATE_USE ->
          true;
      default -> false;
    };
  }
}
