package io.productionguardian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import io.productionguardian.Assessment.Decision;
import io.productionguardian.Assessment.WaivedFinding;
import io.productionguardian.document.SourceLocation;
import io.productionguardian.dossier.Dossier;
import io.productionguardian.dossier.EvidenceSource;
import io.productionguardian.model.EpicId;
import io.productionguardian.model.Severity;
import io.productionguardian.policy.Policy;
import io.productionguardian.policy.Policy.Waiver;
import io.productionguardian.readiness.ReadinessMatrix;
import io.productionguardian.rule.Finding;
import io.productionguardian.rule.RuleInfo;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Not even the package that makes assessments can make one that lies. */
class AssessmentTest {

  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  private static final EpicId EPIC = new EpicId("epic_25");
  private static final RuleSet RULES = RuleSet.of(List.of(), List.of());

  @TempDir private Path folder;
  private Dossier dossier;

  @BeforeEach
  void read() {
    dossier = EpicFixture.copy("epic_25", folder).dossier();
  }

  private static Finding finding(RuleInfo info) {
    return new Finding(info, "x", SourceLocation.of(EpicFixture.REVIEW), Optional.empty());
  }

  private static RuleInfo info(Severity severity) {
    return TestRule.info("some-rule", severity, RuleInfo.Concern.CUSTOM).build();
  }

  private Assessment of(Policy policy, List<Finding> findings, List<WaivedFinding> waived) {
    return Assessment.of(dossier, policy, NOW, findings, waived, RULES);
  }

  @Test
  void theDecisionFollowsFromTheFindings() {
    Finding blocking = finding(info(Severity.BLOCK));
    Finding warning = finding(info(Severity.WARN));

    assertThat(of(Policy.standard(), List.of(warning), List.of()).decision())
        .isEqualTo(Decision.APPROVE);
    Assessment vetoed = of(Policy.standard(), List.of(warning, blocking), List.of());
    assertThat(vetoed.decision()).isEqualTo(Decision.VETO);
    assertThat(vetoed.approved()).isFalse();
    assertThat(vetoed.plan()).isEmpty();
    assertThat(vetoed.findings()).containsExactly(blocking, warning);
  }

  @Test
  void theRestFollowsFromWhatWasJudged() {
    Assessment assessment = of(Policy.standard(), List.of(), List.of());

    assertThat(assessment.iteration()).isEqualTo(1);
    assertThat(assessment.repeats()).isFalse();
    assertThat(assessment.readiness()).isSameAs(ReadinessMatrix.of(dossier));
    assertThat(assessment.timestamp()).hasToString("2026_11_20_10_00_00");
    assertThat(assessment.rulesSha256()).isEqualTo(RULES.sha256()).hasSize(64);
  }

  @Test
  void onlyThePolicyWaives() {
    WaivedFinding waived =
        new WaivedFinding(finding(info(Severity.BLOCK)), waiver("some-rule", EPIC));
    Policy policy =
        Policy.builder()
            .waive("some-rule", EPIC, "the database is small", "Ada", LocalDate.of(2026, 12, 31))
            .build();
    WaivedFinding byPolicy = new WaivedFinding(waived.finding(), policy.waivers().get(0));
    WaivedFinding unwaivable =
        new WaivedFinding(
            finding(
                TestRule.info("some-rule", Severity.BLOCK, RuleInfo.Concern.CUSTOM)
                    .unwaivable()
                    .build()),
            policy.waivers().get(0));

    assertThat(of(policy, List.of(), List.of(byPolicy)).approved()).isTrue();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of(Policy.standard(), List.of(), List.of(waived)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of(policy, List.of(), List.of(unwaivable)));
  }

  private static Waiver waiver(String rule, EpicId epic) {
    return new Waiver(
        SourceLocation.of("guardian.yaml"),
        rule,
        epic,
        "the database is small",
        "Ada",
        LocalDate.of(2026, 12, 31));
  }

  @Test
  void aDossierThatWasReadWithoutTheGatesSourcesIsRefused() {
    EvidenceSource source = document -> ImmutableList.of();
    Gate gate = Gate.of(Policy.standard(), List.of(TestRule.blocking("a")), List.of(source));

    assertThatExceptionOfType(MisconfiguredException.class)
        .isThrownBy(() -> gate.assess(dossier, NOW))
        .withMessageContaining("other sources of evidence");
    assertThat(gate.assess(Dossier.of(dossier.snapshot(), List.of(source)), NOW).approved())
        .isTrue();
  }
}
