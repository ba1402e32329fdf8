package io.productionguardian.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.productionguardian.document.Document.Fault;
import io.productionguardian.document.Document.Limits;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultsTest {

  // Bytes

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\n", "\uFEFF"})
  void anEmptyFileIsSaidToBeEmpty(String text) {
    assertThat(Read.json(text).faults()).extracting(Fault::kind).contains(Fault.Kind.EMPTY);
    assertThat(Read.yaml(text).faults()).extracting(Fault::kind).contains(Fault.Kind.EMPTY);
    assertThat(Read.xml(text).faults()).extracting(Fault::kind).contains(Fault.Kind.EMPTY);
    assertThat(Read.json(text).complete()).isFalse();
    assertThat(Read.json(text).root()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"# nothing but a comment\n", "# a\n\n# b", "%YAML 1.2\n"})
  void aYamlFileWithoutADocumentIsNotReadInSilence(String text) {
    Document document = Read.yaml(text);

    assertThat(document.root()).isEmpty();
    assertThat(document.complete()).isFalse();
  }

  @Test
  void anEmptyLogIsALogWithoutEntries() {
    assertThat(Read.lines("").faults()).isEmpty();
    assertThat(Read.lines("").complete()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void aByteOrderMarkIsReadPast(Document.Format format) {
    boolean xml = format == Document.Format.XML;
    String text = xml ? "\uFEFF<a><b/></a>" : "\uFEFF{\"a\": 1}";

    Document document = Read.bytes(format, text.getBytes(UTF_8));

    assertThat(document.faults()).extracting(Read::brief).containsExactly("BYTE_ORDER_MARK 1:1");
    assertThat(document.complete()).isTrue();
    assertThat(Read.at(document.root().orElseThrow(), xml ? "/children/0" : "/a"))
        .isEqualTo(xml ? "/children/0 1:4" : "/a 1:7");
  }

  @ParameterizedTest
  @EnumSource
  void invalidUtf8IsReportedAtItsByte(Document.Format format) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes("{\"größe\": 1,\n \"ä😀\": \"".getBytes(UTF_8));
    bytes.write(0xC3);
    bytes.writeBytes("(\"}\n".getBytes(UTF_8));

    Document document = Read.bytes(format, bytes.toByteArray());

    assertThat(document.faults()).extracting(Read::brief).containsExactly("ENCODING 2:10");
    assertThat(document.faults().get(0).message()).isEqualTo("byte 0xC3 is not UTF-8");
    assertThat(document.complete()).isFalse();
    assertThat(document.roots()).isEmpty();
  }

  @Test
  void invalidUtf8InTheFirstLineBehindAByteOrderMarkHasItsColumnWithoutTheMark() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes("\uFEFF{\"a\": \"".getBytes(UTF_8));
    bytes.write(0xFF);

    assertThat(Read.bytes(Document.Format.JSON, bytes.toByteArray()).faults())
        .extracting(Read::brief)
        .containsExactlyInAnyOrder("ENCODING 1:8", "BYTE_ORDER_MARK 1:1");
  }

  @Test
  void aCharacterThatBreaksOffAtTheEndIsInvalidUtf8() {
    byte[] cut = java.util.Arrays.copyOf("\"ä".getBytes(UTF_8), 2);

    assertThat(Read.bytes(Document.Format.JSON, cut).faults())
        .extracting(Read::brief)
        .containsExactly("ENCODING 1:2");
  }

  // JSON

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"a\": 1, \"b\": NaN} | 1:18", // Jackson names the end of an unknown word
        "{\"a\": Infinity} | 1:15",
        "{\"a\": 1,} | 1:9",
        "{'a': 1} | 1:2",
        "{a: 1} | 1:2",
        "{\"a\": 01} | 1:8",
        "[1, 2 | 1:6",
        "{\"a\": 1} // comment | 1:10",
      })
  void whatIsNotJsonIsReportedWhereItBegins(String text, String at) {
    assertThat(Read.json(text).faults())
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.kind()).isEqualTo(Fault.Kind.UNPARSABLE);
              assertThat(fault.place()).hasToString("f:" + at);
              assertThat(fault.message()).startsWith("not JSON: ").doesNotContain("\n");
            });
  }

  @Test
  void textBehindTheJsonValueIsReported() {
    Document document = Read.json("{\"a\": 1}\n{\"b\": 2}");

    assertThat(document.faults()).extracting(Read::brief).containsExactly("UNPARSABLE 2:1");
    assertThat(document.roots()).hasSize(1);
    assertThat(document.complete()).isFalse();
  }

  @Test
  void aKeyThatStandsTwiceIsReportedAndTheFirstIsKept() {
    Document document = Read.json("{\"a\": 1,\n \"b\": {\"c\": 2,\n \"c\": {\"d\": 3}}, \"a\": 4}");

    assertThat(document.faults())
        .extracting(Read::brief)
        .containsExactly("DUPLICATE_KEY 3:2", "DUPLICATE_KEY 3:18");
    Node root = document.root().orElseThrow();
    assertThat(root.get("a").flatMap(Node::integer)).contains(1);
    assertThat(root.find("b", "c").flatMap(Node::integer)).contains(2);
    assertThat(document.complete()).isFalse();
  }

  @Test
  void whatStandsAboveABreakIsKept() {
    Document document = Read.json("{\"a\": {\"b\": [1, 2]}, \"c\": {\"d\": 3, \"e\": ?}}");
    Node root = document.root().orElseThrow();

    assertThat(root.complete()).isFalse();
    assertThat(root.get("a").orElseThrow().complete()).isTrue();
    assertThat(root.find("a", "b").orElseThrow().items()).hasSize(2);
    assertThat(root.get("c").orElseThrow().complete()).isFalse();
    assertThat(root.find("c", "d").flatMap(Node::integer)).contains(3);
    assertThat(document.complete()).isFalse();
  }

  @Test
  void aListThatBreaksOffKeepsItsFirstItems() {
    Node root = Read.json("[1, 2, ").root().orElseThrow();

    assertThat(root.complete()).isFalse();
    assertThat(root.items()).hasSize(2);
  }

  // Limits

  @ParameterizedTest
  @EnumSource
  void depthIsLimited(Document.Format format) {
    Limits limits = Read.limits(5, 100, 1_000, 10);

    boolean xml = format == Document.Format.XML; // an element is an object, its children a list
    String fits = xml ? "<a><b/></a>" : "[[[[[1]]]]]";
    String tooDeep = xml ? "<a><b><c/></b></a>" : "[[[[[[1]]]]]]";

    assertThat(Read.within(limits, format, fits).complete()).isTrue();
    assertThat(Read.within(limits, format, tooDeep).faults())
        .extracting(Read::brief)
        .containsExactly(xml ? "LIMIT 1:7" : "LIMIT 1:6");
  }

  @ParameterizedTest
  @EnumSource
  void theNumberOfValuesIsLimited(Document.Format format) {
    Limits limits = Read.limits(5, 4, 1_000, 10);
    boolean xml = format == Document.Format.XML; // an element has four: itself and its members
    String fits = xml ? "<a/>" : "[1, 2, 3]";
    String tooMany = xml ? "<a><b/></a>" : "[1, 2, 3, 4]";

    assertThat(Read.within(limits, format, fits).complete()).isTrue();
    Document document = Read.within(limits, format, tooMany);
    assertThat(document.faults())
        .extracting(Read::brief)
        .containsExactly(xml ? "LIMIT 1:4" : "LIMIT 1:11");
    assertThat(document.faults().get(0).message()).isEqualTo("more than 4 values");
    Node root = document.root().orElseThrow();
    assertThat(root.complete()).isFalse();
    assertThat(root.items()).hasSize(xml ? 0 : 3);
    assertThat(root.members()).hasSize(xml ? 3 : 0);
  }

  @ParameterizedTest
  @EnumSource
  void aHundredThousandOpenBracketsEndQuickly(Document.Format format) {
    String text = (format == Document.Format.XML ? "<a>" : "[").repeat(100_000);

    Document document =
        Assertions.assertTimeoutPreemptively(
            Duration.ofMinutes(1), () -> Read.bytes(format, text.getBytes(UTF_8)));

    assertThat(document.faults()).extracting(Fault::kind).contains(Fault.Kind.LIMIT);
  }

  @Test
  void aLargeYamlFileIsNotRead() {
    Limits limits = Read.limits(5, 100, 20, 10);

    assertThat(Read.within(limits, Document.Format.YAML, "a: 12345678901234567").complete())
        .isTrue();
    Document document = Read.within(limits, Document.Format.YAML, "a: 123456789012345678");
    assertThat(document.faults()).extracting(Read::brief).containsExactly("LIMIT 1:1");
    assertThat(document.roots()).isEmpty();
    assertThat(
            Read.within(limits, Document.Format.JSON, "{\"a\": \"123456789012345678\"}").complete())
        .isTrue();
  }

  @Test
  void onlyTheFirstThousandFaultsAreListed() {
    String text =
        IntStream.range(0, 1_500)
            .mapToObj(i -> "\"a\": " + i)
            .collect(Collectors.joining(",\n", "{", "}"));

    Document document = Read.json(text);

    assertThat(document.faults()).hasSize(1_001);
    assertThat(document.faults().get(1_000).message()).contains("the rest is not listed");
  }

  @Test
  void messagesAreOneShortLine() {
    Document document = Read.json("{\"a\\n\\u2028" + "x".repeat(500) + "\": 1, ".repeat(2) + "]");

    assertThat(document.faults())
        .isNotEmpty()
        .allSatisfy(
            fault -> {
              assertThat(fault.message()).doesNotContainPattern("[\\p{Cntrl}\\u2028\\u2029]");
              assertThat(fault.message().length()).isLessThan(300);
            });
  }

  // YAML

  @Test
  void aliasesStandForWhatTheyNameAtTheirOwnPlace() {
    Document document =
        Read.yaml(
            "hosts: &h\n  - a\n  - {p: 1}\nword: &w text\ncopy: *h\nsame: *w\nnone: &n\nn: *n");
    Node root = document.root().orElseThrow();

    assertThat(document.complete()).isTrue();
    assertThat(root.get("copy").orElseThrow().items()).hasSize(2);
    assertThat(root.nearest("/copy/1/p").integer()).contains(1);
    assertThat(Read.at(root, "/copy/1/p")).isEqualTo("/copy/1/p 5:7");
    assertThat(root.get("same").flatMap(Node::text)).contains("text");
    assertThat(root.members().get("n").isNull()).isTrue();
  }

  @Test
  void theLastAnchorOfANameCounts() {
    Node root = Read.yaml("a: &x 1\nb: *x\nc: &x 2\nd: *x\n").root().orElseThrow();

    assertThat(root.get("b").flatMap(Node::integer)).contains(1);
    assertThat(root.get("d").flatMap(Node::integer)).contains(2);
  }

  @Test
  void anAliasOfNothingAboveItIsReported() {
    assertThat(Read.yaml("a: 1\nb: *x\n").faults())
        .extracting(Read::brief)
        .containsExactly("UNPARSABLE 2:4");
  }

  @Test
  void anAliasWithinWhatItNamesIsReported() {
    Document document = Read.yaml("a: &x\n  b: *x\n");

    assertThat(document.faults()).extracting(Read::brief).containsExactly("UNPARSABLE 2:6");
    assertThat(document.root().orElseThrow().complete()).isFalse();
  }

  @Test
  void theNumberOfAliasesIsLimited() {
    String text = "a: &x 1\nl: [*x, *x, *x]\n";

    assertThat(Read.within(Read.limits(9, 99, 999, 3), Document.Format.YAML, text).complete())
        .isTrue();
    assertThat(Read.within(Read.limits(9, 99, 999, 2), Document.Format.YAML, text).faults())
        .extracting(Read::brief)
        .containsExactly("LIMIT 2:13");
  }

  @Test
  void aBombOfAliasesIsStoppedQuickly() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 12; i++) {
      String alias = "*a" + (i - 1);
      bomb.append(
          "a%d: &a%d [%s]\n"
              .formatted(i, i, String.join(", ", java.util.Collections.nCopies(9, alias))));
    }

    Document document =
        Assertions.assertTimeoutPreemptively(
            Duration.ofMinutes(1), () -> Read.yaml(bomb.toString()));

    assertThat(document.faults()).extracting(Fault::kind).containsExactly(Fault.Kind.LIMIT);
    assertThat(size(document.root().orElseThrow())).isBetween(1_000, 200_000);
  }

  private static int size(Node node) {
    return 1
        + node.members().values().stream().mapToInt(FaultsTest::size).sum()
        + node.items().stream().mapToInt(FaultsTest::size).sum();
  }

  @Test
  void mergeConflictMarkersAreReportedAndReadPast() {
    Document document = Read.yaml("a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> other\nc: 4\n");

    assertThat(document.faults())
        .extracting(Read::brief)
        .containsExactly(
            "CONFLICT_MARKER 2:1",
            "CONFLICT_MARKER 4:1",
            "DUPLICATE_KEY 5:1",
            "CONFLICT_MARKER 6:1");
    assertThat(document.root().orElseThrow().get("c").flatMap(Node::integer)).contains(4);
    assertThat(document.root().orElseThrow().get("a").flatMap(Node::integer)).contains(1);
  }

  @Test
  void aConflictMarkerInTheFirstLineIsSeenAndOneWithinALineIsNot() {
    assertThat(Read.json("<<<<<<< HEAD\n{}").faults())
        .extracting(Read::brief)
        .contains("CONFLICT_MARKER 1:1");
    assertThat(Read.yaml("a: see <<<<<<< HEAD\n").faults()).isEmpty();
    assertThat(Read.yaml("a: |\n  Title\n  =======\n").faults()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a: 1~content:~\tb: 2~ | 3:1",
        "a: 1~b: \"say \"hello\" twice\"~ | 2:10",
        "a: 1~b: Fix for the relay: it closed~ | 2:21",
        "a: [1, 2~b: 3~ | 2:2",
        "a: 'open~ | 1:4",
        "a: @x~ | 1:4",
        "a: %x~ | 1:4",
      })
  void whatIsNotYamlIsReportedWhereItBreaks(String text, String at) {
    Document document = Read.yaml(text.replace('~', '\n'));

    assertThat(document.faults())
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.kind()).isEqualTo(Fault.Kind.UNPARSABLE);
              assertThat(fault.place()).hasToString("f:" + at);
              assertThat(fault.message()).startsWith("not YAML: ").doesNotContain("\n");
            });
  }

  @Test
  void whatStandsAboveABreakInYamlIsKept() {
    Document document = Read.yaml("from: quality\ncontent:\n  type: veto\n  x: a: b\nlost: 1\n");
    Node root = document.root().orElseThrow();

    assertThat(root.get("from").flatMap(Node::text)).contains("quality");
    assertThat(root.find("content", "type").flatMap(Node::text)).contains("veto");
    assertThat(root.complete()).isFalse();
    assertThat(root.get("lost")).isEmpty();
  }

  @Test
  void aKeyThatStandsTwiceInYamlIsReported() {
    Document document = Read.yaml("a:\n  b: true\n  b: false\n  c: [{d: 1, d: {e: 2}}]\n");

    assertThat(document.faults())
        .extracting(Read::brief)
        .containsExactly("DUPLICATE_KEY 3:3", "DUPLICATE_KEY 4:14");
    assertThat(document.root().orElseThrow().nearest("/a/b").bool()).contains(true);
    assertThat(document.root().orElseThrow().nearest("/a/c/0/d").integer()).contains(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"? [a, b]\n: 1\n", "? {a: b}\n: 1\n", "&x a: 1\n*x : 2\n"})
  void aNameThatIsNoTextIsReported(String text) {
    assertThat(Read.yaml(text).faults())
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.kind()).isEqualTo(Fault.Kind.UNPARSABLE);
              assertThat(fault.message()).contains("name");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"\\UFFFFFFFF\"",
        "\"\\U00110000\"",
        "\"\\xZZ\"",
        "%YAML 99999999999.1\n---\na",
        "%YAML 1.99999999999\n---\na",
        "%TAG ! %ff\n---\na",
        "!<%ff> a",
        "!<%c3%28> a",
        "!<%> a",
        "a: |99999999999\n  b",
        "a: |0\n b",
        "&\n",
        "*\n",
        "--- >\n\0"
      })
  void oddEscapesAndDirectivesAreFaultsAndNoCrash(String text) {
    assertThat(Read.yaml(text).faults()).extracting(Fault::kind).contains(Fault.Kind.UNPARSABLE);
  }

  @Test
  void plainScalarsHaveTheTypesOfTheCoreSchema() {
    Node root =
        Read.yaml(
                "[1, -2.5, 1e3, .5, true, False, null, ~, '', '1', \"true\", no, 0x1F, .inf, !!str 1,"
                    + " 1_0, 2026_11_19_16_35_00, '']")
            .root()
            .orElseThrow();

    assertThat(root.items().stream().map(item -> item.kind().name().substring(0, 1)))
        .isEqualTo(java.util.List.of("NNNNBBNNTTTTTTTTTT".split("")));
    assertThat(root.items().get(6).isNull()).isTrue();
    assertThat(root.items().get(3).number()).contains(new java.math.BigDecimal("0.5"));
  }

  @Test
  void aStreamOfYamlDocumentsHasARootForEach() {
    Document document = Read.yaml("a: 1\n---\nb: 2\n...\n---\n- c\n");

    assertThat(document.roots()).hasSize(3);
    assertThat(document.root().orElseThrow().get("a")).isPresent();
    assertThat(document.complete()).isTrue();
  }

  @Test
  void anAnchorDoesNotReachIntoTheNextDocument() {
    assertThat(Read.yaml("a: &x 1\n---\nb: *x\n").complete()).isFalse();
  }

  @Test
  void aFileThatWasNotReadHasItsReason() {
    SourceFile file = SourceFile.unread("a.json", Fault.Kind.NOT_A_FILE, "is a\nfolder");
    Document document = file.read(Document.Format.JSON, Limits.STANDARD);

    assertThat(document.complete()).isFalse();
    assertThat(document.faults())
        .containsExactly(
            new Fault(SourceLocation.of("a.json"), Fault.Kind.NOT_A_FILE, "is a folder"));
    assertThat(file.sha256())
        .isNotEqualTo(SourceFile.unread("a.json", Fault.Kind.LIMIT, "is a folder").sha256())
        .isNotEqualTo(SourceFile.of("a.json", "").sha256())
        .hasSize(64);
  }

  @Test
  void whatIsBeyondTheParsersLimitsIsAFaultAndNoException() {
    String digits = "9".repeat(1_001);
    String name = "n".repeat(100_001);

    for (String text : List.of("{\"a\": " + digits + "}", "{\"" + name + "\": 1}")) {
      Document read = Read.json(text);

      assertThat(read.faults()).isNotEmpty();
      assertThat(read.complete()).isFalse();
      assertThat(Read.lines(text).complete()).isFalse();
    }
    assertThat(Read.json("{\"a\": " + "9".repeat(1_000) + "}").complete()).isTrue();
  }
}
