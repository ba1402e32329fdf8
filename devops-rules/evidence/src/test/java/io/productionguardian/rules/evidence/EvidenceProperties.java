package io.productionguardian.rules.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.productionguardian.document.Document;
import io.productionguardian.document.Document.Limits;
import io.productionguardian.document.Node;
import io.productionguardian.document.SourceFile;
import io.productionguardian.dossier.Evidence;
import io.productionguardian.dossier.EvidenceSource;
import io.productionguardian.dossier.Reported.ScanReport;
import io.productionguardian.dossier.Reported.VexStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.ServiceLoader;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** No tree whatever makes a source throw. */
class EvidenceProperties {

  private static final JsonMapper JSON = new JsonMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final List<EvidenceSource> SOURCES =
      ServiceLoader.load(EvidenceSource.class).stream().map(ServiceLoader.Provider::get).toList();

  /** The names that sources ask for: trees of others would leave them all silent. */
  private static final List<String> NAMES = names();

  private static List<String> names() {
    List<String> names = new ArrayList<>(List.of("<<", "", "extends"));
    Shown.FIXTURES.forEach(
        fixture -> Shown.fixture(fixture).roots().forEach(root -> names(root, names)));
    return names.stream().distinct().sorted().toList();
  }

  private static void names(Node node, List<String> names) {
    names.addAll(node.members().keySet());
    node.members().values().forEach(member -> names(member, names));
    node.items().forEach(item -> names(item, names));
  }

  private static void accept(JsonNode tree) {
    byte[] text = JSON.writeValueAsBytes(tree);
    accept(Shown.document("a.json", text));
    accept(SourceFile.of("a.yaml", text).read(Document.Format.YAML, Limits.STANDARD));
  }

  /** All that is shown can be asked for all of it. */
  private static void accept(Document document) {
    for (EvidenceSource source : SOURCES) {
      for (Evidence evidence : source.read(document)) {
        assertThat(evidence.place().file()).isEqualTo(document.file());
        if (evidence instanceof ScanReport report) {
          report.vulnerabilities().forEach(found -> assertThat(found.id()).isNotBlank());
        } else if (evidence instanceof VexStatement said) {
          assertThat(said.ids()).isNotEmpty().allMatch(id -> !id.isBlank());
        } else if (evidence instanceof io.productionguardian.dossier.Deployed.Container container) {
          container.checks().values().forEach(check -> check.value().cannotFail());
        }
      }
    }
  }

  @Property(tries = 1_000)
  void noSourceThrowsOnAnyTree(@ForAll("trees") JsonNode tree) {
    accept(tree);
  }

  @Property(tries = 1_500)
  void noSourceThrowsOnAFixtureThatWasChanged(@ForAll("mutants") JsonNode tree) {
    accept(tree);
  }

  @Property(tries = 300)
  void noSourceThrowsOnAFixtureThatBreaksOff(@ForAll("fixtures") String fixture, @ForAll int seed) {
    byte[] bytes = Shown.bytes(fixture);
    accept(
        Shown.document(
            fixture, java.util.Arrays.copyOf(bytes, new Random(seed).nextInt(bytes.length))));
  }

  @Provide
  Arbitrary<String> fixtures() {
    return Arbitraries.of(Shown.FIXTURES);
  }

  @Provide
  Arbitrary<JsonNode> trees() {
    return Arbitraries.randomValue(random -> tree(random, 5));
  }

  /** Members gone, of another type, or of another's name; and the like in several places. */
  @Provide
  Arbitrary<JsonNode> mutants() {
    return Arbitraries.of(Shown.FIXTURES)
        .flatMap(
            fixture ->
                Arbitraries.randomValue(
                    random -> {
                      List<Node> roots = Shown.fixture(fixture).roots();
                      JsonNode tree = json(roots.get(random.nextInt(roots.size())));
                      for (int i = 1 + random.nextInt(3); i > 0; i--) {
                        mutate(tree, random);
                      }
                      return tree;
                    }));
  }

  private static void mutate(JsonNode root, Random random) {
    List<JsonNode> inner = new ArrayList<>();
    collect(root, inner);
    JsonNode victim = inner.get(random.nextInt(inner.size()));
    if (victim instanceof ObjectNode object && !object.isEmpty()) {
      List<String> names = List.copyOf(object.propertyNames());
      String name = names.get(random.nextInt(names.size()));
      if (random.nextBoolean()) {
        object.remove(name);
      } else {
        object.set(name, tree(random, 2));
      }
    } else if (victim instanceof ArrayNode array && !array.isEmpty()) {
      int index = random.nextInt(array.size());
      if (random.nextBoolean()) {
        array.remove(index);
      } else {
        array.set(index, tree(random, 2));
      }
    }
  }

  private static void collect(JsonNode node, List<JsonNode> inner) {
    if (node.isContainer()) {
      inner.add(node);
      node.values().forEach(child -> collect(child, inner));
    }
  }

  private static JsonNode json(Node node) {
    if (!node.members().isEmpty()) {
      ObjectNode object = NODES.objectNode();
      node.members().forEach((name, member) -> object.set(name, json(member)));
      return object;
    }
    if (!node.items().isEmpty()) {
      ArrayNode array = NODES.arrayNode();
      node.items().forEach(item -> array.add(json(item)));
      return array;
    }
    return node.number().isPresent()
        ? NODES.numberNode(node.number().get())
        : node.bool().isPresent()
            ? NODES.booleanNode(node.bool().get())
            : node.text().isPresent() ? NODES.stringNode(node.text().get()) : NODES.nullNode();
  }

  private static JsonNode tree(Random random, int depth) {
    return switch (random.nextInt(depth > 0 ? 9 : 4)) {
      case 0 -> NODES.stringNode(NAMES.get(random.nextInt(NAMES.size())));
      case 1 -> NODES.numberNode(random.nextInt(5) - 1);
      case 2 -> NODES.booleanNode(random.nextBoolean());
      case 3 -> random.nextBoolean() ? NODES.nullNode() : NODES.stringNode("");
      case 4, 5 -> {
        ArrayNode array = NODES.arrayNode();
        for (int i = random.nextInt(4); i > 0; i--) {
          array.add(tree(random, depth - 1));
        }
        yield array;
      }
      default -> {
        ObjectNode object = NODES.objectNode();
        for (int i = random.nextInt(6); i > 0; i--) {
          object.set(NAMES.get(random.nextInt(NAMES.size())), tree(random, depth - 1));
        }
        yield object;
      }
    };
  }
}
