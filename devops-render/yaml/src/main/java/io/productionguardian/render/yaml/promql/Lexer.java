package io.productionguardian.render.yaml.promql;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import java.util.List;

/** Takes a text apart into tokens. */
final class Lexer {

  private static final CharMatcher LETTERS =
      CharMatcher.inRange('a', 'z')
          .or(CharMatcher.inRange('A', 'Z'))
          .or(CharMatcher.is('_'))
          .precomputed();
  private static final CharMatcher DIGITS = CharMatcher.inRange('0', '9');
  private static final CharMatcher HEX =
      DIGITS.or(CharMatcher.inRange('a', 'f')).or(CharMatcher.inRange('A', 'F'));
  private static final CharMatcher SPACE = CharMatcher.anyOf(" \t\r\n");
  private static final List<String> SYMBOLS =
      List.of(
          "==", "!=", "<=", ">=", "=~", "!~", "<", ">", "=", "+", "-", "*", "/", "%", "^", "(", ")",
          "{", "}", "[", "]", ",", ":", "@");

  private final String text;
  private int at;
  private int brackets;

  private Lexer(String text) {
    this.text = text;
  }

  /**
   * The tokens of a text, with {@link Token.Kind#END} behind the last.
   *
   * @throws NoPromQlException if a piece of it is none
   */
  static ImmutableList<Token> tokens(String text) {
    Lexer lexer = new Lexer(text);
    ImmutableList.Builder<Token> tokens = ImmutableList.builder();
    Token token = lexer.next();
    while (token.kind() != Token.Kind.END) {
      tokens.add(token);
      token = lexer.next();
    }
    return tokens.add(token).build();
  }

  private Token next() {
    while (isAt(SPACE, at) || isAt(CharMatcher.is('#'), at)) {
      if (text.charAt(at) == '#') {
        at = endOf(CharMatcher.isNot('\n'), at);
      } else {
        at++;
      }
    }
    if (at == text.length()) {
      return new Token(Token.Kind.END, "");
    }
    char c = text.charAt(at);
    if (LETTERS.matches(c) || (c == ':' && brackets == 0)) {
      return token(Token.Kind.WORD, endOf(LETTERS.or(DIGITS).or(CharMatcher.is(':')), at));
    }
    if (DIGITS.matches(c) || (c == '.' && isAt(DIGITS, at + 1))) {
      return number();
    }
    if (c == '"' || c == '\'' || c == '`') {
      return new Token(Token.Kind.TEXT, quoted(c));
    }
    for (String symbol : SYMBOLS) {
      if (text.startsWith(symbol, at)) {
        brackets += symbol.equals("[") ? 1 : symbol.equals("]") ? -1 : 0;
        return token(Token.Kind.SYMBOL, at + symbol.length());
      }
    }
    throw new NoPromQlException("a character that means nothing");
  }

  private Token number() {
    if (text.startsWith("0x", at) || text.startsWith("0X", at)) {
      return whole(Token.Kind.NUMBER, endOf(HEX, at + 2));
    }
    int end = endOf(DIGITS, at);
    if (isAt(CharMatcher.anyOf("smhdwy"), end)) {
      while (isAt(LETTERS, end)) {
        end = endOf(DIGITS, text.startsWith("ms", end) ? end + 2 : end + 1);
      }
      return whole(Token.Kind.DURATION, end);
    }
    if (isAt(CharMatcher.is('.'), end)) {
      end = endOf(DIGITS, end + 1);
    }
    if (isAt(CharMatcher.anyOf("eE"), end)) {
      int exponent = isAt(CharMatcher.anyOf("+-"), end + 1) ? end + 2 : end + 1;
      if (!isAt(DIGITS, exponent)) {
        throw new NoPromQlException("an exponent without digits");
      }
      end = endOf(DIGITS, exponent);
    }
    return whole(Token.Kind.NUMBER, end);
  }

  /** A token that no letter or digit may follow. */
  private Token whole(Token.Kind kind, int end) {
    if (isAt(LETTERS.or(DIGITS), end)) {
      throw new NoPromQlException("a letter within a number");
    }
    return token(kind, end);
  }

  private Token token(Token.Kind kind, int end) {
    Token token = new Token(kind, text.substring(at, end));
    at = end;
    return token;
  }

  private String quoted(char quote) {
    StringBuilder meaning = new StringBuilder();
    at++;
    while (at < text.length() && text.charAt(at) != quote) {
      char c = text.charAt(at++);
      if (c == '\n' && quote != '`') {
        throw new NoPromQlException("the end of a line within a text");
      }
      if (c == '\\' && quote != '`') {
        meaning.append(escape(quote));
      } else {
        meaning.append(c);
      }
    }
    if (at == text.length()) {
      throw new NoPromQlException("a text without an end");
    }
    at++;
    return meaning.toString();
  }

  private String escape(char quote) {
    char c = at < text.length() ? text.charAt(at++) : ' ';
    int plain = "abfnrtv\\".indexOf(c);
    if (plain >= 0) {
      return Character.toString("\u0007\b\f\n\r\t\u000b\\".charAt(plain));
    }
    if (c == quote) {
      return Character.toString(quote);
    }
    return switch (c) {
      case 'x' -> code(at, 2, 16);
      case 'u' -> code(at, 4, 16);
      case 'U' -> code(at, 8, 16);
      case '0', '1', '2', '3' -> code(at - 1, 3, 8);
      default -> throw new NoPromQlException("an escape that means nothing");
    };
  }

  private String code(int from, int digits, int radix) {
    int end = from + digits;
    if (end > text.length() || endOf(HEX, from) < end) {
      throw new NoPromQlException("an escape without its digits");
    }
    try {
      int code = Integer.parseInt(text.substring(from, end), radix);
      at = end;
      return Character.toString(code);
    } catch (IllegalArgumentException e) {
      throw new NoPromQlException("an escape that is no character");
    }
  }

  private boolean isAt(CharMatcher kind, int index) {
    return index < text.length() && kind.matches(text.charAt(index));
  }

  private int endOf(CharMatcher kind, int from) {
    int end = from;
    while (isAt(kind, end)) {
      end++;
    }
    return end;
  }
}
