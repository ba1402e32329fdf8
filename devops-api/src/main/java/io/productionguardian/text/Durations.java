package io.productionguardian.text;

import com.google.common.collect.ImmutableMap;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apiguardian.api.API;

/**
 * Durations as people and tools write them: {@code PT1M30S} (ISO 8601), {@code 1m30s} (Go and
 * Prometheus), {@code 1 minute 30 seconds}. A part that is not understood makes the whole not
 * understood.
 */
@API(status = API.Status.INTERNAL, since = "0.1.0")
public final class Durations {

  /** Longer texts are no duration. */
  private static final int LONGEST = 200;

  private static final Pattern ISO =
      Pattern.compile(
          "p(?:([0-9]{1,9}(?:[.,][0-9]{1,9})?)w)?(?:([0-9]{1,9}(?:[.,][0-9]{1,9})?)d)?"
              + "(?:t(?:([0-9]{1,9}(?:[.,][0-9]{1,9})?)h)?(?:([0-9]{1,9}(?:[.,][0-9]{1,9})?)m)?"
              + "(?:([0-9]{1,9}(?:[.,][0-9]{1,9})?)s)?)?");

  private static final long[] ISO_SECONDS = {604_800, 86_400, 3_600, 60, 1};

  /** What may stand before a duration without a change of what it says at most. */
  private static final Pattern BEFORE =
      Pattern.compile(
          "(?:(?:<|<=|\u2264|~|\u2248|about|around|approx\\.?|approximately|circa|ca\\.?|under|below|within|in|less than"
              + "|at most|up to|max\\.?|maximum|no more than|not more than)\\s*+)*+");

  private static final Pattern PART =
      Pattern.compile(
          "([0-9]{1,9}(?:\\.[0-9]{1,9})?)\\s*+([a-z\u00b5]++)\\.?(?:\\s*+(?:,|and|und)(?![a-z]))?\\s*+");

  private static final Map<String, BigDecimal> UNITS = units();

  private Durations() {}

  private static Map<String, BigDecimal> units() {
    ImmutableMap.Builder<String, BigDecimal> units = ImmutableMap.builder();
    put(units, "0.001", "ms", "msec", "msecs", "millis", "millisecond", "milliseconds");
    put(units, "1", "s", "sec", "secs", "second", "seconds");
    put(units, "60", "m", "min", "mins", "minute", "minutes");
    put(units, "3600", "h", "hr", "hrs", "hour", "hours");
    put(units, "86400", "d", "day", "days");
    put(units, "604800", "w", "week", "weeks");
    return units.buildOrThrow();
  }

  private static void put(
      ImmutableMap.Builder<String, BigDecimal> units, String seconds, String... names) {
    for (String name : names) {
      units.put(name, new BigDecimal(seconds));
    }
  }

  /**
   * The duration that a text states.
   *
   * @return seconds, 0 or more; empty where a part is not understood
   */
  public static Optional<BigDecimal> seconds(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    String word = text.strip().toLowerCase(Locale.ROOT);
    return iso(word).or(() -> parts(word));
  }

  private static Optional<BigDecimal> iso(String word) {
    Matcher iso = ISO.matcher(word);
    if (!iso.matches() || word.length() < 3 || word.endsWith("t")) {
      return Optional.empty();
    }
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 0; i < ISO_SECONDS.length; i++) {
      String number = iso.group(i + 1);
      if (number != null) {
        sum =
            sum.add(
                new BigDecimal(number.replace(',', '.'))
                    .multiply(BigDecimal.valueOf(ISO_SECONDS[i])));
      }
    }
    return Optional.of(sum.stripTrailingZeros());
  }

  private static Optional<BigDecimal> parts(String word) {
    Matcher before = BEFORE.matcher(word);
    int at = before.lookingAt() ? before.end() : 0;
    BigDecimal sum = BigDecimal.ZERO;
    Matcher part = PART.matcher(word);
    boolean any = false;
    while (at < word.length()) {
      if (!part.region(at, word.length()).lookingAt()) {
        return Optional.empty();
      }
      BigDecimal unit = UNITS.get(part.group(2));
      if (unit == null) {
        return Optional.empty();
      }
      sum = sum.add(new BigDecimal(part.group(1)).multiply(unit));
      at = part.end();
      any = true;
    }
    return any ? Optional.of(sum.stripTrailingZeros()) : Optional.empty();
  }
}
