package io.productionguardian.rules.standard.evidence;

import static io.productionguardian.rules.standard.RuleCase.refused;

import io.productionguardian.rules.standard.RuleCase;
import io.productionguardian.testkit.Epic;
import io.productionguardian.testkit.Epics;
import java.util.List;

/** What the rules of this package refuse, beside what they accept. */
public final class EvidenceCases {

  private static final Epic GOOD = Epics.approvable();
  private static final String EVIDENCE = "consensus/artifacts/evidence/";

  private static final String TRIVY =
      """
      {
        "SchemaVersion": 2,
        "ArtifactName": "registry.example.com/health-check:1.4.2",
        "ArtifactType": "container_image",
        "Results": [
          {
            "Target": "registry.example.com/health-check:1.4.2 (debian 12.5)",
            "Class": "os-pkgs",
            "Type": "debian",
            "Vulnerabilities": [
              {
                "VulnerabilityID": "CVE-2024-3094",
                "PkgName": "liblzma5",
                "PkgIdentifier": {"PURL": "pkg:deb/debian/liblzma5@5.6.0-0.2"},
                "InstalledVersion": "5.6.0-0.2",
                "FixedVersion": "5.6.1+really5.4.5-1",
                "Status": "fixed",
                "Severity": "CRITICAL",
                "Title": "xz: malicious code in distributed source"
              }
            ]
          }
        ]
      }
      """;

  private static final String SARIF =
      """
      {
        "version": "2.1.0",
        "runs": [
          {
            "tool": {"driver": {"name": "CodeQL", "rules": [
              {"id": "py/sql-injection", "properties": {"security-severity": "9.8"}}
            ]}},
            "results": [
              {
                "ruleId": "py/sql-injection",
                "level": "error",
                "message": {"text": "This query depends on a user-provided value."},
                "locations": [{"physicalLocation": {
                  "artifactLocation": {"uri": "src/api/app.py"}, "region": {"startLine": 7}}}]
              }
            ]
          }
        ]
      }
      """;

  /** The statement that the service is not affected. */
  static String vex(String vulnerability, String justification) {
    return """
        {
          "@context": "https://openvex.dev/ns/v0.2.0",
          "@id": "https://example.com/vex/1",
          "author": "platform team",
          "timestamp": "2026-11-19T10:00:00Z",
          "version": 1,
          "statements": [
            {"vulnerability": {"name": "%s"}, "products": [{"@id": "registry.example.com/health-check:1.4.2"}],
             "status": "not_affected", "justification": "%s"}
          ]
        }
        """
        .formatted(vulnerability, justification);
  }

  private static final String DEPLOYMENT =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: api
      spec:
        replicas: 2
        template:
          spec:
            containers:
              - name: api
                image: registry.example.com/health-check:1.4.2
                readinessProbe:
                  httpGet: {path: /health, port: 8080}
                livenessProbe:
                  httpGet: {path: /health, port: 8080}
                resources:
                  limits: {cpu: 200m, memory: 256Mi}
      """;

  private static final String JUNIT =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuites>
        <testsuite name="staging smoke" tests="2" failures="1" errors="0" skipped="0" time="1.2">
          <testcase classname="smoke" name="health" time="0.4"/>
          <testcase classname="smoke" name="metrics" time="0.8">
            <failure message="503">got 503</failure>
          </testcase>
        </testsuite>
      </testsuites>
      """;

