package io.productionguardian.promql;

import java.nio.charset.StandardCharsets;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** What literals mean. */
final class Literals {

  // every repeat is of one character and possessive: no text, however long, makes these recurse
  private static final Pattern DECIMAL =
      Pattern.compile("(?=\\.?[0-9])[0-9]*+\\.?[0-9]*+(?:[eE][-+]?[0-9]++)?");
  private static final Pattern OCTAL = Pattern.compile("0[0-7]++");
  private static final Pattern HEXADECIMAL = Pattern.compile("0[xX][0-9a-fA-F]++");
  private static final Pattern LOOSE_UNDERSCORE = Pattern.compile("(?<![0-9])_|_(?![0-9])");
  private static final Pattern LOOSE_UNDERSCORE_IN_HEXADECIMAL =
      Pattern.compile("(?<![0-9a-fA-FxX])_|_(?![0-9a-fA-F])");

  private static final int FIRST_BYTE = 0xDC00;

  private Literals() {}

  /** A number as Go reads it, so that {@code 017} is 15; empty for what is none, or too large. */
  static OptionalDouble number(String text) {
    boolean hexadecimal = text.startsWith("0x") || text.startsWith("0X");
    Pattern loose = hexadecimal ? LOOSE_UNDERSCORE_IN_HEXADECIMAL : LOOSE_UNDERSCORE;
    if (loose.matcher(text).find()) {
      return OptionalDouble.empty();
    }
    String plain = text.replace("_", "");
    if (hexadecimal) {
      return HEXADECIMAL.matcher(plain).matches()
          ? whole(plain.substring(2), 16)
          : OptionalDouble.empty();
    }
    if (OCTAL.matcher(plain).matches()) {
      OptionalDouble octal = whole(plain, 8);
      if (octal.isPresent()) {
        return octal;
      }
    }
    if (!DECIMAL.matcher(plain).matches()) {
      return OptionalDouble.empty();
    }
    double value = Double.parseDouble(plain);
    return Double.isInfinite(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  private static OptionalDouble whole(String digits, int radix) {
    try {
      return OptionalDouble.of((double) Long.parseLong(digits, radix));
    } catch (NumberFormatException tooLarge) {
      return OptionalDouble.empty();
    }
  }

  /** A byte that a string names by its number, until {@link #joined} knows its neighbours. */
  static char single(int value) {
    return (char) (value < 0x80 ? value : FIRST_BYTE + value);
  }

  /** A text whose bytes, where they are named one by one, are read as the UTF-8 that they make. */
  static String joined(String text) {
    byte[] bytes = new byte[text.length() * 3];
    int length = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int c = text.codePointAt(i);
      if (c >= FIRST_BYTE && c <= Character.MAX_LOW_SURROGATE) {
        bytes[length++] = (byte) (c - FIRST_BYTE);
      } else {
        for (byte each : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
          bytes[length++] = each;
        }
      }
    }
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }
}
