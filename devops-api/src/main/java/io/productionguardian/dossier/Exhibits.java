package io.productionguardian.dossier;

import com.google.common.collect.ImmutableList;
import io.productionguardian.document.Document;
import io.productionguardian.document.Fault;
import io.productionguardian.document.Place;
import io.productionguardian.model.OneLine;
import java.util.stream.Stream;

/**
 * All evidence of an epic.
 *
 * @param evidence by file and in each file's order
 * @param failures what a source threw; nobody knows what such a document shows
 */
record Exhibits(ImmutableList<Evidence> evidence, ImmutableList<Fault> failures) {

  private static final int LONGEST_MESSAGE = 200;

  static Exhibits read(Stream<Document> documents, ImmutableList<EvidenceSource> sources) {
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
                            Place.of(document.file()),
                            Fault.Kind.READER_FAILED,
                            OneLine.of(
                                source.getClass().getSimpleName() + " failed on it: " + e,
                                LONGEST_MESSAGE)));
                  }
                }));
    return new Exhibits(evidence.build(), failures.build());
  }

  <T extends Evidence> ImmutableList<T> of(Class<T> kind) {
    return evidence.stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .collect(ImmutableList.toImmutableList());
  }
}
