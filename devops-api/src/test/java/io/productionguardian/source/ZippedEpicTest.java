package io.productionguardian.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.productionguardian.EpicFixture;
import io.productionguardian.document.Document.Fault;
import io.productionguardian.document.Document.Limits;
import io.productionguardian.document.SourceFile;
import io.productionguardian.dossier.Dossier;
import io.productionguardian.model.EpicId;
import io.productionguardian.release.EpicFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A snapshot of an archive: the same as that of a folder, and nothing that is hostile. */
class ZippedEpicTest {

  private static final String EPIC = "docs/specs/epic_9/";
  private static final String REVIEW = EPIC + "consensus/artifacts/review.json";
  private static final String VETO = "from: quality\nto: devops\ntype: veto\nepic_id: epic_9\n";

  @TempDir private Path temp;

  private static byte[] zip(Map<String, byte[]> entries) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] zip(String... paths) {
    Map<String, byte[]> entries = new TreeMap<>();
    entries.put(REVIEW, utf8("{}"));
    Stream.of(paths).forEach(path -> entries.put(path, utf8(VETO)));
    return zip(entries);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void refused(byte[] archive, String why) {
    assertThatExceptionOfType(SnapshotException.class)
        .isThrownBy(
            () ->
                Assertions.assertTimeoutPreemptively(
                    Duration.ofMinutes(1), () -> EpicSnapshot.zip(archive)))
        .withMessageContaining(why)
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
  }

  /** Where the directory's header of the first entry begins. */
  private static int header(byte[] archive) {
    return ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN).getInt(archive.length - 6);
  }

  private static byte[] changed(byte[] archive, int at, int value) {
    byte[] changed = archive.clone();
    ByteBuffer.wrap(changed).order(ByteOrder.LITTLE_ENDIAN).putInt(header(archive) + at, value);
    return changed;
  }

  // The good twin

  @Test
  void aFolderItsArchiveAndItsBytesInMemoryAreOneSnapshot() throws Exception {
    EpicFixture epic = EpicFixture.copy("epic_25", temp.resolve("repo/docs/specs"));
    epic.write("consensus/artifacts/metrics.json/inner.txt", "in a folder where a file should be");
    epic.write("consensus/.release/files/a", "on its way");
    epic.write("notes.txt", "beside the consensus folder");
    epic.write("../../../compose.yaml", "services: {}");
    epic.write("../../../deploy/chart/Chart.yaml", "name: a");
    epic.write("../../../deploy/chart/templates/a.yaml", "{{ a }}");
    epic.write("../../../src/main.py", "pass");
    epic.write("../../../tests/compose.yaml", "services: {}");
    EpicFixture.copy("epic_31", temp.resolve("repo/docs/specs"));
    Map<String, byte[]> entries = new TreeMap<>();
    Path repository = temp.resolve("repo");
    try (Stream<Path> walk = Files.walk(repository)) {
      for (Path path : walk.filter(each -> !each.equals(repository)).toList()) {
        boolean folder = Files.isDirectory(path);
        entries.put(
            "repo-main/" + repository.relativize(path) + (folder ? "/" : ""),
            folder ? new byte[0] : Files.readAllBytes(path));
      }
    }

    EpicSnapshot ofFolder = EpicFolder.open(epic.root()).snapshot();
    EpicSnapshot ofZip = EpicSnapshot.zip(zip(entries), new EpicId("epic_25"));
    EpicSnapshot.Builder inMemory = EpicSnapshot.builder(new EpicId("epic_25"));
    String folder = "repo-main/docs/specs/epic_25/";
    entries.forEach(
        (path, content) -> {
          if (path.startsWith(folder + "consensus/") && !path.endsWith("/")) {
            inMemory.file(path.substring(folder.length()), content);
          } else if (path.equals(folder + "epic_25.md")) {
            inMemory.file("epic_25.md", content);
          } else if (!path.endsWith("/") && !path.contains("docs/specs")) {
            inMemory.repositoryFile(path.substring("repo-main/".length()), content);
          }
        });

    assertThat(ofFolder.repository()).containsOnlyKeys("compose.yaml", "deploy/chart/Chart.yaml");
    assertThat(ofZip.files().keySet()).isEqualTo(ofFolder.files().keySet());
    assertThat(ofZip).isEqualTo(ofFolder);
    assertThat(inMemory.build()).isEqualTo(ofFolder);
    assertThat(Dossier.of(ofZip).inputs().sha256())
        .isEqualTo(Dossier.of(ofFolder).inputs().sha256());
  }

  @Test
  void theOneEpicIsFound() {
    EpicSnapshot snapshot =
        EpicSnapshot.zip(zip(Map.of("epic_7/consensus/artifacts/review.json", utf8("{}"))));

    assertThat(snapshot.epic()).hasToString("epic_7");
    assertThat(snapshot.files()).containsOnlyKeys("consensus/artifacts/review.json");
    assertThat(snapshot.repository()).isEmpty();
  }

  @Test
  void whichEpicIsMeantMustBeClear() {
    byte[] two = zip("docs/specs/epic_8/consensus/artifacts/review.json");
    refused(two, "several epics (docs/specs/epic_8/, docs/specs/epic_9/)");
    assertThat(EpicSnapshot.zip(two, new EpicId("epic_8")).epic()).hasToString("epic_8");
    assertThatExceptionOfType(SnapshotException.class)
        .isThrownBy(() -> EpicSnapshot.zip(two, new EpicId("epic_7")))
        .withMessageContaining("no folder epic_7 with a consensus folder in it");
    refused(zip(Map.of("consensus/artifacts/review.json", utf8("{}"))), "no folder <epic>");
    assertThat(EpicSnapshot.zip(zip("src/consensus/Raft.java")).epic()).hasToString("epic_9");
  }

  @Test
  void anArchiveWithinIsAPlainFile() {
    Map<String, byte[]> entries = new TreeMap<>();
    entries.put(REVIEW, utf8("{}"));
    byte[] inner = zip("../" + EPIC + "consensus/a");
    entries.put(EPIC + "consensus/artifacts/evidence/inner.zip", inner);

    assertThat(
            EpicSnapshot.zip(zip(entries))
                .file("consensus/artifacts/evidence/inner.zip")
                .map(SourceFile::content))
        .contains(inner);
  }

  @Test
  void emptyFilesAreRead() {
    EpicSnapshot snapshot =
        EpicSnapshot.zip(zip(Map.of(REVIEW, utf8("{}"), EPIC + "consensus/.gitkeep", new byte[0])));

    assertThat(snapshot.file("consensus/.gitkeep").map(SourceFile::size)).contains(0);
  }

  @Test
  void storedEntriesAreRead() throws Exception {
    byte[] content = utf8("{\"a\": 1}");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.setComment("with a comment");
      ZipEntry entry = new ZipEntry(REVIEW);
      entry.setMethod(ZipEntry.STORED);
      entry.setSize(content.length);
      CRC32 crc = new CRC32();
      crc.update(content);
      entry.setCrc(crc.getValue());
      zip.putNextEntry(entry);
      zip.write(content);
    }

    assertThat(
            EpicSnapshot.zip(bytes.toByteArray())
                .file("consensus/artifacts/review.json")
                .map(SourceFile::text))
        .contains("{\"a\": 1}");
  }

  // A veto that is not where it is looked for

  @Test
  void aVetoInItsPlaceIsSeen() {
    EpicSnapshot snapshot =
        EpicSnapshot.zip(zip(EPIC + "consensus/messages/inbox/devops/veto.yaml"));

    assertThat(Dossier.of(snapshot).messages()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "./docs/specs/epic_9/consensus/messages/inbox/devops/veto.yaml | has a segment \".\"",
        "docs/specs/epic_9/./consensus/messages/inbox/devops/veto.yaml | has a segment \".\"",
        "docs/specs/epic_9/consensus//messages/inbox/devops/veto.yaml | has an empty segment",
        "docs/specs/epic_9/x/../consensus/messages/inbox/devops/veto.yaml | has a segment \"..\"",
        "../veto.yaml | has a segment \"..\"",
        "/docs/specs/epic_9/consensus/messages/inbox/devops/veto.yaml | is absolute",
        "C:/veto.yaml | is absolute",
        "docs\\specs\\epic_9\\consensus\\messages\\inbox\\devops\\veto.yaml | has a backslash",
        "docs/specs/epic_9/CONSENSUS/messages/inbox/devops/veto.yaml | the path is consensus",
        "docs/specs/EPIC_9/consensus/messages/inbox/devops/veto.yaml | several epics",
        "Docs/specs/epic_9/consensus/messages/inbox/devops/veto.yaml | spelled otherwise",
        "docs/specs/epic_9/consensus/messages/Inbox/devops/veto.yaml | the path is consensus/",
        "docs/specs/epic_9/consensus/artifacts/Review.json | differ only in the case"
      })
  void aVetoElsewhereIsRefused(String path, String why) {
    refused(zip(path), why);
  }

  // Hostile archives

  @Test
  void oneEntryTwiceIsRefused() {
    String other = REVIEW.replace("review", "reviex");
    byte[] archive = zip(other);
    byte[] twice =
        new String(archive, StandardCharsets.ISO_8859_1)
            .replace(other, REVIEW)
            .getBytes(StandardCharsets.ISO_8859_1);

    refused(twice, "The archive has \"" + REVIEW + "\" twice");
    refused(zip(EPIC + "consensus/artifacts/review.json/"), "twice");
  }

  @Test
  void aSymbolicLinkIsRefused() {
    refused(changed(zip(), 38, 0120777 << 16), "is a symbolic link");
    refused(changed(zip(), 38, 0060777 << 16), "is neither a file nor a folder");
    assertThat(EpicSnapshot.zip(changed(zip(), 38, 0100644 << 16)).files()).hasSize(1);
  }

  @Test
  void anEncryptedEntryAndAnUnknownMethodAreRefused() {
    int flagsAndMethod = 8;
    refused(changed(zip(), flagsAndMethod, 0x0008_0809), "is encrypted");
    refused(changed(zip(), flagsAndMethod, 0x000c_0808), "is packed by method 12");
    assertThat(EpicSnapshot.zip(changed(zip(), flagsAndMethod, 0x0008_0808)).files()).hasSize(1);
  }

  @Test
  void anEntryThatIsLargerThanItSaysIsRefused() {
    Map<String, byte[]> bomb = new TreeMap<>();
    bomb.put(REVIEW, new byte[64 << 20]);
    byte[] honest = zip(bomb);
    int size = 24;

    refused(changed(honest, size, 2), "is not what the directory says");
    EpicSnapshot snapshot = EpicSnapshot.zip(honest);
    assertThat(honest.length).isLessThan(1 << 20);
    assertThat(snapshot.files().values())
        .singleElement()
        .satisfies(
            file ->
                assertThat(file.fault().map(Fault::message))
                    .contains("has 67108864 bytes, more than 16777216"));
  }

  @Test
  void manyEntriesThatAreLargeTogetherAreNotUnpacked() {
    Map<String, byte[]> bomb = new TreeMap<>();
    byte[] zeros = new byte[16 << 20];
    for (int i = 0; i < 40; i++) {
      bomb.put(EPIC + "consensus/artifacts/evidence/" + i + ".txt", zeros);
    }

    EpicSnapshot snapshot = ZippedEpic.read(zip(bomb), Optional.empty(), small());

    assertThat(snapshot.files()).hasSize(40);
    assertThat(snapshot.files().values().stream().filter(file -> file.fault().isEmpty()))
        .hasSize(4);
  }

  private static Limits small() {
    Limits s = Limits.STANDARD;
    return new Limits(
        s.fileBytes(), s.yamlBytes(), s.logBytes(), 64L << 20, 50, s.depth(), 100, 10);
  }

  @Test
  void whatIsChangedOnTheWayIsRefused() {
    byte[] archive = zip();
    int crc = 16;
    int packed = 20;
    int offset = 42;
    refused(changed(archive, crc, 1), "is not what the directory says");
    refused(changed(archive, packed, 1 << 20), "is not what the directory says");
    refused(changed(archive, offset, 5), "is not what the directory says");
    refused(changed(archive, 0, 0), "its directory is not what it says");
    refused(changed(archive, 28, 0xffff), "its directory is not what it says");
    refused(changed(archive, 24, -1), "is in the ZIP64 format");
  }

  @Test
  void whatIsNoArchiveIsRefused() {
    refused(new byte[0], "is no ZIP file");
    refused(utf8("PK\u0003\u0004 and then nothing that belongs into an archive"), "is no ZIP file");
    refused(zip(new TreeMap<>()), "no folder <epic>");
    byte[] archive = zip();
    for (int length = 0; length < archive.length; length++) {
      refused(Arrays.copyOf(archive, length), "is no ZIP file");
    }
    byte[] prefixed = new byte[archive.length + 1];
    System.arraycopy(archive, 0, prefixed, 1, archive.length);
    refused(prefixed, "its directory is not what it says");
  }

  /** No byte makes reading end otherwise than by a snapshot or a refusal. */
  @Test
  void noChangedByteEndsInAnotherException() {
    byte[] archive = zip(EPIC + "consensus/messages/inbox/devops/veto.yaml");
    int read = 0;
    for (int i = 0; i < archive.length; i++) {
      for (int by : new int[] {1, 0x80, 0xff}) {
        byte[] changed = archive.clone();
        changed[i] ^= (byte) by;
        try {
          EpicSnapshot.zip(changed);
          read++;
        } catch (SnapshotException refused) {
          assertThat(refused.getMessage()).isNotBlank();
        }
      }
    }
    assertThat(read).isPositive();
  }
}
