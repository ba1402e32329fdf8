package io.productionguardian.testkit;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.productionguardian.document.Document;
import io.productionguardian.document.Document.Limits;
import io.productionguardian.document.SourceFile;
import io.productionguardian.dossier.Evidence;
import io.productionguardian.dossier.EvidenceSource;
import io.productionguardian.testkit.Epic.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.TestFactory;

/**
 * What every source of evidence must keep to: it reads something, always the same, of places that
 * are there, and it never fails, however broken a document is.
 *
 * @since 0.1.0
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public abstract class EvidenceSourceContract {

  private static final int CUTS = 40;

  /** For whoever extends it. */
  protected EvidenceSourceContract() {}

  /** The sources under contract. */
  protected abstract Stream<? extends EvidenceSource> sources();

  /** Files of the kinds that they read, at least one for each source. */
  protected abstract Stream<SourceFile> samples();

  /** A test for each promise of each source. */
  @TestFactory
  Stream<DynamicContainer> keepsTheContract() {
    List<SourceFile> samples = samples().toList();
    return Promises.of(
        "source",
        sources(),
        source -> source.getClass().getSimpleName(),
        source ->
            Stream.of(
                Promises.isPure(source.getClass().getName(), source),
                dynamicTest("it is not vacuous", () -> isNotVacuous(source, samples)),
                dynamicTest("it keeps no state", () -> keepsNoState(source, samples)),
                dynamicTest("its places are there", () -> placesAreThere(source, samples)),
                dynamicTest("it never fails", () -> neverFails(source, samples))));
  }

  private static void isNotVacuous(EvidenceSource source, List<SourceFile> samples) {
    if (samples.stream().allMatch(sample -> read(source, sample).isEmpty())) {
      throw failure(source, "reads nothing from any sample");
    }
  }

  /** Asks of the same documents in one order and then in the other. */
  private static void keepsNoState(EvidenceSource source, List<SourceFile> samples) {
    List<Document> documents = samples.stream().map(EvidenceSourceContract::document).toList();
    List<List<Evidence>> forth = new ArrayList<>();
    documents.forEach(document -> forth.add(read(source, document)));
    for (int i = documents.size() - 1; i >= 0; i--) {
      if (!read(source, documents.get(i)).equals(forth.get(i))) {
        throw failure(
            source, "reads other things from " + documents.get(i).file() + " the second time");
      }
    }
  }

  private static void placesAreThere(EvidenceSource source, List<SourceFile> samples) {
    for (SourceFile sample : samples) {
      for (Evidence evidence : read(source, sample)) {
        if (!evidence.place().file().equals(sample.path())) {
          throw failure(source, "names " + evidence.place() + " after reading " + sample.path());
        }
        Checks.fault(evidence.place(), sample)
            .ifPresent(
                why -> {
                  throw failure(source, "names " + evidence.place() + why);
                });
      }
    }
  }

  /** Cut short at many places, under each other's names, and as no proper file of any kind. */
  private static void neverFails(EvidenceSource source, List<SourceFile> samples) {
    for (SourceFile sample : samples) {
      String text = sample.text();
      IntStream.range(0, CUTS)
          .mapToObj(cut -> text.substring(0, text.length() * cut / CUTS))
          .forEach(cut -> read(source, SourceFile.of(sample.path(), cut)));
      Change.CONTENTS.forEach(content -> read(source, SourceFile.of(sample.path(), content)));
      samples.forEach(other -> read(source, SourceFile.of(sample.path(), other.content())));
    }
  }

  private static Document document(SourceFile file) {
    return file.read(Document.Format.of(file.path()).orElse(Document.Format.YAML), Limits.STANDARD);
  }

  private static List<Evidence> read(EvidenceSource source, SourceFile file) {
    return read(source, document(file));
  }

  private static List<Evidence> read(EvidenceSource source, Document document) {
    try {
      return List.copyOf(source.read(document));
    } catch (RuntimeException | StackOverflowError e) {
      AssertionError failure = failure(source, "throws " + e + " on " + document.file());
      failure.initCause(e);
      throw failure;
    }
  }

  private static AssertionError failure(EvidenceSource source, String what) {
    return new AssertionError(source.getClass().getName() + " " + what);
  }
}
