package io.productionguardian.extension;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.productionguardian.document.Document;
import io.productionguardian.document.Document.Fault;
import io.productionguardian.document.Document.Limits;
import io.productionguardian.document.Node;
import io.productionguardian.document.SourceFile;
import io.productionguardian.document.SourceLocation;
import io.productionguardian.dossier.Dossier;
import io.productionguardian.dossier.Evidence;
import io.productionguardian.dossier.EvidenceSource;
import io.productionguardian.model.EpicId;
import io.productionguardian.source.EpicSnapshot;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A kind of evidence that the library does not know reaches those who ask for it. */
class OpenEvidenceTest {

  private static final EpicSnapshot EPIC =
      EpicSnapshot.builder(new EpicId("epic_9"))
          .file(
              SourceFile.of(
                  "consensus/artifacts/evidence/load.json", "{\"requests_per_second\": 7}"))
          .build();

  /** What a load test measured. */
  private record LoadTest(Node node, int requestsPerSecond) implements Evidence {}

  private static List<Evidence> loadTests(Document document) {
    return document
        .root()
        .flatMap(
            root ->
                root.get("requests_per_second")
                    .flatMap(Node::integer)
                    .<Evidence>map(rate -> new LoadTest(root, rate)))
        .stream()
        .toList();
  }

  @Test
  void aKindOfOnesOwnReachesWhoeverAsksForIt() {
    Dossier dossier = Dossier.of(EPIC, List.<EvidenceSource>of(OpenEvidenceTest::loadTests));

    assertThat(dossier.evidence(LoadTest.class))
        .extracting(LoadTest::requestsPerSecond)
        .containsExactly(7);
    assertThat(dossier.evidence(LoadTest.class).get(0).place().file())
        .isEqualTo("consensus/artifacts/evidence/load.json");
    assertThat(dossier.evidenceFaults()).isEmpty();
  }

  private static Evidence at(SourceLocation place, Node node) {
    return new Evidence() {
      @Override
      public Node node() {
        return node;
      }

      @Override
      public SourceLocation place() {
        return place;
      }
    };
  }

  private static Node rootOf(String file) {
    return Document.read(file, "{}".getBytes(UTF_8), Document.Format.JSON, Limits.STANDARD)
        .root()
        .orElseThrow();
  }

  @SuppressWarnings("unchecked") // which is what a source in another language, or a raw one, can do
  @Test
  void aSourceThatDoesNotShowWhereIsAFaultThatLosesContent() {
    SourceLocation here = SourceLocation.of("consensus/artifacts/evidence/load.json");
    Node node = rootOf(here.file());
    Evidence nowhere =
        () -> {
          throw new IllegalStateException("no place");
        };
    for (List<Evidence> broken :
        Arrays.asList(
            null,
            Arrays.asList((Evidence) null),
            List.of(nowhere),
            List.<Evidence>of(() -> null),
            List.<Evidence>of(() -> rootOf("consensus/artifacts/evidence/other.json")),
            List.of(at(SourceLocation.of("consensus/artifacts/plan.json"), node)),
            List.of(at(null, node)),
            (List<Evidence>) (List<?>) List.of("a report"))) {
      Dossier dossier = Dossier.of(EPIC, List.<EvidenceSource>of(document -> broken));

      Optional<Fault> fault = dossier.evidenceFaults().stream().findFirst();
      assertThat(fault.map(Fault::kind)).contains(Fault.Kind.READER_FAILED);
      assertThat(fault.map(it -> it.kind().losesContent())).contains(true);
      assertThat(dossier.evidence(Evidence.class)).isEmpty();
    }
    assertThat(
            Dossier.of(EPIC, List.<EvidenceSource>of(document -> List.of(at(here, node))))
                .evidenceFaults())
        .isEmpty();
  }
}
