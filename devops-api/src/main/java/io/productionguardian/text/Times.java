package io.productionguardian.text;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/** Days and times as reports and agents write them; a day that does not exist is none. */
@API(status = API.Status.INTERNAL, since = "0.1.0")
public final class Times {

  private static final DateTimeFormatter UNDERSCORES =
      DateTimeFormatter.ofPattern("uuuu_MM_dd_HH_mm_ss", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private Times() {}

  /** The day that a text states, in UTC where it has an offset. */
  public static Optional<LocalDate> day(String text) {
    String word = text.strip();
    if (word.length() < 8 || word.length() > 40) {
      return Optional.empty();
    }
    return Stream.<Function<String, LocalDate>>of(
            LocalDate::parse,
            it -> OffsetDateTime.parse(it).withOffsetSameInstant(ZoneOffset.UTC).toLocalDate(),
            it -> LocalDateTime.parse(it).toLocalDate(),
            it -> LocalDateTime.parse(it.replace(' ', 'T')).toLocalDate(),
            it -> LocalDateTime.parse(it, UNDERSCORES).toLocalDate())
        .flatMap(form -> parsed(form, word).stream())
        .findFirst();
  }

  private static Optional<LocalDate> parsed(Function<String, LocalDate> form, String text) {
    try {
      return Optional.of(form.apply(text));
    } catch (DateTimeParseException other) {
      return Optional.empty();
    }
  }
}
