package io.productionguardian.render.markdown;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Makes any text a label in a Mermaid diagram. */
final class Mermaid {

  private static final int LONGEST = 80;

  private Mermaid() {}

  /** A label in quotes; what is neither letter, digit nor harmless as its character code. */
  static String label(String... lines) {
    return Arrays.stream(lines)
        .map(Mermaid::escape)
        .collect(Collectors.joining("<br/>", "\"", "\""));
  }

  private static String escape(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .limit(LONGEST)
        .forEach(
            c -> {
              if (isPlain(c)) {
                escaped.appendCodePoint(c);
              } else if (!Character.isISOControl(c) && !isHalf(c)) {
                escaped.append('#').append(c).append(';');
              } else {
                escaped.append(' ');
              }
            });
    return escaped.toString();
  }

  private static boolean isPlain(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || " .,_-/:%".indexOf(c) >= 0;
  }

  private static boolean isHalf(int c) {
    return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
  }
}
