package io.productionguardian.laws.hostile;

import static io.productionguardian.laws.hostile.Mutation.any;

import com.google.common.collect.ImmutableList;
import io.productionguardian.laws.hostile.Mutation.Change;
import io.productionguardian.laws.hostile.Mutation.Effect;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.zip.GZIPOutputStream;

/** Reports of scanners with a critical finding in the released image or its sources. */
final class ReportMutations {

  private static final String IMAGE = "registry.example.com/health-check:1.4.2";

  /** As the tools write them; SEVERITY stands for the word. */
  private static final List<String> REPORTS =
      List.of(
          // Trivy, of an image and of a folder
          "{\"SchemaVersion\":2,\"ArtifactName\":\"IMAGE\",\"ArtifactType\":\"container_image\",\"Results\":[{\"Target\":\"IMAGE (debian 12)\",\"Class\":\"os-pkgs\",\"Type\":\"debian\",\"Vulnerabilities\":[{\"VulnerabilityID\":\"CVE-2026-4711\",\"PkgName\":\"libhealth\",\"InstalledVersion\":\"1.0\",\"FixedVersion\":\"1.1\",\"Severity\":\"SEVERITY\"}]}]}",
          "{\"SchemaVersion\":2,\"ArtifactName\":\".\",\"ArtifactType\":\"filesystem\",\"Results\":[{\"Target\":\"poetry.lock\",\"Class\":\"lang-pkgs\",\"Type\":\"poetry\",\"Vulnerabilities\":[{\"VulnerabilityID\":\"CVE-2026-4711\",\"PkgName\":\"libhealth\",\"InstalledVersion\":\"1.0\",\"Severity\":\"SEVERITY\"}]}]}",
          // Grype
          "{\"matches\":[{\"vulnerability\":{\"id\":\"CVE-2026-4711\",\"severity\":\"SEVERITY\",\"fix\":{\"versions\":[\"1.1\"],\"state\":\"fixed\"}},\"artifact\":{\"name\":\"libhealth\",\"version\":\"1.0\",\"type\":\"deb\"}}],\"source\":{\"type\":\"image\",\"target\":{\"userInput\":\"IMAGE\"}},\"descriptor\":{\"name\":\"grype\",\"version\":\"0.80.0\"}}",
          // SARIF by score
          "{\"version\":\"2.1.0\",\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"runs\":[{\"tool\":{\"driver\":{\"name\":\"Trivy\",\"rules\":[{\"id\":\"CVE-2026-4711\",\"properties\":{\"security-severity\":\"9.8\",\"tags\":[\"vulnerability\",\"security\"]}}]}},\"results\":[{\"ruleId\":\"CVE-2026-4711\",\"ruleIndex\":0,\"level\":\"error\",\"message\":{\"text\":\"libhealth\"},\"locations\":[{\"physicalLocation\":{\"artifactLocation\":{\"uri\":\"src/api/health.py\"},\"region\":{\"startLine\":1}}}]}]}]}",
          // OSV-Scanner
          "{\"results\":[{\"source\":{\"path\":\"poetry.lock\",\"type\":\"lockfile\"},\"packages\":[{\"package\":{\"name\":\"libhealth\",\"version\":\"1.0\",\"ecosystem\":\"PyPI\"},\"vulnerabilities\":[{\"id\":\"GHSA-aaaa-bbbb-cccc\",\"database_specific\":{\"severity\":\"SEVERITY\"},\"severity\":[{\"type\":\"CVSS_V3\",\"score\":\"CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H\"}]}],\"groups\":[{\"ids\":[\"GHSA-aaaa-bbbb-cccc\"],\"max_severity\":\"9.8\"}]}]}]}",
          // CycloneDX
          "{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.5\",\"version\":1,\"metadata\":{\"component\":{\"type\":\"container\",\"name\":\"IMAGE\",\"bom-ref\":\"r\"}},\"components\":[{\"type\":\"library\",\"name\":\"libhealth\",\"version\":\"1.0\",\"bom-ref\":\"l\"}],\"vulnerabilities\":[{\"id\":\"CVE-2026-4711\",\"ratings\":[{\"severity\":\"SEVERITY\",\"score\":9.8,\"method\":\"CVSSv31\"}],\"affects\":[{\"ref\":\"l\"}]}]}",
          // npm audit, both forms
          "{\"auditReportVersion\":2,\"vulnerabilities\":{\"libhealth\":{\"name\":\"libhealth\",\"severity\":\"SEVERITY\",\"isDirect\":true,\"via\":[{\"source\":1,\"name\":\"libhealth\",\"title\":\"RCE\",\"url\":\"https://github.com/advisories/GHSA-aaaa-bbbb-cccc\",\"severity\":\"SEVERITY\",\"range\":\"<1.1\"}],\"effects\":[],\"range\":\"<1.1\",\"nodes\":[\"node_modules/libhealth\"],\"fixAvailable\":true}},\"metadata\":{\"vulnerabilities\":{\"info\":0,\"low\":0,\"moderate\":0,\"high\":0,\"critical\":1,\"total\":1}}}",
          "{\"actions\":[],\"advisories\":{\"1\":{\"id\":1,\"module_name\":\"libhealth\",\"severity\":\"SEVERITY\",\"title\":\"RCE\",\"cves\":[\"CVE-2026-4711\"],\"vulnerable_versions\":\"<1.1\"}},\"metadata\":{\"vulnerabilities\":{\"critical\":1}}}",
          // yarn audit
          "{\"type\":\"auditAdvisory\",\"data\":{\"resolution\":{\"id\":1,\"path\":\"libhealth\"},\"advisory\":{\"id\":1,\"module_name\":\"libhealth\",\"severity\":\"SEVERITY\",\"title\":\"RCE\",\"cves\":[\"CVE-2026-4711\"]}}}\n{\"type\":\"auditSummary\",\"data\":{\"vulnerabilities\":{\"critical\":1}}}",
          // Gitleaks
          "[{\"Description\":\"AWS Access Key\",\"StartLine\":3,\"EndLine\":3,\"Match\":\"REDACTED\",\"Secret\":\"REDACTED\",\"File\":\"src/api/health.py\",\"Commit\":\"\",\"RuleID\":\"aws-access-token\",\"Fingerprint\":\"src/api/health.py:aws-access-token:3\"}]",
          // Snyk
          "{\"vulnerabilities\":[{\"id\":\"SNYK-PYTHON-LIBHEALTH-1\",\"title\":\"RCE\",\"severity\":\"SEVERITY\",\"cvssScore\":9.8,\"packageName\":\"libhealth\",\"version\":\"1.0\",\"identifiers\":{\"CVE\":[\"CVE-2026-4711\"]}}],\"ok\":false,\"dependencyCount\":4,\"packageManager\":\"pip\",\"projectName\":\"health-check\"}",
          // GitHub alerts
          "[{\"number\":1,\"state\":\"open\",\"dependency\":{\"package\":{\"ecosystem\":\"pip\",\"name\":\"libhealth\"},\"manifest_path\":\"poetry.lock\"},\"security_advisory\":{\"ghsa_id\":\"GHSA-aaaa-bbbb-cccc\",\"cve_id\":\"CVE-2026-4711\",\"severity\":\"SEVERITY\",\"summary\":\"RCE\"},\"security_vulnerability\":{\"severity\":\"SEVERITY\",\"package\":{\"name\":\"libhealth\"}}}]",
          // GitLab
          "{\"version\":\"15.0.7\",\"scan\":{\"type\":\"dependency_scanning\",\"status\":\"success\",\"scanner\":{\"id\":\"gemnasium\",\"name\":\"Gemnasium\"}},\"vulnerabilities\":[{\"id\":\"a\",\"name\":\"RCE\",\"severity\":\"SEVERITY\",\"location\":{\"file\":\"poetry.lock\",\"dependency\":{\"package\":{\"name\":\"libhealth\"},\"version\":\"1.0\"}},\"identifiers\":[{\"type\":\"cve\",\"name\":\"CVE-2026-4711\",\"value\":\"CVE-2026-4711\"}]}]}",
          // Dependency-Check
          "{\"reportSchema\":\"1.1\",\"scanInfo\":{\"engineVersion\":\"9.0.9\"},\"projectInfo\":{\"name\":\"health-check\"},\"dependencies\":[{\"isVirtual\":false,\"fileName\":\"libhealth-1.0.jar\",\"filePath\":\"libhealth-1.0.jar\",\"vulnerabilities\":[{\"source\":\"NVD\",\"name\":\"CVE-2026-4711\",\"severity\":\"SEVERITY\",\"cvssv3\":{\"baseScore\":9.8,\"baseSeverity\":\"SEVERITY\"}}]}]}",
          // forms that nobody has a reader for
          "{\"report\":{\"issues\":[{\"cve\":\"CVE-2026-4711\",\"severity\":\"SEVERITY\"}]}}",
          "[{\"cve\":\"CVE-2026-4711\",\"severity\":\"SEVERITY\",\"package\":\"libhealth\"}]",
          "{\"imageScan\":{\"critical\":1,\"high\":0},\"image\":\"IMAGE\"}",
          // XML: CycloneDX, a failing run of tests, another tool
          "<?xml version=\"1.0\"?><bom xmlns=\"http://cyclonedx.org/schema/bom/1.5\" version=\"1\"><components><component type=\"library\" bom-ref=\"l\"><name>libhealth</name><version>1.0</version></component></components><vulnerabilities><vulnerability><id>CVE-2026-4711</id><ratings><rating><score>9.8</score><severity>critical</severity><method>CVSSv31</method></rating></ratings><affects><target><ref>l</ref></target></affects></vulnerability></vulnerabilities></bom>",
          "<testsuites><testsuite name=\"smoke\" tests=\"1\" failures=\"1\"><testcase name=\"a\" classname=\"b\"><failure message=\"down\"/></testcase></testsuite></testsuites>",
          "<testsuite name=\"smoke\" tests=\"1\" errors=\"1\"><testcase name=\"a\" classname=\"b\"><error/></testcase></testsuite>",
          "<scan tool=\"x\"><issue severity=\"SEVERITY\">CVE-2026-4711</issue></scan>");

