package io.productionguardian.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.productionguardian.EpicFixture;
import io.productionguardian.Guardian;
import io.productionguardian.Release;
import io.productionguardian.document.Document.Fault;
import io.productionguardian.document.Document.Limits;
import io.productionguardian.document.SourceFile;
import io.productionguardian.release.ReleaseTarget.StaleSnapshotException;
import io.productionguardian.source.DeploymentFiles;
import io.productionguardian.source.EpicSnapshot;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Opening and reading. */
class EpicFolderTest {

  private static final String ARTIFACTS = "consensus/artifacts/";

  @TempDir private Path temp;

  private static void refused(Path folder, String message) {
    assertThatExceptionOfType(FolderException.class)
        .isThrownBy(() -> EpicFolder.open(folder))
        .withMessageContaining(message)
        .satisfies(
            e ->
                assertThat(e.getMessage())
                    .doesNotContain("\n", "Exception")
                    .contains(String.valueOf(folder.getFileName())));
  }

  private static Fault fault(EpicSnapshot snapshot, String path) {
    return snapshot.file(path).flatMap(SourceFile::fault).orElseThrow();
  }

  // Opening

  @Test
  void anEpicsFolderIsOpened() throws Exception {
    EpicFixture epic = EpicFixture.copy("epic_25", temp);

    EpicFolder folder = EpicFolder.open(epic.root());

    assertThat(folder.epic()).hasToString("epic_25");
    assertThat(folder.interrupted()).isFalse();
    assertThat(folder.recover()).isFalse();
    assertThat(folder.snapshot().files()).hasSize(6);
    assertThat(EpicFolder.open(epic.root().resolve("../epic_25/.")).epic()).hasToString("epic_25");
  }

  @Test
  void aMissingFolderIsRefused() {
    refused(temp.resolve("epic_9"), "there is no such folder");
    refused(temp.resolve("gone/epic_9"), "there is no such folder");
  }

  @Test
  void aFileIsRefused() throws Exception {
    refused(Files.writeString(temp.resolve("epic_9"), ""), "is not a folder");
  }

  @ParameterizedTest
  @ValueSource(strings = {"epic 9", "-epic", "épic", "_epic", "epic.9"})
  void aFolderWhoseNameIsNoEpicIdIsRefused(String name) throws Exception {
    Files.createDirectories(temp.resolve(name).resolve("consensus"));

    refused(temp.resolve(name), "no epic id");
  }

  @Test
  void aFolderWithoutConsensusIsRefusedWithAHint() throws Exception {
    Path epic = Files.createDirectories(temp.resolve("epic_9"));
    refused(epic, "has no consensus folder");

    Files.createDirectories(epic.resolve("consensus/artifacts"));
    refused(epic.resolve("consensus"), "name the epic's folder above it");
    refused(epic.resolve("consensus/artifacts"), "has no consensus folder");
    assertThat(EpicFolder.open(epic).epic()).hasToString("epic_9");
  }

  @Test
  void theRootOfTheFileSystemIsRefused() {
    assertThatExceptionOfType(FolderException.class)
        .isThrownBy(() -> EpicFolder.open(Path.of("/")))
        .withMessageContaining("no epic id");
  }

  @Test
  void aLinkToAnEpicsFolderIsOpenedUnderItsOwnName() throws Exception {
    EpicFixture epic = EpicFixture.copy("epic_25", temp);
    Path link = Files.createSymbolicLink(temp.resolve("epic_99"), epic.root());

    assertThat(EpicFolder.open(link).epic()).hasToString("epic_99");
    assertThat(EpicFolder.open(link).snapshot().files()).containsKey(EpicFixture.REVIEW);
  }

  // Reading

