package io.productionguardian.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.productionguardian.engine.Assessment;
import io.productionguardian.model.EpicLayout;
import io.productionguardian.render.Release;
import io.productionguardian.render.RenderedFile;
import java.util.List;
import org.junit.jupiter.api.Test;

class FakeFolderTest {

  private static final String FILE = "consensus/artifacts/note.md";

  private static Release release(FakeFolder folder, String line) {
    Assessment assessment = Assessments.judged(folder.snapshot());
    return new Release(
        assessment,
        com.google.common.collect.ImmutableList.of(RenderedFile.of(FILE, "a note\n")),
        RenderedFile.logLine(line));
  }

  @Test
  void takesAReleaseAndAppendsItsLine() {
    FakeFolder folder = FakeFolder.of(Epics.approvable().log("{\"agent\":\"quality\"}"));

    List<String> written = folder.commit(release(folder, "{\"a\":1}")).written();

    assertThat(written).containsExactly(FILE, EpicLayout.DECISION_LOG);
    assertThat(folder.epic().files().get(FILE).text()).isEqualTo("a note\n");
    assertThat(folder.epic().files().get(EpicLayout.DECISION_LOG).text())
        .isEqualTo("{\"agent\":\"quality\"}\n{\"a\":1}\n");
  }

  @Test
  void refusesAReleaseOfOtherFiles() {
    FakeFolder folder = FakeFolder.of(Epics.approvable());
    Release release = release(folder, "{\"a\":1}");
    folder.commit(release);

    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> folder.commit(release))
        .withMessageContaining("other files");
  }
}
