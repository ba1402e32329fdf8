package io.productionguardian.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.productionguardian.Assessment;
import io.productionguardian.Guardian;
import io.productionguardian.document.Document.Fault;
import io.productionguardian.document.SourceFile;
import io.productionguardian.source.EpicSnapshot;
import io.productionguardian.source.SnapshotException;
import io.productionguardian.testkit.Assessments;
import io.productionguardian.testkit.Epics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Another agent's veto is seen or refused, however its path is spelled and whatever it came in. */
class HiddenVetoTest {

  private static final Guardian GUARDIAN = Guardian.builder().discover().build();

  private static final String PLACE =
      "consensus/messages/inbox/devops/veto_2026_11_19_18_00_00.yaml";

  private static final String VETO =
      """
      from: quality
      to: devops
      timestamp: "2026_11_19_18_00_00"
      epic_id: epic_25
      iteration: 1
      type: veto
      subject: not_production_ready
      content:
        violation: "The load test failed"
        blocking: true
      """;

  private static final List<String> ELSEWHERE =
      List.of(
          "./" + PLACE,
          "consensus/./messages" + PLACE.substring("consensus/messages".length()),
          "consensus//messages" + PLACE.substring("consensus/messages".length()),
          "consensus/artifacts/../messages" + PLACE.substring("consensus/messages".length()),
          "/" + PLACE,
          PLACE.replace('/', '\\'),
          PLACE.replace("consensus", "CONSENSUS"),
          PLACE.replace("consensus", "Consensus"),
          PLACE.replace("messages", "Messages"),
          PLACE.replace("inbox", "INBOX"),
          PLACE.replace("devops", "DevOps"));

  private static Map<String, byte[]> files() {
    Map<String, byte[]> files = new TreeMap<>();
    Epics.approvable().files().forEach((path, file) -> files.put(path, file.content()));
    return files;
  }

  private static EpicSnapshot inMemory(Map<String, byte[]> files) {
    EpicSnapshot.Builder snapshot = EpicSnapshot.builder(Epics.approvable().id());
    files.forEach(snapshot::file);
    return snapshot.build();
  }

  private static EpicSnapshot zipped(Map<String, byte[]> files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry("epic_25/" + file.getKey()));
        zip.write(file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return EpicSnapshot.zip(bytes.toByteArray());
  }

  private static final List<Function<Map<String, byte[]>, EpicSnapshot>> WAYS =
      List.of(HiddenVetoTest::inMemory, HiddenVetoTest::zipped);

  private static Assessment assess(EpicSnapshot snapshot) {
    return GUARDIAN.assess(snapshot, Assessments.NOW);
  }

  @Test
  void withoutAVetoTheEpicIsApproved() {
    for (Function<Map<String, byte[]>, EpicSnapshot> way : WAYS) {
      assertThat(assess(way.apply(files())).approved()).isTrue();
    }
  }

  @Test
  void aVetoInItsPlaceVetoes() {
    Map<String, byte[]> files = files();
    files.put(PLACE, VETO.getBytes(StandardCharsets.UTF_8));

    for (Function<Map<String, byte[]>, EpicSnapshot> way : WAYS) {
      Assessment assessment = assess(way.apply(files));
      assertThat(assessment.approved()).isFalse();
      assertThat(assessment.blocking())
          .anySatisfy(finding -> assertThat(finding.place().file()).isEqualTo(PLACE));
    }
  }

  @Test
  void aVetoElsewhereIsRefused() {
    for (String path : ELSEWHERE) {
      Map<String, byte[]> files = files();
      files.put(path, VETO.getBytes(StandardCharsets.UTF_8));
      for (Function<Map<String, byte[]>, EpicSnapshot> way : WAYS) {
        assertThatExceptionOfType(SnapshotException.class)
            .as(path)
            .isThrownBy(() -> way.apply(files))
            .satisfies(e -> assertThat(e.getMessage()).startsWith("The path \"").hasLineCount(1));
      }
    }
  }

