package io.productionguardian.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.productionguardian.document.Document.Fault;
import io.productionguardian.document.Document.Limits;
import io.productionguardian.document.SourceFile;
import io.productionguardian.model.EpicId;
import io.productionguardian.model.EpicLayout;
import io.productionguardian.model.GuardianException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A snapshot of files in memory; {@link ZippedEpicTest} and EpicFolderTest have the others. */
class EpicSnapshotTest {

  private static final EpicId EPIC = new EpicId("epic_1");
  private static final String INBOX = "messages/inbox/devops/veto.yaml";

  private static EpicSnapshot.Builder builder() {
    return EpicSnapshot.builder(EPIC);
  }

  private static void refused(EpicSnapshot.Builder builder, String path, String why) {
    assertThatExceptionOfType(SnapshotException.class)
        .isThrownBy(() -> builder.file(path, "from: quality\ntype: veto\n"))
        .withMessageContaining(why)
        .isInstanceOf(GuardianException.class)
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
  }

  @Test
  void filesAreSortedByPath() {
    EpicSnapshot snapshot =
        builder()
            .file("epic_1.md", "2")
            .file("consensus/a/c", "1")
            .file("consensus/a.txt", "3")
            .build();

    assertThat(snapshot.files().keySet())
        .containsExactly("consensus/a.txt", "consensus/a/c", "epic_1.md");
    assertThat(snapshot.file("epic_1.md").map(SourceFile::text)).contains("2");
    assertThat(snapshot.file("c")).isEmpty();
    assertThat(snapshot.epic()).hasToString("epic_1");
    assertThat(snapshot.limits()).isEqualTo(Limits.STANDARD);
  }

  // Paths

