package io.productionguardian.rules.standard;

import io.productionguardian.document.SourceFile;
import io.productionguardian.rule.Remedy;
import io.productionguardian.testkit.Epic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Applies remedies as their reader would: by JSON Patch, by line, or by file. */
final class Patch {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Pattern IN_QUOTES = Pattern.compile("\"<[^<>\"]*, e\\.g\\. ([^<>\"]*)>\"");
  private static final Pattern ANYWHERE = Pattern.compile("<[^<>]*, e\\.g\\. ([^<>]*)>");

  private Patch() {}

  /** With everything filled in that is to be filled in. */
  static Epic filled(Epic epic, Remedy remedy) {
    return apply(epic, remedy, content -> fill(remedy, content));
  }

  /** As it stands. */
  static Epic pasted(Epic epic, Remedy remedy) {
    return apply(epic, remedy, content -> content);
  }

  /** In JSON, what is a number or a truth value loses its quotation marks. */
  static String fill(Remedy remedy, String content) {
    boolean json =
        remedy.file().endsWith(".json")
            || remedy.change() == Remedy.Change.ADD
            || remedy.change() == Remedy.Change.REPLACE;
    String numbers = json ? withBareNumbers(content) : content;
    return ANYWHERE.matcher(numbers).replaceAll("$1");
  }

  private static String withBareNumbers(String content) {
    return IN_QUOTES
        .matcher(content)
        .replaceAll(
            found -> {
              String value = found.group(1);
              boolean bare = value.matches("-?[0-9]+(\\.[0-9]+)?|true|false");
              return Matcher.quoteReplacement(bare ? value : '"' + value + '"');
            });
  }

  private static Epic apply(Epic epic, Remedy remedy, UnaryOperator<String> fill) {
    String content = fill.apply(remedy.content());
    return switch (remedy.change()) {
      case WRITE -> write(epic, remedy.file(), content);
      case LINE -> {
        List<String> lines = new ArrayList<>(List.of(text(epic, remedy.file()).split("\n", -1)));
        lines.set(remedy.line() - 1, content);
        yield write(epic, remedy.file(), String.join("\n", lines));
      }
      default -> write(epic, remedy.file(), patched(text(epic, remedy.file()), remedy, content));
    };
  }

  private static String patched(String text, Remedy remedy, String content) {
    List<JsonNode> documents = new ArrayList<>();
    new Load(LoadSettings.builder().build())
        .loadAllFromString(text) // JSON is YAML
        .forEach(document -> documents.add(JSON.valueToTree(document)));
    JsonPointer at = JsonPointer.compile(remedy.pointer());
    int before = Math.max(0, remedy.line() - 1);
    long document = text.lines().limit(before).filter(line -> line.equals("---")).count();
    JsonNode parent = documents.get((int) document).at(at.head());
    change(parent, at.last().getMatchingProperty(), remedy.change(), content);
    return String.join("\n---\n", documents.stream().map(JSON::writeValueAsString).toList());
  }

  private static void change(JsonNode parent, String name, Remedy.Change change, String content) {
    if (change == Remedy.Change.REMOVE) {
      if (parent instanceof ObjectNode object) {
        object.remove(name);
      } else {
        ((ArrayNode) parent).remove(Integer.parseInt(name));
      }
      return;
    }
    JsonNode value = JSON.readTree(content);
    if (parent instanceof ObjectNode object) {
      object.set(name, value);
    } else if (name.equals("-")) {
      ((ArrayNode) parent).add(value);
    } else if (change == Remedy.Change.ADD) {
      ((ArrayNode) parent).insert(Integer.parseInt(name), value);
    } else {
      ((ArrayNode) parent).set(Integer.parseInt(name), value);
    }
  }

  private static String text(Epic epic, String file) {
    return Stream.of(epic.files(), epic.repository())
        .flatMap(files -> Optional.ofNullable(files.get(file)).stream())
        .map(SourceFile::text)
        .findFirst()
        .orElse("");
  }

  private static Epic write(Epic epic, String file, String text) {
    return file.startsWith("consensus/") ? epic.file(file, text) : epic.deploys(file, text);
  }
}
