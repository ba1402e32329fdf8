package io.productionguardian.rules.standard.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import io.productionguardian.dossier.Dossier;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Violation;
import io.productionguardian.testkit.Epic;
import io.productionguardian.testkit.Epics;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialElsewhereTest {

  private static final Epic GOOD = Epics.approvable();
  private static final String DB =
      "services:\n  db:\n    image: postgres:16\n    environment: {POSTGRES_PASSWORD: postgres}\n";
  private static final String OWN = "services:\n  api:\n    build: .\n";

  private static List<String> check(Rule rule, Epic epic) {
    Dossier dossier = epic.dossier();
    return rule.check(dossier, Settings.standard(rule.info())).stream()
        .map(Violation::place)
        .map(place -> place.file())
        .toList();
  }

  private static void warns(Epic epic, String... files) {
    assertThat(check(new CredentialElsewhere(), epic)).containsExactly(files);
    assertThat(SecretsProperties.RULES.stream().flatMap(rule -> check(rule, epic).stream()))
        .isEmpty();
  }

  private static void blocks(Epic epic, String... files) {
    assertThat(check(new CredentialElsewhere(), epic)).isEmpty();
    assertThat(
            SecretsProperties.RULES.stream().flatMap(rule -> check(rule, epic).stream()).distinct())
        .containsExactly(files);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "other/team/compose.yaml",
        "services/billing/compose.yaml",
        "postgres/compose.yaml"
      })
  void anotherTeamsFolderWarns(String path) {
    warns(GOOD.deploys("services/api/compose.yaml", OWN).deploys(path, DB), path);
  }

  @Test
  void soDoesWhatStandsBesideOrBelowIt() {
    warns(
        GOOD.deploys("services/api/compose.yaml", OWN)
            .deploys("other/team/compose.yaml", DB.replace("postgres}", "$PW}"))
            .deploys("other/team/.env", "PG_PASSWORD=letmein\nA_PASSWORD=letmein2\n")
            .deploys("other/team/conf/db.env", "PG_PASSWORD=letmein\n"),
        "other/team/.env",
        "other/team/conf/db.env");
  }

  @Test
  void theServicesOwnFolderBlocks() {
    Epic own = GOOD.deploys("services/api/compose.yaml", OWN);

    blocks(own.deploys("services/api/.env", "PG_PASSWORD=letmein\n"), "services/api/.env");
    blocks(
        own.deploys("services/api/db/compose.yml", "x-a: {PG_PASSWORD: letmein}\n" + OWN),
        "services/api/db/compose.yml");
    blocks(own.deploys("compose.yaml", DB), "compose.yaml");
    blocks(own.deploys("k8s/secret.yaml", "stringData: {password: letmein}\n"), "k8s/secret.yaml");
  }

  @Test
  void aServiceWithoutContainersHasNoOthers() {
    blocks(GOOD.deploys("other/team/compose.yaml", DB), "other/team/compose.yaml");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "docker-compose.test.yml",
        "docker-compose-e2e.yaml",
        "compose.ci.yaml",
        "e2e/compose.yaml",
        "deploy/examples/compose.yaml",
        "load-tests/compose.yaml",
        "k8s/api-test.yaml",
        "k8s/test_api.yaml",
      })
  void testsWarn(String path) {
    warns(GOOD.deploys(path, DB), path);
  }

  @ParameterizedTest
  @ValueSource(strings = {".env.test", "test.env", "api.e2e.env", ".env.test.local"})
  void variablesOfTestsWarn(String path) {
    warns(GOOD.deploys(path, "PG_PASSWORD=letmein\n"), path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "docker-compose.latest.yml",
        "docker-compose.prod.yml",
        "k8s/attest.yaml",
        "deploy/contest/api.yaml",
      })
  void whatOnlySoundsLikeTestsBlocks(String path) {
    blocks(GOOD.deploys(path, DB), path);
  }

  @Test
  void aWorkflowForTestsRunsInEarnest() {
    blocks(
        GOOD.deploys(".github/workflows/test.yml", "env:\n  A: " + Fake.githubToken() + "\n"),
        ".github/workflows/test.yml");
  }

  @Test
  void aFileIsOneLineThatSaysNoSecret() {
    Dossier dossier =
        GOOD.deploys(".env.test", "A_PASSWORD=letmein1\nB_PASSWORD=letmein2\n").dossier();
    Rule rule = new CredentialElsewhere();

    assertThat(rule.check(dossier, Settings.standard(rule.info())))
        .extracting(Violation::message)
        .containsExactly("A_PASSWORD has its value in clear text, and so do 1 more");
  }
}
