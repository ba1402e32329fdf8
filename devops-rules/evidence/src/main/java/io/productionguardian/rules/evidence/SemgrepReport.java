package io.productionguardian.rules.evidence;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.productionguardian.document.Document;
import io.productionguardian.document.Node;
import io.productionguardian.dossier.Evidence;
import io.productionguardian.dossier.EvidenceSource;
import io.productionguardian.dossier.Reported.ScanReport;
import io.productionguardian.dossier.Reported.Vulnerability;
import io.productionguardian.dossier.Reported.Vulnerability.Level;
import java.util.List;
import java.util.Optional;

/** Semgrep's JSON. A run that failed and found nothing is no scan. */
public final class SemgrepReport implements EvidenceSource {

  /** Creates the source. */
  public SemgrepReport() {}

  @Override
  public List<Evidence> read(Document document) {
    return document.root().filter(SemgrepReport::isSemgrep).stream()
        .<Evidence>map(
            root ->
                new ScanReport(
                    root,
                    "Semgrep",
                    ReportMembers.items(root, "results")
                        .map(SemgrepReport::vulnerability)
                        .collect(ImmutableList.toImmutableList())))
        .toList();
  }

  private static boolean isSemgrep(Node root) {
    boolean found = ReportMembers.items(root, "results").findAny().isPresent();
    return ReportMembers.isList(root, "results")
        && ReportMembers.isList(root, "errors")
        && ReportMembers.items(root, "results").allMatch(it -> it.get("check_id").isPresent())
        && (found || root.get("paths").isPresent())
        && (found
            || ReportMembers.items(root, "errors")
                .noneMatch(error -> ReportMembers.text(error, "level").equals("error")));
  }

  private static Vulnerability vulnerability(Node node) {
    return new Vulnerability(
        node,
        ReportMembers.word(node, "check_id").orElse("(no id)"),
        ImmutableSet.of(),
        ReportMembers.text(node, "path")
            + ReportMembers.word(node, "start", "line").map(line -> ":" + line).orElse(""),
        Level.ofWord(ReportMembers.text(node, "extra", "severity")),
        Optional.empty(),
        node.find("extra", "is_ignored")
            .flatMap(Node::bool)
            .filter(ignored -> ignored)
            .map(ignored -> "nosemgrep"));
  }
}
