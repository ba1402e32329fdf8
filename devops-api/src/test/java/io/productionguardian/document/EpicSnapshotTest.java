package io.productionguardian.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.productionguardian.model.EpicId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class EpicSnapshotTest {

  @Test
  void filesAreSortedByPath() {
    EpicSnapshot snapshot =
        EpicSnapshot.of(
            new EpicId("epic_1"),
            List.of(SourceFile.of("b", "2"), SourceFile.of("a/c", "1"), SourceFile.of("a", "3")),
            Limits.STANDARD);

    assertThat(snapshot.files().keySet()).containsExactly("a", "a/c", "b");
    assertThat(snapshot.file("b").map(SourceFile::text)).contains("2");
    assertThat(snapshot.file("c")).isEmpty();
    assertThat(snapshot.epic()).hasToString("epic_1");
    assertThat(snapshot.limits()).isEqualTo(Limits.STANDARD);
  }

  @Test
  void oneFileIsChangedWhereItIs() {
    EpicSnapshot snapshot =
        EpicSnapshot.of(
            new EpicId("epic_1"),
            List.of(SourceFile.of("a", "1")),
            List.of(SourceFile.of("compose.yaml", "2")),
            Limits.STANDARD);

    EpicSnapshot changed =
        snapshot
            .with("a", new byte[] {'3'})
            .with("compose.yaml", new byte[] {'4'})
            .with("b", new byte[] {'5'});

    assertThat(changed.files().values()).extracting(SourceFile::text).containsExactly("3", "5");
    assertThat(changed.repository().values()).extracting(SourceFile::text).containsExactly("4");
    assertThat(snapshot.file("a").map(SourceFile::text)).contains("1");
  }

  @Test
  void twoFilesOfOnePathAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                EpicSnapshot.of(
                    new EpicId("epic_1"),
                    List.of(SourceFile.of("a", "1"), SourceFile.of("a", "2")),
                    Limits.STANDARD));
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
