package io.productionguardian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code guardian evidence}: what files are read as, by the gate's own reading. */
class EvidenceCommandTest {

  private static final String TRIVY =
      "{\"SchemaVersion\": 2, \"ArtifactName\": \"a\", \"Results\": [{\"Target\": \"a\","
          + " \"Vulnerabilities\": [{\"VulnerabilityID\": \"CVE-1\", \"PkgName\": \"x\","
          + " \"Severity\": \"CRITICAL\"}]}]}";

  @TempDir Path folder;

  private Path trivy;
  private Path unknown;
  private Path tests;

  @BeforeEach
  void files() throws IOException {
    trivy = Files.writeString(folder.resolve("trivy.json.txt"), TRIVY);
    unknown = Files.writeString(folder.resolve("audit.json"), "{\"auditReportVersion\": 2}");
    tests =
        Files.writeString(
            folder.resolve("run.xml"),
            "<testsuite name=\"a\" tests=\"2\"><testcase name=\"b\"/><testcase name=\"c\">"
                + "<failure/></testcase></testsuite>");
  }

  @Test
  void tellsWhatEachFileIsReadAs() {
    Ran ran = Ran.guardian("evidence", trivy, tests);

    assertThat(ran.code()).isZero();
    assertThat(ran.lines())
        .containsExactly(
            "trivy       " + trivy + "  1 critical",
            "junit       " + tests + "  2 tests, 1 failed");
  }

  @Test
  void whatNoReaderKnowsIsToldAndNeverLeftOut() {
    Ran ran = Ran.guardian("evidence", "--format", "jsonl", unknown, trivy);

    assertThat(ran.code()).isOne();
    assertThat(ran.lines()).hasSize(2);
    assertThat(ran.lines().get(0))
        .contains("\"kind\":\"unknown\"", "\"reason\":\"no reader knows what this report is\"");
    assertThat(ran.lines().get(1)).contains("\"kind\":\"trivy\"", "\"open\":{\"critical\":1}");
  }

  @Test
  void aMistakeIsOneLine() {
    assertThat(Ran.guardian("evidence", "--format", "xml", trivy).code()).isEqualTo(2);
    assertThat(Ran.guardian("evidence", folder.resolve("none.json")).code()).isEqualTo(2);
  }
}
