package io.productionguardian.promql;

import com.google.common.collect.ImmutableSet;
import io.productionguardian.promql.Token.Kind;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The tokens of one expression, and which comes next. */
final class Tokens {

  private static final ImmutableSet<String> NUMBERS = ImmutableSet.of("inf", "nan");

  /** Go counts nanoseconds in 64 bits. */
  private static final BigDecimal LONGEST_DURATION = BigDecimal.valueOf(Long.MAX_VALUE, 9);

  private final List<Token> tokens;
  private int next;
  private boolean newer;

  /** All tokens of a text, the last of which is its end. */
  Tokens(List<Token> tokens) {
    this.tokens = tokens;
  }

  Token at(int ahead) {
    return tokens.get(Math.min(next + ahead, tokens.size() - 1));
  }

  Token take() {
    Token token = at(0);
    next++;
    return token;
  }

  boolean takeSign(String sign) {
    boolean there = at(0).isSign(sign);
    next += there ? 1 : 0;
    return there;
  }

  boolean takeWord(String keyword) {
    boolean there = at(0).isWord(keyword);
    next += there ? 1 : 0;
    return there;
  }

  Token open() throws Refused {
    return expect("(", "\"(\"");
  }

  Token expect(String sign, String wanted) throws Refused {
    if (!at(0).isSign(sign)) {
      throw unexpected(wanted);
    }
    return take();
  }

  void close(Token open, String sign) throws Refused {
    if (at(0).kind() == Kind.END) {
      throw new Refused("unclosed " + open.shown(), open.start());
    }
    expect(sign, '"' + sign + '"');
  }

  Refused unexpected(String wanted) {
    return unexpected(at(0), wanted);
  }

  static Refused unexpected(Token token, String wanted) {
    return new Refused(
        "unexpected %s, expected %s".formatted(token.shown(), wanted), token.start());
  }

  /** Says that Prometheus 2.42 would refuse something of what was read. */
  void newer(boolean isNewer) {
    newer |= isNewer;
  }

  boolean isNewer() {
    return newer;
  }

  // What is written the same everywhere

  /** Labels in parentheses. */
  Set<String> labels() throws Refused {
    Token open = open();
    Set<String> labels = new LinkedHashSet<>();
    while (!takeSign(")")) {
      Token label = take();
      if (label.kind() == Kind.STRING) {
        newer(true);
      } else if (!isLabel(label) || isNumber(label) || label.isWord("without")) {
        throw unexpected(label, "a label");
      }
      labels.add(label.text());
      if (!takeSign(",")) {
        close(open, ")");
        break;
      }
    }
    return ImmutableSet.copyOf(labels);
  }

  static boolean isLabel(Token token) {
    return token.kind() == Kind.WORD && token.text().indexOf(':') < 0;
  }

  static boolean isNumber(Token token) {
    return token.kind() == Kind.NUMBER
        || (token.kind() == Kind.WORD && NUMBERS.contains(token.keyword()));
  }

  /** The number that {@link #isNumber} has seen. */
  double number() {
    Token token = take();
    newer(token.text().indexOf('_') >= 0);
    return Literals.number(token.text())
        .orElseGet(() -> token.isWord("inf") ? Double.POSITIVE_INFINITY : Double.NaN);
  }

  /** A duration, seconds. */
  BigDecimal duration() throws Refused {
    Token token = take();
    BigDecimal seconds =
        switch (token.kind()) {
          case DURATION -> PromQlDurations.seconds(token.text()).orElseThrow();
          case NUMBER -> {
            newer(true);
            yield BigDecimal.valueOf(Literals.number(token.text()).orElseThrow());
          }
          case WORD, STRING, SIGN, END -> throw unexpected(token, "a duration");
        };
    if (seconds.signum() == 0 || seconds.compareTo(LONGEST_DURATION) > 0) {
      throw new Refused("the duration is out of range", token.start());
    }
    return seconds;
  }
}
