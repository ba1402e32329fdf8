package io.productionguardian.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.google.common.hash.Hashing;
import io.productionguardian.EpicFixture;
import io.productionguardian.Guardian;
import io.productionguardian.Release;
import io.productionguardian.RenderedFile;
import io.productionguardian.TestRenderer;
import io.productionguardian.TestRule;
import io.productionguardian.document.Document.Limits;
import io.productionguardian.release.ReleaseTarget.Commit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A release that is written elsewhere: whole, again and again, and over nothing of a person's. */
class PreviewTest {

  private static final String OTHER =
      "{\"timestamp\":\"2026_11_20_09_30_00\",\"agent\":\"quality\",\"decision\":\"ack\"}\n";

  @TempDir private Path temp;
  private EpicFixture epic;
  private Path place;

  @BeforeEach
  void prepare() {
    epic = EpicFixture.copy("epic_25", temp);
    epic.write(EpicFixture.LOG, OTHER);
    place = temp.resolve("some/where");
  }

  private Release release(String word) {
    Guardian guardian = Child.guardian(word, word);
    return guardian.render(guardian.assess(epic.snapshot(), Child.NOW));
  }

  private Release releaseOf(String... paths) {
    Guardian guardian =
        Guardian.builder()
            .rule(TestRule.blocking("a-rule"))
            .renderer(
                assessment ->
                    Stream.concat(
                            Stream.of(paths).map(path -> RenderedFile.of(path, path)),
                            Stream.of(RenderedFile.logLine(TestRenderer.logLine(assessment))))
                        .toList())
            .build();
    return guardian.render(guardian.assess(epic.snapshot(), Child.NOW));
  }

  private Commit preview(Path directory) {
    return epic.folder().preview(release("first"), directory);
  }

