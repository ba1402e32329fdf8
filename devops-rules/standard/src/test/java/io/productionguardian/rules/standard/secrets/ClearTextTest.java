package io.productionguardian.rules.standard.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import io.productionguardian.rules.standard.Shown;
import io.productionguardian.testkit.Epic;
import io.productionguardian.testkit.Epics;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Where a credential is seen and how it is fixed. § stands for something random, which no file of
 * ours may hold, and ⏎ for the end of a line.
 */
class ClearTextTest {

  private static final String RANDOM = Fake.lower(9);
  private static final String NOTES = "consensus/artifacts/notes.md";

  private static List<String> found(String path, String text) {
    String content = text.replace("§", RANDOM).replace("⏎", "\n");
    Epic epic =
        path.startsWith("consensus/")
            ? Epics.approvable().file(path, content)
            : Epics.approvable().deploys(path, content);
    return SecretsProperties.RULES.stream()
        .flatMap(rule -> Shown.of(rule, epic, path).stream())
        .map(line -> line.replace(RANDOM, "§").replace("\n", "⏎"))
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '~',
      value = {
        "DB_PASSWORD: §⏎ → 1:14/DB_PASSWORD replace/DB_PASSWORD \"${DB_PASSWORD}\"",
        "DB_PASSWORD: '§'⏎ → 1:15/DB_PASSWORD replace/DB_PASSWORD \"${DB_PASSWORD}\"",
        "env: [{name: DB_PASSWORD, value: §}]"
            + " → 1:34/env/0/value replace/env/0/value \"${DB_PASSWORD}\"",
        "DB_URL: pg://a:§@x⏎ → 1:16/DB_URL replace/DB_URL \"pg://a:${DB_PASSWORD}@x\"",
        "X: '${A_TOKEN:-§}' → 1:16/X replace/X \"${A_TOKEN}\"",
        // in a block the value is not written as it reads, and of two documents none is named
        "DB_PASSWORD: |⏎  §⏎ → 2:3/DB_PASSWORD line   ${DB_PASSWORD}",
        "DB_PASSWORD: §⏎---⏎a: 1⏎ → 1:14/DB_PASSWORD line DB_PASSWORD: ${DB_PASSWORD}",
        "DB_PASSWORD: \"a\\\"§\"⏎ → 1:15/DB_PASSWORD line DB_PASSWORD: \"${DB_PASSWORD}\"",
        // what cannot be named or shown without saying a secret
        "§: {DB_PASSWORD: §}⏎ → 1:26 -",
        "# DB_PASSWORD: §⏎a: 1⏎ → 1:16 line # DB_PASSWORD: ${DB_PASSWORD}",
      })
  void aDeployFileIsMended(String text, String fixed) {
    assertThat(found("k8s/a.yaml", text)).containsExactly(fixed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: &x §⏎DB_PASSWORD: *x⏎",
        "encryptedData:⏎  DB_PASSWORD: §⏎",
        "DB_PASSWORD:⏎  - §⏎API_TOKEN: {}⏎",
        "DB_PASSWORD: >-⏎  §⏎  and more⏎",
        "DB_PASSWORD: \"\"⏎API_TOKEN: ''⏎JWT_SECRET:⏎",
      })
  void aDeployFileIsSilent(String text) {
    assertThat(found("k8s/a.yaml", text)).isEmpty();
  }

