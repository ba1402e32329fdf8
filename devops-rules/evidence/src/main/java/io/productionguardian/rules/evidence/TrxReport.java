package io.productionguardian.rules.evidence;

import com.google.common.collect.ImmutableSet;
import io.productionguardian.document.Document;
import io.productionguardian.document.Node;
import io.productionguardian.dossier.Evidence;
import io.productionguardian.dossier.EvidenceSource;
import io.productionguardian.dossier.Reported.TestRun;
import java.util.List;

/** The results of Visual Studio's and .NET's tests (TRX). */
public final class TrxReport implements EvidenceSource {

  private static final ImmutableSet<String> NOT_RUN =
      ImmutableSet.of("NotExecuted", "NotRunnable", "Pending", "Inconclusive", "Disconnected");

  /** Creates the source. */
  public TrxReport() {}

  @Override
  public List<Evidence> read(Document document) {
    return document.root().filter(TrxReport::isTrx).stream().<Evidence>map(TrxReport::run).toList();
  }

  private static boolean isTrx(Node root) {
    return XmlElements.is(root, "TestRun") && XmlElements.child(root, "ResultSummary").isPresent();
  }

  /** The worse of what is counted and what is there; a run that did not complete has failed. */
  private static Evidence run(Node root) {
    List<Node> results =
        XmlElements.child(root, "Results").stream()
            .flatMap(all -> ReportMembers.items(all, "children"))
            .toList();
    int skipped = with(results, NOT_RUN);
    int failed = results.size() - skipped - with(results, ImmutableSet.of("Passed", "Warning"));
    List<Node> summary = XmlElements.child(root, "ResultSummary").stream().toList();
    int counted =
        summary.stream()
            .flatMap(it -> XmlElements.children(it, "Counters"))
            .mapToInt(
                it ->
                    XmlElements.count(it, "failed")
                        + XmlElements.count(it, "error")
                        + XmlElements.count(it, "timeout")
                        + XmlElements.count(it, "aborted"))
            .sum();
    boolean broken = with(summary, ImmutableSet.of("Failed", "Error", "Aborted", "Timeout")) > 0;
    return new TestRun(
        root,
        ReportMembers.text(root, "attributes", "name"),
        results.size(),
        Math.max(Math.max(failed, counted), broken ? 1 : 0),
        skipped);
  }

  private static int with(List<Node> elements, ImmutableSet<String> outcomes) {
    return (int)
        elements.stream()
            .filter(it -> outcomes.contains(ReportMembers.text(it, "attributes", "outcome")))
            .count();
  }
}
