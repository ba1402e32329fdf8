package io.productionguardian.dossier;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.productionguardian.document.Document;
import io.productionguardian.document.Document.Fault;
import io.productionguardian.document.Node;
import io.productionguardian.document.SourceLocation;
import io.productionguardian.model.EpicLayout;
import io.productionguardian.text.OneLine;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All evidence of an epic.
 *
 * @param evidence by file and in each file's order
 * @param failures what a source threw; nobody knows what such a document shows
 * @param effective the deploy files as they take effect
 * @param shown the documents that show something, as {@link ReadingFaults#key} names them
 */
record EvidenceSet(
    List<Evidence> evidence, List<Fault> failures, Set<String> shown, Effective effective) {

  EvidenceSet {
    evidence = ImmutableList.copyOf(evidence);
    failures = ImmutableList.copyOf(failures);
    shown = ImmutableSet.copyOf(shown);
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
      NavigableMap<String, Document> deployFiles,
      List<EvidenceSource> sources) {
    Effective effective = Effective.of(deployFiles);
    EvidenceSet read =
        read(
            Stream.concat(
                documents.values().stream()
                    .filter(EvidenceSet::mayBeEvidence)
                    .flatMap(EvidenceSet::eachRoot),
                effective.files().values().stream()),
            sources,
            effective);
    return new EvidenceSet(
        read.evidence,
        Stream.concat(read.failures.stream(), effective.faults().stream()).toList(),
        read.shown,
        effective);
  }

  /** What agents say to one another is no evidence, whatever it looks like. */
  private static boolean mayBeEvidence(Document document) {
    return document.file().startsWith(EpicLayout.ARTIFACTS)
        && SchemaPass.ARTIFACT_SCHEMAS.keySet().stream()
            .noneMatch(name -> EpicLayout.artifact(name).equals(document.file()));
  }

  /** Each line of JSON Lines and each document of a stream is a report of its own. */
  private static Stream<Document> eachRoot(Document document) {
    return document.roots().size() > 1 && document.file().startsWith(EpicLayout.EVIDENCE)
        ? document.roots().stream()
            .map(root -> new Document(document.file(), List.of(root), List.of()))
        : Stream.of(document);
  }

  private static EvidenceSet read(
      Stream<Document> documents, List<EvidenceSource> sources, Effective effective) {
    ImmutableList.Builder<Evidence> evidence = ImmutableList.builder();
    ImmutableList.Builder<Fault> failures = ImmutableList.builder();
    ImmutableSet.Builder<String> shown = ImmutableSet.builder();
    documents.forEach(
        document ->
            sources.forEach(
                source -> {
                  try {
                    List<Evidence> found = found(source, document, effective);
                    evidence.addAll(found);
                    if (!found.isEmpty()) {
                      document.root().map(ReadingFaults::key).ifPresent(shown::add);
                    }
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
    return new EvidenceSet(evidence.build(), failures.build(), shown.build(), effective);
  }

  /**
   * What a source shows of a document, or an exception: what cannot say where it stands could not
   * be reported, and what stands elsewhere would make this document count as read.
   */
  private static List<Evidence> found(
      EvidenceSource source, Document document, Effective effective) {
    List<Evidence> found = ImmutableList.copyOf(source.read(document));
    for (Evidence evidence : found) { // a list of other objects ends here with a ClassCastException
      String where = evidence.node().file();
      String told = evidence.place().file();
      boolean here = // a deploy file comes to what others beside it state
          where.equals(document.file())
              || (effective.files().containsKey(document.file()) && effective.isOne(where));
      if (!here || !told.equals(where)) {
        throw new IllegalArgumentException(
            evidence.getClass().getSimpleName() + " names a place outside of it, in " + told);
      }
    }
    return found;
  }

  Optional<Node> deployed(String file) {
    return Optional.ofNullable(effective.files().get(file)).flatMap(Document::root);
  }

  /** Without what a development or staging file deploys that another file deploys as well. */
  <T extends Evidence> List<T> of(Class<T> kind) {
    return InProduction.of(evidence).stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .collect(ImmutableList.toImmutableList());
  }
}
