package io.productionguardian.rules.evidence;

import com.google.common.collect.ImmutableSet;
import io.productionguardian.document.Document;
import io.productionguardian.document.Node;
import io.productionguardian.dossier.Evidence;
import io.productionguardian.dossier.EvidenceSource;
import io.productionguardian.dossier.Reported.TestRun;
import java.util.List;

/** NUnit's XML, version 2 ({@code test-results}) and version 3 ({@code test-run}). */
public final class NunitReport implements EvidenceSource {

  private static final ImmutableSet<String> PASSED =
      ImmutableSet.of("Passed", "Success", "Warning");

  private static final ImmutableSet<String> NOT_RUN =
      ImmutableSet.of("Skipped", "Ignored", "Inconclusive", "NotRunnable", "Explicit");

  /** Creates the source. */
  public NunitReport() {}

  @Override
  public List<Evidence> read(Document document) {
    return document.root().filter(NunitReport::isNunit).stream()
        .<Evidence>map(NunitReport::run)
        .toList();
  }

  private static boolean isNunit(Node root) {
    return (XmlElements.is(root, "test-results") || XmlElements.is(root, "test-run"))
        && XmlElements.child(root, "test-suite").isPresent();
  }

  /** The worse of what is counted and what is there. */
  private static Evidence run(Node root) {
    List<String> results =
        XmlElements.descendants(root, "test-case").map(NunitReport::result).toList();
    int skipped = (int) results.stream().filter(NOT_RUN::contains).count();
    int passed = (int) results.stream().filter(PASSED::contains).count();
    int counted =
        XmlElements.count(root, "failed")
            + XmlElements.count(root, "failures")
            + XmlElements.count(root, "errors");
    return new TestRun(
        root,
        ReportMembers.text(root, "attributes", "name"),
        results.size(),
        Math.max(counted, results.size() - passed - skipped),
        skipped);
  }

  /** Until version 2.4 there are truth values in its place. */
  private static String result(Node test) {
    return XmlElements.attribute(test, "result")
        .orElseGet(
            () ->
                ReportMembers.text(test, "attributes", "executed").equals("False")
                    ? "Skipped"
                    : ReportMembers.text(test, "attributes", "success").equals("True")
                        ? "Passed"
                        : "Failed");
  }
}
