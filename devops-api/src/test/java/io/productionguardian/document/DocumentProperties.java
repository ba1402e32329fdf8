package io.productionguardian.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.productionguardian.document.Document.Fault;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class DocumentProperties {

  private static final ObjectMapper SMALL = new JsonMapper();
  private static final ObjectMapper PRETTY =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  @Property(tries = 1_000)
  void anyBytesAreReadInAnyFormat(
      @ForAll Document.Format format, @ForAll @Size(max = 200) byte[] bytes) {
    accept(Read.bytes(format, bytes));
  }

  @Property(tries = 2_000)
  void anyTextOfThePiecesOfTheFormatsIsRead(
      @ForAll Document.Format format, @ForAll("texts") String text) {
    accept(Read.bytes(format, text.getBytes(UTF_8)));
  }

  /** Whatever was read can be asked for everything. */
  private static void accept(Document document) {
    assertThat(document.faults()).isSortedAccordingTo((a, b) -> a.place().compareTo(b.place()));
    for (Fault fault : document.faults()) {
      assertThat(fault.place().file()).isEqualTo("f");
      assertThat(fault.place().line()).isPositive();
      assertThat(fault.place().column()).isPositive();
      assertThat(fault.message()).isNotBlank().doesNotContain("\n");
    }
    document.roots().forEach(DocumentProperties::acceptNode);
    if (document.roots().stream().anyMatch(root -> !root.complete())) {
      assertThat(document.complete()).isFalse();
    }
    if (document.roots().isEmpty() && document.complete()) {
      assertThat(document.faults())
          .allMatch(
              fault ->
                  fault.kind() == Fault.Kind.BLANK_LINE
                      || fault.kind() == Fault.Kind.BYTE_ORDER_MARK);
    }
  }

  private static void acceptNode(Node node) {
    assertThat(node.place().line()).isPositive();
    assertThat(node.place().column()).isPositive();
    assertThat(node.number().isPresent() && node.text().isPresent()).isFalse();
    node.members().values().forEach(DocumentProperties::acceptNode);
    node.items().forEach(DocumentProperties::acceptNode);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of(
            "{",
            "}",
            "[",
            "]",
            ":",
            ",",
            "\"",
            "'",
            "\n",
            "\n",
            " ",
            "  ",
            "- ",
            "? ",
            ": ",
            "a",
            "b",
            "1",
            "-1",
            "1e5",
            "null",
            "true",
            "~",
            "&x ",
            "*x",
            "!!str ",
            "!<%41>",
            "!t ",
            "%YAML 1.2\n",
            "%TAG ! a\n",
            "---\n",
            "...\n",
            "|\n",
            ">-\n",
            "|2\n",
            "# c\n",
            "\t",
            "\\",
            "\\u00e4",
            "\\U",
            "\\UFFFFFFFF",
            "\\x4",
            "\uFEFF",
            "é",
            "😀",
            "\0",
            "\u0085",
            "\u2028",
            "@",
            "`",
            "<<: ",
            "<<<<<<< a\n",
            "=======\n",
            ">>>>>>> b\n",
            "\r\n",
            "\r",
            "<a>",
            "</a>",
            "<b x='1'/>",
            "<p:a xmlns:p='u' p:x=\"2\">",
            "<![CDATA[",
            "]]>",
            "<!--",
            "-->",
            "<?xml version='1.0'?>",
            "<?pi ",
            "?>",
            "<!DOCTYPE a>",
            "<",
            "&lt;",
            "&#0;",
            "&#x1F600;",
            "&y;")
        .list()
        .ofMaxSize(30)
        .map(pieces -> String.join("", pieces));
  }

  private static final String XML =
      """
      <?xml version='1.0' encoding='UTF-8'?>
      <!-- c --><a xmlns:p="u" p:x='1'>
       t &lt; &#x41; <b><![CDATA[<x>]]></b><p:c y='2&amp;'/><?pi d?>
      </a>
      """;

  @Property(tries = 3_000)
  void xmlThatWasChangedIsRead(@ForAll("changes") List<Integer> changes) {
    String letters = "<>/!?&;='\"-[]x: \n#\0\uFFFE\uD800%";
    StringBuilder text = new StringBuilder(XML);
    for (int change : changes) {
      int at = change % text.length();
      char letter = letters.charAt(change / 7 % letters.length());
      switch (change % 3) {
        case 0 -> text.deleteCharAt(at);
        case 1 -> text.insert(at, letter);
        default -> text.setCharAt(at, letter);
      }
    }
    accept(Read.xml(text.toString()));
  }

  @Provide
  Arbitrary<List<Integer>> changes() {
    return Arbitraries.integers().between(0, 1_000_000).list().ofMinSize(1).ofMaxSize(3);
  }

  @Property(tries = 200)
  void whatJacksonWritesIsReadBackEqual(@ForAll("trees") JsonNode tree, @ForAll boolean pretty) {
    String text = (pretty ? PRETTY : SMALL).writeValueAsString(tree);

    Document document = Read.json(text);

    assertThat(document.faults()).isEmpty();
    Node root = document.root().orElseThrow();
    same(tree, root);
    everyPointerResolves(root, root, text);
  }

  @Property(tries = 200)
  void jsonIsYaml(@ForAll("trees") JsonNode tree) {
    Document document = Read.yaml(PRETTY.writeValueAsString(tree));

    assertThat(document.faults()).isEmpty();
    Node root = document.root().orElseThrow();
    same(tree, root);
  }

  @Property(tries = 100)
  void entriesOfALogAreReadBackEqual(@ForAll("objects") List<JsonNode> trees) {
    StringBuilder log = new StringBuilder();
    trees.forEach(tree -> log.append(SMALL.writeValueAsString(tree)).append('\n'));

    Document document = Read.lines(log.toString());

    assertThat(document.faults()).isEmpty();
    assertThat(document.roots()).hasSize(trees.size());
    for (int i = 0; i < trees.size(); i++) {
      same(trees.get(i), document.roots().get(i));
      assertThat(document.roots().get(i).line()).isEqualTo(i + 1);
    }
  }

  private static void same(JsonNode tree, Node node) {
    if (tree.isObject()) {
      assertThat(node).isInstanceOf(MapNode.class);
      assertThat(node.members().keySet())
          .containsExactlyElementsOf(tree.properties().stream().map(Map.Entry::getKey).toList());
      tree.properties().forEach(e -> same(e.getValue(), node.members().get(e.getKey())));
    } else if (tree.isArray()) {
      assertThat(node).isInstanceOf(ListNode.class);
      assertThat(node.items()).hasSize(tree.size());
      for (int i = 0; i < tree.size(); i++) {
        same(tree.get(i), node.items().get(i));
      }
    } else if (tree.isString()) {
      assertThat(node.text()).contains(tree.stringValue());
    } else if (tree.isNumber()) {
      BigDecimal number = node.number().orElseThrow();
      assertThat(number).isEqualByComparingTo(tree.decimalValue());
    } else if (tree.isBoolean()) {
      assertThat(node.bool()).contains(tree.booleanValue());
    } else {
      assertThat(node.isNull()).isTrue();
    }
  }

  private static void everyPointerResolves(Node root, Node node, String text) {
    assertThat(root.nearest(node.pointer())).isSameAs(node);
    String line = text.lines().skip(node.place().line() - 1L).findFirst().orElseThrow();
    char first = line.charAt(node.place().column() - 1);
    assertThat(first).isNotIn(' ', ',', ':', '}', ']');
    node.members().values().forEach(child -> everyPointerResolves(root, child, text));
    node.items().forEach(child -> everyPointerResolves(root, child, text));
  }

  @Provide
  Arbitrary<List<JsonNode>> objects() {
    return Arbitraries.randomValue(random -> (JsonNode) map(random, 2)).list().ofMaxSize(5);
  }

  @Provide
  Arbitrary<JsonNode> trees() {
    return Arbitraries.randomValue(random -> tree(random, 4));
  }

  private static JsonNode tree(Random random, int depth) {
    JsonNodeFactory factory = JsonNodeFactory.instance;
    return switch (random.nextInt(depth > 0 ? 10 : 6)) {
      case 0 -> factory.stringNode(text(random, 10));
      case 1 -> factory.numberNode(random.nextLong());
      case 2 -> factory.numberNode(BigDecimal.valueOf(random.nextInt(), random.nextInt(20)));
      case 3 -> factory.numberNode(random.nextDouble() * 1e20);
      case 4 -> factory.booleanNode(random.nextBoolean());
      case 5 -> factory.nullNode();
      case 6, 7 -> {
        var array = factory.arrayNode();
        for (int i = random.nextInt(4); i > 0; i--) {
          array.add(tree(random, depth - 1));
        }
        yield array;
      }
      default -> map(random, depth - 1);
    };
  }

  private static ObjectNode map(Random random, int depth) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (int i = random.nextInt(5); i > 0; i--) {
      object.set(text(random, 5), tree(random, depth));
    }
    return object;
  }

  private static String text(Random random, int most) {
    int[] letters = "ab01 ~/:#-'\"\\{}[],&*!|>%@`\nä€😀".codePoints().toArray();
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(most); i > 0; i--) {
      text.appendCodePoint(letters[random.nextInt(letters.length)]);
    }
    return text.toString();
  }
}
