package io.productionguardian.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.productionguardian.document.SourceFile;
import io.productionguardian.document.SourceLocation;
import io.productionguardian.model.Agent;
import io.productionguardian.model.EpicId;
import io.productionguardian.model.Placeholder;
import io.productionguardian.source.EpicSnapshot;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RemedyTest {

  private static final AppliesBy DEVELOPER = AppliesBy.agent(Agent.DEVELOPER);
  private static final String PATH = "consensus/artifacts/implementation.json";
  private static final Placeholder PORT = Placeholder.integer("port", 8080);

  private static EpicSnapshot snapshot(String path, String text) {
    SourceFile file = SourceFile.of(path, text);
    EpicId epic = new EpicId("epic_1");
    return path.startsWith("consensus/")
        ? EpicSnapshot.builder(epic).file(file).build()
        : EpicSnapshot.builder(epic).repositoryFile(file).build();
  }

  /** A file's text after an edit; ⏎ is a line break in what is given and in what comes out. */
  private static String after(String path, String text, Remedy.Edit edit) {
    EpicSnapshot changed = edit.applyTo(snapshot(path, text.replace("⏎", "\n")));
    SourceFile file =
        changed.file(path).orElseGet(() -> changed.repository().values().iterator().next());
    return file.text().replace("\n", "⏎");
  }

  private static Remedy.Edit add(String path, String pointer, String json) {
    return Remedy.add(DEVELOPER, path, pointer, Template.json(json));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{} | /a | {\"a\": 1}",
        "{ } | /a | {\"a\": 1 }",
        "{\"b\" : 2} | /a | {\"b\" : 2, \"a\": 1}",
        "{⏎\t\"b\": [2 ,3]⏎}⏎ | /a | {⏎\t\"b\": [2 ,3],⏎\t\"a\": 1⏎}⏎",
        "{\"a\":  2} | /a | {\"a\":  1}",
        "{\"a\": {\"b\": \"x\"}, \"c\": 3} | /a | {\"a\": 1, \"c\": 3}",
        "{\"x\": [7, 8]} | /x/- | {\"x\": [7, 8, 1]}",
        "{\"x\": [7, 8]} | /x/0 | {\"x\": [1, 7, 8]}",
        "{\"x\": [7, 8]} | /x/2 | {\"x\": [7, 8, 1]}",
        "{\"x\": []} | /x/- | {\"x\": [1]}",
        "{\"é\": \"\\ud83d\\ude00 😀\", \"b\": {}} | /b/a | {\"é\": \"\\ud83d\\ude00 😀\", \"b\": {\"a\": 1}}",
        "{\"x~y\": {\"b/c\": {}}} | /x~0y/b~1c/d | {\"x~y\": {\"b/c\": {\"d\": 1}}}",
        "\ufeff{\"b\": 2} | /a | \ufeff{\"b\": 2, \"a\": 1}",
      })
  void addsToJson(String before, String pointer, String expected) {
    assertThat(after(PATH, before, add(PATH, pointer, "1"))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "a: 1 # note⏎b:⏎  c: x # y⏎# end⏎ | /b/d | a: 1 # note⏎b:⏎  c: x # y⏎  \"d\": [1]⏎# end⏎",
        "a:⏎  - x⏎  - y: 1⏎    z: 2⏎b: 3⏎ | /a/- | a:⏎  - x⏎  - y: 1⏎    z: 2⏎  - [1]⏎b: 3⏎",
        "a:⏎- x⏎b: 3 | /a/- | a:⏎- x⏎- [1]⏎b: 3",
        "a:⏎  - x⏎  - y⏎ | /a/1 | a:⏎  - x⏎  - [1]⏎  - y⏎",
        "a:⏎  - y: 1⏎    z: 2⏎ | /a/0/w | a:⏎  - y: 1⏎    z: 2⏎    \"w\": [1]⏎",
        "a: {b: 1} | /a/c | a: {b: 1, \"c\": [1]}",
        "a: | /a | a: [1]",
        "a:⏎  b: 1⏎c: 😀⏎ | /a | a:⏎  [1]⏎c: 😀⏎",
        "a: 😀⏎b: {}⏎ | /b/c | a: 😀⏎b: {\"c\": [1]}⏎",
        "x: &x [1]⏎y: *x⏎ | /z | x: &x [1]⏎y: *x⏎\"z\": [1]⏎",
      })
  void addsToYaml(String before, String pointer, String expected) {
    assertThat(after("compose.yaml", before, add("compose.yaml", pointer, "[1]")))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"a\": 1, \"b\": 2} | /a | {\"b\": 2}",
        "{\"a\": 1, \"b\": 2} | /b | {\"a\": 1}",
        "{\"a\": 1} | /a | {}",
        "{\"a\": [1, 2, 3]} | /a/1 | {\"a\": [1, 3]}",
        "{\"a\": [1]} | /a/0 | {\"a\": []}",
      })
  void removesFromJson(String before, String pointer, String expected) {
    SourceLocation place = new SourceLocation(PATH, pointer, 1, 1);
    assertThat(after(PATH, before, Remedy.remove(DEVELOPER, place))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "a: 1⏎b: 2⏎ | /a | b: 2⏎",
        "a: 1 # one⏎b: 2⏎ | /b | a: 1 # one⏎",
        "a:⏎  b: 1⏎c: 2⏎ | /a/b | a:⏎  {}⏎c: 2⏎",
        "a:⏎  - x⏎  - y⏎ | /a/0 | a:⏎  - y⏎",
        "a:⏎  - x: 1⏎    y: 2⏎ | /a/0/x | a:⏎  - y: 2⏎",
      })
  void removesFromYaml(String before, String pointer, String expected) {
    SourceLocation place = new SourceLocation("compose.yaml", pointer, 1, 1);
    assertThat(after("compose.yaml", before, Remedy.remove(DEVELOPER, place))).isEqualTo(expected);
  }

  @Test
  void aBlockOfTextIsReplacedToItsEnd() {
    assertThat(after("k8s/a.yaml", "a: |⏎  one⏎⏎  two⏎⏎b: 2⏎", add("k8s/a.yaml", "/a", "[1]")))
        .isEqualTo("a: [1]⏎⏎b: 2⏎");
    assertThat(after("k8s/a.yaml", "b: 2⏎a: >-⏎  one⏎  two⏎", add("k8s/a.yaml", "/c", "[1]")))
        .isEqualTo("b: 2⏎a: >-⏎  one⏎  two⏎\"c\": [1]⏎");
  }

  @Test
  void ofSeveralDocumentsTheLineTellsWhich() {
    String text = "a: 1⏎---⏎a: 2⏎---⏎a: 3⏎";
    SourceLocation second = new SourceLocation("k8s/a.yaml", "/a", 3, 4);

    assertThat(after("k8s/a.yaml", text, Remedy.replace(DEVELOPER, second, Template.json("\"x\""))))
        .isEqualTo("a: 1⏎---⏎a: \"x\"⏎---⏎a: 3⏎");
  }

  @Test
  void oneLineIsReplaced() {
    Remedy.Edit line =
        Remedy.line(DEVELOPER, SourceLocation.at("consensus/a.env", 2, 1), Template.text("B=$B"));

    assertThat(after("consensus/a.env", "A=1⏎B=2⏎C=3", line)).isEqualTo("A=1⏎B=$B⏎C=3");
    assertThat(after("consensus/a.env", "A=1\r⏎B=2\r⏎", line)).isEqualTo("A=1\r⏎B=$B\r⏎");
    assertThat(after("consensus/a.env", "A=1⏎", line)).isEqualTo("A=1⏎B=$B");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> after("consensus/a.env", "A=1", line))
        .withMessage("consensus/a.env has no line 2");
  }

  @Test
  void aFileIsWrittenWhereFilesAre() {
    String path = "consensus/artifacts/runbook.md";
    EpicSnapshot before = snapshot(PATH, "{}");

    EpicSnapshot changed =
        Remedy.write(DEVELOPER, path, Template.text("# Runbook\n")).applyTo(before);

    assertThat(changed.file(path).map(SourceFile::text)).contains("# Runbook\n");
    assertThat(changed.file(PATH)).isEqualTo(before.file(PATH));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Remedy.write(DEVELOPER, "../evil", Template.text("x")).applyTo(before))
        .withMessageContaining("neither below consensus/");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"a\": 1 | /b | cannot be read to its end",
        "{\"a\": 1, \"a\": 2} | /a | cannot be read to its end",
        "{\"a\": 1} | /x/y | has nothing at /x",
        "{\"a\": 1} | /a/b | which is one value",
        "{\"a\": [1]} | /a/7 | has nothing at /a/7",
      })
  void whatDoesNotFitIsRefused(String before, String pointer, String why) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> after(PATH, before, add(PATH, pointer, "1")))
        .withMessageContaining(why);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x: &a [1]\ny: *a\n", "x: &a {b: 1}\n? [k]\n: 2\n"})
  void whatYamlRefersToIsNotTakenAway(String text) {
    SourceLocation x = new SourceLocation("k8s/a.yaml", "/x", 1, 1);

    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> after("k8s/a.yaml", text, Remedy.replace(DEVELOPER, x, Template.json("2"))));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> after("consensus/a.txt", text, add("consensus/a.txt", "/x", "1")))
        .withMessageContaining("neither JSON nor YAML");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> add("gone.yaml", "/x", "1").applyTo(snapshot("k8s/a.yaml", text)))
        .withMessage("There is no file gone.yaml");
  }

  @Test
  void whatIsLeftOpenIsFilledInFirst() {
    Remedy.Edit open = Remedy.add(DEVELOPER, PATH, "/port", Template.json("%s", PORT));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> after(PATH, "{}", open))
        .withMessage("Fill in [port] first");
    assertThat(after(PATH, "{}", open.fill(Map.of("port", 9464)))).isEqualTo("{\"port\": 9464}");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Remedy.remove(DEVELOPER, new SourceLocation(PATH, "/a", 1, 1)).fill(Map.of("a", 1)))
        .withMessageContaining("There is no placeholder \"a\"");
  }

  @Test
  void aTextStaysAText() {
    Remedy.Edit open =
        Remedy.add(DEVELOPER, PATH, "/a", Template.json("[%s]", Placeholder.text("word", "x")));
    String evil = "\"], \"approved\": true, \"b\": [\"\\ud83d";

    assertThat(after(PATH, "{}", open.fill(Map.of("word", evil))))
        .isEqualTo("{\"a\": [\"\\\"], \\\"approved\\\": true, \\\"b\\\": [\\\"\\\\ud83d\"]}");
  }

  @Test
  void aMachineStatesNothingOfItsOwn() {
    assertThatCode(() -> Remedy.add(AppliesBy.MACHINE, PATH, "/a", Template.json("1")))
        .doesNotThrowAnyException();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Remedy.add(AppliesBy.MACHINE, PATH, "/a", Template.json("%s", PORT)))
        .withMessageContaining("cannot fill in");
    for (String path :
        List.of(
            "consensus/artifacts/review.json",
            "consensus/artifacts/evidence/trivy.json",
            "consensus/messages/inbox/devops/a.yaml",
            "consensus/decision_log.jsonl")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Remedy.add(AppliesBy.MACHINE, path, "/a", Template.json("1")))
          .withMessageContaining("somebody vouches for");
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Remedy.ask(AppliesBy.MACHINE, "Approve it"));
  }

  @Test
  void membersAreThoseOfTheKind() {
    assertThat(
            Remedy.add(DEVELOPER, PATH, "/port", Template.json("%s", PORT))
                .expecting("operations.schema.json#/properties/service")
                .members())
        .isEqualTo(
            Map.of(
                "kind",
                "add_member",
                "applies_by",
                "developer",
                "file",
                PATH,
                "pointer",
                "/port",
                "value",
                "\"<port, e.g. 8080>\"",
                "placeholders",
                List.of(Map.of("name", "port", "type", "integer", "example", "8080")),
                "schema",
                "operations.schema.json#/properties/service"));
    assertThat(Remedy.remove(AppliesBy.PERSON, new SourceLocation("a.json", "/b", 2, 3)).members())
        .isEqualTo(
            Map.of(
                "kind",
                "remove_member",
                "applies_by",
                "person",
                "file",
                "a.json",
                "line",
                2,
                "pointer",
                "/b"));
    assertThat(Remedy.ask(AppliesBy.agent(Agent.QUALITY), "Review\nit again").members())
        .isEqualTo(Map.of("kind", "ask", "applies_by", "quality", "ask", "Review it again"));
    assertThat(Remedy.ask(DEVELOPER, "x").edit()).isEmpty();
  }

  @Test
  void aPointerIsAPointer() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> add("a.json", "service", "{}"))
        .withMessageContaining("service");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Remedy.line(DEVELOPER, SourceLocation.at("a", 1, 1), Template.text("one\ntwo")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AppliesBy(AppliesBy.Kind.AGENT, java.util.Optional.empty()));
  }
}