  @Test
  void everyFileOfTheFolderIsInTheSnapshot() throws Exception {
    EpicFixture epic = EpicFixture.copy("epic_25", temp);
    epic.write(ARTIFACTS + "evidence/scan.sarif", "{}");
    epic.write("consensus/x/y/z.bin", new byte[] {0, (byte) 0xFF});
    epic.write("src/Main.java", "not the guardian's");

    EpicSnapshot snapshot = EpicFolder.open(epic.root()).snapshot();

    assertThat(snapshot.files().keySet())
        .contains("epic_25.md", ARTIFACTS + "evidence/scan.sarif", "consensus/x/y/z.bin")
        .doesNotContain("src/Main.java")
        .hasSize(8);
    assertThat(snapshot.files().values()).allMatch(file -> file.fault().isEmpty());
    assertThat(snapshot.file("consensus/x/y/z.bin").orElseThrow().content()).hasSize(2);
  }

  @Test
  void aReleaseOnItsWayIsNotRead() throws Exception {
    EpicFixture epic = EpicFixture.empty("epic_9", temp);
    epic.write("consensus/.release/files/consensus/a.json", "{}");
    epic.write("consensus/.release.tmp/log-line", "{}");
    epic.write("consensus/.releases/a.json", "{}");

    assertThat(epic.snapshot().files()).containsOnlyKeys("consensus/.releases/a.json");
  }

  @Test
  void aFolderWhereAFileShouldBeIsReported() throws Exception {
    EpicFixture epic = EpicFixture.empty("epic_9", temp);
    Files.createDirectories(epic.path(ARTIFACTS + "review.json/inner"));
    Files.createDirectories(epic.path("consensus/messages/inbox/devops/a.yaml"));
    epic.write(ARTIFACTS + "v1.2/notes.txt", "x");

    EpicSnapshot snapshot = epic.snapshot();

    assertThat(fault(snapshot, ARTIFACTS + "review.json").kind()).isEqualTo(Fault.Kind.NOT_A_FILE);
    assertThat(fault(snapshot, ARTIFACTS + "review.json").message())
        .isEqualTo("is a folder where a file should be");
    assertThat(snapshot.files()).hasSize(3).containsKey(ARTIFACTS + "v1.2/notes.txt");
  }

  @Test
  void linksAreFollowedWithinTheFolderOnly() throws Exception {
    EpicFixture epic = EpicFixture.copy("epic_25", temp);
    Path secret = Files.writeString(temp.resolve("secret.json"), "{\"secret\": 1}");
    Path artifacts = epic.path(ARTIFACTS);
    Files.createSymbolicLink(artifacts.resolve("in.json"), Path.of("review.json"));
    Files.createSymbolicLink(artifacts.resolve("out.json"), secret);
    Files.createSymbolicLink(artifacts.resolve("up.json"), Path.of("../../../secret.json"));
    Files.createSymbolicLink(artifacts.resolve("gone.json"), Path.of("nothing.json"));
    Files.createSymbolicLink(artifacts.resolve("loop.json"), Path.of("loop.json"));
    Files.createSymbolicLink(artifacts.resolve("folder.json"), Path.of("."));

    EpicSnapshot snapshot = epic.snapshot();

    assertThat(snapshot.file(ARTIFACTS + "in.json").map(SourceFile::text))
        .contains(epic.text(EpicFixture.REVIEW));
    for (String name : new String[] {"out", "up"}) {
      assertThat(fault(snapshot, ARTIFACTS + name + ".json").message())
          .isEqualTo("is a symbolic link out of the folder");
      assertThat(snapshot.file(ARTIFACTS + name + ".json").orElseThrow().text()).isEmpty();
    }
    for (String name : new String[] {"gone", "loop"}) {
      assertThat(fault(snapshot, ARTIFACTS + name + ".json").message())
          .isEqualTo("is a symbolic link to nothing");
    }
    assertThat(fault(snapshot, ARTIFACTS + "folder.json").message())
        .isEqualTo("is a symbolic link to something that is no file");
  }

