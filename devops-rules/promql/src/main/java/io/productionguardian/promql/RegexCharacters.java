package io.productionguardian.promql;

import com.google.common.collect.ImmutableSet;
import java.lang.Character.UnicodeScript;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The characters of a regular expression, and the sets of them. Each method gives where it ends.
 */
final class RegexCharacters {

  private static final Pattern CLASS =
      Pattern.compile("\\\\(?:[dDsSwW]|[pP](?:([A-Z])|\\{\\^?([A-Za-z_]*+)\\}))");
  private static final Pattern POSIX =
      Pattern.compile(
          "\\[:\\^?(?:alnum|alpha|ascii|blank|cntrl|digit|graph|lower|print|punct|space|upper|word"
              + "|xdigit):\\]");

  /**
   * An escape of one character: its number in the first or second group, or itself in the third.
   */
  private static final Pattern ESCAPE =
      Pattern.compile(
          "\\\\(?:(0[0-7]{0,2}|[1-7][0-7]{1,2})|x(?:([0-9A-Fa-f]{2})|\\{([0-9A-Fa-f]++)\\})"
              + "|([afnrtv]|[\\x00-\\x7F&&[^0-9A-Za-z]]))");

  private static final ImmutableSet<String> CATEGORIES =
      ImmutableSet.copyOf(
          """
          Any C Cc Cf Co Cs L Ll Lm Lo Lt Lu M Mc Me Mn N Nd Nl No P Pc Pd Pe Pf Pi Po Ps S Sc Sk Sm
          So Z Zl Zp Zs"""
              .split("\\s"));

  private static final String CONTROLS = "a\u0007f\fn\nr\rt\tv\u000b";

  private final String text;
  private final int offset;

  /** Where the last name of a set could end: to look for one each time takes too long. */
  private final int lastNamedEnd;

  /** The characters of a text that stands at an offset of the whole. */
  RegexCharacters(String text, int offset) {
    this.text = text;
    this.offset = offset;
    this.lastNamedEnd = text.lastIndexOf(":]");
  }

  int literal(int at) throws Refused {
    if (text.codePointAt(at) == 0xFFFD) {
      throw refused("bytes that are no UTF-8");
    }
    return text.offsetByCodePoints(at, 1);
  }

  /** A backslash and what it makes of what follows. */
  int escape(int at) throws Refused {
    Matcher named = at(CLASS, at);
    if (named.lookingAt()) {
      String letter = named.group(1) != null ? named.group(1) : named.group(2);
      if (letter != null && !CATEGORIES.contains(letter) && !isScript(letter)) {
        throw refused("an unknown class of characters");
      }
      return named.end();
    }
    return escaped(at).end();
  }

  /** A set in brackets. */
  int set(int opened) throws Refused {
    int first = opened + (text.startsWith("^", opened + 1) ? 2 : 1);
    int at = first;
    while (at < text.length() && (at == first || text.charAt(at) != ']')) {
      at = member(at);
    }
    if (at >= text.length()) {
      throw refused("an unclosed [");
    }
    return at + 1;
  }

  private int member(int at) throws Refused {
    if (text.startsWith("[:", at) && at + 2 <= lastNamedEnd) {
      Matcher posix = at(POSIX, at);
      if (!posix.lookingAt()) {
        throw refused("an unknown class of characters");
      }
      return posix.end();
    }
    if (at(CLASS, at).lookingAt()) {
      return escape(at);
    }
    int end = text.charAt(at) == '\\' ? escaped(at).end() : literal(at);
    if (!text.startsWith("-", end) || end + 1 >= text.length() || text.charAt(end + 1) == ']') {
      return end;
    }
    int highest = end + 1;
    int rangeEnd = text.charAt(highest) == '\\' ? escaped(highest).end() : literal(highest);
    if (character(at) > character(highest)) {
      throw refused("a range of characters that ends before it starts");
    }
    return rangeEnd;
  }

  /** The number of the one character that stands there, itself or escaped. */
  private int character(int at) throws Refused {
    if (text.charAt(at) != '\\') {
      return text.codePointAt(at);
    }
    Matcher escape = escaped(at);
    if (escape.group(1) != null) {
      return Integer.parseInt(escape.group(1), 8);
    }
    if (escape.group(4) != null) {
      int control = CONTROLS.indexOf(escape.group(4));
      char itself = escape.group(4).charAt(0);
      return Character.isLetter(itself) ? CONTROLS.charAt(control + 1) : itself;
    }
    String digits = escape.group(2) != null ? escape.group(2) : escape.group(3);
    return Integer.parseInt(digits, 16);
  }

  private Matcher escaped(int at) throws Refused {
    Matcher escape = at(ESCAPE, at);
    if (!escape.lookingAt() || (escape.group(3) != null && isNoCharacter(escape.group(3)))) {
      throw refused("an unknown escape");
    }
    return escape;
  }

  private static boolean isNoCharacter(String hexadecimal) {
    String significant = hexadecimal.replaceFirst("^0*+", "");
    return significant.length() > 6
        || (!significant.isEmpty() && Integer.parseInt(significant, 16) > Character.MAX_CODE_POINT);
  }

  /** Java knows the scripts by the same names, but by others too and in any case. */
  private static boolean isScript(String name) {
    if (name.isEmpty() || name.equals(name.toUpperCase(Locale.ROOT)) || name.charAt(0) > 'Z') {
      return false;
    }
    try {
      return UnicodeScript.forName(name).name().equalsIgnoreCase(name);
    } catch (IllegalArgumentException unknown) {
      return false;
    }
  }

  private Matcher at(Pattern pattern, int at) {
    return pattern.matcher(text).region(at, text.length());
  }

  Refused refused(String reason) {
    return new Refused("a regular expression has " + reason, offset);
  }
}
