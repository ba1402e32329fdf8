package io.productionguardian.render.yaml.promql;

/**
 * A piece of an expression.
 *
 * @param kind what it is
 * @param text as it is written; of a {@link Kind#TEXT} what it means
 */
record Token(Kind kind, String text) {

  /** The kinds of pieces. */
  enum Kind {
    WORD,
    NUMBER,
    DURATION,
    TEXT,
    SYMBOL,
    END
  }

  boolean is(String symbol) {
    return kind == Kind.SYMBOL && text.equals(symbol);
  }
}
