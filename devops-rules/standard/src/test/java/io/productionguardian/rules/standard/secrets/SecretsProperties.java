package io.productionguardian.rules.standard.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import io.productionguardian.document.SourceFile;
import io.productionguardian.dossier.Dossier;
import io.productionguardian.model.EpicId;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Violation;
import io.productionguardian.source.DeploymentFiles;
import io.productionguardian.source.EpicSnapshot;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SecretsProperties {

  /** All that look for credentials. */
  static final List<Rule> RULES =
      List.of(
          new CredentialToken(),
          new CredentialUrl(),
          new CredentialDefault(),
          new CredentialMember());

  /** Files with a secret in the place of §, each of which some rule must refuse. */
  private static final Map<String, String> PLANTED =
      Map.of(
          "compose.yaml",
          "services:\n  a:\n    environment:\n      DB_PASSWORD: § # §\n      X: '${Y_TOKEN:-§}'\n",
          "k8s/names.yaml",
          "§:\n  §:\n    DB_PASSWORD: §\n",
          "k8s/list.yml",
          "a: [{name: A_SECRET, value: '§'}, \"B_PASSWORD=§\", 'redis://u:§@§:1/§']\n",
          "k8s/two.yaml",
          "DB_PASSWORD: §\n---\nDB_PASSWORD: |\n  §\n",
          "k8s/plan.json",
          "{\"§\": {\"password\": \"§\"}, \"text\": \"export A_PASSWORD=§\\n\"}",
          "consensus/artifacts/log.jsonl",
          "{\"db_password\": \"§\", \"note\": \"§\"}\n{\"URL\": \"amqp://§:§@§\"}\n",
          "k8s/broken.json",
          "{\"password\": \"§\", \"§\": {\"a\": ",
          "consensus/artifacts/notes.md",
          "Run `mysql --password §` with §, or open http://u:§@db.internal/?token=§\n",
          "Dockerfile",
          "ENV A_PASSWORD §\nENV B_PASSWORD=\"§\"\n",
          "migrations/1.sql",
          "CREATE USER a PASSWORD '§';\n");

  @Property(tries = 200)
  void noRuleSaysASecret(@ForAll @From("secrets") String secret) {
    PLANTED.forEach(
        (path, text) -> {
          List<Violation> found = check(path, text.replace("§", secret));
          assertThat(found).as(path).isNotEmpty();
          for (Violation violation : found) {
            assertThat(violation.message()).as(path).doesNotContain(secret);
            assertThat(violation.place().pointer()).as(path).doesNotContain(secret);
            violation
                .remedy()
                .ifPresent(
                    remedy -> {
                      assertThat(remedy.members().toString()).as(path).doesNotContain(secret);
                    });
          }
        });
  }

  @Property(tries = 300)
  void anyTextIsRead(@ForAll @From("hostile") String text) {
    for (String path :
        List.of(
            "consensus/artifacts/a.md",
            "k8s/a.yaml",
            "k8s/a.json",
            "migrations/a.sql",
            "migrations/a.py")) {
      for (Violation violation : check(path, text)) {
        assertThat(violation.place().line()).isPositive();
        assertThat(violation.place().column()).isPositive();
      }
    }
  }

  /** Whoever writes such a file must not stop the guardian with it. */
  @Example
  void longLinesAreRead() {
    for (String piece : List.of("eyJ", "password=\"", "a://b:c1d2e3f4@h", "${A_PASSWORD:-")) {
      String text = piece.repeat((4 << 20) / piece.length());
      check("migrations/a.sql", text);
    }
  }

  @Example
  void oneCredentialIsOneFinding() {
    String line = "DATABASE_PASSWORD: \"%s\"\nURL: https://x:%s@git.internal\n";
    assertThat(check("k8s/a.yaml", line.formatted(Fake.githubToken(), Fake.githubToken())))
        .hasSize(2);
    assertThat(check("k8s/a.yaml", "A_PASSWORD: '${A_PASSWORD:-" + Fake.lower(9) + "}'\n"))
        .hasSize(1);
    assertThat(check("k8s/a.yaml", "x: &x\n  A_PASSWORD: " + Fake.lower(9) + "\ny: *x\n"))
        .hasSize(1);
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

  /** What looks like a credential to a careless eye; each line was a false alarm or nearly one. */
  @Example
  void innocentFilesAreAccepted() throws IOException {
    String in = "/io/productionguardian/rules/standard/secrets/innocent/";
    List<SourceFile> files = new ArrayList<>();
    for (String name : List.of("review.json", "runbook.md")) {
      files.add(SourceFile.of("consensus/artifacts/" + name, read(in + name)));
    }
    List<SourceFile> repository = new ArrayList<>();
    for (String name : List.of("docker-compose.yml", "Dockerfile")) {
      repository.add(SourceFile.of(name, read(in + name)));
    }
    repository.add(SourceFile.of("k8s/k8s.yaml", read(in + "k8s.yaml")));
    repository.add(SourceFile.of(".github/workflows/ci.yml", read(in + "cicd.yaml")));
    assertThat(check(files, repository)).isEmpty();
  }

  private static byte[] read(String resource) throws IOException {
    try (InputStream in = SecretsProperties.class.getResourceAsStream(resource)) {
      return Objects.requireNonNull(in, resource).readAllBytes();
    }
  }

  @Example
  void whatIsNoTextIsSkipped() {
    assertThat(check("migrations/a.sql", "\0\0DB_PASSWORD=" + Fake.lower(9))).isEmpty();
  }

  private static List<Violation> check(String path, String text) {
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    return DeploymentFiles.isOne(path, other -> false)
        ? check(List.of(), List.of(SourceFile.of(path, content)))
        : check(List.of(SourceFile.of("consensus/artifacts/" + path, content)), List.of());
  }

  private static List<Violation> check(List<SourceFile> files, List<SourceFile> repository) {
    EpicSnapshot.Builder snapshot = EpicSnapshot.builder(new EpicId("epic_25"));
    files.forEach(snapshot::file);
    repository.forEach(snapshot::repositoryFile);
    Dossier dossier = Dossier.of(snapshot.build());
    assertThat(dossier.inputs().files()).hasSameSizeAs(files);
    assertThat(dossier.inputs().repository()).hasSameSizeAs(repository);
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
