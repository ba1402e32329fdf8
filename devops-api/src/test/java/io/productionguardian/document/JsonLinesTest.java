package io.productionguardian.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.productionguardian.document.Document.Fault;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLinesTest {

  /** Numbers and lines of the complete entries. */
  private static List<String> entries(Document document) {
    return document.roots().stream()
        .filter(Node::complete)
        .map(root -> root.get("n").flatMap(Node::scalar).orElse("?") + "@" + root.line())
        .toList();
  }

  @Test
  void anEntryALineIsWithoutFaults() {
    Document document = Read.lines("{\"n\": 1}\n{\"n\": 2}\n{\"n\": 3}");

    assertThat(document.faults()).isEmpty();
    assertThat(entries(document)).containsExactly("1@1", "2@2", "3@3");
    assertThat(document.roots()).allMatch(root -> root.pointer().isEmpty());
  }

  @Test
  void blankLinesAreReportedAndReadPast() {
    Document document = Read.lines("\n{\"n\": 1}\n  \n\n{\"n\": 2}\n");

    assertThat(document.faults())
        .extracting(Read::brief)
        .containsExactly("BLANK_LINE 1:1", "BLANK_LINE 3:1", "BLANK_LINE 4:1");
    assertThat(entries(document)).containsExactly("1@2", "2@5");
    assertThat(document.complete()).isTrue();
  }

  @Test
  void anEntryOverSeveralLinesIsReportedAndRead() {
    Document document = Read.lines("{\"n\": 1}\n{\n \"n\": 2,\n \"a\": [\n1]}\n{\"n\": 3}\n");

    assertThat(document.faults()).extracting(Read::brief).containsExactly("ODD_LINE 2:1");
    assertThat(document.faults().get(0).message()).isEqualTo("an entry over 4 lines");
    assertThat(entries(document)).containsExactly("1@1", "2@2", "3@6");
    assertThat(Read.at(document.roots().get(1), "/n")).isEqualTo("/n 3:7");
  }

  @Test
  void twoEntriesOnALineAreReportedAndRead() {
    Document document = Read.lines("{\"n\": 1} {\"n\": 2}\n{\"n\": 3}\n");

    assertThat(document.faults()).extracting(Read::brief).containsExactly("ODD_LINE 1:10");
    assertThat(entries(document)).containsExactly("1@1", "2@1", "3@2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"n\": 2, \"d\": \"broken o",
        "{\"n\": 2, \"d\": [1, 2",
        "{\"n\": 2,",
        "{\"n\": 2, \"d\":",
        "{\"n\"",
        "{",
        "{\"n\": NaN}",
        "not json at all",
        "}",
        "]",
        "{\"n\": 2}}",
        "<<<<<<< HEAD",
        "{\"n\": 2, \"d\": {\"e\": tru}}"
      })
  void goodEntriesBehindABrokenOneAreAllReadAtTheirLines(String broken) {
    Document document =
        Read.lines("{\"n\": 1}\n" + broken + "\n{\"n\": 3}\n{\"n\": 4}\n\n{\"n\": 6}\n");

    assertThat(entries(document)).contains("1@1", "3@3", "4@4", "6@6");
    assertThat(document.complete()).isFalse();
    assertThat(document.faults())
        .filteredOn(fault -> fault.kind() == Fault.Kind.UNPARSABLE)
        .isNotEmpty()
        .allSatisfy(fault -> assertThat(fault.place().line()).isBetween(2, 4));
  }

  @Test
  void aSpreadEntryThatBreaksOffDoesNotSwallowTheNextOnes() {
    Document document =
        Read.lines("{\n  \"n\": 1,\n  \"d\": {\n    \"e\": 1\n{\"n\": 5}\n{\"n\": 6}\n");

    assertThat(entries(document)).containsExactly("5@5", "6@6");
    assertThat(document.roots().get(0).get("n").flatMap(Node::integer)).contains(1);
    assertThat(document.roots().get(0).complete()).isFalse();
  }

  @Test
  void twoBrokenEntriesAreBothReported() {
    Document document = Read.lines("{\"n\": 1\n{\"n\": 2}\n{\"n\": \"x\n{\"n\": 4}\n");

    assertThat(entries(document)).containsExactly("2@2", "4@4");
    assertThat(document.faults())
        .filteredOn(fault -> fault.kind() == Fault.Kind.UNPARSABLE)
        .hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"n\": 2, \"d\": \"brok", "{\"n\": 2", "{"})
  void aLastEntryThatBreaksOffIsReported(String last) {
    Document document = Read.lines("{\"n\": 1}\n" + last);

    assertThat(entries(document)).containsExactly("1@1");
    assertThat(document.roots()).hasSize(2);
    assertThat(document.faults())
        .singleElement()
        .satisfies(fault -> assertThat(fault.place().line()).isEqualTo(2));
  }

  @Test
  void aKeyThatStandsTwiceIsReportedInItsLine() {
    Document document = Read.lines("{\"n\": 1}\n{\"n\": 2, \"n\": 3}\n{\"n\": 4}\n");

    assertThat(document.faults()).extracting(Read::brief).containsExactly("DUPLICATE_KEY 2:10");
    assertThat(entries(document)).containsExactly("1@1", "2@2", "4@3");
  }

  @Test
  void tooDeepAnEntryDoesNotHideTheNext() {
    Document document =
        Read.within(
            Read.limits(3, 100, 100, 1),
            Document.Format.JSON_LINES,
            "{\"n\": 1}\n{\"n\": [[[[2]]]]}\n{\"n\": 3}\n");

    assertThat(document.faults()).extracting(Read::brief).containsExactly("LIMIT 2:9");
    assertThat(entries(document)).containsExactly("1@1", "3@3");
  }

  @Test
  void manyBrokenLinesAreReadQuickly() {
    String text = "{\"a\":\n".repeat(300_000);

    Document document =
        Assertions.assertTimeoutPreemptively(Duration.ofMinutes(1), () -> Read.lines(text));

    assertThat(document.complete()).isFalse();
  }
}
