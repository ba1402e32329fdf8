package io.productionguardian.rules.evidence;

import io.productionguardian.document.Document;
import io.productionguardian.document.Document.Limits;
import io.productionguardian.document.SourceFile;
import io.productionguardian.dossier.Evidence;
import io.productionguardian.dossier.EvidenceSource;
import io.productionguardian.dossier.Reported.ScanReport;
import io.productionguardian.dossier.Reported.Vulnerability;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.ServiceLoader;

/** What the sources show of a file among the test resources, or of a text. */
final class Shown {

  static final List<String> FIXTURES =
      List.of(
          "TEST-com.acme.relay.RelayTest.xml",
          "alerts.yml",
          "bandit-clean.json",
          "bandit.json",
          "bom.json",
          "codeql.sarif",
          "compose.v2.yaml",
          "csaf-vex.json",
          "dependency-check.json",
          "dependency-check.xml",
          "docker-compose.yml",
          "github-code-scanning.json",
          "github-dependabot.json",
          "github-graph.json",
          "gitlab-container.json",
          "gitlab-sast-clean.json",
          "gitlab-sast.json",
          "gitleaks-7.json",
          "gitleaks.json",
          "grype-clean.json",
          "grype.json",
          "junit.xml",
          "npm-audit-6.json",
          "npm-audit-clean.json",
          "npm-audit.json",
          "nunit2.xml",
          "nunit3.xml",
          "osv-scanner-clean.json",
          "osv-scanner.json",
          "pip-audit-clean.json",
          "pip-audit.json",
          "prometheus.yml",
          "prometheusrule.yaml",
          "relay.k8s.yaml",
          "relay.openvex.json",
          "relay.spdx.json",
          "results.trx",
          "semgrep-clean.json",
          "semgrep.json",
          "snyk-image.json",
          "snyk.json",
          "trivy-clean.json",
          "trivy-results.sarif",
          "trivy.json",
          "yarn-audit-clean.jsonl",
          "yarn-audit.jsonl",
          "yarn-npm-audit.jsonl");

  private Shown() {}

  static byte[] bytes(String fixture) {
    try (InputStream in = Shown.class.getResourceAsStream("/evidence/" + fixture)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static SourceFile file(String fixture) {
    return SourceFile.of(fixture, bytes(fixture));
  }

  static Document document(String file, byte[] content) {
    return SourceFile.of(file, content)
        .read(Document.Format.of(file).orElseThrow(), Limits.STANDARD);
  }

  static Document text(String file, String content) {
    return document(file, content.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  static Document fixture(String fixture) {
    return document(fixture, bytes(fixture));
  }

  /** What all sources together show: each file is one source's. */
  static List<Evidence> of(Document document) {
    return ServiceLoader.load(EvidenceSource.class).stream()
        .flatMap(source -> source.get().read(document).stream())
        .toList();
  }

  static <T extends Evidence> List<T> of(Class<T> kind, Document document) {
    return of(document).stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  static ScanReport report(Document document) {
    List<ScanReport> reports = of(ScanReport.class, document);
    if (reports.size() != 1) {
      throw new AssertionError("not one report but " + reports);
    }
    return reports.get(0);
  }

  /** A vulnerability in one line. */
  static String brief(Vulnerability found) {
    return found.place().line()
        + ":"
        + found.place().column()
        + " "
        + found.id()
        + " "
        + found.aliases()
        + " "
        + found.component()
        + " "
        + found.level()
        + found.fixedIn().map(version -> " fixed in " + version).orElse("")
        + found.suppression().map(reason -> " because " + reason).orElse("");
  }
}
