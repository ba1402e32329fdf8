package io.productionguardian.text;

import java.util.regex.Pattern;
import org.apiguardian.api.API;

/** Texts of files in messages, and durations that are written in words. */
@API(status = API.Status.INTERNAL, since = "0.1.0")
public final class TextParsing {

  private static final int LONGEST_QUOTE = 60;

  /** What agents leave to be filled in, as examples and remedies have it. */
  private static final Pattern IN_BRACKETS = Pattern.compile("<[^<>]*+>");

  private static final Pattern LEFT_OPEN =
      Pattern.compile("(?i)\\s*+(?:tbd|todo|fixme|xxx|n/?a|-++|\\?++|\\.++)\\s*+");

  private TextParsing() {}

  /** A file's text within a message: one short line in quotation marks. */
  public static String quoted(String text) {
    StringBuilder line = new StringBuilder("\"");
    text.codePoints()
        .limit(LONGEST_QUOTE)
        .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? ' ' : c)
        .forEach(line::appendCodePoint);
    if (text.codePointCount(0, text.length()) > LONGEST_QUOTE) {
      line.append('…');
    }
    return line.append('"').toString();
  }

  /** Whether a text says something and is not left to be filled in. */
  public static boolean isMeant(String text) {
    int open = text.indexOf("{{");
    return !text.isBlank()
        && !LEFT_OPEN.matcher(text).matches()
        && !IN_BRACKETS.matcher(text).find()
        && (open < 0 || text.indexOf("}}", open + 2) < 0);
  }
}
