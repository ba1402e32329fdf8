package io.productionguardian.document;

import com.google.common.base.CharMatcher;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A text, a number, a truth value or {@code null}.
 *
 * @since 0.1.0
 */
final class ScalarNode extends Node {

  /** Longer or further from the point than any number that means something here. */
  private static final int MOST_DIGITS = 100;

  /** So many always fit an {@code int}. */
  private static final int FEW_DIGITS = 9;

  private static final CharMatcher DIGITS = CharMatcher.inRange('0', '9');

  private final Kind kind;
  private final String written;

  ScalarNode(@Nullable Node parent, String name, int line, int column, Kind kind, String written) {
    super(parent, name, line, column);
    this.kind = kind;
    this.written = written;
  }

  @Override
  public Kind kind() {
    return kind;
  }

  @Override
  public Optional<String> text() {
    return kind == Kind.TEXT ? Optional.of(written) : Optional.empty();
  }

  @Override
  public Optional<String> scalar() {
    return kind == Kind.NULL ? Optional.empty() : Optional.of(written);
  }

  @Override
  public Optional<BigDecimal> number() {
    if (kind != Kind.NUMBER || written.length() > MOST_DIGITS) {
      return Optional.empty();
    }
    try {
      BigDecimal number = new BigDecimal(written);
      return Math.abs((long) number.scale()) > MOST_DIGITS ? Optional.empty() : Optional.of(number);
    } catch (NumberFormatException notDecimal) { // YAML's 0x1F, 0o17, .inf
      return Optional.empty();
    }
  }

  @Override
  public Optional<Integer> integer() {
    if (kind == Kind.NUMBER && written.length() <= FEW_DIGITS && DIGITS.matchesAllOf(written)) {
      return Optional.of(Integer.valueOf(written)); // as nearly all are written
    }
    return number()
        .filter(number -> number.stripTrailingZeros().scale() <= 0)
        .filter(number -> number.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0)
        .map(BigDecimal::intValueExact);
  }

  @Override
  public Optional<Boolean> bool() {
    return kind == Kind.BOOLEAN ? Optional.of(written.equalsIgnoreCase("true")) : Optional.empty();
  }

  @Override
  public boolean isNull() {
    return kind == Kind.NULL;
  }
}
