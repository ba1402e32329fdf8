package io.productionguardian.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import io.productionguardian.EpicFixture;
import io.productionguardian.document.Node;
import io.productionguardian.dossier.Review.QualityVerdict;
import io.productionguardian.dossier.Review.SecurityScan;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReviewTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "epic_25 | /review_status | \"changes_required\" | true",
        "epic_25 | /review_status | \"blocked\" | true",
        "epic_25 | /review_status | {} | true",
        "epic_25 | /review_status | \"not approved\" | true",
        "epic_25 | /approval/status | \"pending\" | true",
        "epic_25 | /approval/merge_ready | false | false",
        "epic_25 | /approval/merge_ready | \"true\" | false",
        "epic_25 | /approval/conditions | [\"Fix the log\"] | false",
        "epic_25 | /approval/conditions | [{\"c\": 1}] | false",
        "epic_25 | /approval/conditions | \"Fix the log\" | false",
        "epic_25 | /three_pass_review/architecture_pass/status | \"fail\" | false",
        "epic_25 | /three_pass_review/synthesis_pass/security_verified | false | false",
        "epic_25 | /three_pass_review/synthesis_pass/production_ready | false | false",
        "epic_25 | /three_pass_review/component_pass/issues_found/0 | none | false",
        "epic_25 | /decision | \"veto\" | true",
        "epic_25 | /decision | \"later\" | true",
        "epic_25 | /status | \"rejected\" | false",
        "epic_25 | /status | \"Draft\" | false",
        "epic_25 | /outcome | \"FAILED\" | false",
        "epic_25 | /recommendation | \"do not deploy\" | false",
        "epic_25 | /acceptance_criteria_met | \"no\" | false",
        "epic_25 | /acceptance_criteria_met | \"not all of them\" | false",
        "epic_25 | /three_pass_review/synthesis_pass/security_verified | \"pending\" | false",
        "epic_31 | /verdict | \"veto\" | true",
        "epic_31 | /release_gate | false | false",
        "epic_31 | /issues/0/severity | \"Critical\" | false",
        "epic_31 | /metrics/critical_issues | 1 | false",
        "epic_31 | /metrics/critical_issues | \"none\" | false",
        "epic_31 | /component_pass/status | \"incomplete\" | false",
      })
  void whatQualitySaysAgainstTheReleaseIsHeard(
      String example, String pointer, String value, boolean verdict) {
    EpicFixture epic = EpicFixture.copy(example, folder);
    if (value.equals("none")) {
      epic.set(
          EpicFixture.REVIEW,
          pointer.substring(0, pointer.length() - 2),
          "[{\"severity\": \"blocker\"}]");
    } else {
      epic.set(EpicFixture.REVIEW, pointer, value);
    }
    Dossier dossier = epic.dossier();
    Node review = dossier.root("review").orElseThrow();
    String said = pointer.equals("/issues/0/severity") ? "/issues/0" : pointer;

    assertThat(dossier.qualityStatements())
        .filteredOn(statement -> !statement.favourable())
        .singleElement()
        .satisfies(
            statement -> {
              assertThat(statement.place()).isEqualTo(review.nearest(said).place());
              assertThat(statement.verdict()).isEqualTo(verdict);
              assertThat(statement.words()).isNotBlank();
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/decision | \"approve\"",
        "/status | \"complete\"",
        "/status | \"reviewed in full\"",
        "/recommendation | \"Release it; nothing blocks\"",
        "/acceptance_criteria_met | \"yes\"",
        "/acceptance_criteria_met | \"all 12 of them, see notes\"",
        "/acceptance_criteria_not_met | false",
        "/known_limitations_verified_by | \"nobody else\"",
      })
  void whatSpeaksForItIsNoObjection(String pointer, String value) {
    Dossier dossier =
        EpicFixture.copy("epic_25", folder).set(EpicFixture.REVIEW, pointer, value).dossier();

    assertThat(dossier.qualityStatements()).allMatch(QualityVerdict::favourable);
  }

  @ParameterizedTest
  @CsvSource({
    "image, ghcr.io/acme/other:1, false",
    "image, ghcr.io/acme/other, false",
    "target, ghcr.io/acme/other:1, false",
    "target, src, true",
    "target, ., true",
    "image, OWN, true",
  })
  void aScanOfAnotherImageIsNotTheScan(String member, String named, boolean counts) {
    EpicFixture epic = EpicFixture.copy("epic_25", folder);
    String own = epic.dossier().service().orElseThrow().value().image().orElseThrow();
    epic.set(EpicFixture.REVIEW, "/security_scan/" + member, '"' + named.replace("OWN", own) + '"');

    assertThat(epic.dossier().securityScan().isPresent()).isEqualTo(counts);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "epic_25 | /review_status | \"Approved \"",
        "epic_25 | /three_pass_review/architecture_pass/status | \"PASSED\"",
        "epic_25 | /three_pass_review/component_pass/issues_found | [{\"severity\": \"low\"}]",
        "epic_31 | /issues | [\"a remark\", {\"severity\": 5}]",
        "epic_31 | /metrics/critical_issues | 0.0",
      })
  void whatIsForTheReleaseOrAgainstNobodyIsNotHeldAgainstIt(
      String example, String pointer, String value) {
    EpicFixture epic = EpicFixture.copy(example, folder);
    epic.set(EpicFixture.REVIEW, pointer, value);

    assertThat(epic.dossier().qualityStatements())
        .isNotEmpty()
        .allMatch(QualityVerdict::favourable)
        .anyMatch(QualityVerdict::verdict);
  }

  @Test
  void aReviewThatBreaksOffSaysNothing() {
    EpicFixture epic = EpicFixture.copy("epic_25", folder);
    String text = epic.text(EpicFixture.REVIEW);
    epic.write(EpicFixture.REVIEW, text.substring(0, text.length() - 10));

    assertThat(epic.dossier().root("review")).isEmpty();
    assertThat(epic.dossier().artifact("review")).isPresent();
    assertThat(epic.dossier().qualityStatements()).isEmpty();
    assertThat(epic.dossier().securityScan()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"vulnerabilities_found\": 0, \"passed\": true} | true | false",
        "{\"vulnerabilities_found\": 2, \"passed\": true} | true | true",
        "{\"vulnerabilities_found\": 0, \"passed\": false} | true | true",
        "{\"vulnerabilities_found\": 3} | false | true",
        "{\"passed\": false} | false | true",
        "{\"passed\": true} | false | false",
        "{\"vulnerabilities_found\": \"0\", \"passed\": true} | false | false",
        "{\"vulnerabilities_found\": 0, \"passed\": \"yes\"} | false | false",
        "\"passed, 0 vulnerabilities\" | false | false",
        "{} | false | false",
      })
  void aScanIsARecordOnlyWithNumberAndResult(String scan, boolean record, boolean vulnerable) {
    EpicFixture epic = EpicFixture.copy("epic_25", folder);
    epic.set(EpicFixture.REVIEW, "/security_scan", scan);
    Sourced<SecurityScan> said = epic.dossier().securityScan().orElseThrow();

    assertThat(said.value().isRecord()).isEqualTo(record);
    assertThat(said.value().hasVulnerabilities()).isEqualTo(vulnerable);
    assertThat(said.place().pointer()).isEqualTo("/security_scan");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "results | [{\"id\": \"CVE-1\", \"severity\": \"critical\"}] | true",
        "results | [{\"tool\": \"bandit\", \"findings\": 0}] | false",
        "results | 3 | true",
        "results | 99999999999999999999 | true",
        "counts | {\"CRITICAL\": \"1\"} | true",
        "counts | {\"items\": [{\"severity\": \"critical\"}]} | true",
        "counts | {\"critical\": 0, \"high\": \"0\"} | false",
        "critical | {\"CRITICAL\": \"1\"} | true",
        "critical_vulnerabilities | \"3\" | true",
        "vulnerabilities | \"none\" | false",
      })
  void aScanCountsWhatAnyOfItsMembersTells(String member, String value, boolean vulnerable) {
    EpicFixture epic = EpicFixture.copy("epic_25", folder);
    epic.set(EpicFixture.REVIEW, "/security_scan/" + member, value);

    assertThat(epic.dossier().securityScan().orElseThrow().value().hasVulnerabilities())
        .isEqualTo(vulnerable);
  }

  @ParameterizedTest
  @CsvSource({
    "epic_25, /three_pass_review/synthesis_pass/security_verified",
    "epic_31, /synthesis_pass/security_verified",
    "epic_31, /test_evidence/security_tests",
  })
  void withoutAScanAReviewersWordIsTaken(String example, String pointer) {
    EpicFixture epic = EpicFixture.copy(example, folder);
    epic.remove(EpicFixture.REVIEW, "/security_scan");
    epic.set(EpicFixture.REVIEW, pointer, "false");

    Sourced<SecurityScan> said = epic.dossier().securityScan().orElseThrow();
    assertThat(said.place().pointer()).isEqualTo(pointer);
    assertThat(said.value().isRecord()).isFalse();
    assertThat(said.value().hasVulnerabilities()).isTrue();
  }

  @Test
  void aReviewMaySayNothingOfSecurity() {
    EpicFixture epic = EpicFixture.copy("epic_31", folder);
    assertThat(epic.dossier().securityScan()).isPresent();

    epic.remove(EpicFixture.REVIEW, "/security_scan");

    assertThat(epic.dossier().securityScan()).isEmpty();
  }
}
