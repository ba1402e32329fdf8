package io.productionguardian.text;

import org.apiguardian.api.API;

/**
 * Texts of files as parts of a message.
 *
 * @since 0.1.0
 */
@API(status = API.Status.INTERNAL, since = "0.1.0")
public final class OneLine {

  private OneLine() {}

  /**
   * The text without control characters and ends of lines, each of which becomes a space.
   *
   * @param longest how many code points are kept, 1 or more
   */
  public static String of(String text, int longest) {
    if (text.length() <= longest && text.codePoints().noneMatch(OneLine::isBlanked)) {
      return text; // as nearly all are
    }
    StringBuilder line = new StringBuilder();
    text.codePoints()
        .limit(longest)
        .map(c -> isBlanked(c) ? ' ' : c)
        .forEach(line::appendCodePoint);
    return line.toString();
  }

  private static boolean isBlanked(int c) {
    return Character.isISOControl(c) || c == 0x2028 || c == 0x2029;
  }
}