  @ParameterizedTest
  @ValueSource(
      strings = {
        "consensus/messages/inbox/devops/veto.yaml",
        "consensus/artifacts/evidence/Überblick (2).json",
        "consensus/artifacts/evidence/u\u0308.json",
        "consensus/artifacts/Notes.TXT",
        "consensus/.hidden/a..b",
        "consensus/Messages.txt"
      })
  void aPlainPathOfTheEpicIsTaken(String path) {
    assertThat(builder().file(path, "x").build().files()).containsOnlyKeys(path);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "./consensus/" + INBOX + " | has a segment \".\"",
        "consensus/./" + INBOX + " | has a segment \".\"",
        "consensus//" + INBOX + " | has an empty segment",
        "consensus/" + INBOX + "/ | has an empty segment",
        "consensus/../consensus/" + INBOX + " | has a segment \"..\"",
        "/consensus/" + INBOX + " | is absolute",
        "C:/consensus/" + INBOX + " | is absolute",
        "consensus\\messages\\inbox\\devops\\veto.yaml | has a backslash",
        "CONSENSUS/" + INBOX + " | the path is consensus",
        "consensus/Messages/inbox/devops/veto.yaml | the path is consensus/messages",
        "consensus/messages/INBOX/devops/veto.yaml | the path is consensus/messages/inbox",
        "consensus/messages/inbox/DevOps/veto.yaml | the path is consensus/messages/inbox/devops",
        "consensus/Artifacts/review.json | the path is consensus/artifacts",
        "consensus/artifacts/Evidence/scan.sarif | the path is consensus/artifacts/evidence",
        "consensus/Decision_Log.jsonl | the path is consensus/decision_log.jsonl",
        "consensus./" + INBOX + " | the path is consensus",
        "con\u200csensus/" + INBOX + " | the path is consensus",
        "con\u017fensus/" + INBOX + " | the path is consensus",
        "\uff43onsensus/" + INBOX + " | the path is consensus",
        "docs/specs/epic_1/consensus/" + INBOX + " | is neither in consensus/ nor epic_1.md",
        "EPIC_1.md | is neither in consensus/ nor epic_1.md"
      })
  void aPathThatCouldHideAVetoIsRefused(String path, String why) {
    refused(builder(), path, why);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"consensus/a\nb", "consensus/a\0", "consensus/a\u2028", "consensus/\ud800"})
  void aPathThatIsNoTextIsRefused(String path) {
    refused(builder(), path, "has a control character");
  }

  @Test
  void anEmptyPathAndOneWithoutEndAreRefused() {
    refused(builder(), "", "empty path");
    refused(builder(), "consensus/" + "a".repeat(4_100), "is longer than 4096 characters");
  }

  @Test
  void noPathIsAFileAndAFolder() {
    EpicSnapshot.Builder file = EpicSnapshot.builder(new EpicId("epic_1")).file("consensus/a", "1");
    EpicSnapshot.Builder folder =
        EpicSnapshot.builder(new EpicId("epic_1")).file("consensus/a/b", "1");

    assertThatExceptionOfType(SnapshotException.class)
        .isThrownBy(() -> file.file("consensus/a/b", "2"))
        .withMessageContaining("is a file, and has files below it");
    assertThatExceptionOfType(SnapshotException.class)
        .isThrownBy(() -> folder.file("consensus/a", "2"))
        .withMessageContaining("is a file, and has files below it");
    assertThat(folder.file("consensus/a/c", "2").build().files()).hasSize(2);
  }

  @Test
  void pathsHaveABoundedDepth() {
    String deepest = "consensus/" + "a/".repeat(62) + "b";
    EpicSnapshot.Builder snapshot = EpicSnapshot.builder(new EpicId("epic_1"));

    assertThat(snapshot.file(deepest, "1").build().files()).hasSize(1);
    assertThatExceptionOfType(SnapshotException.class)
        .isThrownBy(() -> snapshot.file(deepest + "/c", "1"))
        .withMessageContaining("has more than 64 folders and files");
  }

  @Test
  void oneFileIsChangedWhereItIs() {
    EpicSnapshot snapshot =
        EpicSnapshot.builder(new EpicId("epic_1"))
            .file("consensus/a", "1")
            .repositoryFile("compose.yaml", "2")
            .build();

    EpicSnapshot changed =
        snapshot
            .with("consensus/a", new byte[] {'3'})
            .with("compose.yaml", new byte[] {'4'})
            .with("consensus/b", new byte[] {'5'});

    assertThat(changed.files().values()).extracting(SourceFile::text).containsExactly("3", "5");
    assertThat(changed.repository().values()).extracting(SourceFile::text).containsExactly("4");
    assertThat(snapshot.file("consensus/a").map(SourceFile::text)).contains("1");
  }

  @Test
  void twoFilesOfOnePathAreRefused() {
    refused(builder().file("consensus/a.txt", "1"), "consensus/a.txt", "Two files have the path");
  }

  @Test
  void twoFilesThatOneFileSystemTakesForOneAreRefusedWhereTheyWouldHideOneAnother() {
    String inbox = EpicLayout.INBOX + "devops/";
    refused(builder().file(inbox + "veto.yaml", "1"), inbox + "Veto.yaml", "differ only in the");
    refused(
        builder().file("consensus/artifacts/review.json", "{}"),
        "consensus/artifacts/REVIEW.json",
        "differ only in the");
    refused(
        builder().file(EpicLayout.EVIDENCE + "\u00fc.json", "{}"),
        EpicLayout.EVIDENCE + "u\u0308.json",
        "differ only in the");
    assertThat(
            builder()
                .file("consensus/artifacts/Runbook.md", "1")
                .file("consensus/artifacts/runbook.md", "2")
                .build()
                .files())
        .hasSize(2);
  }

  @Test
  void aFolderWhereAFileShouldBeIsReported() {
    EpicSnapshot snapshot =
        builder()
            .file("consensus/artifacts/review.json/a", "1")
            .file("consensus/artifacts/review.json/b", "2")
            .build();

    assertThat(snapshot.files()).containsOnlyKeys("consensus/artifacts/review.json");
    assertThat(snapshot.files().values())
        .singleElement()
        .satisfies(
            file ->
                assertThat(file.fault().map(Fault::message))
                    .contains("is a folder where a file should be"));
  }

  @Test
  void aReleaseOnItsWayIsNotRead() {
    assertThat(
            builder()
                .file("consensus/.release/files/consensus/a.json", "{}")
                .file("consensus/.release.tmp/log-line", "{}")
                .file("consensus/.releases/a", "1")
                .build()
                .files())
        .containsOnlyKeys("consensus/.releases/a");
  }

  // Limits

  private static Limits limits(long file, long log, long total, int files) {
    Limits s = Limits.STANDARD;
    return new Limits(file, s.yamlBytes(), log, total, files, s.depth(), s.nodes(), s.aliases());
  }

  private static String faults(EpicSnapshot snapshot) {
    return snapshot.files().values().stream()
        .flatMap(file -> file.fault().stream())
        .map(fault -> fault.place().file() + " " + fault.message())
        .collect(Collectors.joining("; "));
  }

  private static EpicSnapshot within(Limits limits) {
    return EpicSnapshot.builder(EPIC, limits)
        .file("consensus/a.txt", "12345")
        .file("consensus/b.txt", "123456")
        .file(EpicLayout.DECISION_LOG, "12345678")
        .build();
  }

  @Test
  void limitsHoldInMemoryToo() {
    assertThat(faults(within(limits(6, 8, 19, 3)))).isEmpty();
    assertThat(faults(within(limits(5, 8, 19, 3))))
        .isEqualTo("consensus/b.txt has 6 bytes, more than 5");
    assertThat(faults(within(limits(6, 7, 19, 3))))
        .isEqualTo("consensus/decision_log.jsonl has 8 bytes, more than 7");
    assertThat(faults(within(limits(6, 8, 18, 3))))
        .isEqualTo("consensus/decision_log.jsonl there are more than 18 bytes in all");
    assertThat(faults(within(limits(6, 8, 19, 2))))
        .isEqualTo("consensus/(more files) more than 2 files; the rest is not read");
  }

  @Test
  void aFileThatIsTooLargeIsNotEvenRead() {
    AtomicInteger reads = new AtomicInteger();

    EpicSnapshot snapshot =
        EpicSnapshot.builder(EPIC, limits(6, 8, 19, 3))
            .file(
                "consensus/a.txt",
                7,
                most -> {
                  reads.incrementAndGet();
                  return new byte[most];
                })
            .build();

    assertThat(reads).hasValue(0);
    assertThat(faults(snapshot)).isEqualTo("consensus/a.txt has 7 bytes, more than 6");
  }

  @Test
  void aFileThatGrowsOrCannotBeReadIsInTheSnapshotWithTheReason() {
    EpicSnapshot snapshot =
        EpicSnapshot.builder(EPIC, limits(6, 8, 19, 3))
            .file("consensus/a.txt", 5, most -> new byte[most])
            .file(
                "consensus/b.txt",
                5,
                most -> {
                  throw new IOException("gone");
                })
            .build();

    assertThat(faults(snapshot))
        .isEqualTo(
            "consensus/a.txt grew beyond 6 bytes while it was read; consensus/b.txt cannot be read");
  }

  // The repository

  @Test
  void ofACheckoutOnlyDeployFilesAreKept() {
    EpicSnapshot snapshot =
        builder()
            .repositoryFile("compose.yaml", "services: {}")
            .repositoryFile("src/main.py", "pass")
            .repositoryFile("node_modules/x/compose.yaml", "services: {}")
            .repositoryFile("deploy/chart/Chart.yaml", "name: relay")
            .repositoryFile("deploy/chart/templates/a.yaml", "{{ not yaml }}")
            .repositoryFile("deploy/plain/templates/a.yaml", "kind: Deployment")
            .repositoryFile(SourceFile.unread("secret", Fault.Kind.NOT_A_FILE, "cannot be read"))
            .build();

    assertThat(snapshot.repository())
        .containsOnlyKeys(
            "compose.yaml", "deploy/chart/Chart.yaml", "deploy/plain/templates/a.yaml", "secret");
  }

  @Test
  void aPathOfTheRepositoryIsPlainToo() {
    assertThatExceptionOfType(SnapshotException.class)
        .isThrownBy(() -> builder().repositoryFile("k8s/../k8s/a.yaml", "a: 1"))
        .withMessageContaining("has a segment \"..\"");
    assertThatExceptionOfType(SnapshotException.class)
        .isThrownBy(
            () -> builder().repositoryFile("k8s/a.yaml", "a: 1").repositoryFile("k8s/a.yaml", ""))
        .withMessageContaining("Two files of the repository");
  }

  // What it is

  @Test
  void theSameBytesAreTheSameSnapshotInAnyOrder() {
    EpicSnapshot one = builder().file("consensus/a.txt", "1").file("consensus/b.txt", "2").build();
    EpicSnapshot other =
        builder().file("consensus/b.txt", "2").file("consensus/a.txt", "1").build();

    assertThat(one).isEqualTo(other).hasSameHashCodeAs(other).hasToString(other.toString());
    assertThat(one.sha256()).isEqualTo(other.sha256()).hasSize(64);
    assertThat(one.with(SourceFile.of("consensus/a.txt", "3"))).isNotEqualTo(one);
    assertThat(
            one.with(SourceFile.of("consensus/a.txt", "3"))
                .with(SourceFile.of("consensus/a.txt", "1")))
        .isEqualTo(one);
    assertThat(builder().repositoryFile("k8s/a.yaml", "1").build()).isNotEqualTo(builder().build());
    assertThat(one)
        .isNotEqualTo(
            EpicSnapshot.builder(new EpicId("epic_2"))
                .file("consensus/a.txt", "1")
                .file("consensus/b.txt", "2")
                .build());
  }

  @Test
  void aSourceFileDoesNotChangeWithTheArrayItWasMadeFrom() {
    byte[] bytes = "abc".getBytes(StandardCharsets.UTF_8);
    SourceFile file = SourceFile.of("a", bytes);

    bytes[0] = 'x';
    file.content()[1] = 'x';

    assertThat(file.text()).isEqualTo("abc");
    assertThat(file.head(2)).isEqualTo("ab");
    assertThat(file.head(9)).isEqualTo("abc");
    assertThat(file.sha256())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }
}
