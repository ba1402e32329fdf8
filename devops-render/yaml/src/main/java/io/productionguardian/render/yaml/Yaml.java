package io.productionguardian.render.yaml;

import com.google.common.collect.ImmutableSet;
import java.math.BigDecimal;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Writes trees of maps, lists, texts, numbers and truth values as YAML.
 *
 * <p>Every text is quoted, and so is every name with anything in it that could mean something:
 * PyYAML, js-yaml and Go all read that back equal.
 */
final class Yaml {
  /** All texts in double quotes. */
  static final Yaml QUOTED = new Yaml(false);

  /** Texts of several lines as blocks; for scripts, which a person reads. */
  static final Yaml SCRIPTS_AS_BLOCKS = new Yaml(true);

  /** A longer name must say that it is one. */
  private static final int LONGEST_NAME = 127;

  /** What some reader takes for a truth value or for null. */
  private static final ImmutableSet<String> RESERVED =
      ImmutableSet.of(
          "false", "False", "FALSE", "n", "N", "no", "No", "NO", "null", "Null", "NULL", "on", "On",
          "ON", "off", "Off", "OFF", "true", "True", "TRUE", "y", "Y", "yes", "Yes", "YES");

  /** What has an escape of one letter, and these letters. */
  private static final String ESCAPED = "\0\u0007\b\t\n\u000b\f\r\u001b\"\\\u0085\u00a0";

  private static final String ESCAPES = "0abtnvfre\"\\N_";

  private static final HexFormat HEX = HexFormat.of();

  private final boolean blocks;

  private Yaml(boolean blocks) {
    this.blocks = blocks;
  }

  /** A document after comments of one line each. */
  String write(List<String> comments, Map<String, ?> tree) {
    StringBuilder out = new StringBuilder(4096);
    comments.forEach(text -> comment(text, out));
    if (tree.isEmpty()) {
      out.append("{}");
    } else {
      map(tree, 0, out);
    }
    return out.append('\n').toString();
  }

  /** Begins and ends in the middle of a line, as all that follow do. */
  private void map(Map<?, ?> map, int indent, StringBuilder out) {
    boolean first = true;
    for (Map.Entry<?, ?> member : map.entrySet()) {
      if (!first) {
        line(indent, out);
      }
      first = false;
      String name = (String) member.getKey();
      if (name.isEmpty() || name.length() > LONGEST_NAME || name.indexOf('\n') >= 0) {
        out.append("? ");
        name(name, out);
        line(indent, out);
        out.append(':');
        inline(member.getValue(), indent, out);
      } else {
        name(name, out);
        out.append(':');
        below(member.getValue(), indent, out);
      }
    }
  }

  private void list(List<?> list, int indent, StringBuilder out) {
    boolean first = true;
    for (Object item : list) {
      if (!first) {
        line(indent, out);
      }
      first = false;
      out.append('-');
      inline(item, indent, out);
    }
  }

  /** A value whose members or items begin on the next line. */
  private void below(Object value, int indent, StringBuilder out) {
    if (value instanceof Map<?, ?> map && !map.isEmpty()) {
      line(indent + 2, out);
      map(map, indent + 2, out);
    } else if (value instanceof List<?> list && !list.isEmpty()) {
      line(indent, out);
      list(list, indent, out);
    } else {
      inline(value, indent, out);
    }
  }

  /** A value that begins on the line of its indicator. */
  private void inline(Object value, int indent, StringBuilder out) {
    out.append(' ');
    if (value instanceof Map<?, ?> map) {
      if (map.isEmpty()) {
        out.append("{}");
      }
      map(map, indent + 2, out);
    } else if (value instanceof List<?> list) {
      if (list.isEmpty()) {
        out.append("[]");
      }
      list(list, indent + 2, out);
    } else if (value instanceof String text) {
      if (blocks && text.indexOf('\n') >= 0 && isBlock(text)) {
        block(text, indent + 2, out);
      } else {
        quoted(text, out);
      }
    } else if (value instanceof BigDecimal number) {
      out.append(number.toPlainString());
    } else if (value instanceof Integer || value instanceof Long || value instanceof Boolean) {
      out.append(value);
    } else {
      throw new IllegalArgumentException("not to be written as YAML: " + value.getClass());
    }
  }