  private static final List<String> FILES =
      List.of(
          "scan.json",
          "scan.JSON",
          "scan.txt",
          "scan.md",
          "scan.log",
          "scan",
          "trivy.sarif",
          "X.SARIF",
          "scan.xml",
          "a/b/scan.json",
          "scan.json.bak",
          "report.html",
          "scan.yaml",
          "scan.jsonl",
          "scan.ndjson",
          ".scan.json",
          "draft.json",
          "rollback.json",
          "readme.md",
          "scan .json",
          "vex.json",
          "sbom.cdx.json",
          "junit_staging.xml",
          "scan.csv",
          "scan.png",
          "rendered/scan.json",
          "0",
          "scan.json.txt",
          "deployment.json",
          "openvex.json");

  static final ImmutableList<Mutation> ALL =
      ImmutableList.of(
          of("a critical finding in a report", (m, r) -> file(m, r, report(r))),
          of("a critical finding, laid out otherwise", (m, r) -> file(m, r, laidOut(report(r), r))),
          of("a critical finding in other bytes", ReportMutations::encoded),
          of(
              "a critical finding in another line or list",
              (m, r) -> file(m, r, among(report(r), r))),
          of("a critical finding that others clear", ReportMutations::cleared),
          of("a drill that failed, as a file", ReportMutations::drill),
          of("a report that is torn", (m, r) -> file(m, r, torn(report(r), r))));

