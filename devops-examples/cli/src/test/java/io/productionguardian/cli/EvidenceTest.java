package io.productionguardian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is claimed against what is deployed and reported, by the command line on real folders. */
class EvidenceTest {

  private static final String SARIF =
      """
      {
        "version": "2.1.0",
        "runs": [{
          "tool": {"driver": {"name": "CodeQL", "rules": [
            {"id": "CVE-2024-3094", "properties": {"security-severity": "10.0"}}]}},
          "results": [{
            "ruleId": "CVE-2024-3094",
            "level": "error",
            "message": {"text": "xz-utils 5.6.0 is backdoored"},
            "locations": [{"physicalLocation": {"artifactLocation": {"uri": "Dockerfile"}}}]
          }]
        }]
      }
      """;

  private static final String VEX =
      """
      {
        "@context": "https://openvex.dev/ns/v0.2.0",
        "@id": "https://example.com/vex/1",
        "author": "platform team",
        "timestamp": "2026-11-19T10:00:00Z",
        "version": 1,
        "statements": [{
          "vulnerability": {"name": "CVE-2024-3094"},
          "products": [{"@id": "registry.example.com/health-check:1.4.2"}],
          "status": "not_affected",
          "justification": "vulnerable_code_not_in_execute_path"
        }]
      }
      """;

  private static final String MENDED =
      """
      services:
        api:
          image: registry.example.com/health-check:1.4.2
          environment:
            DATABASE_URL: postgresql://checker_user:${PG_PASSWORD}@shared-postgres:5432/checker
            REDIS_PASSWORD: ${REDIS_PASSWORD}
            LOG_LEVEL: info
          healthcheck:
            test: ["CMD", "curl", "--fail", "http://localhost:8080/health"]
          deploy: {resources: {limits: {cpus: "0.2", memory: 256M}}}
          networks:
            - infra_app-network

      networks:
        infra_app-network:
          external: true
          name: infra_infra_app-network
      """;

  /** The same with the five faults that a real compose file had. */
  private static final String FAULTY =
      """
      services:
        api:
          image: registry.example.com/health-check:1.4.2
          environment:
            DATABASE_URL: postgresql://checker_user:${PG_PASSWORD}@127.0.0.1:5432/checker
            REDIS_PASSWORD: ${REDIS_PASSWORD:-%s}
      <<<<<<< HEAD
            LOG_LEVEL: info
      =======
            LEVEL: debug
      >>>>>>> release
          healthcheck:
            test: ["CMD", "python", "-c", "import sys; sys.exit(0)"]
          networks:
            - default

      networks:
        infra_app-network:
          external: true
          name: infra_infra_app-network
      """
          .formatted("hunter" + "2-not-real");

  @TempDir Path folder;
  private Path epic;

  @BeforeEach
  void repository() {
    epic = Epics.copy("epic_25", folder.resolve("docs/specs"));
  }

  private void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private Ran check(String... more) {
    Object[] arguments = new Object[3 + more.length];
    arguments[0] = "check";
    arguments[1] = epic;
    arguments[2] = "--all";
    System.arraycopy(more, 0, arguments, 3, more.length);
    return Ran.guardian(arguments);
  }

  @Test
  void aCriticalFindingContradictsThatTheScanPassed() {
    write(epic.resolve("consensus/artifacts/evidence/codeql.sarif"), SARIF);

    Ran ran = check();

    assertThat(ran.code()).isOne();
    assertThat(ran.firstBlockingRule()).isEqualTo("critical-vulnerabilities");
    assertThat(ran.words()).contains("CVE-2024-3094 of critical severity").contains("contradicted");
  }

  @Test
  void aStatementThatTheServiceIsNotAffectedClearsIt() {
    write(epic.resolve("consensus/artifacts/evidence/codeql.sarif"), SARIF);
    write(epic.resolve("consensus/artifacts/evidence/xz.openvex.json"), VEX);

    Ran ran = check();

    assertThat(ran.words()).doesNotContain("contradicted");
    assertThat(ran.code()).isZero();

    write(
        epic.resolve("consensus/artifacts/evidence/xz.openvex.json"),
        VEX.replace("vulnerable_code_not_in_execute_path", "<why, e.g. it is not called>"));
    assertThat(check().code()).as("a statement that is left to be filled in").isOne();
  }

  @Test
  void aComposeFilesFaultsAreFoundAtTheirPlaces() {
    write(folder.resolve("docker-compose.yml"), FAULTY);

    Ran ran = check();

    assertThat(ran.code()).isOne();
    String file = "docker-compose.yml:";
    assertThat(ran.words())
        .contains(file + "5:21", "[container-endpoints]")
        .contains(file + "6:41", "[credential-default]")
        .contains(file + "7:1", file + "9:1", file + "11:1", "[conflict-markers]")
        .contains(file + "13:7", "[health-check-vacuous]")
        .contains(file + "14:5", "[app-network]")
        .doesNotContain("hunter");
  }

  @Test
  void theMendedTwinIsClean() {
    write(folder.resolve("docker-compose.yml"), MENDED);

    Ran ran = check();

    assertThat(ran.code()).isZero();
    assertThat(ran.lines().get(1)).startsWith("0 blocking, 0 warnings, 0 notes; ");
    assertThat(ran.words()).contains("● evidenced docker-compose.yml:9");
  }

  @Test
  void aContradictionBlocksWhereItsRuleIsOff() {
    write(
        folder.resolve("docker-compose.yml"),
        MENDED.replace(
            "[\"CMD\", \"curl\", \"--fail\", \"http://localhost:8080/health\"]",
            "[\"CMD\", \"true\"]"));
    Path policy = folder.resolve("guardian.yaml");
    write(policy, "rules: {health-check-vacuous: {off: it is only a demonstration}}\n");

    Ran ran = check("--policy", policy.toString());

    assertThat(ran.code()).isOne();
    assertThat(ran.firstBlockingRule()).isEqualTo("uncontradicted");
    assertThat(ran.words())
        .contains("A claim is contradicted: the health check \"true\" of api cannot fail");
  }

  @Test
  void anotherRepositoryMayBeNamed(@TempDir Path other) {
    write(other.resolve("docker-compose.yml"), FAULTY);

    Ran ran = check("--repo-root", other.toString());

    assertThat(ran.code()).isOne();
    assertThat(ran.words()).contains("--repo-root " + other);
    assertThat(check().code()).isZero();
    assertThat(check("--repo-root", folder.resolve("nowhere").toString()).err())
        .contains("there is no such folder");
  }
}