  private static void line(int indent, StringBuilder out) {
    out.append('\n');
    indent(indent, out);
  }

  private static void indent(int blanks, StringBuilder out) {
    for (int i = 0; i < blanks; i++) {
      out.append(' ');
    }
  }

  private static void name(String name, StringBuilder out) {
    if (isPlain(name)) {
      out.append(name);
    } else {
      quoted(name, out);
    }
  }

  /** Whether no reader takes it for anything but a text when it stands without quotes. */
  private static boolean isPlain(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
      boolean inside = (c >= '-' && c <= '9'); // digits, and what joins words: - . /
      if (!letter && (i == 0 || !inside)) {
        return false;
      }
    }
    return !name.isEmpty() && !RESERVED.contains(name);
  }

  private static void quoted(String text, StringBuilder out) {
    out.append('"');
    int written = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isPrintedAt(text, i) || c == '"' || c == '\\' || c == 0xa0) {
        escaped(c, out.append(text, written, i));
        written = i + 1;
      }
    }
    out.append(text, written, text.length()).append('"');
  }

  private static void escaped(char c, StringBuilder out) {
    int named = ESCAPED.indexOf(c);
    if (named >= 0) {
      out.append('\\').append(ESCAPES.charAt(named));
    } else if (c == 0xfeff) {
      out.append("\\uFEFF");
    } else if (c <= 0xff) {
      out.append("\\x").append(HEX.toHexDigits((byte) c));
    } else if (Character.isSurrogate(c)) {
      out.append('?'); // half of a character, which has no bytes in UTF-8
    } else {
      out.append("\\u").append(HEX.toHexDigits(c));
    }
  }

  /**
   * Whether a character, or its half of a pair, may stand as it is; YAML 1.1 takes some of Unicode
   * for ends of lines.
   */
  private static boolean isPrintedAt(String text, int i) {
    char c = text.charAt(i);
    return c <= '~'
        ? c >= ' '
        : Character.isSurrogate(c)
            ? isInPair(text, i)
            : c >= 0xa0 && c != 0x2028 && c != 0x2029 && c != 0xfeff && c != 0xfffe && c != 0xffff;
  }

  private static boolean isInPair(String text, int i) {
    return Character.isHighSurrogate(text.charAt(i))
        ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
        : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
  }

  /** Whether it may stand as a block: all of it printed, and no line with blanks at its end. */
  private static boolean isBlock(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) != '\n' && !isPrintedAt(text, i)) {
        return false;
      }
    }
    return !text.endsWith(" ") && !text.contains(" \n");
  }

  private static void block(String text, int indent, StringBuilder out) {
    out.append('|');
    if (text.startsWith(" ") || text.startsWith("\n")) {
      out.append('2');
    }
    if (!text.endsWith("\n")) {
      out.append('-');
    } else if (text.length() == 1 || text.endsWith("\n\n")) {
      out.append('+');
    }
    int last = text.endsWith("\n") ? text.length() - 1 : text.length();
    for (int start = 0; start <= last; ) {
      int found = text.indexOf('\n', start);
      int end = found < 0 ? last : found;
      out.append('\n');
      if (end > start) {
        indent(indent, out);
        out.append(text, start, end);
      }
      start = end + 1;
    }
  }

  /** Only what no reader can take for the end of the comment. */
  private static void comment(String text, StringBuilder out) {
    out.append("# ");
    text.codePoints()
        .map(c -> (c >= ' ' && c <= '~') || Character.isLetterOrDigit(c) ? c : ' ')
        .forEach(out::appendCodePoint);
    while (out.charAt(out.length() - 1) == ' ') {
      out.setLength(out.length() - 1);
    }
    out.append('\n');
  }
}