  private static Assessment unread(String path) {
    EpicSnapshot.Builder snapshot = EpicSnapshot.builder(Epics.approvable().id());
    files().forEach(snapshot::file);
    snapshot.file(SourceFile.unread(path, Fault.Kind.NOT_A_FILE, "is a link out of the folder"));
    return assess(snapshot.build());
  }

  /** A folder that is a link, or all files from one on, of which nobody knows what is in them. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "consensus/messages/inbox/devops",
        "consensus/messages/inbox",
        "consensus/messages",
        "consensus/artifacts/evidence",
        "consensus/(more files)"
      })
  void whatIsNotReadMayHideOne(String path) {
    assertThat(unread(path).approved()).isFalse();
  }

  @Test
  void whatIsNotReadElsewhereHidesNone() {
    assertThat(unread("consensus/messages/inbox/quality").approved()).isTrue();
    assertThat(unread("consensus/notes").approved()).isTrue();
  }

  @Test
  void aFileHidesNoMessageBelowIt() {
    String file = PLACE.substring(0, PLACE.lastIndexOf('/')) + "/note.md";
    for (Function<Map<String, byte[]>, EpicSnapshot> way : WAYS) {
      Map<String, byte[]> files = files();
      files.put(file, new byte[] {' '}); // blank says nothing
      assertThat(assess(way.apply(files)).approved()).isTrue();

      files.put(file + "/veto.json", VETO.getBytes(StandardCharsets.UTF_8));
      assertThatExceptionOfType(SnapshotException.class)
          .isThrownBy(() -> way.apply(files))
          .withMessageContaining("has files below it");
    }
  }

  @Test
  void aCleanEpicWithinAnotherIsNotTakenForIt() {
    Map<String, byte[]> files = files();
    files.put(PLACE, VETO.getBytes(StandardCharsets.UTF_8));
    files().forEach((path, content) -> files.put("notes/docs/specs/epic_25/" + path, content));

    assertThat(assess(zipped(files)).approved()).isFalse();
  }

  @Test
  void aChangedSnapshotIsHeldToTheSame() {
    EpicSnapshot snapshot = Epics.approvable().snapshot();

    assertThat(assess(snapshot.with(SourceFile.of(PLACE, VETO))).approved()).isFalse();
    for (String path : ELSEWHERE) {
      assertThatExceptionOfType(SnapshotException.class)
          .as(path)
          .isThrownBy(() -> snapshot.with(SourceFile.of(path, VETO)));
    }
  }

  @Test
  void whatNobodyReadsInTheInboxMayHideOne() {
    Map<String, byte[]> files = files();
    String folder = PLACE.substring(0, PLACE.lastIndexOf('/'));
    for (String name : new String[] {"veto", "veto.md", "README", "veto.pdf", "veto.png"}) {
      files.put(folder + "/" + name, "the release is vetoed".getBytes(StandardCharsets.UTF_8));
      assertThat(assess(zipped(files)).approved()).as(name).isFalse();
      files.put(folder + "/" + name, new byte[0]);
      assertThat(assess(zipped(files)).approved()).as(name).isTrue();
    }
    files.put(folder + "/veto.png", ("\ufeff" + VETO).getBytes(StandardCharsets.UTF_16BE));
    assertThat(assess(zipped(files)).approved()).as("a picture by its name only").isFalse();
    files.put(folder + "/veto.png", "\u0089PNG\r\n\0".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(assess(zipped(files)).approved()).as("a picture").isTrue();
    files.put(
        folder + "/m.json",
        "{\"from\": \"quality\", \"type\": \"info\"}\n{\"from\": \"quality\", \"type\": \"veto\"}"
            .getBytes(StandardCharsets.UTF_8));
    assertThat(assess(zipped(files)).approved()).as("behind the first message").isFalse();
  }
}
