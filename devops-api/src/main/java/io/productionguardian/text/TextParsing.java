package io.productionguardian.text;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apiguardian.api.API;

/** Texts of files in messages, and durations that are written in words. */
@API(status = API.Status.INTERNAL, since = "0.1.0")
public final class TextParsing {

  private static final int LONGEST_QUOTE = 60;
  private static final Pattern DURATION =
      Pattern.compile(
          "([0-9]{1,9}(?:\\.[0-9]{1,9})?)\\s*"
              + "(ms|milliseconds?|s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?)\\b");

  /** What agents leave to be filled in, as examples and remedies have it. */
  private static final Pattern PLACEHOLDER =
      Pattern.compile(
          "(?is).*(<[^<>]*>|\\{\\{.*}}).*|\\s*(tbd|todo|fixme|xxx|n/?a|-+|\\?+|\\.+)\\s*");

  private static final Pattern PART = Pattern.compile("([0-9]{1,9})(ms|s|m|h|d)");
  private static final Pattern PARTS = Pattern.compile("([0-9]{1,9}(ms|s|m|h|d)){1,5}");

  private TextParsing() {}

  /** A file's text within a message: one short line in quotation marks. */
  public static String quoted(String text) {
    StringBuilder line = new StringBuilder("\"");
    text.codePoints()
        .limit(LONGEST_QUOTE)
        .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? ' ' : c)
        .forEach(line::appendCodePoint);
    if (text.codePointCount(0, text.length()) > LONGEST_QUOTE) {
      line.append('…');
    }
    return line.append('"').toString();
  }

  /** Whether a text says something and is not left to be filled in. */
  public static boolean isMeant(String text) {
    return !text.isBlank() && !PLACEHOLDER.matcher(text).matches();
  }

  /** The longest duration that a text names, in seconds. */
  public static Optional<BigDecimal> seconds(String text) {
    Matcher matcher = DURATION.matcher(text.toLowerCase(java.util.Locale.ROOT));
    return matcher
        .results()
        .map(
            found ->
                new BigDecimal(found.group(1)).multiply(unit(found.group(2))).stripTrailingZeros())
        .max(BigDecimal::compareTo);
  }

  /** A duration as Prometheus writes it, {@code 1h30m}, or else the longest that a text names. */
  public static Optional<BigDecimal> hold(String text) {
    String word = text.strip().toLowerCase(java.util.Locale.ROOT);
    if (!PARTS.matcher(word).matches()) {
      return word.equals("0") ? Optional.of(BigDecimal.ZERO) : seconds(word);
    }
    return PART.matcher(word)
        .results()
        .map(part -> new BigDecimal(part.group(1)).multiply(unit(part.group(2))))
        .reduce(BigDecimal::add)
        .map(BigDecimal::stripTrailingZeros);
  }

  private static BigDecimal unit(String unit) {
    if (unit.startsWith("ms") || unit.startsWith("milli")) {
      return new BigDecimal("0.001");
    }
    return BigDecimal.valueOf(
        switch (unit.charAt(0)) {
          case 's' -> 1;
          case 'm' -> 60;
          case 'h' -> 3_600;
          default -> 86_400;
        });
  }
}
