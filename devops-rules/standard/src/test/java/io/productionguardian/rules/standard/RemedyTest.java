package io.productionguardian.rules.standard;

import static org.assertj.core.api.Assertions.assertThat;

import io.productionguardian.model.Placeholder;
import io.productionguardian.model.Severity;
import io.productionguardian.rule.Remedy;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Violation;
import io.productionguardian.schema.SchemaName;
import io.productionguardian.schema.Schemas;
import io.productionguardian.testkit.Assessments;
import io.productionguardian.testkit.Epic;
import java.util.HashSet;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Each blocking finding says who takes it away and how. An edit does, once it is filled in and not
 * before; and where somebody else must consent, find out or prove something, there is no edit.
 */
class RemedyTest {

  private static final List<Rule> RULES =
      ServiceLoader.load(Rule.class).stream().map(ServiceLoader.Provider::get).toList();

  /** What stands here must be so, and no edit makes it so. */
  private static final Set<String> WITHOUT_EDIT =
      Set.of(
          "conflict-markers",
          "coverage-gate",
          "critical-vulnerabilities",
          "evidence-readable",
          "implementation-complete",
          "iterations-used-up",
          "one-epic",
          "quality-approval",
          "readable-artifacts",
          "readable-vetoes",
          "required-artifacts",
          "rollback-tested",
          "scan-vulnerabilities",
          "security-scan",
          "test-runs-passed",
          "unresolved-veto",
          "vulnerabilities");

  /** Texts that many services say, so that they cannot be told from the example. */
  private static final Set<String> COMMON =
      Set.of("cpu", "memory", "cpu_limit", "memory_limit", "metric_type");

  static Stream<RuleCase> cases() {
    return RuleCasesTest.REFUSED.stream()
        .filter(refused -> rule(refused.rule()).info().severity() == Severity.BLOCK);
  }

  static Stream<RuleCase> editable() {
    return cases().filter(refused -> !edits(refused).isEmpty());
  }

  static Stream<RuleCase> notEditable() {
    return cases().filter(refused -> WITHOUT_EDIT.contains(refused.rule()));
  }

  private static Rule rule(String id) {
    return RULES.stream()
        .filter(rule -> rule.info().id().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no rule " + id));
  }

  /** What all rules say, but for what nobody could say while the faulty part hid it. */
  private static List<String> said(Epic epic) {
    var dossier = epic.dossier();
    return RULES.stream()
        .flatMap(
            rule ->
                rule.check(dossier, Settings.standard(rule.info()).at(Assessments.TIME)).stream()
                    .map(violation -> rule.info().id() + ": " + violation.message()))
        .filter(line -> !line.startsWith("rollback-tested: No record"))
        .toList();
  }

  private static List<Violation> check(Rule rule, Epic epic) {
    return rule.check(epic.dossier(), Settings.standard(rule.info()).at(Assessments.TIME));
  }

  private static List<Remedy.Edit> edits(RuleCase refused) {
    return check(rule(refused.rule()), refused.epic()).stream()
        .flatMap(violation -> violation.remedy().flatMap(Remedy::edit).stream())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void saysWhoDoesWhat(RuleCase refused) {
    assertThat(check(rule(refused.rule()), refused.epic()))
        .allSatisfy(violation -> assertThat(violation.remedy()).isPresent());
  }

  @ParameterizedTest
  @MethodSource("notEditable")
  void noEditStandsForWhatSomebodyVouchesFor(RuleCase refused) {
    assertThat(edits(refused)).isEmpty();
  }

  @Test
  void noEditIsOfWhatSomebodyVouchesFor() {
    for (Rule rule : RULES) {
      RuleCasesTest.REFUSED.stream()
          .flatMap(refused -> check(rule, refused.epic()).stream())
          .filter(violation -> Owners.mustVouch(violation.place()))
          .filter(violation -> rule.info().severity() == Severity.BLOCK)
          .filter(violation -> !rule.info().id().startsWith("credential"))
          .forEach(
              violation ->
                  assertThat(violation.remedy().flatMap(Remedy::edit))
                      .as("%s at %s", rule.info().id(), violation)
                      .isEmpty());
    }
  }

  @Tag("sweep")
  @ParameterizedTest
  @MethodSource("editable")
  void takesExactlyItsFindingAway(RuleCase refused) {
    Rule rule = rule(refused.rule());
    List<String> before = said(refused.epic());
    for (Violation violation : check(rule, refused.epic())) {
      Remedy.Edit edit = violation.remedy().flatMap(Remedy::edit).orElseThrow();
      String finding = rule.info().id() + ": " + violation.message();

      List<String> after = said(Filled.honestly(refused.epic(), edit));
      assertThat(after).as("%s once it is filled in", edit).doesNotContain(finding);
      Set<String> others = new HashSet<>(after);
      others.removeAll(new HashSet<>(before));
      assertThat(others).as("what %s brings up", edit).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("editable")
  void anExampleThatIsFilledInBlindlyIsFound(RuleCase refused) {
    for (Remedy.Edit edit : edits(refused)) {
      boolean telling =
          edit.placeholders().stream()
              .anyMatch(
                  open ->
                      open.type() == Placeholder.Type.TEXT
                          && !COMMON.contains(open.name())
                          && !refused.rule().equals("well-formed-values"));
      if (telling) {
        assertThat(check(rule("filled-in"), Filled.blindly(refused.epic(), edit)))
            .as("%s filled in blindly", edit)
            .isNotEmpty();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void namesWhatThePublishedSchemaWants(RuleCase refused) {
    check(rule(refused.rule()), refused.epic()).stream()
        .flatMap(violation -> violation.remedy().stream())
        .flatMap(remedy -> Stream.ofNullable(remedy.members().get("schema")))
        .map(String::valueOf)
        .forEach(
            reference -> {
              String file = reference.substring(0, reference.indexOf('#'));
              SchemaName schema =
                  Stream.of(SchemaName.values())
                      .filter(name -> name.fileName().equals(file))
                      .findFirst()
                      .orElseThrow(() -> new AssertionError("no schema " + file));
              assertThat(
                      JsonMapper.shared()
                          .readTree(Schemas.text(schema))
                          .at(reference.substring(reference.indexOf('#') + 1))
                          .isMissingNode())
                  .as(reference)
                  .isFalse();
            });
  }

  @ParameterizedTest
  @MethodSource("editable")
  void oneAfterTheOtherTheyEndTheRulesFindings(RuleCase refused) {
    Rule rule = rule(refused.rule());
    Epic epic = refused.epic();
    List<Violation> left = check(rule, epic);
    for (int round = 0; round < 20 && !left.isEmpty(); round++) {
      epic = Filled.honestly(epic, left.get(0).remedy().flatMap(Remedy::edit).orElseThrow());
      left = check(rule, epic);
    }
    assertThat(left).isEmpty();
  }

  @Test
  void everyBlockingRuleHasACase() {
    assertThat(cases().map(RuleCase::rule))
        .containsAll(
            RULES.stream()
                .map(Rule::info)
                .filter(info -> info.severity() == Severity.BLOCK)
                .map(info -> info.id())
                .toList());
  }

  @Test
  void everyRuleShowsWhatFailsAndWhatPasses() {
    assertThat(RULES)
        .allSatisfy(
            rule ->
                assertThat(rule.info().example())
                    .as(rule.info().id())
                    .hasValueSatisfying(
                        example ->
                            assertThat(example.failing())
                                .isNotBlank()
                                .isNotEqualTo(example.passing())));
  }
}
