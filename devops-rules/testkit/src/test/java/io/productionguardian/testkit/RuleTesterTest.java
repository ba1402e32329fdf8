package io.productionguardian.testkit;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.productionguardian.dossier.Dossier;
import io.productionguardian.model.Agent;
import io.productionguardian.model.Placeholder;
import io.productionguardian.model.Severity;
import io.productionguardian.rule.AppliesBy;
import io.productionguardian.rule.Remedy;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.RuleInfo.Param;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Template;
import io.productionguardian.rule.Violation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleTesterTest {

  private static final Epic FEW =
      Epics.approvable().set("implementation", "/infrastructure/resources_required/replicas", "1");
  private static final String AT = "/infrastructure/resources_required";

  /** The least of replicas, at the section that states them. */
  private static class Replicas implements Rule {

    @Override
    public RuleInfo info() {
      return RuleInfo.of("enough-replicas", Severity.BLOCK, RuleInfo.Concern.CUSTOM)
          .summary("There are enough replicas.")
          .impact("One that fails is missed")
          .requirement("As many replicas as the policy wants")
          .suggestion("Raise replicas")
          .action("raise_replicas")
          .param(Param.number("least", 2, "The least number of replicas"))
          .build();
    }

    @Override
    public List<Violation> check(Dossier dossier, Settings settings) {
      BigDecimal least = settings.number("least");
      return dossier.resources().stream()
          .filter(it -> BigDecimal.valueOf(it.value().replicas()).compareTo(least) < 0)
          .map(
              it ->
                  Violation.at(it.place(), it.value().replicas() + " of " + least)
                      .remedy(
                          Remedy.replace(
                              AppliesBy.agent(Agent.DEVELOPER),
                              it.place("replicas"),
                              Template.json("%s", Placeholder.integer("replicas", 2)))))
          .toList();
    }
  }

  @Test
  void acceptsAndRejects() {
    RuleTester.forRule(new Replicas())
        .accepts(Epics.approvable())
        .rejects(FEW, AT)
        .rejects(FEW, AT, "1 of 2");
  }

  @Test
  void takesSettingsAsAPolicyHasThem() {
    RuleTester.forRule(new Replicas()).settings("{\"least\": 1}").accepts(FEW);
    RuleTester.forRule(new Replicas()).settings("{\"least\": 3}").rejects(Epics.approvable(), AT);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RuleTester.forRule(new Replicas()).settings("{\"most\": 1}"))
        .withMessageContaining("no setting \"most\"");
  }

  @Test
  void mendsByItsEdit() {
    RuleTester tester = RuleTester.forRule(new Replicas());

    tester.mends(FEW, Map.of("replicas", 2), Epics.approvable());
    tester.mends(FEW, Map.of("replicas", 2, "other", "x"), Epics.approvable());
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> tester.mends(FEW, Map.of("replicas", 3), Epics.approvable()))
        .withMessageContaining("makes another consensus/artifacts/implementation.json of it");
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> tester.mends(FEW, Map.of("replicas", "2"), Epics.approvable()))
        .withMessageContaining("replicas expects a whole number, e.g. 2, and got the text \"2\"");
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> tester.mends(FEW, Epics.approvable()))
        .withMessageContaining("and got no value");
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> tester.mends(FEW, Map.of("replicas", 1), FEW))
        .withMessageContaining("still finds");
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> tester.mends(Epics.approvable(), Epics.approvable()))
        .withMessageContaining("nothing to fix");
  }

  @Test
  void whoIsAskedMendsNothing() {
    Rule asks =
        new Replicas() {
          @Override
          public List<Violation> check(Dossier dossier, Settings settings) {
            return super.check(dossier, settings).stream()
                .map(it -> it.remedy(Remedy.ask(AppliesBy.PERSON, "Decide how many it should be")))
                .toList();
          }
        };

    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> RuleTester.forRule(asks).mends(FEW, Epics.approvable()))
        .withMessageContaining("asks")
        .withMessageContaining("Decide how many it should be");
  }

  @Test
  void failsPlainlyAndShowsTheEdit() {
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> RuleTester.forRule(new Replicas()).accepts(FEW))
        .withMessageContaining("finds [consensus/artifacts/implementation.json:")
        .withMessageContaining("epic_25 with consensus/artifacts/implementation.json" + AT);
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> RuleTester.forRule(new Replicas()).rejects(Epics.approvable(), AT))
        .withMessageContaining("finds nothing, and should find something at \"" + AT + "\"");
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> RuleTester.forRule(new Replicas()).rejects(FEW, AT, "none"));
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> RuleTester.forRule(new Replicas()).rejects(FEW, "/service"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "7", "[]", "{", "{\"least\": 1} {}", "{\"least\": 1, \"least\": 2}"})
  void settingsThatAreNoObjectAreRefused(String json) {
    RuleTester tester = RuleTester.forRule(new Replicas());

    assertThatIllegalArgumentException()
        .isThrownBy(() -> tester.settings(json))
        .withMessageContaining("Expected settings as a JSON object");
  }
}
