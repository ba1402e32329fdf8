package io.productionguardian.dossier;

import com.google.common.collect.ImmutableList;
import io.productionguardian.document.Document;
import io.productionguardian.document.Document.Fault;
import io.productionguardian.document.SourceLocation;
import io.productionguardian.model.EpicLayout;
import io.productionguardian.text.OneLine;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * All evidence of an epic.
 *
 * @param evidence by file and in each file's order
 * @param failures what a source threw; nobody knows what such a document shows
 */
record EvidenceSet(List<Evidence> evidence, List<Fault> failures) {

  EvidenceSet {
    evidence = ImmutableList.copyOf(evidence);
    failures = ImmutableList.copyOf(failures);
  }

  private static final int LONGEST_MESSAGE = 200;

  /**
   * Asks all sources for all documents.
   *
   * @param documents of the epic
   * @param deployFiles of the repository
   */
  static EvidenceSet read(
      Map<String, Document> documents,
      Map<String, Document> deployFiles,
      List<EvidenceSource> sources) {
    return read(
        Stream.concat(
            documents.values().stream().filter(EvidenceSet::mayBeEvidence),
            deployFiles.values().stream()),
        sources);
  }

  /** What agents say to one another is no evidence, whatever it looks like. */
  private static boolean mayBeEvidence(Document document) {
    return document.file().startsWith(EpicLayout.ARTIFACTS)
        && SchemaPass.ARTIFACT_SCHEMAS.keySet().stream()
            .noneMatch(name -> EpicLayout.artifact(name).equals(document.file()));
  }

  private static EvidenceSet read(Stream<Document> documents, List<EvidenceSource> sources) {
    ImmutableList.Builder<Evidence> evidence = ImmutableList.builder();
    ImmutableList.Builder<Fault> failures = ImmutableList.builder();
    documents.forEach(
        document ->
            sources.forEach(
                source -> {
                  try {
                    evidence.addAll(source.read(document));
                  } catch (RuntimeException
                      | StackOverflowError
                      | LinkageError
                      | AssertionError e) {
                    failures.add(
                        new Fault(
                            SourceLocation.of(document.file()),
                            Fault.Kind.READER_FAILED,
                            OneLine.of(
                                source.getClass().getSimpleName() + " failed on it: " + e,
                                LONGEST_MESSAGE)));
                  }
                }));
    return new EvidenceSet(evidence.build(), failures.build());
  }

  <T extends Evidence> List<T> of(Class<T> kind) {
    return evidence.stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .collect(ImmutableList.toImmutableList());
  }
}
