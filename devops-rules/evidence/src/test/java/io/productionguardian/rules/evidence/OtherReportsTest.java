package io.productionguardian.rules.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.productionguardian.document.Document;
import io.productionguardian.dossier.Reported.ScanReport;
import io.productionguardian.dossier.Reported.Seen;
import io.productionguardian.dossier.Reported.TestRun;
import io.productionguardian.dossier.Reported.VexStatement;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Reports of scanners and of tests that have one form each; the fixtures are made after real ones.
 */
class OtherReportsTest {

  /** Each document of a file is a report of its own, as the dossier reads them. */
  private static List<Document> each(Document file) {
    return file.roots().stream()
        .map(root -> new Document(file.file(), List.of(root), List.of()))
        .toList();
  }

  private static String scans(String fixture) {
    return each(Shown.fixture(fixture)).stream()
        .flatMap(document -> Shown.of(ScanReport.class, document).stream())
        .map(
            scan ->
                scan.tool()
                    + scan.image().map(image -> " of " + image).orElse("")
                    + scan.day().map(day -> " on " + day).orElse("")
                    + scan.vulnerabilities().stream()
                        .map(Shown::brief)
                        .map(found -> "; " + found.substring(found.indexOf(' ') + 1))
                        .collect(Collectors.joining()))
        .collect(Collectors.joining(" / "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "npm-audit-6.json | npm audit; GHSA-w7rc-rwvf-8q5r [CVE-2020-15168] node-fetch@2.1.2 LOW fixed in >=2.6.1; 1600 [] left CRITICAL",
        "npm-audit.json | npm audit; GHSA-gxpj-cx7g-858c [] debug@<2.6.9 MEDIUM fixed in 4.18.3; 7 [] ms HIGH",
        "npm-audit-clean.json | npm audit",
        "yarn-audit.jsonl | yarn audit; GHSA-aaaa-bbbb-cccc [CVE-2021-1] ini@1.3.5 HIGH fixed in >=1.3.6",
        "yarn-npm-audit.jsonl | yarn audit; GHSA-35jh-r3h4-6jhm [] lodash@4.17.20 HIGH / yarn audit; old (deprecation) [] old MEDIUM",
        "yarn-audit-clean.jsonl | yarn audit",
        "pip-audit.json | pip-audit; PYSEC-2021-76 [CVE-2021-21330] aiohttp@3.6.2 UNKNOWN fixed in 3.7.4, 3.8",
        "pip-audit-clean.json | pip-audit",
        "gitleaks.json | Gitleaks; aws-access-token [] config/a.yml:20 HIGH",
        "gitleaks-7.json | Gitleaks; AWS Access Key [] config/b.yml:224 HIGH",
        "snyk.json | Snyk; SNYK-JS-LODASH-1 [CVE-2018-16487] lodash@4.17.4 HIGH fixed in 4.17.11; SNYK-2 [] x@1 MEDIUM because not reached; SNYK-3 [] y@1 LOW",
        "snyk-image.json | Snyk of ghcr.io/acme/relay:1",
        "semgrep.json | Semgrep; python.lang.exec [] relay/db.py:24 HIGH; python.lang.md5 [] relay/x.py:2 MEDIUM because nosemgrep",
        "semgrep-clean.json | Semgrep",
        "bandit.json | Bandit on 2026-11-30; B101 [] one/one.py:2 LOW",
        "bandit-clean.json | Bandit on 2026-11-30",
        "github-dependabot.json | GitHub; GHSA-h5c8-rqwp-cp95 [CVE-2024-22195] jinja2 MEDIUM fixed in 3.1.3; GHSA-2 [] a HIGH because tolerable_risk; GHSA-3 [] b HIGH because fixed",
        "github-code-scanning.json | GitHub; js/zipslip [] a.js HIGH",
        "github-graph.json | GitHub; GHSA-9 [CVE-2019-17571] log4j:log4j CRITICAL fixed in 2; GHSA-8 [GHSA-8] b LOW",
        "gitlab-container.json | Trivy of ghcr.io/acme/relay:1 on 2026-11-30; CVE-2019-3462 [CVE-2019-3462] apt@1.4.8 HIGH",
        "gitlab-sast-clean.json | GitLab",
        "gitlab-sast.json | GitLab; Password in URL [Password in URL] compose.yml CRITICAL",
        "dependency-check.json | Dependency-Check on 2026-11-30; CVE-2020-10683 [] pkg:maven/org.dom4j/dom4j@2.1.1 CRITICAL; CVE-1 [] pkg:maven/org.dom4j/dom4j@2.1.1 HIGH because a test's jar; CVE-2 [] pkg:maven/org.dom4j/dom4j@2.1.1 HIGH",
        "dependency-check.xml | Dependency-Check on 2026-11-30; CVE-2020-10683 [] dom4j-2.1.1.jar CRITICAL; CVE-1 [] dom4j-2.1.1.jar HIGH because a test's jar; CVE-2 [] dom4j-2.1.1.jar UNKNOWN",
      })
  void aScanIsReadWhole(String fixture, String read) {
    assertThat(scans(fixture)).isEqualTo(read);
  }

  @ParameterizedTest
  @CsvSource({
    "results.trx, ci 3 1 1",
    "nunit3.xml, relay 4 1 1",
    "nunit2.xml, relay 3 1 1",
  })
  void aTestRunIsCountedByItsTests(String fixture, String counts) {
    assertThat(Shown.of(TestRun.class, Shown.fixture(fixture)))
        .extracting(
            run -> run.name() + " " + run.tests() + " " + run.failures() + " " + run.skipped())
        .containsExactly(counts);
  }

  /** A count without its tests, or an outcome that contradicts them, is the worse of both. */
  @Test
  void whatIsCountedOutweighsWhatIsListed() {
    assertThat(
            Shown.of(
                TestRun.class,
                Shown.text(
                    "a.trx",
                    "<TestRun><Results><UnitTestResult outcome='Passed'/></Results>"
                        + "<ResultSummary outcome='Aborted'/></TestRun>")))
        .extracting(TestRun::passed)
        .containsExactly(false);
    assertThat(
            Shown.of(
                TestRun.class,
                Shown.text(
                    "a.trx",
                    "<TestRun><Results><UnitTestResult outcome='Passed'/></Results>"
                        + "<ResultSummary outcome='Completed'/></TestRun>")))
        .extracting(TestRun::passed)
        .containsExactly(true);
    assertThat(
            Shown.of(
                TestRun.class,
                Shown.text(
                    "a.xml",
                    "<test-run failed='2'><test-suite><test-case result='Passed'/></test-suite></test-run>")))
        .extracting(TestRun::failures)
        .containsExactly(2);
  }

  @Test
  void csafSaysOfWhichPartOfWhichProduct() {
    assertThat(Shown.of(VexStatement.class, Shown.fixture("csaf-vex.json")))
        .extracting(
            said ->
                said.ids()
                    + " "
                    + said.products()
                    + " "
                    + said.components()
                    + " "
                    + said.status()
                    + " "
                    + said.justification().orElse("-"))
        .containsExactly(
            "[CVE-2023-45853] [relay, pkg:oci/relay?repository_url=ghcr.io/acme/relay&tag=1] [zlib]"
                + " NOT_AFFECTED vulnerable_code_not_present",
            "[CVE-2023-45853] [relay, pkg:oci/relay?repository_url=ghcr.io/acme/relay&tag=1] []"
                + " UNDER_INVESTIGATION -",
            "[GHSA-1] [relay, pkg:oci/relay?repository_url=ghcr.io/acme/relay&tag=1] []"
                + " NOT_AFFECTED not shipped",
            "[CVE-3] [zlib] [] AFFECTED -",
            "[CVE-3] [relay, pkg:oci/relay?repository_url=ghcr.io/acme/relay&tag=1] [] FIXED -");
  }

  @Test
  void aBillOfMaterialsIsKnownAndShowsNothing() {
    assertThat(Shown.of(Shown.fixture("relay.spdx.json")))
        .singleElement()
        .isInstanceOfSatisfying(Seen.class, seen -> assertThat(seen.format()).isEqualTo("SPDX"));
  }

  /** A run that failed, or that looked at nothing, must not count as one that found nothing. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"error\": {\"code\": \"ENOAUDIT\"}}",
        "{\"type\": \"error\", \"data\": \"no connection\"}",
        "{\"type\": \"auditSummary\", \"data\": {}}",
        "{\"dependencies\": []}",
        "[]",
        "{\"results\": [], \"errors\": []}",
        "{\"results\": [], \"errors\": [{\"level\": \"error\"}], \"paths\": {}}",
        "{\"results\": [{\"id\": 1}], \"errors\": [], \"paths\": {}}",
        "{\"results\": [], \"metrics\": {}}",
        "{\"vulnerabilities\": [], \"ok\": true}",
        "[{\"vulnerabilities\": [], \"ok\": true, \"dependencyCount\": 1}, {\"other\": 1}]",
        "{\"version\": \"15\", \"vulnerabilities\": [], \"scan\": {\"status\": \"failure\"}}",
        "{\"version\": \"15\", \"vulnerabilities\": [{\"id\": 1}], \"remediations\": []}",
        "[{\"state\": \"open\"}]",
        "{\"data\": {\"repository\": {}}}",
        "[{\"RuleID\": \"a\"}]",
        "{\"advisories\": {}}",
        "{\"auditReportVersion\": 2, \"vulnerabilities\": []}",
        "{\"reportSchema\": \"1.1\"}",
        "{\"document\": {\"csaf_version\": \"3.0\", \"tracking\": {\"id\": \"a\"}}}",
        "{\"document\": {\"csaf_version\": \"2.0\", \"category\": \"csaf_security_advisory\","
            + " \"tracking\": {\"id\": \"a\"}}}",
        "{\"spdxVersion\": \"SPDX-2.3\"}",
      })
  void whatIsNoReportShowsNothing(String text) {
    assertThat(Shown.of(Shown.text("a.json", text))).isEmpty();
  }

  @Test
  void aPackageThatNpmNamesWithoutAnAdvisoryIsVulnerableItself() {
    assertThat(
            Shown.report(
                    Shown.text(
                        "a.json",
                        "{\"auditReportVersion\": 2, \"vulnerabilities\": {\"a\": {\"severity\":"
                            + " \"critical\"}, \"b\": {\"severity\": \"high\", \"via\": [\"a\"]},"
                            + " \"c\": {\"severity\": \"low\", \"via\": [\"gone\"]}}}"))
                .vulnerabilities())
        .extracting(found -> found.component() + " " + found.level())
        .containsExactly("a CRITICAL", "c LOW");
  }

  /** What counts findings in a summary has them in lines of their own. */
  @Test
  void aSummaryThatCountsFindingsIsNoCleanScan() {
    Document summary =
        Shown.text(
            "a.jsonl", "{\"type\":\"auditSummary\",\"data\":{\"vulnerabilities\":{\"low\":1}}}");

    assertThat(Shown.of(summary)).singleElement().isInstanceOf(Seen.class);
  }
}