  private ReportMutations() {}

  private static Mutation of(String kind, Change change) {
    return new Mutation(kind, Effect.FORBIDS, change);
  }

  private static String report(RandomGenerator random) {
    return any(random, REPORTS)
        .replace("SEVERITY", Spellings.cased("critical", random))
        .replace("IMAGE", IMAGE);
  }

  private static Mutant file(Mutant mutant, RandomGenerator random, String text) {
    return file(
        mutant, Mutant.EVIDENCE + any(random, FILES), text.getBytes(StandardCharsets.UTF_8), text);
  }

  private static Mutant file(Mutant mutant, String path, byte[] bytes, String text) {
    return mutant
        .with(path, bytes)
        .did(
            "evidence/"
                + path.substring(Mutant.EVIDENCE.length())
                + ": "
                + Mutant.JSON.writeValueAsString(text),
            Claim.ofFile("evidence speaks against it", path, bytes)
                .and(it -> it.at("implementation", "/service/image").asString("").equals(IMAGE)));
  }

  private static String laidOut(String text, RandomGenerator random) {
    return switch (random.nextInt(5)) {
      case 0 -> text.startsWith("<") ? "<!-- a -->" + text : pretty(text);
      case 1 -> "\n\n  " + text + "\n\n";
      case 2 -> text.replace("\":", "\" :\t");
      case 3 -> text.replace(",\"", ",\r\n\"");
      default ->
          text.startsWith("{") ? "{\"a_note\": {\"b\": [1, 2, null]}, " + text.substring(1) : text;
    };
  }

