package io.productionguardian.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.productionguardian.document.Document;
import io.productionguardian.document.Node;
import io.productionguardian.document.SourceFile;
import io.productionguardian.dossier.Deployed.ScrapeJob;
import io.productionguardian.dossier.Evidence;
import io.productionguardian.dossier.EvidenceSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The contract catches sources of evidence that are broken on purpose. */
class BrokenSourcesTest {

  private static final SourceFile SAMPLE = SourceFile.of("jobs.yaml", "job: api\nport: 1\n");
  private static final Node ELSEWHERE = Epics.approvable().dossier().root("plan").orElseThrow();

  private static Map<String, String> broken(EvidenceSource source) {
    return Broken.promises(
        new EvidenceSourceContract() {
          @Override
          protected Stream<EvidenceSource> sources() {
            return Stream.of(source);
          }

          @Override
          protected Stream<SourceFile> samples() {
            return Stream.of(SAMPLE);
          }
        }.keepsTheContract());
  }

  @Test
  void sourceThatReadsNothingIsCaught() {
    assertThat(broken(document -> List.of())).containsOnlyKeys("it is not vacuous");
  }

  @Test
  void sourceThatSpeaksOfAnotherFileIsCaught() {
    assertThat(
            broken(
                document ->
                    List.of(new ScrapeJob(ELSEWHERE, "api", "/metrics", ImmutableList.of()))))
        .containsOnlyKeys("its places are there");
  }

  @Test
  void properSourceKeepsIt() {
    assertThat(
            broken(
                document ->
                    document.root().stream()
                        .<Evidence>map(
                            root -> new ScrapeJob(root, "api", "/metrics", ImmutableList.of()))
                        .toList()))
        .isEmpty();
  }

  @Test
  void sourceThatThrowsIsCaught() {
    assertThat(broken(BrokenSourcesTest::throwing)).containsKey("it never fails");
  }

  private static List<Evidence> throwing(Document document) {
    Node root = document.root().orElseThrow();
    return List.of(new ScrapeJob(root, "api", "/metrics", ImmutableList.of()));
  }
}