  @Test
  void theEpicsTextIsNotReadThroughALinkOutOfTheFolder() throws Exception {
    EpicFixture epic = EpicFixture.copy("epic_25", temp);
    Path secret = Files.writeString(temp.resolve("secret.md"), "secret");
    epic.delete("epic_25.md");
    Files.createSymbolicLink(epic.path("epic_25.md"), secret);

    assertThat(fault(epic.snapshot(), "epic_25.md").message())
        .isEqualTo("is a symbolic link out of the folder");
  }

  @Test
  void aFolderInThePlaceOfTheEpicsTextIsReported() throws Exception {
    EpicFixture epic = EpicFixture.copy("epic_25", temp);
    epic.delete("epic_25.md");
    assertThat(epic.snapshot().file("epic_25.md")).isEmpty();

    Files.createDirectory(epic.path("epic_25.md"));

    assertThat(fault(epic.snapshot(), "epic_25.md").kind()).isEqualTo(Fault.Kind.NOT_A_FILE);
  }

  @Test
  void aConsensusFolderThatIsALinkOutIsNotRead() throws Exception {
    EpicFixture epic = EpicFixture.copy("epic_25", temp);
    Path other = Files.createDirectories(temp.resolve("epic_9"));
    Files.createSymbolicLink(other.resolve("consensus"), epic.path("consensus"));

    EpicSnapshot snapshot = EpicFolder.open(other).snapshot();

    assertThat(snapshot.files()).containsOnlyKeys("consensus");
    assertThat(fault(snapshot, "consensus").kind()).isEqualTo(Fault.Kind.NOT_A_FILE);
  }

  @Test
  void aPipeIsNotWaitedFor() throws Exception {
    EpicFixture epic = EpicFixture.empty("epic_9", temp);
    String pipe = ARTIFACTS + "review.json";
    assumeThat(run("mkfifo", epic.path(pipe).toString())).isZero();

    EpicSnapshot snapshot =
        Assertions.assertTimeoutPreemptively(Duration.ofMinutes(1), epic::snapshot);

    assertThat(fault(snapshot, pipe).message()).isEqualTo("is not a regular file");
  }

  @Test
  void namesThatAreNoTextAreReadAllTheSame() throws Exception {
    EpicFixture epic = EpicFixture.empty("epic_9", temp);
    Path artifacts = epic.path(ARTIFACTS);
    assumeThat(
            run(
                "bash",
                "-c",
                "cd '" + artifacts + "' && echo 1 > $'\\xff.txt' && echo 2 > $'\\xfe.txt'"))
        .isZero();

    assertThat(epic.snapshot().files()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u001b[31mb.yaml", "a\\b.yaml", "a\nb.yaml", "a\nb/c.yaml"})
  void aNameThatNoPathHasIsToldAndNotRead(String name) throws Exception {
    EpicFixture epic = EpicFixture.empty("epic_9", temp);
    epic.write("consensus/messages/inbox/devops/" + name, "type: veto");
    epic.write("consensus/messages/inbox/devops/plain.yaml", "type: veto");

    EpicSnapshot snapshot = epic.snapshot();

    String shown = "consensus/messages/inbox/devops/" + name.replaceAll("[\n\u001b\\\\]", "?");
    assertThat(snapshot.files())
        .containsOnlyKeys(shown, "consensus/messages/inbox/devops/plain.yaml");
    assertThat(fault(snapshot, shown).message())
        .isEqualTo("has a control character or a backslash in its path");
    assertThat(epic.dossier().messages()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CONSENSUS/messages/inbox/devops/veto.yaml",
        "Consensus",
        "consensus/Messages/inbox/devops/veto.yaml",
        "consensus/messages/inbox/DEVOPS/veto.yaml",
        "consensus/artifacts/Evidence/scan.sarif",
        "consensus/DECISION_LOG.jsonl"
      })
  void anotherSpellingOfWhatIsLookedUpIsRefused(String path) throws Exception {
    EpicFixture epic = EpicFixture.empty("epic_9", temp);
    assertThat(epic.snapshot().files()).isEmpty();
    Files.createDirectories(epic.path(path).getParent());
    assumeThat(Files.exists(epic.path(path))).as("case of letters is told apart").isFalse();
    epic.write(path, "type: veto");

    assertThatExceptionOfType(FolderException.class)
        .isThrownBy(epic::snapshot)
        .withMessageContaining("is spelled wrongly; the path is consensus")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
  }

  // Limits

  private static void sparse(Path file, long size) throws IOException {
    try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "rw")) {
      access.setLength(size);
    }
  }

  @Test
  void aHundredMegabytesAreNotRead() throws Exception {
    EpicFixture epic = EpicFixture.copy("epic_25", temp);
    sparse(epic.path(EpicFixture.REVIEW), 100L << 20);

    EpicSnapshot snapshot =
        Assertions.assertTimeoutPreemptively(Duration.ofMinutes(1), epic::snapshot);

    assertThat(fault(snapshot, EpicFixture.REVIEW).kind()).isEqualTo(Fault.Kind.LIMIT);
    assertThat(fault(snapshot, EpicFixture.REVIEW).message())
        .isEqualTo("has 104857600 bytes, more than 16777216");
    assertThat(epic.dossier().root("review")).isEmpty();
    assertThat(snapshot.files()).hasSize(6);
  }

  @Test
  void theNumberOfBytesReadsTheSameInEveryLocale() throws Exception {
    EpicFixture epic = EpicFixture.copy("epic_25", temp);
    sparse(epic.path(EpicFixture.REVIEW), 17L << 20);
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG"));

      assertThat(fault(epic.snapshot(), EpicFixture.REVIEW).message())
          .isEqualTo("has 17825792 bytes, more than 16777216");
    } finally {
      Locale.setDefault(before);
    }
  }