  @Test
  void allOfAValueIsMendedAtOnce() {
    assertThat(found("k8s/a.yaml", "x: pg://a:§@db?password=§⏎"))
        .containsExactly(
            "1:11/x replace/x \"pg://a:${PASSWORD}@db?password=${PASSWORD}\"",
            "1:33/x replace/x \"pg://a:${PASSWORD}@db?password=${PASSWORD}\"");
    assertThat(found("k8s/a.yaml", "x: 'DB_PASSWORD=§ and API_TOKEN=§2'⏎"))
        .containsExactly(
            "1:17/x replace/x \"DB_PASSWORD=${DB_PASSWORD} and API_TOKEN=${API_TOKEN}\"",
            "1:41/x replace/x \"DB_PASSWORD=${DB_PASSWORD} and API_TOKEN=${API_TOKEN}\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '~',
      value = {
        "{\"environment\": {\"JWT_SECRET\": \"letmein\"}} → 1",
        "{\"x\": {\"env\": {\"db_password\": \"letmein\"}}} → 1",
        "{\"environment\": {\"jwt_secret\": \"letmein\"}} → 0",
        "{\"x\": {\"JWT_SECRET\": \"letmein\"}} → 0",
        "{\"environments\": {\"JWT_SECRET\": \"letmein\"}} → 0",
      })
  void anArtifactSaysWhatTheServiceGets(String text, int number) {
    assertThat(found("consensus/artifacts/x.json", text)).hasSize(number);
  }

  @Test
  void aTextWithinATextIsLookedThrough() {
    assertThat(found("consensus/artifacts/x.json", "{\"steps\": \"a\\n  password: §\\n\"}"))
        .containsExactly("1:27/steps line {\"steps\": \"a\\n  password: ${PASSWORD}\\n\"}");
  }

  @Test
  void aKeyOverSeveralLinesIsMendedInTheFile() {
    String key = Fake.privateKey("\n");

    assertThat(found(NOTES, "a\n" + key + "\nb\n"))
        .containsExactly("2:1 write a⏎${PRIVATE_KEY}⏎b⏎");
    assertThat(found(NOTES, key + "b".repeat(20_000 - key.length()))).hasSize(1);
    assertThat(found(NOTES, key + "b".repeat(20_000 - key.length())).get(0))
        .startsWith("1:1 write ${PRIVATE_KEY}bbb");
    assertThat(found(NOTES, key + "b".repeat(20_001 - key.length()))).containsExactly("1:1 -");
  }

  @Test
  void aKeyWithoutAnEndGoesAsFarAsItIsWritten() {
    String begin = "-----BEGIN PRIVATE" + " KEY-----\n";

    assertThat(found(NOTES, begin + Fake.letters(64) + "\n"))
        .containsExactly("1:1 write ${PRIVATE_KEY}");
    assertThat(found(NOTES, begin + Fake.letters(64) + "\n-----x"))
        .containsExactly("1:1 write ${PRIVATE_KEY}-----x");
    assertThat(found(NOTES, begin + "a".repeat(64) + "\n")).isEmpty();
  }

  @Test
  void aKeyInAValueIsReplacedWhole() {
    assertThat(found("consensus/artifacts/x.json", "{\"key\": \"" + Fake.privateKey("\\n") + "\"}"))
        .containsExactly("1:10/key replace/key \"${PRIVATE_KEY}\"");
  }

  @Test
  void aLineOfProseIsMendedWhole() {
    assertThat(found(NOTES, "password: §\r⏎b\r⏎"))
        .containsExactly("1:11 line password: ${PASSWORD}");
    assertThat(found(NOTES, "b⏎password: § # API_TOKEN=§⏎next⏎"))
        .containsExactly(
            "2:11 line password: ${PASSWORD} # API_TOKEN=${API_TOKEN}",
            "2:33 line password: ${PASSWORD} # API_TOKEN=${API_TOKEN}");
    assertThat(found(NOTES, "password: §")).containsExactly("1:11 line password: ${PASSWORD}");
  }

  @Test
  void aLineTooLongToBeShownIsMendedInTheFile() {
    String most = " # " + "a".repeat(4_000 - "password: ".length() - RANDOM.length() - 3);

    assertThat(found(NOTES, "password: §" + most + "⏎").get(0)).startsWith("1:11 line password:");
    assertThat(found(NOTES, "password: §" + most + "a⏎").get(0)).startsWith("1:11 write password:");
  }

  @Test
  void ofMoreThanCanBeToldNoWholeLineIsShown() {
    String many = "password: §⏎".repeat(100);

    assertThat(found(NOTES, many)).hasSize(100).allMatch(shown -> shown.endsWith(" -"));
    assertThat(found(NOTES, "password: §⏎".repeat(99)))
        .hasSize(99)
        .allMatch(shown -> shown.endsWith(" line password: ${PASSWORD}"));
  }

  @Test
  void aBinaryFileIsNoText() {
    assertThat(found("a.Dockerfile", "password: §⏎")).hasSize(1);
    assertThat(found("a.Dockerfile", "password: §⏎\0")).isEmpty();
  }

  @Test
  void twoFindingsOfOnePlaceAreTheFirstKinds() {
    assertThat(
            Stream.of("API_TOKEN: ", "DB_PASSWORD: ")
                .map(name -> found("k8s/a.yaml", name + Fake.githubToken() + "⏎")))
        .allSatisfy(found -> assertThat(found).hasSize(1));
  }
}