  /** All files and folders below a folder, files with what is in them. */
  private static SortedMap<String, String> all(Path folder) throws IOException {
    SortedMap<String, String> all = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path path : walk.toList()) {
        all.put(
            folder.relativize(path).toString(),
            Files.isRegularFile(path) ? Files.readString(path) : "");
      }
    }
    return all;
  }

  private void refusedAndUntouched(Path directory, String... words) throws IOException {
    SortedMap<String, String> before = all(temp);

    assertThatExceptionOfType(FolderException.class)
        .isThrownBy(() -> preview(directory))
        .satisfies(e -> assertThat(e.getMessage()).contains(words).doesNotContain("\n"));
    assertThat(all(temp)).isEqualTo(before);
  }

  // What is written

  @Test
  void theFilesAreThoseOfTheReleaseAndTheEpicIsAsItWas() throws Exception {
    SortedMap<String, String> before = epic.files();

    Commit commit = preview(place);

    assertThat(epic.files()).isEqualTo(before);
    List<String> paths = new ArrayList<>(TestRenderer.FILES);
    paths.add(EpicFixture.LOG);
    assertThat(commit.written()).containsExactlyElementsOf(paths);

    EpicFixture released = EpicFixture.copy("epic_25", temp.resolve("released"));
    released.write(EpicFixture.LOG, OTHER);
    released.folder().commit(release("first"));
    for (String path : paths) {
      assertThat(place.resolve(path)).hasContent(released.text(path));
    }
    assertThat(
            all(place).keySet().stream().filter(path -> Files.isRegularFile(place.resolve(path))))
        .hasSize(paths.size() + 1)
        .contains(Preview.SUMS);
    try (Stream<Path> beside = Files.list(place.getParent())) {
      assertThat(beside).containsExactly(place);
    }
  }

  @Test
  void aLogWithoutANewlineAtItsEndIsContinuedInANewLine() throws Exception {
    epic.write(EpicFixture.LOG, OTHER.stripTrailing());

    preview(place);

    assertThat(Files.readAllLines(place.resolve(EpicFixture.LOG)))
        .containsExactly(OTHER.strip(), release("first").logLine().text().strip());
  }

  @Test
  void aFirstReleasesLogHasOneLine() throws Exception {
    epic.delete(EpicFixture.LOG);

    preview(place);

    assertThat(place.resolve(EpicFixture.LOG)).hasContent(release("first").logLine().text());
    assertThat(epic.path(EpicFixture.LOG)).doesNotExist();
  }

  @Test
  void theSumsAreInTheFormatOfSha256sum() throws Exception {
    Commit commit = preview(place);

    List<String> lines = Files.readAllLines(place.resolve(Preview.SUMS));
    assertThat(lines.get(0)).startsWith("# Generated by production-guardian");
    List<String> sums = new ArrayList<>();
    for (String path : commit.written()) {
      byte[] content = Files.readAllBytes(place.resolve(path));
      sums.add(Hashing.sha256().hashBytes(content) + "  " + path);
    }
    assertThat(lines.subList(1, lines.size())).isEqualTo(sums);
  }

  // Again and again

  @Test
  void theSamePreviewAgainGivesTheSame() throws Exception {
    preview(place);
    SortedMap<String, String> first = all(place);

    preview(place);

    assertThat(all(place)).isEqualTo(first);
  }

  @Test
  void anotherPreviewTakesThePlaceOfTheFirstWhole() throws Exception {
    preview(place);

    epic.folder().preview(releaseOf("consensus/artifacts/one.txt"), place);

    assertThat(all(place))
        .containsOnlyKeys(
            "",
            "SHA256SUMS",
            "consensus",
            "consensus/artifacts",
            "consensus/artifacts/one.txt",
            "consensus/decision_log.jsonl");
  }

  @Test
  void aDecisionThatTheLogHasAlreadyIsWrittenAllTheSame() throws Exception {
    epic.folder().commit(release("first"));
    assertThat(release("first").assessment().repeats()).isTrue();

    assertThat(preview(place).written()).hasSize(TestRenderer.FILES.size() + 1);
    assertThat(place.resolve(TestRenderer.RUNBOOK)).isRegularFile();
  }

  @Test
  void aPreviewThatFailsHalfWayLeavesTheEarlierOne() throws Exception {
    preview(place);
    Release impossible = releaseOf("consensus/artifacts/a", "consensus/artifacts/a/b");
    SortedMap<String, String> before = all(temp);

    assertThatExceptionOfType(FolderException.class)
        .isThrownBy(() -> epic.folder().preview(impossible, place))
        .withMessageStartingWith(place + ": cannot be written: ")
        .withMessageEndingWith("; nothing was changed");
    assertThat(all(temp)).isEqualTo(before);
  }

  @Test
  void aFileThatIsMissingInAnEarlierPreviewIsThereAgain() throws Exception {
    preview(place);
    Files.delete(place.resolve(TestRenderer.RUNBOOK));

    preview(place);

    assertThat(place.resolve(TestRenderer.RUNBOOK)).isRegularFile();
  }

  // Places

  @Test
  void anEmptyFolderIsTaken() throws Exception {
    Files.createDirectories(place);

    preview(place);

    assertThat(place.resolve(TestRenderer.RUNBOOK)).isRegularFile();
  }

  @Test
  void aLinkAboveIsFollowed() throws Exception {
    Path real = Files.createDirectories(temp.resolve("real"));
    Path link = Files.createSymbolicLink(temp.resolve("link"), real);

    preview(link.resolve("new"));

    assertThat(real.resolve("new").resolve(TestRenderer.RUNBOOK)).isRegularFile();
  }

  @Test
  void aFolderWithSomethingElseIsRefused() throws Exception {
    Files.writeString(Files.createDirectories(place).resolve("notes.txt"), "precious");

    refusedAndUntouched(place, place + " holds notes.txt", "name another folder");
  }

  @Test
  void anEarlierPreviewWithSomethingElseIsRefused() throws Exception {
    preview(place);
    Path notes = Files.writeString(place.resolve("consensus/notes.txt"), "precious");
    refusedAndUntouched(place, "holds consensus/notes.txt");
    Files.delete(notes);

    Path empty = Files.createDirectory(place.resolve("mine"));
    refusedAndUntouched(place, "holds mine");
    Files.delete(empty);

    Path link = Files.createSymbolicLink(place.resolve("link"), place.resolve("consensus"));
    refusedAndUntouched(place, "holds link");
    Files.delete(link);

    preview(place);
  }

  @Test
  void anEarlierPreviewThatWasEditedIsRefused() throws Exception {
    preview(place);
    Files.writeString(place.resolve(TestRenderer.RUNBOOK), "edited by hand");

    refusedAndUntouched(place, "holds " + TestRenderer.RUNBOOK);
  }

  @Test
  void sumsOfSomethingElseDoNotGiveItsFilesAway() throws Exception {
    Files.createDirectories(place.resolve("consensus"));
    Files.writeString(place.resolve("consensus/a"), "a");
    Files.writeString(
        place.resolve(Preview.SUMS),
        Hashing.sha256().hashBytes(new byte[] {'a'}) + "  consensus/a\n");

    refusedAndUntouched(place, "which no preview left there");
  }

  @Test
  void theEpicsFolderAndWhatLiesInItAreRefused() throws Exception {
    refusedAndUntouched(epic.root(), "lies in the epic's folder");
    refusedAndUntouched(epic.path("new/folder"), "lies in the epic's folder");
    refusedAndUntouched(epic.path("consensus/artifacts"), "lies in the epic's folder");
    refusedAndUntouched(temp.resolve("x/../epic_25/new"), "lies in the epic's folder");
    Path link = Files.createSymbolicLink(temp.resolve("link"), epic.root());
    refusedAndUntouched(link.resolve("new"), "lies in the epic's folder");
    refusedAndUntouched(epic.root().getParent(), "holds ");

    preview(temp.resolve("epic_25_beside"));
  }

  @Test
  void aLinkIsRefused() throws Exception {
    Path real = Files.createDirectories(temp.resolve("real"));

    refusedAndUntouched(Files.createSymbolicLink(temp.resolve("link"), real), "is a symbolic link");
    refusedAndUntouched(
        Files.createSymbolicLink(temp.resolve("dangling"), temp.resolve("nothing")),
        "is a symbolic link");

    preview(real);
  }

  @Test
  void aFileIsRefused() throws Exception {
    refusedAndUntouched(Files.writeString(temp.resolve("file"), ""), "is not a folder");
    refusedAndUntouched(temp.resolve("file/below"), "file is not a folder");
  }

  @Test
  void theWorkingFolderIsRefused() throws Exception {
    refusedAndUntouched(Path.of(""), "is the working folder");
    refusedAndUntouched(Path.of("."), "is the working folder");
  }

  @Test
  void whatAReleaseWouldRefuseIsRefused() throws Exception {
    epic.write("consensus/artifacts/deploy", "in the way");

    refusedAndUntouched(place, "consensus/artifacts/deploy is a link or a file");
  }

  @Test
  void aLogThatCannotBeReadIsRefused() throws Exception {
    Limits all = Limits.STANDARD;
    EpicFolder folder =
        EpicFolder.open(
            epic.root(),
            new Limits(
                all.fileBytes(),
                all.yamlBytes(),
                10,
                all.totalBytes(),
                all.files(),
                all.depth(),
                all.nodes(),
                all.aliases()),
            step -> {});
    Guardian guardian = Child.guardian("first", "");
    Release release = guardian.render(guardian.assess(folder.snapshot(), Child.NOW));

    assertThatExceptionOfType(FolderException.class)
        .isThrownBy(() -> folder.preview(release, place))
        .withMessageStartingWith("consensus/decision_log.jsonl has ");
    assertThat(place).doesNotExist();
  }

  @Test
  void aFolderThatCannotBeWrittenToIsAsBefore() throws Exception {
    Files.createDirectories(place.getParent());
    Files.setPosixFilePermissions(place.getParent(), PosixFilePermissions.fromString("r-xr-xr-x"));
    assumeThat(Files.isWritable(place.getParent())).as("root writes everywhere").isFalse();
    try {
      refusedAndUntouched(place, "cannot be written: permission denied; nothing was changed");
    } finally {
      Files.setPosixFilePermissions(
          place.getParent(), PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }
}
