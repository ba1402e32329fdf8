package io.productionguardian.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.productionguardian.EpicFixture;
import io.productionguardian.Guardian;
import io.productionguardian.Release;
import io.productionguardian.RenderedFile;
import io.productionguardian.TestRenderer;
import io.productionguardian.document.Document.Fault;
import io.productionguardian.document.Document.Limits;
import io.productionguardian.document.SourceFile;
import io.productionguardian.model.EpicId;
import io.productionguardian.model.EpicLayout;
import io.productionguardian.release.ReleaseTarget.StaleSnapshotException;
import io.productionguardian.source.EpicSnapshot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every target keeps to; and what only the one in memory does. */
class ReleaseTargetTest {

  private static final String ENTRY =
      "{\"timestamp\":\"2026_11_20_09_30_00\",\"agent\":\"quality\",\"decision\":\"ack\"}";

  @TempDir private Path temp;

  /** A target, and what is in it now. */
  private record Opened(ReleaseTarget target, Supplier<EpicSnapshot> snapshot) {

    Release release(String word) {
      Guardian guardian = Child.guardian(word, "");
      return guardian.render(guardian.assess(snapshot.get(), Child.NOW));
    }

    String text(String path) {
      return snapshot.get().file(path).orElseThrow().text();
    }
  }

  private enum Kind {
    FOLDER,
    MEMORY,
    ZIP;

    Opened open(EpicFixture epic) {
      return switch (this) {
        case FOLDER -> {
          EpicFolder folder = epic.folder();
          yield new Opened(folder, folder::snapshot);
        }
        case MEMORY -> inMemory(epic.snapshot());
        case ZIP -> inMemory(EpicSnapshot.zip(MemoryTarget.of(epic.snapshot()).zip()));
      };
    }

    private static Opened inMemory(EpicSnapshot snapshot) {
      MemoryTarget target = MemoryTarget.of(snapshot);
      return new Opened(target, target::snapshot);
    }
  }

  private EpicFixture epic() {
    return EpicFixture.copy("epic_25", temp);
  }

  private Opened open(Kind kind, UnaryOperator<EpicFixture> change) {
    return kind.open(change.apply(epic()));
  }

  @ParameterizedTest
  @EnumSource
  void aReleaseIsWrittenAndTheLogLineLast(Kind kind) {
    Opened opened = open(kind, epic -> epic.write(EpicFixture.LOG, ENTRY + "\n"));
    Release release = opened.release("a");

    List<String> written = opened.target().commit(release).written();

    List<String> expected = new ArrayList<>(TestRenderer.FILES);
    expected.add(EpicLayout.DECISION_LOG);
    assertThat(written).containsExactlyElementsOf(expected);
    for (RenderedFile file : release.files()) {
      assertThat(opened.text(file.path())).isEqualTo(file.text());
    }
    assertThat(opened.text(EpicFixture.LOG)).isEqualTo(ENTRY + "\n" + release.logLine().text());
  }

  @ParameterizedTest
  @EnumSource
  void aFirstReleaseMakesTheLog(Kind kind) {
    Opened opened = open(kind, epic -> epic);
    Release release = opened.release("a");

    opened.target().commit(release);

    assertThat(opened.text(EpicFixture.LOG)).isEqualTo(release.logLine().text());
  }

  @ParameterizedTest
  @EnumSource
  void aLogWithoutANewlineAtItsEndIsContinuedInANewLine(Kind kind) {
    Opened opened = open(kind, epic -> epic.write(EpicFixture.LOG, ENTRY));
    Release release = opened.release("a");

    opened.target().commit(release);

    assertThat(opened.text(EpicFixture.LOG)).isEqualTo(ENTRY + "\n" + release.logLine().text());
  }

