package io.productionguardian.promql;

import com.google.common.base.Suppliers;
import com.google.re2j.Pattern;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.apiguardian.api.API;

/** What a label of a series must be; one that is not there is empty. */
@API(status = API.Status.INTERNAL, since = "0.1.0")
public final class LabelMatcher {

  /** How a label is compared. */
  public enum Op {
    EQUAL("="),
    NOT_EQUAL("!="),
    MATCH("=~"),
    NO_MATCH("!~");

    private final String symbol;

    Op(String symbol) {
      this.symbol = symbol;
    }

    static Optional<Op> at(Token token) {
      return Arrays.stream(values()).filter(op -> token.isSign(op.symbol)).findFirst();
    }

    /** Whether the value is a regular expression. */
    boolean isRegex() {
      return this == MATCH || this == NO_MATCH;
    }

    /** Whether it asks that the label is something else. */
    boolean isNegative() {
      return this == NOT_EQUAL || this == NO_MATCH;
    }
  }

  private final String label;
  private final Op op;
  private final String value;
  private final Supplier<Pattern> pattern;

  LabelMatcher(String label, Op op, String value) {
    this.label = label;
    this.op = op;
    this.value = value;
    this.pattern = Suppliers.memoize(() -> Pattern.compile(value));
  }

  /** The label's name. */
  public String label() {
    return label;
  }

  /** How the label is compared. */
  public Op op() {
    return op;
  }

  /** What it is compared with: a text, or a regular expression of the whole. */
  public String value() {
    return value;
  }

  /** Whether the value is a regular expression. */
  public boolean isRegex() {
    return op.isRegex();
  }

  /**
   * Whether a label with this value is selected, as Prometheus says. It takes time in proportion to
   * the text and, where it is a regular expression, to what that is with its repeats written out.
   */
  public boolean matches(String text) {
    boolean same = isRegex() ? pattern.get().matches(text) : text.equals(value);
    return same != op.isNegative();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LabelMatcher that
        && label.equals(that.label)
        && op == that.op
        && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return Objects.hash(label, op, value);
  }

  @Override
  public String toString() {
    return label + op.symbol + value;
  }
}
