package io.productionguardian.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.productionguardian.document.Document.Fault;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XmlReaderTest {

  private static Node root(String text) {
    Document document = Read.xml(text);
    assertThat(document.faults()).isEmpty();
    return document.root().orElseThrow();
  }

  private static Node child(Node element, int index) {
    return element.get("children").orElseThrow().items().get(index);
  }

  @Test
  void anElementIsItsNameAttributesChildrenAndText() {
    Node root = root("<a x='1' y=\"b &amp; c\"> t <b/>&#117; <c>d</c></a>");

    assertThat(root.members().keySet()).containsExactly("name", "attributes", "children", "text");
    assertThat(root.get("name").flatMap(Node::text)).contains("a");
    assertThat(root.find("attributes", "x").flatMap(Node::text)).contains("1");
    assertThat(root.find("attributes", "y").flatMap(Node::text)).contains("b & c");
    assertThat(root.get("text").flatMap(Node::text)).contains(" t u ");
    assertThat(root.get("children").orElseThrow().items()).hasSize(2);
    assertThat(child(root, 0).get("text")).isEmpty();
    assertThat(child(root, 0).get("attributes").orElseThrow().members()).isEmpty();
    assertThat(child(root, 0).get("children").orElseThrow().items()).isEmpty();
    assertThat(child(root, 1).get("text").flatMap(Node::text)).contains("d");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void elementsStandWhereTheirTagsBegin(String lineEnd) {
    String text =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <!-- a < b -->
        <suites>
          text <one a="1>2"
             b="2"/><two>x</two>
          <größe ä="ü"/><?pi < ?><three/>😀<four/>
          <![CDATA[<no/>]]><five
          />
        </suites>
        """
            .replace("\n", lineEnd);
    Node root = root(text);

    assertThat(Read.at(root, "")).isEqualTo(" 3:1");
    assertThat(root.get("children").orElseThrow().items())
        .extracting(node -> node.line() + ":" + node.place().column())
        .containsExactly("4:8", "5:13", "6:3", "6:26", "6:36", "7:20");
    assertThat(Read.at(root, "/children/0/attributes/b")).endsWith(" 4:8");
    assertThat(Read.at(root, "/children/1/text")).endsWith(" 5:18");
    assertThat(Read.at(root, "/text")).endsWith(" 3:9");
  }

  /** The parser reads its input in pieces. */
  @Test
  void placesAreRightInALargeFile() {
    StringBuilder text = new StringBuilder("<all>");
    for (int i = 2; i < 6_000; i++) {
      text.append('\n').append(" ".repeat(i % 7)).append("<x v='").append("y".repeat(i % 50));
      text.append("'>&lt;").append("z".repeat(i % 31)).append("</x>");
    }
    text.append("</all>");

    List<Node> items = root(text.toString()).get("children").orElseThrow().items();

    assertThat(items).hasSize(5_998);
    for (int i = 0; i < items.size(); i++) {
      assertThat(items.get(i).line()).isEqualTo(i + 2);
      assertThat(items.get(i).place().column()).as("line " + (i + 2)).isEqualTo((i + 2) % 7 + 1);
    }
  }

  @Test
  void placesAreRightInALongLine() {
    Node root = root("<all>" + "<x>yyyyyyy</x>".repeat(5_000) + "</all>");

    List<Node> items = root.get("children").orElseThrow().items();
    for (int i = 0; i < items.size(); i++) {
      assertThat(items.get(i).place().column()).isEqualTo(6 + 14 * i);
    }
  }

  @Test
  void cdataIsText() {
    assertThat(root("<a>1<![CDATA[<b> & ]]>2</a>").get("text").flatMap(Node::text))
        .contains("1<b> & 2");
  }

  @Test
  void ofNamespacesThePrefixCountsInAttributesOnly() {
    Node root = root("<p:a xmlns:p='u' xmlns='v' p:x='1' x='2' xml:lang='de'><b/></p:a>");

    assertThat(root.get("name").flatMap(Node::text)).contains("a");
    assertThat(root.get("attributes").orElseThrow().members().keySet())
        .containsExactly("p:x", "x", "xml:lang");
    assertThat(child(root, 0).get("name").flatMap(Node::text)).contains("b");
  }

  // Attacks

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE a><a/>",
        "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>",
        "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>",
        "<!DOCTYPE a [<!ENTITY % x SYSTEM 'http://127.0.0.1:9/x'> %x;]><a/>",
      })
  void aDocumentTypeIsRefused(String text) {
    Document document = Read.xml(text);

    assertThat(document.roots()).isEmpty();
    assertThat(document.complete()).isFalse();
    assertThat(document.faults())
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.kind()).isEqualTo(Fault.Kind.UNPARSABLE);
              assertThat(fault.message()).isEqualTo("not XML: a document type is not read");
            });
  }

  @Test
  void aBombOfEntitiesIsRefusedAtOnce() {
    StringBuilder bomb = new StringBuilder("<!DOCTYPE a [<!ENTITY x0 'x'>");
    for (int i = 1; i < 60; i++) {
      bomb.append("<!ENTITY x%d '&x%d;&x%d;'>".formatted(i, i - 1, i - 1));
    }
    bomb.append("]><a>&x59;</a>");

    Document document =
        Assertions.assertTimeoutPreemptively(
            Duration.ofMinutes(1), () -> Read.xml(bomb.toString()));

    assertThat(document.roots()).isEmpty();
    assertThat(document.complete()).isFalse();
  }

  @Test
  void manyAttributesAndALongTextEndQuickly() {
    StringBuilder attributes = new StringBuilder("<a");
    for (int i = 0; i < 50_000; i++) {
      attributes.append(" a").append(i).append("=''");
    }

    Assertions.assertTimeoutPreemptively(
        Duration.ofMinutes(1),
        () -> {
          Read.xml(attributes + "/>");
          assertThat(Read.xml("<a>" + "&lt;x".repeat(500_000) + "</a>").complete()).isTrue();
          Read.xml("<a " + "<".repeat(500_000));
        });
  }

  /** JDK 24 lowered the limits of its parser to 200 attributes and 100,000 characters of text. */
  @Test
  void whatIsTooMuchIsTheSameOnEveryJdk() {
    String attributes =
        IntStream.range(0, 1000).mapToObj(" a%d=''"::formatted).collect(Collectors.joining());

    assertThat(Read.xml("<a" + attributes + "/>").faults()).isEmpty();
    assertThat(Read.xml("<a>" + "&lt;x".repeat(100_000) + "</a>").faults()).isEmpty();
    assertThat(Read.xml("<" + "a".repeat(1000) + "/>").faults()).isEmpty();
    assertThat(Read.xml("<" + "a".repeat(1001) + "/>").faults()).hasSize(1);
  }

  // Broken

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<a>~<b>~</a> | 3",
        "<a>~ <b x=1/>~</a> | 2",
        "<a>~ <b x='1' x='2'/>~</a> | 2",
        "<a>~ &y; | 2",
        "<a/>~<b/> | 2",
        "<a>~ <p:b/></a> | 2",
        "<a>~ <b | 2",
        "<a>~~ text | 3",
        "text | 1",
        "{\"a\": 1} | 1",
        "<a>~&#0;</a> | 2",
      })
  void brokenXmlIsAFaultAtItsLine(String text, int line) {
    Document document = Read.xml(text.replace('~', '\n'));

    assertThat(document.complete()).isFalse();
    assertThat(document.faults())
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.kind()).isEqualTo(Fault.Kind.UNPARSABLE);
              assertThat(fault.place().line()).isEqualTo(line);
              assertThat(fault.place().file()).isEqualTo("f");
              assertThat(fault.message()).startsWith("not XML: ").doesNotContain("\n");
            });
  }

  @Test
  void whatStandsAboveABreakIsKept() {
    Document document = Read.xml("<a><b>x</b><c><d/>");
    Node root = document.root().orElseThrow();

    assertThat(document.complete()).isFalse();
    assertThat(root.complete()).isFalse();
    assertThat(child(root, 0).complete()).isTrue();
    assertThat(child(root, 0).get("text").flatMap(Node::text)).contains("x");
    assertThat(child(root, 1).complete()).isFalse();
  }

  @Test
  void anEncodingThatIsStatedIsNotBelieved() {
    assertThat(
            root("<?xml version='1.0' encoding='UTF-16'?><a>ä</a>").get("text").flatMap(Node::text))
        .contains("ä");
  }
}
