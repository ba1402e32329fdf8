package io.productionguardian.rules.standard;

import static org.assertj.core.api.Assertions.assertThat;

import io.productionguardian.document.Document;
import io.productionguardian.document.Node;
import io.productionguardian.dossier.Dossier;
import io.productionguardian.rule.Remedy;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Violation;
import io.productionguardian.rules.standard.checklist.ChecklistCases;
import io.productionguardian.rules.standard.secrets.SecretsCases;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Each remedy of these rules takes its finding away, and brings no other one. */
class SecretsAndChecklistRemediesTest {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final List<Rule> RULES =
      ServiceLoader.load(Rule.class).stream()
          .map(ServiceLoader.Provider::get)
          .filter(
              rule ->
                  rule.info().concern() == RuleInfo.Concern.SECRETS
                      || rule.info().concern() == RuleInfo.Concern.CHECKLIST)
          .toList();

  static final List<RuleCase> CASES =
      Stream.concat(SecretsCases.ALL.stream(), ChecklistCases.ALL.stream()).toList();

  @ParameterizedTest
  @FieldSource("CASES")
  void takesItsFindingAwayAndBringsNone(RuleCase refused) {
    List<Found> before = found(refused.epic());
    for (Found each : before) {
      if (!each.rule().equals(refused.rule())) {
        continue;
      }
      Remedy remedy = each.violation().remedy().orElseThrow();
      List<String> after = found(apply(refused.epic(), remedy)).stream().map(Found::said).toList();
      List<String> others =
          before.stream().filter(other -> !other.equals(each)).map(Found::said).toList();
      assertThat(after).as(remedy.toString()).doesNotContain(each.said());
      assertThat(others).as(remedy.toString()).containsAll(after);
    }
  }

  private record Found(String rule, Violation violation) {
    /** Without the line, which a file that is written anew has elsewhere. */
    String said() {
      return rule
          + " "
          + violation.place().file()
          + violation.place().pointer()
          + " "
          + violation.message();
    }
  }

  private static List<Found> found(Epic epic) {
    Dossier dossier = epic.dossier();
    List<Found> found = new ArrayList<>();
    for (Rule rule : RULES) {
      rule.check(dossier, Settings.standard(rule.info()))
          .forEach(violation -> found.add(new Found(rule.info().id(), violation)));
    }
    return found;
  }

  private static Epic apply(Epic epic, Remedy remedy) {
    String text = text(epic, remedy.file());
    String content = remedy.content().replaceAll("\"<[^<>]*e\\.g\\. ([0-9]+)>\"", "$1");
    String mended =
        switch (remedy.change()) {
          case WRITE -> content;
          case LINE -> {
            List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
            lines.set(remedy.line() - 1, content);
            yield String.join("\n", lines);
          }
          case ADD, REPLACE, REMOVE ->
              patch(tree(epic, remedy.file()), remedy, content).toPrettyString();
        };
    return epic.repository().containsKey(remedy.file())
        ? epic.deploys(remedy.file(), mended)
        : epic.file(remedy.file(), mended);
  }

  private static String text(Epic epic, String file) {
    byte[] bytes = epic.repository().getOrDefault(file, epic.files().get(file));
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** JSON is YAML too. */
  private static JsonNode tree(Epic epic, String file) {
    Dossier dossier = epic.dossier();
    Document document =
        Optional.ofNullable(dossier.deployFiles().get(file))
            .or(() -> dossier.document(file))
            .orElseThrow();
    assertThat(document.roots()).hasSize(1);
    return json(document.roots().get(0));
  }

  private static JsonNode json(Node node) {
    if (!node.items().isEmpty()) {
      ArrayNode array = JSON.createArrayNode();
      node.items().forEach(item -> array.add(json(item)));
      return array;
    }
    if (node.scalar().isEmpty() && !node.isNull()) {
      ObjectNode object = JSON.createObjectNode();
      node.members().forEach((name, value) -> object.set(name, json(value)));
      return object;
    }
    return node.text().isPresent()
        ? JSON.getNodeFactory().stringNode(node.text().get())
        : node.isNull() ? JSON.getNodeFactory().nullNode() : JSON.readTree(node.scalar().get());
  }

  private static JsonNode patch(JsonNode root, Remedy remedy, String content) {
    JsonPointer at = JsonPointer.compile(remedy.pointer());
    JsonNode parent = root.at(at.head());
    String name = at.last().getMatchingProperty();
    boolean there = parent.has(name) || (parent.isArray() && !name.equals("-"));
    assertThat(there).as(remedy.toString()).isEqualTo(remedy.change() != Remedy.Change.ADD);
    if (remedy.change() == Remedy.Change.REMOVE) {
      ((ObjectNode) parent).remove(name);
    } else if (parent instanceof ObjectNode object) {
      object.set(name, JSON.readTree(content));
    } else if (name.equals("-")) {
      ((ArrayNode) parent).add(JSON.readTree(content));
    } else {
      ((ArrayNode) parent).set(Integer.parseInt(name), JSON.readTree(content));
    }
    return root;
  }
}
