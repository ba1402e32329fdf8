package io.productionguardian.text;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apiguardian.api.API;

/** Shares as agents write them: {@code 92}, {@code 0.92}, {@code 92%}. */
@API(status = API.Status.INTERNAL, since = "0.1.0")
public final class Percentage {

  private static final Pattern FORM =
      Pattern.compile("([0-9]{1,9}(?:[.,][0-9]{1,9})?)\\s*+(%|percent|pct)?");

  private Percentage() {}

  /** A number: a fraction up to 1, percent above it. */
  public static Optional<BigDecimal> of(BigDecimal number) {
    return Optional.of(number)
        .filter(it -> it.signum() >= 0)
        .map(
            it ->
                it.compareTo(BigDecimal.ONE) <= 0 ? it.movePointRight(2).stripTrailingZeros() : it);
  }

  /** A text; with a sign of percent it is never a fraction. */
  public static Optional<BigDecimal> of(String text) {
    Matcher form = FORM.matcher(text.strip().toLowerCase(java.util.Locale.ROOT));
    if (!form.matches()) {
      return Optional.empty();
    }
    BigDecimal number = new BigDecimal(form.group(1).replace(',', '.'));
    return form.group(2) == null ? of(number) : Optional.of(number);
  }
}
