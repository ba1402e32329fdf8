package io.productionguardian.promql;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.apiguardian.api.API;

/**
 * An expression of PromQL: what it means, or why it means nothing.
 *
 * <p>Read as {@code promtool} reads it, types included. What Prometheus 3 has added is understood
 * too, and said by {@link Parsed#needsNewerThan242()}.
 */
@API(status = API.Status.INTERNAL, since = "0.1.0")
public sealed interface PromQl permits PromQl.Parsed, PromQl.Failed {

  /** The most characters that are read. */
  int LONGEST = 65_536;

  /** The deepest that parentheses, calls and signs may be nested. */
  int DEEPEST = 200;

  /** Reads an expression. It never throws, whatever the text is. */
  static PromQl parse(String text) {
    if (text.length() > LONGEST) {
      return new Failed("it is longer than " + LONGEST + " characters", LONGEST);
    }
    try {
      return new Parser(text, new Tokens(Lexer.tokens(text))).parse();
    } catch (Refused refused) {
      return new Failed(refused.reason(), refused.offset());
    }
  }

  /**
   * An expression that Prometheus would take.
   *
   * @param text as it was given
   * @param expr what it means
   * @param metrics the names of the metrics that it selects, in order of appearance; a name that is
   *     only matched by a regular expression is not among them
   * @param comparison the outermost operation, when it compares with a constant
   * @param rangeSeconds the widest range, also of a subquery; 0 when there is none. Part of a
   *     second counts as one, and an offset or a range within another does not add to it
   * @param constant the value of a scalar that depends on nothing
   * @param isAlwaysTrue an alert on it fires at every evaluation, whatever is measured. So does one
   *     on any scalar, 0 included: Prometheus takes it for a sample
   * @param isNeverTrue an alert on it never fires, whatever is measured
   * @param needsNewerThan242 Prometheus 2.42 would refuse it, a later one would not
   */
  record Parsed(
      String text,
      Expr expr,
      Set<String> metrics,
      Optional<Comparison> comparison,
      long rangeSeconds,
      OptionalDouble constant,
      boolean isAlwaysTrue,
      boolean isNeverTrue,
      boolean needsNewerThan242)
      implements PromQl {

    /** Whether an alert can have it as its condition: Prometheus takes samples or a number. */
    public boolean isCondition() {
      return expr.type() == Type.VECTOR || expr.type() == Type.SCALAR;
    }
  }

  /**
   * A text that is no expression.
   *
   * @param reason on one line, without a full stop
   * @param offset of the character where it shows, in the text
   */
  record Failed(String reason, int offset) implements PromQl {}
}
