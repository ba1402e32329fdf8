package io.productionguardian.rules.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.productionguardian.document.Document;
import io.productionguardian.dossier.Reported.ScanReport;
import io.productionguardian.dossier.Reported.Seen;
import io.productionguardian.dossier.Reported.VexStatement;
import io.productionguardian.dossier.Reported.Vulnerability;
import io.productionguardian.dossier.Reported.Vulnerability.Level;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports of scanners. */
class ScanReportsTest {

  private static List<String> found(String fixture) {
    return Shown.report(Shown.fixture(fixture)).vulnerabilities().stream()
        .map(Shown::brief)
        .toList();
  }

  // SARIF

  @Test
  void sarifsScoreOutweighsItsLevel() {
    ScanReport report = Shown.report(Shown.fixture("trivy-results.sarif"));

    assertThat(report.tool()).isEqualTo("Trivy");
    assertThat(report.place()).hasToString("trivy-results.sarif:5:5");
    assertThat(found("trivy-results.sarif"))
        .containsExactly(
            "34:9 CVE-2024-3094 [] acme/fallback-relay:1 CRITICAL",
            "48:9 CVE-2023-45853 [] acme/fallback-relay CRITICAL");
  }

  @Test
  void sarifsRulesMayBeOfAnExtensionAndFilesByIndex() {
    assertThat(Shown.report(Shown.fixture("codeql.sarif")).tool()).isEqualTo("CodeQL");
    assertThat(found("codeql.sarif"))
        .containsExactly(
            "21:7 py/sql-injection [] relay/db.py HIGH",
            "25:7 py/clear-text-logging/1 [] relay/log.py MEDIUM because the password is a test's",
            "30:7 py/clear-text-logging []  HIGH",
            "34:7 py/clear-text-logging []  CRITICAL");
  }

  private static Document sarif(String run) {
    return Shown.text("scan.sarif", "{\"version\": \"2.1.0\", \"runs\": [" + run + "]}");
  }

  private static String run(String results) {
    return "{\"tool\": {\"driver\": {\"name\": \"t\", \"rules\": [{\"id\": \"r\"}]}}, \"results\": ["
        + results
        + "]}";
  }