  private static EpicSnapshot within(EpicFixture epic, long file, long log, long total, int files) {
    Limits s = Limits.STANDARD;
    Limits limits =
        new Limits(file, s.yamlBytes(), log, total, files, s.depth(), s.nodes(), s.aliases());
    return EpicFolder.open(epic.root(), limits, step -> {}).snapshot();
  }

  @Test
  void filesTheLogAndAllTogetherHaveTheirLimits() throws Exception {
    EpicFixture epic = EpicFixture.empty("epic_9", temp);
    epic.write("consensus/a.txt", "12345");
    epic.write("consensus/b.txt", "123456");
    epic.write(EpicFixture.LOG, "12345678");

    assertThat(within(epic, 6, 8, 19, 9).files().values())
        .allMatch(file -> file.fault().isEmpty())
        .hasSize(3);
    assertThat(fault(within(epic, 5, 8, 19, 9), "consensus/b.txt").message())
        .isEqualTo("has 6 bytes, more than 5");
    assertThat(fault(within(epic, 6, 7, 19, 9), EpicFixture.LOG).message())
        .isEqualTo("has 8 bytes, more than 7");
    assertThat(
            within(epic, 6, 8, 18, 9).files().values().stream()
                .flatMap(file -> file.fault().stream())
                .map(Fault::message))
        .containsExactly("there are more than 18 bytes in all");
  }

  @Test
  void theNumberOfFilesIsLimitedAndThatIsSaid() throws Exception {
    EpicFixture epic = EpicFixture.empty("epic_9", temp);
    for (int i = 0; i < 6; i++) {
      epic.write("consensus/" + i + ".txt", "x");
    }

    assertThat(within(epic, 9, 9, 99, 6).files()).hasSize(6);
    EpicSnapshot snapshot = within(epic, 9, 9, 99, 5);
    assertThat(snapshot.files()).hasSize(6);
    assertThat(fault(snapshot, "consensus/(more files)").message())
        .isEqualTo("more than 5 files; the rest is not read");
  }

