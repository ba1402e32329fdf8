package io.productionguardian.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.google.common.collect.ImmutableMap;
import io.productionguardian.EpicFixture;
import io.productionguardian.document.SourceLocation;
import io.productionguardian.model.MustHave;
import io.productionguardian.readiness.ReadinessMatrix.Grade;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadinessMatrixTest {

  @TempDir private Path folder;
  private EpicFixture epic;

  @BeforeEach
  void copy() {
    epic = EpicFixture.copy("epic_25", folder);
  }

  private ReadinessMatrix.Entry of(MustHave mustHave) {
    return ReadinessMatrix.of(epic.dossier()).of(mustHave);
  }

  @ParameterizedTest
  @CsvSource({
    "HEALTH_CHECKS, CLAIMED, 2",
    "ROLLBACK_TESTED, EVIDENCED, 1",
    "MONITORING, CLAIMED, 2",
    "ALERTS, CLAIMED, 2",
    "RUNBOOK, CLAIMED, 1",
    "RESOURCE_LIMITS, CLAIMED, 1",
    "SECURITY_SCAN, EVIDENCED, 1",
  })
  void aCompleteEpicShowsEveryMustHave(MustHave mustHave, Grade grade, int places) {
    assertThat(of(mustHave).grade()).isEqualTo(grade);
    assertThat(of(mustHave).places()).hasSize(places);
    assertThat(ReadinessMatrix.of(epic.dossier()).entries().keySet())
        .containsExactly(MustHave.values());
  }

  @ParameterizedTest
  @CsvSource({
    "/health_checks/liveness, HEALTH_CHECKS",
    "/monitoring/metrics, MONITORING",
    "/monitoring/alerts, ALERTS",
    "/runbook/common_issues, RUNBOOK",
    "/infrastructure, RESOURCE_LIMITS",
    "/rollback/tested, ROLLBACK_TESTED",
  })
  void whatIsNotStatedIsAbsentAndNothingElse(String pointer, MustHave mustHave) {
    epic.remove(EpicFixture.IMPLEMENTATION, pointer);

    for (MustHave each : MustHave.values()) {
      assertThat(of(each).grade() == Grade.ABSENT).as(each.name()).isEqualTo(each == mustHave);
    }
    assertThat(of(mustHave).places()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"true, CLAIMED", "'\"yes\"', CLAIMED", "false, ABSENT", "null, ABSENT"})
  void aWordOnTheRollbackIsAClaim(String tested, Grade grade) {
    epic.set(EpicFixture.IMPLEMENTATION, "/rollback/tested", tested);

    assertThat(of(MustHave.ROLLBACK_TESTED).grade()).isEqualTo(grade);
  }

  @Test
  void aFailedDrillContradicts() {
    epic.set(EpicFixture.IMPLEMENTATION, "/rollback/tested/outcome", "\"failed\"");

    assertThat(of(MustHave.ROLLBACK_TESTED).grade()).isEqualTo(Grade.CONTRADICTED);
    assertThat(of(MustHave.ROLLBACK_TESTED).places())
        .extracting(SourceLocation::pointer)
        .containsExactly("/rollback/tested/outcome");
  }

  @Test
  void vulnerabilitiesContradict() {
    epic.set(EpicFixture.REVIEW, "/security_scan/vulnerabilities_found", "1");
    assertThat(of(MustHave.SECURITY_SCAN).grade()).isEqualTo(Grade.CONTRADICTED);

    epic.set(EpicFixture.REVIEW, "/security_scan", "\"passed\"");
    assertThat(of(MustHave.SECURITY_SCAN).grade()).isEqualTo(Grade.CLAIMED);

    epic.remove(EpicFixture.REVIEW, "/security_scan");
    epic.remove(EpicFixture.REVIEW, "/three_pass_review");
    assertThat(of(MustHave.SECURITY_SCAN).grade()).isEqualTo(Grade.ABSENT);
  }

  @Test
  void aRunbookThatSomebodyWroteIsEvidenceAtItsFile() {
    epic.write("consensus/artifacts/runbook.md", "# Runbook\n");

    assertThat(of(MustHave.RUNBOOK).places())
        .containsExactly(SourceLocation.of("consensus/artifacts/runbook.md"));
  }

  @Test
  void amatrixWithoutAnEntryIsNoMatrix() {
    ReadinessMatrix empty = new ReadinessMatrix(ImmutableMap.of());

    assertThatIllegalStateException().isThrownBy(() -> empty.of(MustHave.ALERTS));
  }
}
