package io.productionguardian.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.productionguardian.model.Strategy.StrategyType;
import io.productionguardian.readiness.ReadinessMatrix.Grade;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WordsOfTheModelTest {

  @ParameterizedTest
  @EnumSource
  void anAgentIsReadFromItsOwnWireName(Agent agent) {
    assertThat(Agent.parse(agent.wireName())).contains(agent);
    assertThat(Agent.parse(agent.name())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aStrategyIsReadFromItsOwnWireName(StrategyType type) {
    assertThat(StrategyType.parse(type.wireName())).contains(type);
    assertThat(StrategyType.parse(type.wireName() + "_with_canary")).isEmpty();
  }

  @Test
  void wireNamesAreTheSameInEveryLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));

      assertThat(Arrays.stream(Severity.values()).map(Severity::wireName))
          .containsExactly("block", "warn", "info");
      assertThat(Arrays.stream(Grade.values()).map(Grade::wireName))
          .containsExactly("absent", "claimed", "evidenced", "contradicted");
      assertThat(MustHave.SECURITY_SCAN.wireName()).isEqualTo("security_scan");
      assertThat(Agent.QUALITY.wireName()).isEqualTo("quality");
      assertThat(StrategyType.ROLLING.wireName()).isEqualTo("rolling");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void theSevenTriggersLeadToOneOfTheThreeSubjects() {
    assertThat(VetoTrigger.values()).hasSize(7);
    assertThat(Arrays.stream(VetoTrigger.values()).map(VetoTrigger::subject))
        .containsOnly("not_production_ready", "no_rollback_plan", "missing_monitoring");
    assertThat(Arrays.stream(VetoTrigger.values()).map(VetoTrigger::words)).doesNotHaveDuplicates();
  }

  @Test
  void theSevenMustHavesHaveWords() {
    assertThat(MustHave.values()).hasSize(7);
    assertThat(Arrays.stream(MustHave.values()).map(MustHave::words))
        .doesNotHaveDuplicates()
        .contains("Rollback plan tested");
  }

  @ParameterizedTest
  @CsvSource({
    "consensus/artifacts/deployment.json, consensus/artifacts/deployment.draft.json",
    "consensus/artifacts/runbook.md, consensus/artifacts/runbook.draft.md",
  })
  void aDraftIsKeptBesideTheArtifact(String artifact, String draft) {
    assertThat(EpicLayout.draftOf(artifact)).isEqualTo(draft);
  }

  @Test
  void aStageIsKnownByItsName() {
    Stage staging =
        new Stage(
            "staging",
            true,
            Optional.empty(),
            ImmutableList.of(),
            true,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    assertThat(staging.is(Stage.STAGING)).isTrue();
    assertThat(staging.is(Stage.PRODUCTION)).isFalse();
  }

  @Test
  void anAlertIsAnsweredByTheFirstIssueWithAFix() {
    Runbook.Issue withoutFix = issue(Optional.of("Down"), "It is down", Optional.empty());
    Runbook.Issue withFix = issue(Optional.of("Down"), "It is down", Optional.of("Restart"));
    Runbook.Issue byTitle = issue(Optional.empty(), "Slow", Optional.of("Scale"));
    Runbook runbook =
        new Runbook(
            Optional.empty(),
            Optional.empty(),
            ImmutableList.of(),
            Optional.empty(),
            Optional.empty(),
            ImmutableList.of(withoutFix, withFix, byTitle),
            ImmutableMap.of());

    assertThat(runbook.issueFor("Down")).contains(withFix);
    assertThat(runbook.issueFor("Slow")).contains(byTitle);
    assertThat(runbook.issueFor("It is down")).isEmpty();
  }

  private static Runbook.Issue issue(Optional<String> alert, String title, Optional<String> fix) {
    return new Runbook.Issue(alert, title, Optional.empty(), ImmutableList.of(), fix);
  }
}
