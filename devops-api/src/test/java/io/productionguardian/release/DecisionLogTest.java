package io.productionguardian.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionLogTest {

  private static final String LINE = "{\"n\": 1}\n";

  @TempDir private Path folder;
  private Path log;

  @BeforeEach
  void path() {
    log = folder.resolve("decision_log.jsonl");
  }

  private void append(String line, long offset) throws Exception {
    try (DecisionLog open = DecisionLog.lock(log)) {
      open.append(line.getBytes(StandardCharsets.UTF_8), offset);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`` | {N}~", // a new log
        "{A}~ | {A}~{N}~",
        "{A} | {A}~{N}~", // no newline at the end
        "{A}~~ | {A}~~{N}~",
      })
  void aLineIsAppendedAsALine(String before, String after) throws Exception {
    String text = before.replace('~', '\n');
    Files.writeString(log, text);

    append("{N}\n", text.length());

    assertThat(Files.readString(log)).isEqualTo(after.replace('~', '\n'));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 8})
  void aTornLineOfOursIsMended(int written) throws Exception {
    Files.writeString(log, "{A}\n" + LINE.substring(0, written));

    append(LINE, 4);

    assertThat(Files.readString(log)).isEqualTo("{A}\n" + LINE);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 9})
  void aTornLineBehindALogWithoutANewlineIsMended(int written) throws Exception {
    Files.writeString(log, "{A}" + ("\n" + LINE).substring(0, written));

    append(LINE, 3);

    assertThat(Files.readString(log)).isEqualTo("{A}\n" + LINE);
  }

  @Test
  void aLineThatIsThereIsNotAppendedAgain() throws Exception {
    Files.writeString(log, "{A}\n");
    append(LINE, 4);
    append(LINE, 4);
    assertThat(Files.readString(log)).isEqualTo("{A}\n" + LINE);

    Files.writeString(log, "{A}\n{B}\n" + LINE + "{C}\n");
    append(LINE, 4);
    assertThat(Files.readString(log)).isEqualTo("{A}\n{B}\n" + LINE + "{C}\n");
  }

  @Test
  void anEqualLineOfAnEarlierDecisionIsNotTakenForThisOne() throws Exception {
    Files.writeString(log, LINE);

    append(LINE, LINE.length());

    assertThat(Files.readString(log)).isEqualTo(LINE + LINE);
  }

  @Test
  void whatOthersAppendedMeanwhileStays() throws Exception {
    Files.writeString(log, "{A}\n{B}\n{C}");

    append(LINE, 4);

    assertThat(Files.readString(log)).isEqualTo("{A}\n{B}\n{C}\n" + LINE);
  }

  @Test
  void aLogThatBecameShorterIsAppendedTo() throws Exception {
    Files.writeString(log, "{A}\n");

    append(LINE, 400);

    assertThat(Files.readString(log)).isEqualTo("{A}\n" + LINE);
  }

  @Test
  void onlyALogThatLockingMadeIsTakenAwayAgain() throws Exception {
    try (DecisionLog open = DecisionLog.lock(log)) {
      assertThat(log).exists();
      open.removeIfCreated();
    }
    assertThat(log).doesNotExist();

    Files.writeString(log, "");
    try (DecisionLog open = DecisionLog.lock(log)) {
      open.removeIfCreated();
    }
    assertThat(log).exists();

    Files.delete(log);
    try (DecisionLog open = DecisionLog.lock(log)) {
      open.append(LINE.getBytes(StandardCharsets.UTF_8), 0);
      open.removeIfCreated();
    }
    assertThat(log).hasContent(LINE.strip());
  }

  @Test
  void anotherThreadWaitsForTheLock() throws Exception {
    CompletableFuture<Long> other;
    try (DecisionLog first = DecisionLog.lock(log)) {
      other =
          CompletableFuture.supplyAsync(
              () -> {
                try (DecisionLog second = DecisionLog.lock(log)) {
                  return second.size();
                } catch (java.io.IOException e) {
                  throw new java.io.UncheckedIOException(e);
                }
              });
      Thread.sleep(300);
      assertThat(other).isNotDone();
      first.append(LINE.getBytes(StandardCharsets.UTF_8), 0);
    }

    assertThat(other.get(60, TimeUnit.SECONDS)).isEqualTo(LINE.length());
  }

  @Test
  void waitingForTheLockCanBeInterrupted() throws Exception {
    try (DecisionLog first = DecisionLog.lock(log)) {
      assertThat(first.size()).isZero();
      Thread.currentThread().interrupt();
      assertThatExceptionOfType(FolderException.class)
          .isThrownBy(() -> DecisionLog.lock(log).close())
          .withMessage("interrupted while waiting for the lock");
      assertThat(Thread.interrupted()).isTrue();
    }
  }
}
