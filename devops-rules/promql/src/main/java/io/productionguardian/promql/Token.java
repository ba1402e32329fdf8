package io.productionguardian.promql;

import com.google.common.base.CharMatcher;
import java.util.Locale;

/**
 * A word, sign or literal of an expression.
 *
 * @param kind what it is
 * @param text as written; of a string its meaning
 * @param start the offset of its first character
 */
record Token(Kind kind, String text, int start) {

  private static final int LONGEST_SHOWN = 40;

  /** What would end the line of a message. */
  private static final CharMatcher UNPRINTED =
      CharMatcher.javaIsoControl().or(CharMatcher.anyOf("\u2028\u2029"));

  /** What a token is. */
  enum Kind {
    WORD,
    NUMBER,
    DURATION,
    STRING,
    SIGN,
    END
  }

  /** Keywords are written in any case. */
  boolean isWord(String keyword) {
    return kind == Kind.WORD && keyword().equals(keyword);
  }

  boolean isSign(String sign) {
    return kind == Kind.SIGN && text.equals(sign);
  }

  /** The word as it would be written as a keyword. */
  String keyword() {
    return text.toLowerCase(Locale.ROOT);
  }

  /** For a message. */
  String shown() {
    if (kind == Kind.END) {
      return "end";
    }
    int shown = Math.min(text.codePointCount(0, text.length()), LONGEST_SHOWN);
    return '"'
        + UNPRINTED.replaceFrom(text.substring(0, text.offsetByCodePoints(0, shown)), ' ')
        + '"';
  }
}
