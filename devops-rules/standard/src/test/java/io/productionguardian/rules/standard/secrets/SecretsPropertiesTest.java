package io.productionguardian.rules.standard.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import io.productionguardian.document.EpicSnapshot;
import io.productionguardian.document.Limits;
import io.productionguardian.document.SourceFile;
import io.productionguardian.dossier.Dossier;
import io.productionguardian.model.EpicId;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Violation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SecretsPropertiesTest {

  private static final List<Rule> RULES =
      List.of(
          new CredentialToken(),
          new CredentialUrl(),
          new CredentialDefault(),
          new CredentialMember());

  /** Files with a secret in the place of S, each of which some rule must refuse. */
  private static final Map<String, String> PLANTED =
      Map.of(
          "compose.yaml",
          "services:\n  a:\n    environment:\n      DB_PASSWORD: S # S\n      X: '${Y_TOKEN:-S}'\n",
          "names.yaml",
          "S:\n  S:\n    DB_PASSWORD: S\n",
          "list.yml",
          "a: [{name: A_SECRET, value: 'S'}, \"B_PASSWORD=S\", 'redis://u:S@S:1/S']\n",
          "two.yaml",
          "DB_PASSWORD: S\n---\nDB_PASSWORD: |\n  S\n",
          "plan.json",
          "{\"S\": {\"password\": \"S\"}, \"text\": \"export A_PASSWORD=S\\n\"}",
          "log.jsonl",
          "{\"db_password\": \"S\", \"note\": \"S\"}\n{\"URL\": \"amqp://S:S@S\"}\n",
          "broken.json",
          "{\"password\": \"S\", \"S\": {\"a\": ",
          "notes.md",
          "Run `mysql --password S` with S, or open http://u:S@db.internal/?token=S\n",
          "Dockerfile",
          "ENV A_PASSWORD S\nENV B_PASSWORD=\"S\"\n",
          "1.sql",
          "CREATE USER a PASSWORD 'S';\n");

  @Property(tries = 200)
  void noRuleSaysASecret(@ForAll @From("secrets") String secret) {
    PLANTED.forEach(
        (path, text) -> {
          List<Violation> found = check(path, text.replace("S", secret));
          assertThat(found).as(path).isNotEmpty();
          for (Violation violation : found) {
            assertThat(violation.message()).as(path).doesNotContain(secret);
            assertThat(violation.place().pointer()).as(path).doesNotContain(secret);
            violation
                .remedy()
                .ifPresent(
                    remedy -> {
                      assertThat(remedy.content()).as(path).doesNotContain(secret);
                      assertThat(remedy.pointer()).as(path).doesNotContain(secret);
                    });
          }
        });
  }

  @Property(tries = 300)
  void anyTextIsRead(@ForAll @From("hostile") String text) {
    for (String path : List.of("a.md", "a.yaml", "a.json", "a.sql", "a.py")) {
      for (Violation violation : check(path, text)) {
        assertThat(violation.place().line()).isPositive();
        assertThat(violation.place().column()).isPositive();
      }
    }
  }

  /** Whoever writes such a file must not stop the guardian with it. */
  @Example
  void longLinesAreRead() {
    for (String piece :
        List.of("eyJ", "glpat-", "password=\"", "a://b:c1d2e3f4@h", "${A_PASSWORD:-", "a", "=")) {
      String text = piece.repeat((4 << 20) / piece.length());
      check("a.md", text);
      check("a.txt", text + "\n");
    }
  }

  @Example
  void oneCredentialIsOneFinding() {
    String line = "DATABASE_PASSWORD: \"%s\"\nURL: https://x:%s@git.internal\n";
    assertThat(check("a.yaml", line.formatted(Fake.githubToken(), Fake.githubToken()))).hasSize(2);
    assertThat(check("a.yaml", "A_PASSWORD: '${A_PASSWORD:-" + Fake.lower(9) + "}'\n")).hasSize(1);
    assertThat(check("a.yaml", "x: &x\n  A_PASSWORD: " + Fake.lower(9) + "\ny: *x\n")).hasSize(1);
  }

  @Example
  void moreThanAnybodyReadsIsCut() {
    String lines =
        IntStream.range(0, 1_000)
            .mapToObj(i -> "A" + i + "_PASSWORD=" + Fake.lower(9))
            .collect(Collectors.joining(" "));
    assertThat(check("Dockerfile", lines))
        .hasSize(100)
        .as("a line whose other secrets are not known is not shown")
        .allMatch(violation -> violation.remedy().isEmpty());
  }

  @Example
  void whatIsNoTextIsSkipped() {
    assertThat(check("a.bin", "\0\0DB_PASSWORD=" + Fake.lower(9))).isEmpty();
  }

  private static List<Violation> check(String path, String text) {
    Dossier dossier =
        Dossier.of(
            EpicSnapshot.of(
                new EpicId("epic_25"),
                List.of(),
                List.of(SourceFile.of(path, text.getBytes(StandardCharsets.UTF_8))),
                Limits.STANDARD));
    return RULES.stream()
        .flatMap(rule -> rule.check(dossier, Settings.standard(rule.info())).stream())
        .toList();
  }

  @Provide
  Arbitrary<String> secrets() {
    return Arbitraries.strings()
        .withCharRange('a', 'z')
        .withCharRange('A', 'Z')
        .withCharRange('0', '9')
        .ofMinLength(12)
        .ofMaxLength(40)
        .map(word -> "q7" + word + "Z")
        .filter(word -> !SecretValue.standsForIt(word));
  }

  @Provide
  Arbitrary<String> hostile() {
    return Arbitraries.of(
            "password",
            "API_KEY",
            "_TOKEN",
            "=",
            ": ",
            "\"",
            "'",
            "`",
            "\\",
            "\n",
            "\r\n",
            " ",
            "${",
            "}",
            ":-",
            "://",
            "@",
            ":",
            "/",
            "<<<<<<< ",
            "- ",
            "{",
            "[",
            "a1b2c3d4e5",
            "|",
            "#",
            "-----BEGIN PRIVATE KEY-----",
            "\uFEFF",
            "\uD83D\uDE00",
            "\u2028",
            "*x",
            "&x ")
        .list()
        .ofMaxSize(40)
        .map(words -> String.join("", words));
  }
}
