package io.productionguardian.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourceLocationsTest {

  @Test
  void jsonValuesStandWhereTheyBeginAndContainersWhereTheirNameBegins() {
    Node root =
        Read.json(
                """
                {
                  "a": 1,
                  "b" : { "c": [true, null, {"d": "x"}] },
                  "e":
                    "late"
                }
                """)
            .root()
            .orElseThrow();

    assertThat(Read.at(root, "")).isEqualTo(" 1:1");
    assertThat(Read.at(root, "/a")).isEqualTo("/a 2:8");
    assertThat(Read.at(root, "/b")).isEqualTo("/b 3:3");
    assertThat(Read.at(root, "/b/c")).isEqualTo("/b/c 3:11");
    assertThat(Read.at(root, "/b/c/0")).isEqualTo("/b/c/0 3:17");
    assertThat(Read.at(root, "/b/c/1")).isEqualTo("/b/c/1 3:23");
    assertThat(Read.at(root, "/b/c/2")).isEqualTo("/b/c/2 3:29");
    assertThat(Read.at(root, "/b/c/2/d")).isEqualTo("/b/c/2/d 3:35");
    assertThat(Read.at(root, "/e")).isEqualTo("/e 5:5");
  }

  @Test
  void yamlValuesStandWhereTheyBeginAndContainersWhereTheirNameBegins() {
    Node root =
        Read.yaml(
                """
                # a comment
                a: 1
                b:
                  c:
                    - true
                    - d: x
                e: >
                  folded
                f: {g: [7]}
                """)
            .root()
            .orElseThrow();

    assertThat(Read.at(root, "")).isEqualTo(" 2:1");
    assertThat(Read.at(root, "/a")).isEqualTo("/a 2:4");
    assertThat(Read.at(root, "/b")).isEqualTo("/b 3:1");
    assertThat(Read.at(root, "/b/c")).isEqualTo("/b/c 4:3");
    assertThat(Read.at(root, "/b/c/0")).isEqualTo("/b/c/0 5:7");
    assertThat(Read.at(root, "/b/c/1")).isEqualTo("/b/c/1 6:7");
    assertThat(Read.at(root, "/b/c/1/d")).isEqualTo("/b/c/1/d 6:10");
    assertThat(Read.at(root, "/e")).isEqualTo("/e 7:4");
    assertThat(Read.at(root, "/f/g/0")).isEqualTo("/f/g/0 9:9");
  }

  @Test
  void columnsCountLettersThatAreNotAscii() {
    assertThat(Read.at(Read.json("{\"größe ä\": \"ü\", \"b\": 2}").root().orElseThrow(), "/b"))
        .isEqualTo("/b 1:23");
    assertThat(Read.at(Read.yaml("{größe ä: ü, b: 2}").root().orElseThrow(), "/b"))
        .isEqualTo("/b 1:17");
  }

  @Test
  void columnsCountSurrogatePairsAsTwoInBothFormats() {
    assertThat(Read.at(Read.json("{\"😀\": 1, \"b\": 2}").root().orElseThrow(), "/b"))
        .isEqualTo("/b 1:16");
    assertThat(Read.at(Read.yaml("{\"😀\": 1, \"b\": 2}").root().orElseThrow(), "/b"))
        .isEqualTo("/b 1:16");
  }

  @Test
  void aFaultBehindASurrogatePairIsCountedTheSameWay() {
    assertThat(Read.yaml("{\"😀\": 1, \"b\": ]").faults())
        .extracting(Read::brief)
        .containsExactly("UNPARSABLE 1:16");
    assertThat(Read.yaml("\"😀\": \"\u0001\"").faults())
        .extracting(Read::brief)
        .containsExactly("UNPARSABLE 1:8");
  }

  @Test
  void windowsLineEndsCountAsOne() {
    assertThat(Read.at(Read.json("{\r\n\"a\":\r\n1}").root().orElseThrow(), "/a"))
        .isEqualTo("/a 3:1");
    assertThat(Read.at(Read.yaml("a: 1\r\nb: 2\r\n").root().orElseThrow(), "/b"))
        .isEqualTo("/b 2:4");
  }

  @Test
  void pointersEscapeAndResolve() {
    Node root = Read.json("{\"a/b\": {\"c~d\": [1]}, \"\": 2, \"~1\": 3}").root().orElseThrow();

    assertThat(Read.at(root, "/a~1b/c~0d/0")).startsWith("/a~1b/c~0d/0 ");
    assertThat(root.nearest("/").number()).contains(BigDecimal.valueOf(2));
    assertThat(root.nearest("/~01").number()).contains(BigDecimal.valueOf(3));
    assertThatIllegalArgumentException().isThrownBy(() -> root.nearest("a"));
  }

  @Test
  void aPointerToNothingGivesTheDeepestNodeOnTheWay() {
    Node root = Read.json("{\"a\": {\"b\": [1, 2]}}").root().orElseThrow();

    assertThat(root.nearest("/a/b/2").pointer()).isEqualTo("/a/b");
    assertThat(root.nearest("/a/x/y").pointer()).isEqualTo("/a");
    assertThat(root.nearest("/a/b/0/z").pointer()).isEqualTo("/a/b/0");
  }

  @Test
  void aMissingMemberStandsWhereItsParentStands() {
    Node root = Read.json("{\n \"a\": {\n  \"b\": 1}}").root().orElseThrow();
    Node a = root.get("a").orElseThrow();

    assertThat(a.place("b")).hasToString("f:3:8");
    assertThat(a.place("c")).hasToString("f:2:2");
  }

  @Test
  void everyQuestionHasAnAnswerOnEveryKindOfNode() {
    Node root =
        Read.json("{\"t\": \"x\", \"n\": 1.50, \"b\": true, \"z\": null, \"l\": [\"p\", 1, \"q\"]}")
            .root()
            .orElseThrow();
    Node text = root.get("t").orElseThrow();
    Node number = root.get("n").orElseThrow();
    Node list = root.get("l").orElseThrow();

    assertThat(root.get("z")).isEmpty();
    assertThat(root.members().get("z").isNull()).isTrue();
    assertThat(root.members().get("z").scalar()).isEmpty();
    assertThat(text.text()).contains("x");
    assertThat(text.number()).isEmpty();
    assertThat(text.members()).isEmpty();
    assertThat(text.items()).isEmpty();
    assertThat(text.texts()).containsExactly("x");
    assertThat(number.number()).contains(new BigDecimal("1.50"));
    assertThat(number.scalar()).contains("1.50");
    assertThat(number.integer()).isEmpty();
    assertThat(number.bool()).isEmpty();
    assertThat(root.get("b").flatMap(Node::bool)).contains(true);
    assertThat(root.get("b").flatMap(Node::text)).isEmpty();
    assertThat(list.texts()).isEqualTo(List.of("p", "q"));
    assertThat(list.text()).isEmpty();
    assertThat(root.find("l", "0")).isEmpty();
    assertThat(list.items().get(1).integer()).contains(1);
    assertThat(list.items().get(0).name()).isEqualTo("0");
    assertThat(root).hasToString("MapNode at f:1:1");
    assertThat(list.line()).isEqualTo(1);
  }

  @Test
  void numbersBeyondComputingWithAreNotComputedWith() {
    Node root =
        Read.json(
                "[1e999999999, 1e99999999999, 1e-101, 1e100, 2147483647, 2147483648, 3.0, -0, 1"
                    + "0".repeat(120)
                    + "]")
            .root()
            .orElseThrow();

    assertThat(root.items().get(0).number()).isEmpty();
    assertThat(root.items().get(1).number()).isEmpty();
    assertThat(root.items().get(2).number()).isEmpty();
    assertThat(root.items().get(3).number()).contains(new BigDecimal("1e100"));
    assertThat(root.items().get(3).integer()).isEmpty();
    assertThat(root.items().get(4).integer()).contains(Integer.MAX_VALUE);
    assertThat(root.items().get(5).integer()).isEmpty();
    assertThat(root.items().get(6).integer()).contains(3);
    assertThat(root.items().get(7).integer()).contains(0);
    assertThat(root.items().get(8).number()).isEmpty();
    assertThat(root.items().get(8).scalar()).isPresent();
  }

  @Test
  void placesAreOrderedByFileLineColumnAndPointer() {
    SourceLocation first = new SourceLocation("a", "/x", 2, 9);

    assertThat(first)
        .isLessThan(SourceLocation.of("b"))
        .isLessThan(SourceLocation.at("a", 10, 1))
        .isLessThan(SourceLocation.at("a", 2, 10))
        .isLessThan(new SourceLocation("a", "/y", 2, 9))
        .isGreaterThan(SourceLocation.of("a"))
        .isEqualByComparingTo(new SourceLocation("a", "/x", 2, 9));
  }

  @Test
  void formatsAreToldByTheFilesName() {
    assertThat(Document.Format.of("a/review.json")).contains(Document.Format.JSON);
    assertThat(Document.Format.of("a/readiness.sarif")).contains(Document.Format.JSON);
    assertThat(Document.Format.of("decision_log.jsonl")).contains(Document.Format.JSON_LINES);
    assertThat(Document.Format.of("a.yml")).contains(Document.Format.YAML);
    assertThat(Document.Format.of("a.yaml")).contains(Document.Format.YAML);
    assertThat(Document.Format.of("TEST-a.xml")).contains(Document.Format.XML);
    assertThat(Document.Format.of("a.json/readme")).isEmpty();
    assertThat(Document.Format.of("runbook.md")).isEmpty();
  }
}