  private static String pretty(String text) {
    try {
      return Mutant.read(text).toPrettyString();
    } catch (tools.jackson.core.JacksonException severalLines) {
      return text;
    }
  }

  private static Mutant encoded(Mutant mutant, RandomGenerator random) {
    String text = report(random);
    byte[] bytes =
        switch (random.nextInt(6)) {
          case 0 -> ("\ufeff" + text).getBytes(StandardCharsets.UTF_8);
          case 1 -> ("\ufeff" + text).getBytes(StandardCharsets.UTF_16LE);
          case 2 -> ("\ufeff" + text).getBytes(StandardCharsets.UTF_16BE);
          case 3 -> text.getBytes(StandardCharsets.UTF_16LE);
          case 4 -> packed(text);
          default -> (text + "\0").getBytes(StandardCharsets.UTF_8);
        };
    return file(
        mutant,
        Mutant.EVIDENCE + any(random, FILES),
        bytes,
        bytes[0] + "," + bytes[1] + " " + text);
  }

  private static byte[] packed(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream packed = new GZIPOutputStream(bytes)) {
      packed.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Within a list, an object, or as another line of a file. */
  private static String among(String text, RandomGenerator random) {
    if (text.startsWith("<")) {
      return text;
    }
    String clean = "{\"SchemaVersion\":2,\"ArtifactName\":\"" + IMAGE + "\",\"Results\":[]}";
    return switch (random.nextInt(5)) {
      case 0 -> clean + "\n" + text.replace("\n", "");
      case 1 -> "[" + clean + "," + text.replace("\n", ",") + "]";
      case 2 -> "{\"report\":" + text.replace("\n", ",\"more\":") + "}";
      case 3 -> clean + "\n---\n" + text;
      default -> "{\"scan\":[" + text.replace("\n", ",") + "]}";
    };
  }

  /** A statement about something else, which clears nothing. */
  private static Mutant cleared(Mutant mutant, RandomGenerator random) {
    String product =
        any(
            random,
            "pkg:oci/other",
            "pkg:oci/health-check@1.0.0",
            "",
            "registry.example.com/other:1.4.2",
            "pkg:pypi/other@1.0");
    String id = any(random, "CVE-2026-4711", "CVE-2026-4712");
    String status = any(random, "not_affected", "under_investigation", "affected", "fixed");
    String vex =
        "{\"@context\":\"https://openvex.dev/ns/v0.2.0\",\"@id\":\"https://example.com/a\",\"author\":\"a\",\"timestamp\":\"2026-11-19T10:00:00Z\",\"version\":1,\"statements\":[{\"vulnerability\":{\"name\":\""
            + id
            + "\"},\"products\":["
            + (product.isEmpty() ? "" : "{\"@id\":\"" + product + "\"}")
            + "],\"status\":\""
            + status
            + "\",\"justification\":\"component_not_present\"}]}";
    String text =
        REPORTS.get(random.nextInt(3)).replace("SEVERITY", "CRITICAL").replace("IMAGE", IMAGE);
    return file(
        mutant
            .with(Mutant.EVIDENCE + "vex/" + any(random, "a.json", "openvex.json"), vex)
            .did("a statement of " + id + " " + status + " for " + product),
        Mutant.EVIDENCE + "cleared.json",
        text.getBytes(StandardCharsets.UTF_8),
        text);
  }

  private static Mutant drill(Mutant mutant, RandomGenerator random) {
    String text =
        "{\"performed_at\": \""
            + any(random, "2026_11_18_10_00_00", "2026-11-18T10:00:00Z")
            + "\", \"environment\": \"staging\", \"from_revision\": \"1.4.2\", \"to_revision\": \"1.4.1\","
            + " \"duration_seconds\": "
            + any(random, "20", "20", "600")
            + ", \"outcome\": \""
            + Spellings.cased(any(random, "failed", "fail", "failure", "aborted"), random)
            + "\"}";
    String path =
        Mutant.EVIDENCE
            + any(random, "rollback_drill.json", "rollback_drill.JSON", "Rollback_Drill.json");
    return file(mutant, path, text.getBytes(StandardCharsets.UTF_8), text);
  }

  /** Cut off where at least its form shows; what is lost may be a finding. */
  private static String torn(String text, RandomGenerator random) {
    return text.substring(0, 2 + random.nextInt(text.length() - 3));
  }
}
