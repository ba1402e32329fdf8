package io.productionguardian.rules.standard;

import static org.assertj.core.api.Assertions.assertThat;

import io.productionguardian.model.Severity;
import io.productionguardian.rule.Remedy;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Violation;
import io.productionguardian.schema.SchemaName;
import io.productionguardian.schema.Schemas;
import io.productionguardian.testkit.Epic;
import java.util.ArrayList;
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

/** Each blocking finding's remedy takes it away, once it is filled in and not before. */
class RemedyTest {

  private static final List<Rule> RULES =
      ServiceLoader.load(Rule.class).stream().map(ServiceLoader.Provider::get).toList();

  /** Past the last iteration no file mends anything: a person has to decide how to go on. */
  private static final Set<String> WITHOUT_REMEDY = Set.of("iterations-used-up");

  static Stream<RuleCase> cases() {
    return RuleCasesTest.REFUSED.stream()
        .filter(refused -> !WITHOUT_REMEDY.contains(refused.rule()))
        .filter(refused -> rule(refused.rule()).info().severity() == Severity.BLOCK);
  }

  private static Rule rule(String id) {
    return RULES.stream()
        .filter(rule -> rule.info().id().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no rule " + id));
  }

  private static List<String> said(Epic epic) {
    var dossier = epic.dossier();
    return RULES.stream()
        .flatMap(
            rule ->
                rule.check(dossier, Settings.standard(rule.info())).stream()
                    .map(violation -> rule.info().id() + ": " + violation.message()))
        .toList();
  }

  private static List<Violation> check(Rule rule, Epic epic) {
    return rule.check(epic.dossier(), Settings.standard(rule.info()));
  }

  @Tag("sweep")
  @ParameterizedTest
  @MethodSource("cases")
  void takesExactlyItsFindingAway(RuleCase refused) {
    Rule rule = rule(refused.rule());
    List<String> before = said(refused.epic());
    for (Violation violation : check(rule, refused.epic())) {
      assertThat(violation.remedy()).as("the remedy of %s", violation).isPresent();
      Remedy remedy = violation.remedy().orElseThrow();
      String finding = rule.info().id() + ": " + violation.message();

      List<String> after = said(Patch.filled(refused.epic(), remedy));
      assertThat(after).as("%s once it is filled in", remedy).doesNotContain(finding);
      Set<String> others = new HashSet<>(after);
      others.removeAll(new HashSet<>(before));
      assertThat(others).as("what %s brings up", remedy).isEmpty();

      if (!Patch.fill(remedy, remedy.content()).equals(remedy.content())) {
        assertThat(
                RULES.stream()
                    .filter(each -> each.info().severity() == Severity.BLOCK)
                    .flatMap(each -> check(each, Patch.pasted(refused.epic(), remedy)).stream()))
            .as("%s pasted as it is", remedy)
            .isNotEmpty();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void namesWhatThePublishedSchemaWants(RuleCase refused) {
    check(rule(refused.rule()), refused.epic()).stream()
        .flatMap(violation -> violation.remedy().flatMap(Remedy::schema).stream())
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
  @MethodSource("cases")
  void oneAfterTheOtherTheyEndTheRulesFindings(RuleCase refused) {
    Rule rule = rule(refused.rule());
    Epic epic = refused.epic();
    List<Violation> left = new ArrayList<>(check(rule, epic));
    for (int round = 0; round < 20 && !left.isEmpty(); round++) {
      epic = Patch.filled(epic, left.get(0).remedy().orElseThrow());
      left = new ArrayList<>(check(rule, epic));
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
                .filter(id -> !WITHOUT_REMEDY.contains(id))
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