  public static final List<RuleCase> ALL =
      List.of(
          refused(
                  "critical-vulnerabilities",
                  GOOD.file(EVIDENCE + "trivy.json", TRIVY),
                  EVIDENCE + "trivy.json:11:9",
                  "CVE-2024-3094 of critical severity")
              .beside(
                  GOOD.file(EVIDENCE + "trivy.json", TRIVY)
                      .file(
                          EVIDENCE + "xz.openvex.json",
                          vex("CVE-2024-3094", "vulnerable_code_not_present"))),
          refused(
                  "critical-vulnerabilities",
                  GOOD.file(EVIDENCE + "codeql.sarif", SARIF),
                  EVIDENCE + "codeql.sarif:9:9",
                  "py/sql-injection")
              .beside(GOOD.file(EVIDENCE + "codeql.sarif", SARIF.replace("9.8", "3.1"))),
          refused(
                  "critical-vulnerabilities",
                  GOOD.file(EVIDENCE + "trivy.json", TRIVY)
                      .file(EVIDENCE + "xz.openvex.json", vex("CVE-2024-3094", "<why, e.g. x>")),
                  EVIDENCE + "trivy.json",
                  "CVE-2024-3094")
              .beside(GOOD.file(EVIDENCE + "trivy.json", TRIVY.replace("CRITICAL", "HIGH"))),
          refused(
                  "scan-vulnerabilities",
                  GOOD.file(EVIDENCE + "trivy.json", TRIVY.replace("CRITICAL", "HIGH")),
                  EVIDENCE + "trivy.json",
                  "of high severity")
              .beside(GOOD.file(EVIDENCE + "trivy.json", TRIVY.replace("CRITICAL", "MEDIUM"))),
          refused(
                  "scan-vulnerabilities",
                  GOOD.file(EVIDENCE + "trivy.json", TRIVY.replace("CRITICAL", "UNKNOWN")),
                  EVIDENCE + "trivy.json",
                  "of unknown severity")
              .beside(GOOD.file(EVIDENCE + "trivy.json", TRIVY.replace("CRITICAL", "LOW"))),
          refused(
                  "test-runs-passed",
                  GOOD.file(EVIDENCE + "smoke.xml", JUNIT),
                  EVIDENCE + "smoke.xml:3:3",
                  "staging smoke has 1 failures")
              .beside(
                  GOOD.file(
                      EVIDENCE + "smoke.xml",
                      JUNIT
                          .replace("failures=\"1\"", "failures=\"0\"")
                          .replace("<failure message=\"503\">got 503</failure>", ""))),
          refused(
                  "test-runs-passed",
                  GOOD.file(EVIDENCE + "smoke.xml", "<testsuite name=\"smoke\" tests=\"0\"/>"),
                  EVIDENCE + "smoke.xml",
                  "ran no test")
              .beside(
                  GOOD.file(
                      EVIDENCE + "smoke.xml",
                      "<testsuite name=\"smoke\" tests=\"1\"><testcase name=\"a\"/></testsuite>")),
          refused(
                  "evidence-readable",
                  GOOD.file(EVIDENCE + "trivy.json", "{\n  \"SchemaVersion\": 2\n}\n}\n"),
                  EVIDENCE + "trivy.json",
                  "")
              .beside(
                  GOOD.file(
                      EVIDENCE + "trivy.json", "{\n  \"SchemaVersion\": 2, \"Results\": []\n}\n")),
          refused(
                  "evidence-readable",
                  GOOD.file(EVIDENCE + "report.json", "{\"auditReportVersion\": 2}\n"),
                  EVIDENCE + "report.json:1:1",
                  "no reader knows")
              .beside(GOOD.file(EVIDENCE + "notes.md", "# Notes\n")),
          refused(
                  "affected-by-statement",
                  GOOD.file(
                      EVIDENCE + "own.openvex.json",
                      vex("CVE-2021-44228", "vulnerable_code_not_present")
                          .replace("not_affected", "affected")),
                  EVIDENCE + "own.openvex.json",
                  "affected by CVE-2021-44228")
              .beside(
                  GOOD.file(
                      EVIDENCE + "own.openvex.json",
                      vex("CVE-2021-44228", "vulnerable_code_not_present"))),
          refused(
                  "cleared-vulnerabilities",
                  GOOD.file(EVIDENCE + "trivy.json", TRIVY)
                      .file(
                          EVIDENCE + "xz.openvex.json",
                          vex("CVE-2024-3094", "vulnerable_code_not_present")),
                  EVIDENCE + "trivy.json",
                  "CVE-2024-3094 in pkg:deb/debian/liblzma5@5.6.0-0.2 is set aside: vulnerable_code")
              .beside(GOOD.file(EVIDENCE + "trivy.json", TRIVY)),
          refused(
                  "evidence-age",
                  GOOD.set(
                      "implementation",
                      "/rollback/tested/performed_at",
                      "\"2026-08-01T10:00:00Z\""),
                  "consensus/artifacts/implementation.json",
                  "111 days old, more than 90")
              .beside(
                  GOOD.set(
                      "implementation",
                      "/rollback/tested/performed_at",
                      "\"2026-11-01T10:00:00Z\"")),
          refused(
                  "evidence-readable",
                  GOOD.deploys("k8s/api.yaml", DEPLOYMENT + "  \"broken\n"),
                  "k8s/api.yaml",
                  "")
              .beside(GOOD.deploys("k8s/api.yaml", DEPLOYMENT)),
          refused(
                  "odd-input",
                  GOOD.deploys("deploy/api.yml", "image: {{ image }}:{{ tag }}\n"),
                  "deploy/api.yml",
                  "")
              .beside(GOOD.deploys("deploy/api.yml", "image: api\n")),
          refused(
                  "evidence-readable",
                  GOOD.deploys("deploy/api.yml", "name: a\nimage: [api\n"),
                  "deploy/api.yml",
                  "")
              .beside(GOOD.deploys("deploy/api.yml", "image: {{ image }}:{{ tag }}\n")),
          refused(
                  "probes-deployed",
                  GOOD.deploys("k8s/api.yaml", DEPLOYMENT.replace("livenessProbe", "startupProbe")),
                  "k8s/api.yaml:10:11",
                  "without a livenessProbe")
              .beside(GOOD.deploys("k8s/api.yaml", DEPLOYMENT)),
          refused(
                  "probes-deployed",
                  GOOD.deploys("k8s/api.yaml", DEPLOYMENT.replace("readinessProbe", "startupProbe"))
                      .remove("implementation", "/health_checks/readiness"),
                  "k8s/api.yaml",
                  "without a readinessProbe")
              .beside(GOOD.deploys("k8s/api.yaml", DEPLOYMENT)),
          refused(
                  "limits-deployed",
                  GOOD.deploys(
                      "k8s/api.yaml",
                      DEPLOYMENT.replace(
                          "limits: {cpu: 200m, memory: 256Mi}", "requests: {cpu: 1}")),
                  "k8s/api.yaml:10:11",
                  "without a limit of cpu and memory")
              .beside(GOOD.deploys("k8s/api.yaml", DEPLOYMENT)),
          refused(
                  "limits-deployed",
                  GOOD.deploys("k8s/api.yaml", DEPLOYMENT.replace("cpu: 200m, ", ""))
                      .remove("implementation", "/infrastructure"),
                  "k8s/api.yaml",
                  "without a limit of cpu")
              .beside(GOOD.deploys("k8s/api.yaml", DEPLOYMENT)));

  private EvidenceCases() {}
}
