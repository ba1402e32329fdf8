package io.productionguardian.render.json.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.productionguardian.Assessment;
import io.productionguardian.document.Node;
import io.productionguardian.document.SourceFile;
import io.productionguardian.document.SourceLocation;
import io.productionguardian.dossier.DecisionInputs;
import io.productionguardian.model.Placeholder;
import io.productionguardian.model.Severity;
import io.productionguardian.rule.AppliesBy;
import io.productionguardian.rule.Remedy;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Template;
import io.productionguardian.rule.Violation;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Beside this, the SARIF multitool and the schema judge what the examples give. */
class SarifRendererTest {

  private static final String PATH = "consensus/artifacts/readiness.sarif";

  private static Node run(Assessment assessment) {
    var files = new SarifRenderer().render(assessment);
    assertThat(files).singleElement().matches(file -> file.path().equals(PATH));
    return Read.json(files.get(0).text()).nearest("/runs/0");
  }

  private static Node found(Example example, Violation violation) {
    return run(example.finding(violation)).nearest("/results/0");
  }

  private static String text(Node node, String pointer) {
    return node.nearest(pointer).scalar().orElseThrow();
  }

  @Test
  void everyRuleThatRanIsDescribedAlsoWhenItFindsNothing() {
    Node run = run(Example.of("epic_25").approved());

    assertThat(run.nearest("/results").items()).isEmpty();
    Node rule = run.nearest("/tool/driver/rules/0");
    assertThat(text(rule, "/id")).isEqualTo("no-rollback-plan");
    assertThat(text(rule, "/shortDescription/text")).isEqualTo("A way back is stated.");
    assertThat(text(rule, "/fullDescription/text"))
        .isEqualTo("A rollback procedure. Otherwise: A failed release cannot be undone.");
    assertThat(text(rule, "/help/text")).contains("To fix it: State rollback.procedure.");
    assertThat(text(rule, "/help/markdown"))
        .startsWith("**Why:** A failed release cannot be undone.\n\n**Wanted:** ");
    assertThat(text(rule, "/defaultConfiguration/level")).isEqualTo("error");
    assertThat(rule.find("properties", "security-severity")).isEmpty();
    assertThat(text(run, "/automationDetails/id"))
        .isEqualTo("production-guardian/epic_25/2026_11_20_09_30_00");
  }

  @Test
  void findingIsAResultAtItsPlace() {
    Node result = run(Example.of("epic_25").judged("no way back")).nearest("/results/0");

    assertThat(text(result, "/ruleId")).isEqualTo("no-rollback-plan");
    assertThat(result.get("ruleIndex").flatMap(Node::integer)).contains(0);
    assertThat(text(result, "/level")).isEqualTo("error");
    assertThat(text(result, "/message/text")).isEqualTo("no way back. State rollback.procedure.");
    Node place = result.nearest("/locations/0/physicalLocation");
    assertThat(text(place, "/artifactLocation/uri"))
        .isEqualTo("docs/specs/epic_25/consensus/artifacts/implementation.json");
    assertThat(text(place, "/artifactLocation/uriBaseId")).isEqualTo("%SRCROOT%");
    assertThat(place.nearest("/region").members().values().stream().map(Node::number))
        .containsExactly(
            Optional.of(new BigDecimal(155)),
            Optional.of(new BigDecimal(5)),
            Optional.of(new BigDecimal(155)),
            Optional.of(new BigDecimal(19)));
    assertThat(text(result, "/locations/0/logicalLocations/0/fullyQualifiedName"))
        .isEqualTo("/health_checks/readiness");
    assertThat(result.get("suppressions")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"BLOCK, error, 9.5", "WARN, warning, 5.5", "INFO, note, 2.0"})
  void securityHasASeverityOfItsOwn(Severity severity, String level, String score) {
    RuleInfo info =
        Example.info(severity, RuleInfo.Concern.SECRETS)
            .example("password: hunter2", "password: ${PASSWORD}")
            .build();

    Node run =
        run(
            Example.of("epic_25")
                .found(info, Violation.at(SourceLocation.of("deploy/a b.yml"), "x")));

    Node rule = run.nearest("/tool/driver/rules/0");
    assertThat(text(rule, "/properties/security-severity")).isEqualTo(score);
    assertThat(rule.nearest("/properties/tags").texts()).containsExactly("secrets", "security");
    assertThat(text(rule, "/help/markdown"))
        .contains("**Fails:**\n\n    password: hunter2\n\n**Passes:**");
    Node result = run.nearest("/results/0");
    assertThat(text(result, "/level")).isEqualTo(level);
    assertThat(text(result, "/locations/0/physicalLocation/artifactLocation/uri"))
        .isEqualTo("deploy/a%20b.yml");
  }

  @Test
  void waivedFindingIsSuppressedAndNotDropped() {
    Node result =
        run(Example.of("epic_25").by(Example.waiving("known"), "no way back"))
            .nearest("/results/0");

    assertThat(text(result, "/suppressions/0/kind")).isEqualTo("external");
    assertThat(text(result, "/suppressions/0/status")).isEqualTo("accepted");
    assertThat(text(result, "/suppressions/0/justification"))
        .isEqualTo("known (Ada answers for it until 2026-12-31)");
  }

