package io.productionguardian.model;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apiguardian.api.API;

/**
 * A time as the agents write it, {@code YYYY_MM_DD_HH_MM_SS}, to the second and without a zone.
 *
 * @param time the local time in the zone that the policy names, UTC unless it names one
 * @since 0.1.0
 */
@API(status = API.Status.STABLE, since = "0.1.0")
public record Timestamp(LocalDateTime time) implements Comparable<Timestamp> {

  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuu_MM_dd_HH_mm_ss", Locale.ROOT);
  private static final Pattern ANYWHERE =
      Pattern.compile("(?<![0-9])[0-9]{4}(?:_[0-9]{2}){5}(?![0-9])");

  /** Drops what is finer than a second. */
  public Timestamp {
    time = time.withNano(0);
  }

  /** The instant as it reads on a clock of that zone. */
  public static Timestamp of(Instant instant, ZoneId zone) {
    return new Timestamp(LocalDateTime.ofInstant(instant, zone));
  }

  /** The time that a text states, or empty when it is not exactly one existing time. */
  public static Optional<Timestamp> parse(String text) {
    return ANYWHERE.matcher(text).matches() ? existing(text) : Optional.empty();
  }

  private static Optional<Timestamp> existing(String digits) {
    try {
      return Optional.of(
          new Timestamp(
              LocalDateTime.of(
                  number(digits, 0, 4),
                  number(digits, 5, 7),
                  number(digits, 8, 10),
                  number(digits, 11, 13),
                  number(digits, 14, 16),
                  number(digits, 17, 19))));
    } catch (DateTimeException notATime) {
      return Optional.empty();
    }
  }

  private static int number(String digits, int start, int end) {
    return Integer.parseInt(digits, start, end, 10);
  }

  /** The first time that stands within a text, such as a file name or a message id. */
  public static Optional<Timestamp> findIn(String text) {
    return ANYWHERE
        .matcher(text)
        .results()
        .flatMap(found -> existing(found.group()).stream())
        .findFirst();
  }

  /** The instant, read on a clock of that zone. */
  public Instant toInstant(ZoneId zone) {
    return time.atZone(zone).toInstant();
  }

  @Override
  public int compareTo(Timestamp other) {
    return time.compareTo(other.time);
  }

  @Override
  public String toString() {
    return FORMAT.format(time);
  }
}