  @Test
  void aFolderThatVanishesIsOneClearError() throws Exception {
    EpicFixture epic = EpicFixture.empty("epic_9", temp);
    EpicFolder folder = EpicFolder.open(epic.root());
    try (Stream<Path> walk = Files.walk(epic.root())) {
      for (Path path : walk.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }

    assertThatExceptionOfType(FolderException.class)
        .isThrownBy(folder::snapshot)
        .withMessageEndingWith("the folder cannot be read");
  }

  // The repository around it

  private EpicFixture inRepository() {
    return EpicFixture.copy("epic_25", temp.resolve("repo/docs/specs"));
  }

  private Path deployFile(String path, String text) throws IOException {
    Path file = temp.resolve("repo").resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  @Test
  void theDeployFilesOfTheRepositoryAroundAreRead() throws Exception {
    EpicFixture epic = inRepository();
    deployFile("docker-compose.yml", "services: {}");
    deployFile("deploy/k8s/relay.yaml", "kind: Deployment");

    EpicSnapshot snapshot = epic.snapshot();

    assertThat(snapshot.repository())
        .containsOnlyKeys("deploy/k8s/relay.yaml", "docker-compose.yml");
    assertThat(snapshot.repository().get("docker-compose.yml").text()).isEqualTo("services: {}");
    assertThat(snapshot.files()).hasSize(6);
  }

  @Test
  void anEpicElsewhereHasNoRepositoryUnlessOneIsNamed() throws Exception {
    EpicFixture epic = EpicFixture.copy("epic_25", temp.resolve("elsewhere"));
    Path repository = deployFile("compose.yaml", "services: {}").getParent();

    assertThat(epic.snapshot().repository()).isEmpty();
    assertThat(EpicFolder.open(epic.root(), repository).snapshot().repository())
        .containsOnlyKeys("compose.yaml");
  }

  @Test
  void aRepositoryThatIsNoFolderIsRefused() throws Exception {
    EpicFixture epic = EpicFixture.copy("epic_25", temp);
    Path file = Files.writeString(temp.resolve("file"), "");

    assertThatExceptionOfType(FolderException.class)
        .isThrownBy(() -> EpicFolder.open(epic.root(), file))
        .withMessageEndingWith("is not a folder");
    assertThatExceptionOfType(FolderException.class)
        .isThrownBy(() -> EpicFolder.open(epic.root(), temp.resolve("gone")))
        .withMessageEndingWith("there is no such folder");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "docker-compose.yml",
        "docker-compose.prod.yaml",
        "compose.yaml",
        "compose.override.yml",
        "services/relay/compose.yml",
        "prometheus.yml",
        "prometheus-rules.yaml",
        "alerts.yml",
        "ops/relay.rules.yaml",
        "Dockerfile",
        "relay/Dockerfile.prod",
        "relay.Dockerfile",
        "k8s/relay.yaml",
        "deploy/base/deployment.json",
        "infra/manifests/a/b/c.yml",
        "monitoring/dashboard.json",
        ".github/workflows/ci.yml",
        "db/migrations/V2__drop.sql",
        "alembic/versions/1a_init.py",
        "db/migrate/2_add.rb"
      })
  void filesThatServicesAreDeployedWithAreRead(String path) throws Exception {
    EpicFixture epic = inRepository();
    deployFile(path, "x: 1");

    assertThat(epic.snapshot().repository()).containsOnlyKeys(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "README.md",
        "application.yml",
        "src/main.py",
        "k8s/notes.txt",
        "decompose.yml",
        "package.json",
        "migrations/README.md",
        "node_modules/x/docker-compose.yml",
        ".git/k8s/a.yaml",
        ".venv/prometheus.yml",
        "target/compose.yml",
        "tests/docker-compose.yml",
        "docs/specs/epic_24/consensus/artifacts/deploy/a.yaml",
        "docs/specs/epic_25/consensus/artifacts/deploy/a.yaml",
        "a/b/c/d/e/f/g/h/compose.yml"
      })
  void otherFilesAreNot(String path) throws Exception {
    EpicFixture epic = inRepository();
    deployFile(path, "x: 1");

    assertThat(epic.snapshot().repository()).isEmpty();
  }

  @Test
  void templatesOfAChartAreNotReadAndOtherTemplatesAre() throws Exception {
    EpicFixture epic = inRepository();
    deployFile("deploy/chart/Chart.yaml", "name: relay");
    deployFile("deploy/chart/templates/deployment.yaml", "{{ not yaml }}");
    deployFile("deploy/plain/templates/deployment.yaml", "kind: Deployment");

    assertThat(epic.snapshot().repository())
        .containsOnlyKeys("deploy/chart/Chart.yaml", "deploy/plain/templates/deployment.yaml");
  }

  @Test
  void linksOutOfTheRepositoryAreNotFollowed() throws Exception {
    EpicFixture epic = inRepository();
    Path secret = Files.writeString(temp.resolve("secret.yml"), "secret: 1");
    Path real = deployFile("real.txt", "services: {}");
    Path repository = real.getParent();
    Files.createSymbolicLink(repository.resolve("compose.yml"), secret);
    Files.createSymbolicLink(repository.resolve("compose.up.yml"), Path.of("../secret.yml"));
    Files.createSymbolicLink(repository.resolve("compose.gone.yml"), Path.of("gone.yml"));
    Files.createSymbolicLink(repository.resolve("compose.in.yml"), Path.of("real.txt"));

    EpicSnapshot snapshot = epic.snapshot();

    assertThat(snapshot.repository()).hasSize(4);
    for (String name : new String[] {"compose.yml", "compose.up.yml"}) {
      assertThat(snapshot.repository().get(name).fault().map(Fault::message))
          .contains("is a symbolic link out of the folder");
      assertThat(snapshot.repository().get(name).text()).isEmpty();
    }
    assertThat(snapshot.repository().get("compose.gone.yml").fault()).isPresent();
    assertThat(snapshot.repository().get("compose.in.yml").text()).isEqualTo("services: {}");
    assertThat(epic.dossier().evidenceFaults()).hasSize(3);
  }

  @Test
  void thereIsAnEndToDeployFiles() throws Exception {
    EpicFixture epic = inRepository();
    for (int i = 0; i <= DeploymentFiles.MOST; i++) {
      deployFile("k8s/" + i + ".yaml", "");
    }

    assertThat(epic.snapshot().repository()).hasSize(DeploymentFiles.MOST + 1);
    assertThat(epic.snapshot().repository().get("(more deploy files)").fault().map(Fault::message))
        .contains("more than 2000 deploy files; the rest is not read");
  }

  @ParameterizedTest
  @ValueSource(strings = {"changed", "new", "gone", "unread"})
  void aDeployFileThatChangesMakesTheSnapshotStale(String how) throws Exception {
    EpicFixture epic = inRepository();
    Path file = deployFile("compose.yaml", "services: {}");
    Guardian guardian = Child.guardian("first", "");
    Release release = guardian.render(guardian.assess(epic.snapshot(), Child.NOW));
    switch (how) {
      case "changed" -> Files.writeString(file, "services: {a: {image: b}}");
      case "new" -> deployFile("k8s/a.yaml", "x: 1");
      case "gone" -> Files.delete(file);
      default -> {
        Files.delete(file);
        Files.createSymbolicLink(file, temp);
      }
    }

    assertThatExceptionOfType(StaleSnapshotException.class)
        .isThrownBy(() -> epic.folder().commit(release))
        .withMessage("a file has changed since it was read");
    assertThat(epic.path(EpicFixture.LOG)).doesNotExist();
  }

  @Test
  void aRepositoryThatStaysIsNotStale() throws Exception {
    EpicFixture epic = inRepository();
    deployFile("compose.yaml", "services: {}");
    Guardian guardian = Child.guardian("first", "");
    Release release = guardian.render(guardian.assess(epic.snapshot(), Child.NOW));
    deployFile("src/main.py", "pass");

    assertThat(epic.folder().commit(release).written()).contains(EpicFixture.LOG);
  }

  private static int run(String... command) throws Exception {
    try {
      return new ProcessBuilder(command).inheritIO().start().waitFor();
    } catch (IOException notHere) {
      return -1;
    }
  }
}
