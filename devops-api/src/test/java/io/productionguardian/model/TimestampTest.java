package io.productionguardian.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampTest {

  @ParameterizedTest
  @ValueSource(strings = {"2026_11_19_16_35_00", "2024_02_29_23_59_59", "0001_01_01_00_00_00"})
  void readsExistingTimes(String text) {
    assertThat(Timestamp.parse(text)).get().hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026_11_19",
        "2025_02_29_00_00_00",
        "2026_04_31_00_00_00",
        "2026_13_01_00_00_00",
        "2026_00_01_00_00_00",
        "2026_11_19_24_00_00",
        "2026_11_19_23_60_00",
        "2026_11_19_23_59_60",
        "2026-11-19_16_35_00",
        "2026_11_19_16_35_00 ",
        " 2026_11_19_16_35_00",
        "2026_11_19_16_35_00Z",
        "2026_1_19_16_35_00",
        "٢٠٢٦_11_19_16_35_00"
      })
  void refusesEverythingElse(String text) {
    assertThat(Timestamp.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-2026_11_19_16_35_00", "+12026_11_19_16_35_00"})
  void refusesYearsOfAnotherFormThanFourDigits(String text) {
    assertThat(Timestamp.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "veto_2026_11_19_16_35_00.yaml, 2026_11_19_16_35_00",
    "msg_2026_11_18_11_05_00, 2026_11_18_11_05_00",
    "2026_01_01_00_00_00 then 2027_01_01_00_00_00, 2026_01_01_00_00_00",
  })
  void findsATimeWithinAText(String text, String time) {
    assertThat(Timestamp.findIn(text)).get().hasToString(time);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "epic_25", "12026_11_19_16_35_00", "2026_11_19_16_35_001", "2026_11_19_16_35"})
  void findsNoTimeWhereNoneStands(String text) {
    assertThat(Timestamp.findIn(text)).isEmpty();
  }

  @Test
  void passesOverDigitsThatAreNoTime() {
    assertThat(Timestamp.findIn("2026_99_99_99_99_99.2026_11_19_16_35_00"))
        .get()
        .hasToString("2026_11_19_16_35_00");
  }

  @Test
  void dropsWhatIsFinerThanASecond() {
    LocalDateTime fine = LocalDateTime.of(2026, 1, 2, 3, 4, 5, 678);

    assertThat(new Timestamp(fine)).isEqualTo(new Timestamp(fine.withNano(0)));
  }

  @Test
  void isReadOnTheClockOfItsZone() {
    Instant instant = Instant.parse("2026-11-19T23:30:00Z");

    assertThat(Timestamp.of(instant, ZoneOffset.UTC)).hasToString("2026_11_19_23_30_00");
    assertThat(Timestamp.of(instant, ZoneId.of("Asia/Tokyo"))).hasToString("2026_11_20_08_30_00");
  }

  @Property(tries = 200)
  void aSecondSurvivesWritingAndReading(
      @ForAll @LongRange(min = 0, max = 253_402_300_799L) long second) {
    Instant instant = Instant.ofEpochSecond(second);
    Timestamp written = Timestamp.of(instant, ZoneOffset.UTC);

    Timestamp read = Timestamp.parse(written.toString()).orElseThrow();

    assertThat(read).isEqualTo(written).isEqualByComparingTo(written);
    assertThat(read.toInstant(ZoneOffset.UTC)).isEqualTo(instant);
  }

  @Property(tries = 200)
  void isOrderedLikeItsText(
      @ForAll @LongRange(min = 0, max = 253_402_300_799L) long first,
      @ForAll @LongRange(min = 0, max = 253_402_300_799L) long second) {
    Timestamp a = Timestamp.of(Instant.ofEpochSecond(first), ZoneOffset.UTC);
    Timestamp b = Timestamp.of(Instant.ofEpochSecond(second), ZoneOffset.UTC);

    assertThat(Integer.signum(a.compareTo(b)))
        .isEqualTo(Integer.signum(a.toString().compareTo(b.toString())));
  }
}