  @ParameterizedTest
  @EnumSource
  void theSameDecisionTwiceWritesNothing(Kind kind) {
    Opened opened = open(kind, epic -> epic);
    opened.target().commit(opened.release("a"));
    EpicSnapshot before = opened.snapshot().get();

    assertThat(opened.target().commit(opened.release("a")).written()).isEmpty();
    assertThat(opened.snapshot().get()).isEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource
  void aReleaseOfFilesThatHaveChangedIsRefused(Kind kind) {
    Opened opened = open(kind, epic -> epic);
    Release stale = opened.release("a");
    opened.target().commit(opened.release("b"));
    EpicSnapshot before = opened.snapshot().get();

    assertThatExceptionOfType(StaleSnapshotException.class)
        .isThrownBy(() -> opened.target().commit(stale))
        .withMessageContaining("changed since it was read");
    assertThat(opened.snapshot().get()).isEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource
  void aReleaseOfAnotherEpicIsRefused(Kind kind) {
    Opened opened = open(kind, epic -> epic);
    EpicSnapshot.Builder other = EpicSnapshot.builder(new EpicId("epic_26"));
    opened.snapshot().get().files().values().stream()
        .filter(file -> file.path().startsWith(EpicLayout.CONSENSUS))
        .forEach(other::file);
    EpicSnapshot otherEpic = other.build();
    Release release = new Opened(MemoryTarget.of(otherEpic), () -> otherEpic).release("a");

    assertThatExceptionOfType(FolderException.class)
        .isThrownBy(() -> opened.target().commit(release))
        .withMessage("the release is of epic_26, and this folder is of epic_25");
  }

  @Test
  void folderAndMemoryComeToTheSame() {
    EpicFixture epic = epic().write(EpicFixture.LOG, ENTRY);
    MemoryTarget memory = MemoryTarget.of(epic.snapshot());
    Release release = new Opened(memory, memory::snapshot).release("a");

    assertThat(memory.commit(release)).isEqualTo(epic.folder().commit(release));
    assertThat(memory.snapshot()).isEqualTo(epic.snapshot());
  }

  // The bytes of a folder in memory

  @Test
  void theArchiveOfTheResultIsReadBackAndUnpacksToTheFolder() throws Exception {
    MemoryTarget memory = MemoryTarget.of(epic().snapshot());
    memory.commit(new Opened(memory, memory::snapshot).release("a"));

    byte[] archive = memory.zip();

    assertThat(EpicSnapshot.zip(archive)).isEqualTo(memory.snapshot());
    assertThat(memory.zip()).isEqualTo(archive);
    Path file = Files.write(temp.resolve("epic.zip"), archive);
    try (var zip = new java.util.zip.ZipFile(file.toFile())) {
      assertThat(zip.stream().map(entry -> entry.getName()))
          .containsExactlyElementsOf(
              memory.snapshot().files().keySet().stream().map(path -> "epic_25/" + path).toList());
    }
  }

  @Test
  void whatIsNotKnownIsNotGivenBack() {
    MemoryTarget memory =
        MemoryTarget.of(
            epic()
                .snapshot()
                .with(
                    SourceFile.unread(
                        EpicLayout.EVIDENCE + "scan.sarif", Fault.Kind.LIMIT, "has 9 bytes")));

    assertThatExceptionOfType(FolderException.class)
        .isThrownBy(memory::zip)
        .withMessage(
            "consensus/artifacts/evidence/scan.sarif has 9 bytes, so its bytes are not known");
  }

  @Test
  void aLogThatIsNotKnownIsNotWrittenTo() {
    MemoryTarget memory =
        MemoryTarget.of(
            epic()
                .snapshot()
                .with(SourceFile.unread(EpicFixture.LOG, Fault.Kind.LIMIT, "has 9 bytes")));
    EpicSnapshot before = memory.snapshot();

    assertThatExceptionOfType(FolderException.class)
        .isThrownBy(() -> memory.commit(new Opened(memory, memory::snapshot).release("a")))
        .withMessage("consensus/decision_log.jsonl has 9 bytes");
    assertThat(memory.snapshot()).isSameAs(before);
  }

  /** A limit holds for all files together: the new one comes before an old one, which is last. */
  @Test
  void noFileIsLostToTheLimitOfAllBytes() {
    EpicSnapshot whole = epic().write("consensus/zz.txt", "the last one").snapshot();
    long bytes = whole.files().values().stream().mapToLong(SourceFile::size).sum();
    for (long more : new long[] {0, 1_000_000}) {
      Limits s = Limits.STANDARD;
      EpicSnapshot.Builder limited =
          EpicSnapshot.builder(
              whole.epic(),
              new Limits(
                  s.fileBytes(),
                  s.yamlBytes(),
                  s.logBytes(),
                  bytes + more,
                  s.files(),
                  s.depth(),
                  s.nodes(),
                  s.aliases()));
      whole.files().values().forEach(limited::file);
      MemoryTarget memory = MemoryTarget.of(limited.build());
      Release release = new Opened(memory, memory::snapshot).release("a");

      if (more > 0) {
        memory.commit(release);
        assertThat(memory.snapshot().file("consensus/zz.txt"))
            .map(SourceFile::text)
            .contains("the last one");
      } else {
        EpicSnapshot before = memory.snapshot();
        assertThatExceptionOfType(FolderException.class)
            .isThrownBy(() -> memory.commit(release))
            .withMessageContaining("bytes in all");
        assertThat(memory.snapshot()).isSameAs(before);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRepeatedReleaseOfFilesThatHaveChangedIsStale(Kind kind) {
    Opened opened = open(kind, epic -> epic);
    opened.target().commit(opened.release("a"));
    Release repeated = opened.release("a");
    assertThat(repeated.assessment().repeats()).isTrue();
    assertThat(opened.target().commit(repeated).written()).isEmpty();

    opened.target().commit(opened.release("b"));

    assertThatExceptionOfType(StaleSnapshotException.class)
        .isThrownBy(() -> opened.target().commit(repeated));
  }
}
