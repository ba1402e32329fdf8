package io.productionguardian.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import io.productionguardian.EpicFixture;
import io.productionguardian.Guardian;
import io.productionguardian.TestRenderer;
import io.productionguardian.TestRule;
import io.productionguardian.document.Document.Fault;
import io.productionguardian.document.SourceFile;
import io.productionguardian.source.EpicSnapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What agents left in an epic is the same before and after a release of ours. */
class DecisionInputsTest {

  /** Speaks of us, and is another agent's all the same. */
  private static final String OTHER =
      "{\"timestamp\":\"2026_11_20_09_30_00\",\"agent\":\"quality\",\"decision\":\"ack\","
          + "\"details\":{\"status\":\"production-guardian may go on\"}}\n";

  @TempDir private Path folder;
  private EpicFixture epic;

  @BeforeEach
  void copy() {
    epic = EpicFixture.copy("epic_25", folder);
  }

  private void release() throws IOException {
    Guardian guardian =
        Guardian.builder().rule(TestRule.blocking("a-rule")).renderer(new TestRenderer()).build();
    epic.folder()
        .commit(
            guardian.render(
                guardian.assess(epic.snapshot(), Instant.parse("2026-11-20T10:00:00Z"))));
  }

  private static Map<String, String> asLeft(EpicSnapshot snapshot) {
    Map<String, String> left = new TreeMap<>();
    DecisionInputs.asAgentsLeftIt(snapshot)
        .files()
        .forEach(
            (path, file) -> {
              assertThat(file.path()).isEqualTo(path);
              left.put(path, file.text());
            });
    return left;
  }

  private void isAsBeforeARelease() throws IOException {
    Map<String, String> before = new TreeMap<>(epic.files());
    assertThat(asLeft(epic.snapshot())).isEqualTo(before);

    release();

    assertThat(epic.files()).isNotEqualTo(before);
    assertThat(asLeft(epic.snapshot())).isEqualTo(before);
  }

  @Test
  void withoutALog() throws IOException {
    isAsBeforeARelease();
  }

  @Test
  void withEntriesOfOthersInTheLog() throws IOException {
    epic.write(EpicFixture.LOG, OTHER + OTHER.replace("ack", "approve"));

    isAsBeforeARelease();
  }

  @Test
  void withADraftWhereAFileOfOursGoes() throws IOException {
    epic.write(EpicFixture.DEPLOYMENT, "{\"mine\": 1}");

    isAsBeforeARelease();
  }

  @Test
  void whatCannotBeReadStaysSo() {
    EpicSnapshot snapshot =
        EpicSnapshot.builder(epic.snapshot().epic())
            .file(SourceFile.unread(EpicFixture.LOG, Fault.Kind.LIMIT, "is too large"))
            .build();

    assertThat(DecisionInputs.asAgentsLeftIt(snapshot).file(EpicFixture.LOG).orElseThrow().fault())
        .isPresent();
  }
}
