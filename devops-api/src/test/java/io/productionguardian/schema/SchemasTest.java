package io.productionguardian.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.productionguardian.EpicFixture;
import io.productionguardian.document.Document;
import io.productionguardian.document.Document.Fault;
import io.productionguardian.document.Document.Limits;
import io.productionguardian.document.Node;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SchemasTest {

  private static final JsonMapper JSON = new JsonMapper();

  @TempDir private Path folder;

  private static Node json(String text) {
    return read(Document.Format.JSON, text);
  }

  private static Node read(Document.Format format, String text) {
    Document document =
        Document.read("f", text.getBytes(StandardCharsets.UTF_8), format, Limits.STANDARD);
    assertThat(document.faults()).isEmpty();
    return document.root().orElseThrow();
  }

  private static List<String> violations(SchemaName name, Node node) {
    return Schemas.validate(name, node).stream()
        .map(v -> v.place().pointer() + " " + v.place().line() + ":" + v.place().column())
        .distinct()
        .toList();
  }

  // The schemas themselves

  @ParameterizedTest
  @EnumSource
  void aSchemaIsOfTheStatedDialectAndName(SchemaName name) {
    JsonNode schema = JSON.readTree(Schemas.text(name));

    assertThat(schema.get("$schema").stringValue())
        .isEqualTo("https://json-schema.org/draft/2020-12/schema");
    assertThat(schema.get("$id").stringValue()).isEqualTo(name.id());
    assertThat(name.fileName()).endsWith(".schema.json").isLowerCase();
    assertThat(schema.get("title").stringValue()).isNotBlank();
  }

  @ParameterizedTest
  @EnumSource
  void aSchemaIsValidByTheMetaSchema(SchemaName name) {
    Schema meta = metaSchema();

    assertThat(meta.validate(JSON.readTree(Schemas.text(name)))).isEmpty();
    assertThat(meta.validate(JSON.readTree("{\"type\": \"objekt\"}"))).isNotEmpty();
  }

  private static Schema metaSchema() {
    SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    return registry.getSchema(
        com.networknt.schema.SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
  }

  @ParameterizedTest
  @EnumSource
  void aSchemaCompilesAndItsReferencesResolve(SchemaName name) {
    assertThatCode(() -> Schemas.validate(name, json("{}"))).doesNotThrowAnyException();
    assertThat(violations(name, json("[]"))).containsExactly(" 1:1");
  }

  @Test
  void everyReferenceStaysWithinThePublishedFiles() {
    TreeSet<String> references = new TreeSet<>();
    for (SchemaName name : SchemaName.values()) {
      JSON.readTree(Schemas.text(name))
          .findValues("$ref")
          .forEach(ref -> references.add(ref.stringValue()));
    }

    assertThat(references)
        .isNotEmpty()
        .allMatch(
            ref ->
                ref.startsWith("#/$defs/")
                    || ref.startsWith("operations.schema.json#/")
                    || ref.equals("infrastructure.schema.json"));
  }

  @Test
  void everyPublishedFileHasAName() throws IOException {
    Path folder = Path.of("src/main/resources/io/productionguardian/schema/v1");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              Stream.of(SchemaName.values()).map(SchemaName::fileName).toList());
    }
  }

  @Test
  void nothingIsFetchedFromTheNetwork() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      AtomicInteger visits = new AtomicInteger();
      Thread listener =
          new Thread(
              () -> {
                while (!server.isClosed()) {
                  try {
                    server.accept().close();
                    visits.incrementAndGet();
                  } catch (IOException closed) {
                    return;
                  }
                }
              });
      listener.setDaemon(true);
      listener.start();
      String elsewhere = "http://127.0.0.1:" + server.getLocalPort() + "/x.json";
      Node node =
          json(
              "{\"$schema\": \""
                  + elsewhere
                  + "\", \"$ref\": \""
                  + elsewhere
                  + "\", \"$id\": \""
                  + elsewhere
                  + "\", \"epic_id\": 5}");

      for (SchemaName name : SchemaName.values()) {
        Schemas.validate(name, node);
      }

      assertThat(violations(SchemaName.REVIEW, node)).hasSize(1);
      assertThat(visits).hasValue(0);
    }
  }

  // Documents

  @ParameterizedTest
  @ValueSource(strings = {"epic_25", "epic_31"})
  void theExamplesAreAllowed(String example) {
    EpicFixture epic = EpicFixture.copy(example, folder);

    assertThat(epic.dossier().violations()).isEmpty();
    assertThat(epic.dossier().documents()).hasSizeGreaterThan(4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a-b", "a/b", "a~b", "~1", "a b", "a.b", "a%20b", "ä", "😀", "'", "[0]", "$", "#", "", "\n",
        "\u2028", "\"", "\\"
      })
  void aPlaceBelowAMemberOfAnyNameIsFound(String name) {
    String quoted = JSON.writeValueAsString(name);
    Node root = json("{\"rules\":\n{" + quoted + ":\n{\"severity\":\n\"fatal\"}}}");

    assertThat(Schemas.validate(SchemaName.POLICY, root))
        .filteredOn(violation -> violation.message().contains("enumeration"))
        .singleElement()
        .satisfies(
            violation ->
                assertThat(violation.place())
                    .isEqualTo(root.find("rules", name, "severity").orElseThrow().place()));
  }

  static Stream<Arguments> twins() {
    return Stream.of(
        Arguments.of(EpicFixture.REVIEW, SchemaName.REVIEW, "/approval/merge_ready", "\"yes\""),
        Arguments.of(
            EpicFixture.REVIEW, SchemaName.REVIEW, "/security_scan/vulnerabilities_found", "-1"),
        Arguments.of(EpicFixture.REVIEW, SchemaName.REVIEW, "/iteration", "[1]"),
        Arguments.of(
            EpicFixture.IMPLEMENTATION, SchemaName.IMPLEMENTATION, "/service/port", "65536"),
        Arguments.of(
            EpicFixture.IMPLEMENTATION,
            SchemaName.IMPLEMENTATION,
            "/monitoring/alerts/1/condition",
            "5"),
        Arguments.of(
            EpicFixture.IMPLEMENTATION,
            SchemaName.IMPLEMENTATION,
            "/tasks_completed/0/test_results/tests_written",
            "1.5"),
        Arguments.of(EpicFixture.PLAN, SchemaName.PLAN, "/stages/0/stage_id", "true"),
        Arguments.of(EpicFixture.PLAN, SchemaName.PLAN, "/rollback_plan/procedure", "7"));
  }

  @ParameterizedTest
  @MethodSource("twins")
  void aWrongTypeIsReportedAtItsPlace(String file, SchemaName name, String pointer, String wrong) {
    EpicFixture epic = EpicFixture.copy("epic_25", folder);
    assertThat(violations(name, json(epic.text(file)))).isEmpty();

    epic.set(file, pointer, wrong);

    Node root = json(epic.text(file));
    assertThat(Schemas.validate(name, root))
        .isNotEmpty()
        .allSatisfy(
            violation -> assertThat(violation.place()).isEqualTo(root.nearest(pointer).place()));
    assertThat(epic.dossier().violations().get(file)).isEqualTo(violationsIn(file, name, epic));
  }

  private static List<Fault> violationsIn(String file, SchemaName name, EpicFixture epic) {
    return Schemas.validate(
        name, epic.dossier().document(file).flatMap(Document::root).orElseThrow());
  }

  @Test
  void aMessageAndALogEntryAreHeldAgainstTheirSchemas() {
    EpicFixture epic = EpicFixture.copy("epic_31", folder);
    String message = "consensus/messages/inbox/devops/bad.yaml";
    epic.write(message, "from: quality\ntype: veto\nsubject:\n  - a\n");
    epic.append(EpicFixture.LOG, "{\"agent\": \"quality\", \"decision\": 5}\n");

    var violations = epic.dossier().violations();

    assertThat(violations.keySet()).containsExactlyInAnyOrder(message, EpicFixture.LOG);
    assertThat(violations.get(message).get(0).place()).hasToString(message + ":3:1");
    assertThat(violations.get(EpicFixture.LOG).get(0).place().line()).isEqualTo(8);
    assertThat(violations.get(EpicFixture.LOG).get(0).place().pointer()).isEqualTo("/decision");
  }

  @Test
  void aPolicyMayOnlySayWhatIsKnown() {
    assertThat(
            violations(
                SchemaName.POLICY,
                read(Document.Format.YAML, "zone: UTC\nrules:\n  a-b:\n    severity: warn\n")))
        .isEmpty();
    assertThat(
            violations(
                SchemaName.POLICY,
                read(Document.Format.YAML, "rules:\n  a-b:\n    severity: fatal\n")))
        .containsExactly("/rules/a-b/severity 3:15");
    assertThat(violations(SchemaName.POLICY, read(Document.Format.YAML, "rules: {}\nwaiver: []\n")))
        .isNotEmpty();
  }

  private static final String DRILL =
      """
      {"performed_at": "2026-11-18T15:10:00Z", "environment": "staging", "from_revision": "1.4.2",
       "to_revision": "1.4.1", "duration_seconds": 24, "outcome": "passed"}""";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"2026-11-18T15:10:00Z\" \"yesterday\"",
        "\"2026-11-18T15:10:00Z\" \"2026-13-18\"",
        "\"staging\" \"<environment>\"",
        "\"1.4.2\" \"TBD\"",
        "\"1.4.1\" \"${REVISION}\"",
        "24 0",
        "24 \"24\"",
        "\"passed\" \"ok\"",
        "\"passed\" true"
      })
  void aDrillIsARecordOnlyWhenItIsFilledIn(String edit) {
    String[] parts = edit.split(" ", 2);

    assertThat(Schemas.validate(SchemaName.ROLLBACK_DRILL, json(DRILL))).isEmpty();
    assertThat(Schemas.validate(SchemaName.ROLLBACK_DRILL, json(DRILL.replace(parts[0], parts[1]))))
        .hasSize(1);
  }

  @Test
  void aVetoNamesAllThatTheSpecificationAsksFor() {
    String veto =
        """
        {"from": "devops", "to": "quality", "timestamp": "2026_11_19_16_35_00",
         "epic_id": "epic_25", "iteration": 1, "type": "veto", "subject": "no_rollback_plan",
         "content": {"violation": "v", "location": "l", "impact": "i", "requirement": "r",
           "suggestion": "s", "blocking": true},
         "action_needed": "add_rollback_plan"}""";

    assertThat(Schemas.validate(SchemaName.VETO, json(veto))).isEmpty();
    assertThat(violations(SchemaName.VETO, json(veto.replace("true", "false"))))
        .containsExactly("/content/blocking 4:35");
    assertThat(violations(SchemaName.VETO, json(veto.replace("\"impact\": \"i\",", ""))))
        .containsExactly("/content 3:2");
  }

  @Test
  void aDeploymentHasAllItsSections() {
    assertThat(Schemas.validate(SchemaName.DEPLOYMENT, json("{\"epic_id\": \"epic_25\"}")))
        .extracting(Fault::message)
        .hasSize(7)
        .anyMatch(message -> message.contains("rollback"));
  }

  @Test
  void anAssessmentIsHeldAgainstItsSchema() {
    String sha = "\"" + "0".repeat(64) + "\"";
    String assessment =
        """
        {"decision": "approve", "epic_id": "epic_25", "iteration": 1,
         "timestamp": "2026_11_19_16_35_00", "findings": [], "waived": [], "readiness": [],
         "inputs": [], "account": [], "inputs_sha256": S, "policy_sha256": S, "rules_sha256": S}"""
            .replace(" S", sha);

    assertThat(Schemas.validate(SchemaName.ASSESSMENT, json(assessment))).isEmpty();
    assertThat(violations(SchemaName.ASSESSMENT, json(assessment.replace("approve", "maybe"))))
        .containsExactly("/decision 1:14");
  }

  // Messages

  @ParameterizedTest
  @ValueSource(strings = {"de-DE", "ar-EG", "tr-TR", "ja-JP", "zh-CN"})
  void messagesAreEnglishWhateverTheLocaleIs(String tag) {
    Node node = json("{\"iteration\": true, \"approval\": {\"merge_ready\": 1234567}}");
    List<Fault> english = Schemas.validate(SchemaName.REVIEW, node);
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag(tag));

      assertThat(Schemas.validate(SchemaName.REVIEW, node)).isEqualTo(english);
    } finally {
      Locale.setDefault(before);
    }
    assertThat(english)
        .extracting(Fault::message)
        .allMatch(message -> message.contains("found"))
        .noneMatch(message -> message.startsWith("/"));
  }

  @Test
  void messagesAreOneShortLine() {
    String odd = "a\\n\\u2028b" + "x".repeat(1_000);
    Node node = json("{\"rules\": {\"" + odd + "\": {\"severity\": 1, \"" + odd + "\": 2}}}");

    assertThat(Schemas.validate(SchemaName.POLICY, node))
        .isNotEmpty()
        .allSatisfy(
            violation -> {
              assertThat(violation.message()).doesNotContainPattern("[\\p{Cntrl}\\u2028\\u2029]");
              assertThat(violation.message().length()).isLessThanOrEqualTo(300);
            });
  }

  @Test
  void numbersBeyondComputingWithAreNumbersAllTheSame() {
    assertThat(
            violations(
                SchemaName.REVIEW, json("{\"test_analysis\": {\"coverage_actual\": 1e999999999}}")))
        .isEmpty();
    assertThat(violations(SchemaName.REVIEW, json("{\"verdict\": 1e999999999}")))
        .containsExactly("/verdict 1:13");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e400",
        "-1e400",
        "1e999999999",
        "9223372036854775808",
        "1000000000000000000000000000000.5",
        "-1000000000000000000000000000000.5"
      })
  void aNumberFarOffEveryLimitIsAViolation(String number) {
    assertThat(
            violations(
                SchemaName.IMPLEMENTATION, json("{\"service\": {\"port\": " + number + "}}")))
        .containsExactly("/service/port 1:22");
  }

  @Test
  void atMostAHundredViolationsAreListedInTheFilesOrder() {
    Node node = json("{\"blockers\": [" + "1,\n".repeat(299) + "1]}");

    assertThat(Schemas.validate(SchemaName.IMPLEMENTATION, node))
        .hasSize(100)
        .isSortedAccordingTo((a, b) -> a.place().compareTo(b.place()));
  }
}