  @Test
  void fingerprintStaysWhenLinesMoveAndTellsApartWhatSaysTheSame() {
    Example example = Example.of("epic_25");
    Example moved = example.with("{\n  \"epic_id\"", "{\n\n\n  \"epic_id\"");
    String key = "/partialFingerprints/primaryLocationLineHash";

    Node first = run(example.judged("a", "b")).nearest("/results");
    Node second = run(moved.judged("a", "b")).nearest("/results");

    assertThat(text(first, "/0" + key))
        .matches("[0-9a-f]{16}:1")
        .isEqualTo(text(second, "/0" + key));
    assertThat(text(first, "/0" + key)).isNotEqualTo(text(first, "/1" + key));
    assertThat(text(second, "/0/locations/0/physicalLocation/region/startLine")).isEqualTo("157");
    SourceLocation one = SourceLocation.at("consensus/decision_log.jsonl", 1, 1);
    SourceLocation other = SourceLocation.at("consensus/decision_log.jsonl", 2, 1);
    Node same =
        run(example.finding(Violation.at(one, "x"), Violation.at(other, "x"))).nearest("/results");
    assertThat(text(same, "/1" + key)).isEqualTo(text(same, "/0" + key).replace(":1", ":2"));
  }

  @Test
  void changeOfALineIsAFix() {
    String file = "consensus/artifacts/implementation.json";
    SourceLocation place = SourceLocation.at(file, 2, 1);

    Node result =
        found(
            Example.of("epic_25"),
            Violation.at(place, "x")
                .remedy(
                    Remedy.line(
                        AppliesBy.MACHINE, place, Template.text("  \"epic_id\": \"epic_26\","))));

    Node change = result.nearest("/fixes/0/artifactChanges/0");
    assertThat(text(change, "/artifactLocation/uri")).endsWith(file);
    Node replacement = change.nearest("/replacements/0");
    assertThat(text(replacement, "/deletedRegion/endColumn"))
        .isEqualTo("" + ("  \"epic_id\": \"epic_25\",".length() + 1));
    assertThat(text(replacement, "/insertedContent/text")).isEqualTo("  \"epic_id\": \"epic_26\",");
  }

  @Test
  void whatIsNoExactChangeOfALineIsNoFix() {
    SourceLocation place = SourceLocation.at("consensus/artifacts/implementation.json", 2, 1);

    for (Remedy remedy :
        List.of(
            Remedy.add(AppliesBy.PERSON, place.file(), "/rollback", Template.json("{}")),
            Remedy.line(
                AppliesBy.PERSON, place, Template.text("%s", Placeholder.text("a_line", "x"))),
            Remedy.ask(AppliesBy.PERSON, "Decide"),
            Remedy.line(
                AppliesBy.PERSON, SourceLocation.at(place.file(), 9_999, 1), Template.text("")))) {
      Node result = found(Example.of("epic_25"), Violation.at(place, "x").remedy(remedy));
      assertThat(result.get("fixes")).isEmpty();
      assertThat(text(result, "/properties/remedy/kind")).isEqualTo(remedy.kind().wireName());
      assertThat(text(result, "/properties/remedy/applies_by")).isEqualTo("person");
    }
  }

  @Test
  void placesOutsideTheEpicHaveAddressesToo() {
    assertThat(uri("guardian.yaml")).isEqualTo("guardian.yaml");
    assertThat(uri("/etc/guardian policy.yaml")).isEqualTo("file:///etc/guardian%20policy.yaml");
    assertThat(uri("consensus/")).isEqualTo("docs/specs/epic_25/consensus/");
    assertThat(uri("c:d/%41?#\ud800é")).isEqualTo("c%3Ad/%2541%3F%23%3F%C3%A9");
    assertThat(URI.create(uri("c:d/%41?#é")).getPath()).isEqualTo("c:d/%41?#é");
  }

  private static String uri(String file) {
    return text(
        found(Example.of("epic_25"), Violation.at(SourceLocation.of(file), "x")),
        "/locations/0/physicalLocation/artifactLocation/uri");
  }

  @Test
  void textIsNeverALink() {
    Node result =
        found(
            Example.of("epic_25"),
            Violation.at(SourceLocation.of("consensus/"), "[press](https://evil.test)"));

    assertThat(text(result, "/message/text")).startsWith("\\[press](https://evil.test).");
    assertThat(text(result, "/properties/violation")).isEqualTo("[press](https://evil.test)");
  }

  @Test
  void isNeverTakenForAnInput() {
    assertThat(
            DecisionInputs.isGenerated(
                SourceFile.of(PATH, SarifRenderer.write(Example.of("epic_25").approved()))))
        .isTrue();
  }

  @Test
  void sameAssessmentGivesSameBytes() {
    assertThat(SarifRenderer.write(Example.of("epic_31").judged("a", "b")))
        .isEqualTo(SarifRenderer.write(Example.of("epic_31").judged("a", "b")));
  }
}