  @Test
  void eachRunOfSarifIsAReport() {
    Document document = sarif(run("") + "," + run("{\"ruleId\": \"a\"}"));

    assertThat(Shown.of(ScanReport.class, document))
        .extracting(report -> report.vulnerabilities().size())
        .containsExactly(0, 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pass", "notApplicable", "open", "review", "informational"})
  void onlyWhatFailedIsAFindingOfSarif(String kind) {
    Document document =
        sarif(run("{\"ruleId\": \"a\", \"kind\": \"%s\"}, {\"kind\": \"fail\"}".formatted(kind)));

    assertThat(Shown.report(document).vulnerabilities())
        .extracting(Vulnerability::id)
        .containsExactly("(no rule)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"level\": \"error\" | HIGH",
        "\"level\": \"warning\" | MEDIUM",
        "\"level\": \"note\" | LOW",
        "\"level\": \"none\" | NEGLIGIBLE",
        "\"x\": 1 | MEDIUM",
        "\"level\": \"note\", \"properties\": {\"security-severity\": \"9.5\"} | CRITICAL",
        "\"level\": \"error\", \"properties\": {\"security-severity\": \"0.0\"} | HIGH",
        "\"level\": \"error\", \"properties\": {\"security-severity\": \"high\"} | HIGH",
        "\"level\": \"note\", \"ruleIndex\": 7 | LOW",
        "\"level\": \"note\", \"ruleIndex\": -1 | LOW",
      })
  void levelsOfSarif(String result, Level level) {
    assertThat(Shown.report(sarif(run("{" + result + "}"))).vulnerabilities())
        .extracting(Vulnerability::level)
        .containsExactly(level);
  }

  @ParameterizedTest
  @CsvSource({"accepted, true", "underReview, false", "rejected, false", "odd, false"})
  void onlyAnAcceptedSuppressionOfSarifCounts(String status, boolean counts) {
    Document document =
        sarif(
            run(
                "{\"suppressions\": [{\"status\": \"%s\", \"justification\": \"x\"}]}"
                    .formatted(status)));

    assertThat(Shown.report(document).vulnerabilities().get(0).suppression().isPresent())
        .isEqualTo(counts);
  }

  @Test
  void idsWithinOtherIdsAreAliases() {
    String grype = "{\"ruleId\": \"CVE-2024-3094-xz-utils\"}";
    String osv =
        "{\"tool\": {\"driver\": {\"name\": \"osv\", \"rules\": [{\"id\": \"CVE-2024-1\","
            + " \"deprecatedIds\": [\"CVE-2024-1\", \"GHSA-aaaa-bbbb-cccc\"]}]}},"
            + " \"results\": [{\"ruleIndex\": 0}]}";

    assertThat(Shown.report(sarif(run(grype))).vulnerabilities().get(0).aliases())
        .containsExactly("CVE-2024-3094");
    assertThat(Shown.report(sarif(osv)).vulnerabilities().get(0).aliases())
        .containsExactly("GHSA-aaaa-bbbb-cccc");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"tool\": {\"driver\": {\"name\": \"t\"}}}",
        "{\"tool\": {\"driver\": {\"name\": \"t\"}}, \"results\": null}",
        "{\"tool\": {\"driver\": {\"name\": \"t\"}}, \"results\": [],"
            + " \"invocations\": [{\"executionSuccessful\": false}]}",
        "{\"results\": []}",
        "7",
      })
  void aRunThatLookedAtNothingIsNoReport(String run) {
    assertThat(Shown.of(sarif(run))).isEmpty();
  }

  @Test
  void anOlderSarifIsNotRead() {
    assertThat(
            Shown.of(
                Shown.text("a.sarif", "{\"version\": \"1.0.0\", \"runs\": [" + run("") + "]}")))
        .isEmpty();
  }

  // Trivy

  @Test
  void trivyReportsVulnerabilitiesMisconfigurationsAndSecrets() {
    ScanReport report = Shown.report(Shown.fixture("trivy.json"));

    assertThat(report.tool()).isEqualTo("Trivy");
    assertThat(report.place()).hasToString("trivy.json:1:1");
    assertThat(found("trivy.json"))
        .containsExactly(
            "13:9 CVE-2023-45853 [] pkg:deb/debian/zlib1g@1.2.13.dfsg-1"
                + "?arch=amd64&distro=debian-12.8&epoch=1 CRITICAL",
            "27:11 CVE-2024-2961 [] libc6@2.36-9 HIGH because vulnerable_code_not_in_execute_path",
            "29:11 CVE-2024-33599 [] libc6@2.36-9 HIGH",
            "35:9 CVE-2024-35195 [GHSA-9wx4-h78v-vm56] requests@2.31.0 MEDIUM fixed in 2.32.0",
            "43:9 DS002 [AVD-DS-0002] Dockerfile HIGH",
            "51:9 aws-access-key-id [] /app/.env CRITICAL");
  }

  @Test
  void aCleanTrivyReportIsOneWithoutFindings() {
    assertThat(found("trivy-clean.json")).isEmpty();
  }

  @Test
  void trivyReadsClustersAndModifiedFindingsOfOtherTypes() {
    Document document =
        Shown.text(
            "k8s.json",
            """
            {"SchemaVersion": 2, "ClusterName": "c", "Resources": [{"Results": [{"Target": "t",
              "ExperimentalModifiedFindings": [
                {"Type": "misconfiguration", "Status": "ignored", "Statement": "meant so",
                 "Finding": {"ID": "KSV001", "Severity": "MEDIUM"}},
                {"Type": "secret", "Status": "under_investigation", "Statement": "we look at it",
                 "Finding": {"RuleID": "key", "Severity": "HIGH"}}]}]}]}
            """);

    assertThat(Shown.report(document).vulnerabilities().stream().map(Shown::brief))
        .containsExactly("4:6 KSV001 [] t MEDIUM because meant so", "6:6 key [] t HIGH");
  }

  // Grype

  @Test
  void grypeReportsMatchesAndWhatItIgnored() {
    ScanReport report = Shown.report(Shown.fixture("grype.json"));

    assertThat(report.tool()).isEqualTo("grype");
    assertThat(found("grype.json"))
        .containsExactly(
            "3:3 GHSA-jfh8-c2jp-5v3q [CVE-2021-44228]"
                + " pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1 CRITICAL fixed in 2.15.0",
            "21:3 CVE-2024-9999 [CVE-2024-9999] busybox@1.36.1-r5 HIGH",
            "28:3 CVE-2023-42363 [] busybox@1.36.1-r5 MEDIUM because awk is not in the image",
            "34:3 CVE-2023-42364 [] busybox@1.36.1-r5 MEDIUM");
  }

  @Test
  void aCleanGrypeReportIsOneWithoutFindings() {
    assertThat(found("grype-clean.json")).isEmpty();
    assertThat(Shown.of(Shown.text("a.json", "{\"matches\": []}"))).isEmpty();
  }

  // OSV-Scanner

  @Test
  void osvReportsPackagesWithAliasesScoresAndFixes() {
    assertThat(found("osv-scanner.json"))
        .containsExactly(
            "9:13 GHSA-h5c8-rqwp-cp95 [CVE-2024-22195] pkg:pypi/jinja2@3.1.2 MEDIUM fixed in 3.1.3",
            "20:13 PYSEC-2024-1 [GHSA-aaaa-bbbb-cccc] pkg:pypi/jinja2@3.1.2 CRITICAL",
            "36:13 OSV-2023-77 [] vendored UNKNOWN");
    assertThat(Shown.report(Shown.fixture("osv-scanner.json")).tool()).isEqualTo("OSV-Scanner");
  }

  @ParameterizedTest
  @CsvSource({
    "Maven, org.yaml:snakeyaml, pkg:maven/org.yaml/snakeyaml@1",
    "npm, @acme/relay, pkg:npm/%40acme/relay@1",
    "Debian:12, openssl, pkg:deb/debian/openssl@1",
    "Hex, phoenix, phoenix@1",
  })
  void ecosystemsOfOsvArePackageUrls(String ecosystem, String name, String component) {
    Document document =
        Shown.text(
            "osv.json",
            ("{\"results\": [{\"packages\": [{\"package\": {\"name\": \"%s\", \"version\": \"1\","
                    + " \"ecosystem\": \"%s\"}, \"vulnerabilities\": [{\"id\": \"X\"}]}]}]}")
                .formatted(name, ecosystem));

    assertThat(Shown.report(document).vulnerabilities())
        .extracting(Vulnerability::component)
        .containsExactly(component);
  }

  @Test
  void aCleanOsvReportIsOneWithoutFindings() {
    assertThat(found("osv-scanner-clean.json")).isEmpty();
    assertThat(Shown.of(Shown.text("semgrep.json", "{\"results\": [{\"check_id\": \"x\"}]}")))
        .isEmpty();
    assertThat(Shown.of(Shown.text("a.json", "{\"results\": []}"))).isEmpty();
  }

  // CycloneDX

  @Test
  void cycloneDxReportsEachComponentWithWhatTheMakerSays() {
    assertThat(Shown.report(Shown.fixture("bom.json")).tool()).isEqualTo("dependency-check");
    assertThat(found("bom.json"))
        .containsExactly(
            "16:5 CVE-2022-1471 [GHSA-mjmj-j48q-9wg2] pkg:maven/org.yaml/snakeyaml@1.33 CRITICAL"
                + " because code_not_reachable",
            "28:5 CVE-2022-38752 [] pkg:maven/org.yaml/snakeyaml@1.33 MEDIUM",
            "28:5 CVE-2022-38752 [] shaded@2 MEDIUM",
            "34:5 CVE-2022-41854 [] pkg:maven/org.yaml/snakeyaml@1.33 MEDIUM because resolved",
            "40:5 CVE-2025-0001 [] fallback-relay@1.4.0 UNKNOWN",
            "45:5 CVE-2025-0002 [] shaded@2 NEGLIGIBLE");
  }

  @Test
  void whatCycloneDxSaysHoldsForOtherReportsToo() {
    List<VexStatement> statements = Shown.of(VexStatement.class, Shown.fixture("bom.json"));

    assertThat(statements)
        .extracting(VexStatement::status)
        .containsExactly(
            VexStatement.Status.NOT_AFFECTED,
            VexStatement.Status.NOT_AFFECTED,
            VexStatement.Status.FIXED,
            VexStatement.Status.AFFECTED);
    assertThat(statements.get(0).ids()).containsExactly("CVE-2022-1471", "GHSA-mjmj-j48q-9wg2");
    assertThat(statements.get(0).products()).containsExactly("pkg:maven/org.yaml/snakeyaml@1.33");
    assertThat(statements.get(0).justification()).contains("code_not_reachable");
    assertThat(statements.get(0).place()).hasToString("bom.json:26:7");
    assertThat(statements.get(1).justification()).isEmpty();
    assertThat(statements.get(3).products()).containsExactly("fallback-relay@1.4.0"); // itself
  }

  @Test
  void aBillOfMaterialsWithoutVulnerabilitiesIsNoReport() {
    assertThat(
            Shown.of(Shown.text("bom.json", "{\"bomFormat\": \"CycloneDX\", \"components\": []}")))
        .singleElement()
        .isInstanceOf(Seen.class);
  }

  @Test
  void aStatementOfCycloneDxThatNobodyCanPlaceIsNone() {
    Document document =
        Shown.text(
            "bom.json",
            """
            {"bomFormat": "CycloneDX", "metadata": {"tools": [{"name": "old"}]}, "vulnerabilities": [
              {"id": "CVE-1", "affects": [{}], "analysis": {"state": "in_triage"}},
              {"id": "CVE-2", "analysis": {"state": "in_triage"}},
              {"affects": [{"ref": "a"}], "analysis": {"state": "not_affected", "detail": "x"}}]}
            """);

    assertThat(Shown.report(document).tool()).isEqualTo("old");
    assertThat(Shown.report(document).vulnerabilities()).hasSize(3);
    assertThat(Shown.of(VexStatement.class, document))
        .singleElement()
        .satisfies(said -> assertThat(said.ids()).containsExactly("CVE-2"));
  }
}
