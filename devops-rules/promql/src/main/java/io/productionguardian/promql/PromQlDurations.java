package io.productionguardian.promql;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apiguardian.api.API;

/** Durations as Prometheus writes them: {@code 5m}, {@code 1h30m}, {@code 500ms}. */
@API(status = API.Status.INTERNAL, since = "0.1.0")
public final class PromQlDurations {

  private static final Pattern FORM =
      Pattern.compile(
          "(?:([0-9]{1,18})y)?(?:([0-9]{1,18})w)?(?:([0-9]{1,18})d)?(?:([0-9]{1,18})h)?"
              + "(?:([0-9]{1,18})m)?(?:([0-9]{1,18})s)?(?:([0-9]{1,18})ms)?");
  private static final long[] MILLISECONDS = {
    31_536_000_000L, 604_800_000L, 86_400_000L, 3_600_000L, 60_000L, 1_000L, 1L
  };

  private PromQlDurations() {}

  /** A duration in seconds; empty for what is none. A plain 0 is one. */
  public static Optional<BigDecimal> seconds(String text) {
    if (text.equals("0")) {
      return Optional.of(BigDecimal.ZERO);
    }
    Matcher matcher = FORM.matcher(text.strip());
    if (text.isBlank() || !matcher.matches()) {
      return Optional.empty();
    }
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 0; i < MILLISECONDS.length; i++) {
      String number = matcher.group(i + 1);
      if (number != null) {
        sum = sum.add(new BigDecimal(number).multiply(BigDecimal.valueOf(MILLISECONDS[i])));
      }
    }
    return Optional.of(sum.movePointLeft(3).stripTrailingZeros());
  }
}
