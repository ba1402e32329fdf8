package io.productionguardian.promql;

import io.productionguardian.promql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Divides the text of an expression into its words, signs and literals. */
final class Lexer {

  private static final String SIGNS = "+-*/%^()[]{},@=<>";
  private static final List<String> LONG_SIGNS = List.of("==", "!=", "<=", ">=", "=~", "!~");
  private static final String ESCAPES = "abfnrtv\\";
  private static final String ESCAPED = "\u0007\b\f\n\r\t\u000b\\";

  /** What Go reads where bytes are no UTF-8; Prometheus lets it stand in no string. */
  private static final char NO_CHARACTER = '\uFFFD';

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  /** In brackets a colon is a sign; elsewhere it is part of a name. */
  private boolean bracket;

  private Lexer(String text) {
    this.text = text;
  }

  /** All tokens of the text; the last, and only the last, is an {@link Kind#END}. */
  static List<Token> tokens(String text) throws Refused {
    Lexer lexer = new Lexer(text);
    while (lexer.skipSpace()) {
      lexer.tokens.add(lexer.token());
    }
    lexer.tokens.add(new Token(Kind.END, "", text.length()));
    return lexer.tokens;
  }

  /** Goes to the next token, over spaces and comments; false at the end. */
  private boolean skipSpace() {
    boolean comment = false;
    while (at < text.length()) {
      char c = text.charAt(at);
      comment = c != '\n' && c != '\r' && (comment || c == '#');
      if (!comment && " \t\n\r".indexOf(c) < 0) {
        return true;
      }
      at++;
    }
    return false;
  }

  private Token token() throws Refused {
    char c = text.charAt(at);
    if (isDigit(c) || (c == '.' && at + 1 < text.length() && isDigit(text.charAt(at + 1)))) {
      return number();
    }
    if (isAlphanumeric(c) || (c == ':' && !bracket)) {
      return word();
    }
    return switch (c) {
      case '"', '\'' -> string(c);
      case '`' -> rawString();
      default -> sign();
    };
  }

  private Token sign() throws Refused {
    for (String sign : LONG_SIGNS) {
      if (text.startsWith(sign, at)) {
        return taken(Kind.SIGN, at + sign.length());
      }
    }
    char c = text.charAt(at);
    if (SIGNS.indexOf(c) < 0 && !(c == ':' && bracket)) {
      throw new Refused("unexpected character " + named(text.codePointAt(at)), at);
    }
    if (c == '[' || c == ']') {
      bracket = c == '[';
    }
    return taken(Kind.SIGN, at + 1);
  }

  private Token word() {
    int end = at;
    while (end < text.length()
        && (isAlphanumeric(text.charAt(end)) || (text.charAt(end) == ':' && !bracket))) {
      end++;
    }
    return taken(Kind.WORD, end);
  }

  private Token number() throws Refused {
    boolean hexadecimal = text.startsWith("0x", at) || text.startsWith("0X", at);
    int end = at;
    while (end < text.length() && continuesNumber(end, hexadecimal)) {
      end++;
    }
    String literal = text.substring(at, end);
    if (Literals.number(literal).isPresent()) {
      return taken(Kind.NUMBER, end);
    }
    if (PromQlDurations.seconds(literal).isPresent()) {
      return taken(Kind.DURATION, end);
    }
    throw new Refused("bad number or duration", at);
  }

  private boolean continuesNumber(int i, boolean hexadecimal) {
    char c = text.charAt(i);
    return isAlphanumeric(c)
        || c == '.'
        || ((c == '+' || c == '-')
            && !hexadecimal
            && (text.charAt(i - 1) == 'e' || text.charAt(i - 1) == 'E'));
  }

  private Token rawString() throws Refused {
    int end = text.indexOf('`', at + 1);
    if (end < 0) {
      throw new Refused("a string has no end", at);
    }
    for (int i = at + 1; i < end; i += Character.charCount(text.codePointAt(i))) {
      refuseNoCharacter(i);
    }
    Token token = new Token(Kind.STRING, text.substring(at + 1, end), at);
    at = end + 1;
    return token;
  }

  private Token string(char quote) throws Refused {
    int start = at;
    StringBuilder meaning = new StringBuilder();
    at++;
    while (at < text.length() && text.charAt(at) != '\n') {
      refuseNoCharacter(at);
      int c = text.codePointAt(at);
      at += Character.charCount(c);
      if (c == quote) {
        return new Token(Kind.STRING, Literals.joined(meaning.toString()), start);
      }
      if (c == '\\') {
        escape(quote, meaning);
      } else {
        meaning.appendCodePoint(c);
      }
    }
    throw new Refused("a string has no end", start);
  }

  private void escape(char quote, StringBuilder meaning) throws Refused {
    char c = at < text.length() ? text.charAt(at) : '\n';
    int simple = ESCAPES.indexOf(c);
    if (simple >= 0 || c == quote) {
      meaning.append(simple >= 0 ? ESCAPED.charAt(simple) : c);
      at++;
      return;
    }
    switch (c) {
      case 'x' -> meaning.append(Literals.single(digits(at + 1, 2, 16, 0xFF)));
      case 'u' -> meaning.appendCodePoint(digits(at + 1, 4, 16, Character.MAX_CODE_POINT));
      case 'U' -> meaning.appendCodePoint(digits(at + 1, 8, 16, Character.MAX_CODE_POINT));
      default -> meaning.append(Literals.single(digits(at, 3, 8, 0xFF)));
    }
  }

  private int digits(int from, int count, int radix, int most) throws Refused {
    long value = 0;
    for (int i = from; i < from + count; i++) {
      char c = i < text.length() ? text.charAt(i) : '\n';
      int digit = c < 0x80 ? Character.digit(c, radix) : -1;
      if (digit < 0) {
        throw new Refused("bad escape in a string", at - 1);
      }
      value = value * radix + digit;
    }
    if (value > most || (value >= Character.MIN_SURROGATE && value <= Character.MAX_SURROGATE)) {
      throw new Refused("bad escape in a string: no character has this number", at - 1);
    }
    at = from + count;
    return (int) value;
  }

  private void refuseNoCharacter(int i) throws Refused {
    int c = text.codePointAt(i);
    if (c == NO_CHARACTER || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
      throw new Refused("a string is not valid UTF-8", i);
    }
  }

  private Token taken(Kind kind, int end) {
    Token token = new Token(kind, text.substring(at, end), at);
    at = end;
    return token;
  }

  private static String named(int character) {
    return character > 0x20 && character < 0x7F
        ? '"' + Character.toString(character) + '"'
        : String.format(Locale.ROOT, "U+%04X", character);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isAlphanumeric(char c) {
    return isDigit(c) || c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
