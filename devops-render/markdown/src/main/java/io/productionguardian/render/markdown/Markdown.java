package io.productionguardian.render.markdown;

import com.google.common.base.CharMatcher;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes any text literal in Markdown (CommonMark with tables): no link, no HTML, no block. */
final class Markdown {

  /** What means something anywhere in a line. */
  private static final CharMatcher ANYWHERE = CharMatcher.anyOf("\\`*[]<>&|~$#@");

  /** What means something as the first character of a block. */
  private static final CharMatcher AT_START = CharMatcher.anyOf("+-=:!");

  private static final Pattern NUMBERED = Pattern.compile("^([0-9]{1,9})([.)])(?=\\s|$)");
  private static final Pattern URL =
      Pattern.compile("https?://[A-Za-z0-9._~:/?#@!$&()*+,;=%-]{1,500}");
  private static final CharMatcher PRINTED_ASCII = CharMatcher.inRange(' ', '~');
  private static final CharMatcher ENDS_NO_HEADING = CharMatcher.anyOf(".,;:!。，；：！ ");

  private Markdown() {}

  /** A text within a line, a table's cell or a list's item. */
  static String text(String text) {
    String line = oneLine(text);
    StringBuilder escaped = new StringBuilder(line.length() + 8);
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (ANYWHERE.matches(c)
          || (i == 0 && AT_START.matches(c))
          || (c == '_' && !(isWordAt(line, i - 1) && isWordAt(line, i + 1)))
          || (c == ':' && line.startsWith("//", i + 1)) // else some readers make it a link
          || (c == '.' && i >= 3 && line.regionMatches(true, i - 3, "www", 0, 3))) {
        escaped.append('\\');
      }
      escaped.append(c);
    }
    boolean mayBeNumbered = !line.isEmpty() && line.charAt(0) >= '0' && line.charAt(0) <= '9';
    return mayBeNumbered ? NUMBERED.matcher(escaped).replaceFirst("$1\\\\$2") : escaped.toString();
  }

  /** A text as the content of a heading, which does not end in a stop. */
  static String heading(String text) {
    return text(ENDS_NO_HEADING.trimTrailingFrom(oneLine(text)));
  }

  /** A link to an address, or the text where it is no address of the web. */
  static String link(String address) {
    return URL.matcher(address).matches() ? "<" + address + ">" : text(address);
  }

  /** A text between backticks; for what is typed or searched for. Not within tables. */
  static String code(String text) {
    String line = oneLine(text);
    if (line.isEmpty()) {
      return "";
    }
    String ticks = "`".repeat(longestRun(line) + 1);
    boolean needsSpace = line.startsWith("`") || line.endsWith("`");
    String space = needsSpace ? " " : "";
    return ticks + space + line + space + ticks;
  }

  /** A block that is shown as it is, with an end of line after it. */
  static String fence(String language, List<String> lines) {
    int longest = lines.stream().mapToInt(Markdown::longestRun).max().orElse(0);
    String ticks = "`".repeat(Math.max(3, longest + 1));
    return lines.stream()
        .map(Markdown::visible)
        .collect(Collectors.joining("\n", ticks + language + "\n", "\n" + ticks + "\n"));
  }

  /** A table with a header; the cells are escaped already. */
  static String table(List<String> header, List<List<String>> rows) {
    return row(header)
        + row(header.stream().map(cell -> "---").toList())
        + rows.stream().map(Markdown::row).collect(Collectors.joining());
  }

  private static String oneLine(String text) {
    return CharMatcher.whitespace().trimFrom(visible(text));
  }

  /** The text without line ends, control characters and halves of characters. */
  private static String visible(String text) {
    return PRINTED_ASCII.matchesAllOf(text) // as nearly always
        ? text
        : withoutInvisible(text);
  }

  private static String withoutInvisible(String text) {
    return text.codePoints()
        .map(c -> isInvisible(c) ? ' ' : isHalf(c) ? 0xFFFD : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isInvisible(int c) {
    int type = Character.getType(c);
    return Character.isISOControl(c)
        || type == Character.FORMAT // among them those that turn the direction of writing
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }

  private static boolean isHalf(int c) {
    return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
  }

  private static boolean isWordAt(String line, int index) {
    return index >= 0 && index < line.length() && isWord(line.charAt(index));
  }

  private static boolean isWord(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static int longestRun(String text) {
    int longest = 0;
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      run = text.charAt(i) == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }

  private static String row(List<String> cells) {
    return cells.stream()
        .map(cell -> cell.isEmpty() ? " " : " " + cell + " ")
        .collect(Collectors.joining("|", "|", "|\n"));
  }
}
