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
import io.productionguardian.text.Times;
import java.util.List;
import java.util.Optional;

/** Bandit's JSON. */
public final class BanditReport implements EvidenceSource {

  /** Creates the source. */
  public BanditReport() {}

  @Override
  public List<Evidence> read(Document document) {
    return document.root().filter(BanditReport::isBandit).stream()
        .<Evidence>map(
            root ->
                new ScanReport(
                    root,
                    "Bandit",
                    ReportMembers.items(root, "results")
                        .map(BanditReport::vulnerability)
                        .collect(ImmutableList.toImmutableList()),
                    Optional.empty(),
                    ReportMembers.word(root, "generated_at").flatMap(Times::day)))
        .toList();
  }

  private static boolean isBandit(Node root) {
    return ReportMembers.isList(root, "results")
        && root.find("metrics", "_totals").isPresent()
        && ReportMembers.items(root, "results").allMatch(it -> it.get("test_id").isPresent());
  }

  private static Vulnerability vulnerability(Node node) {
    return new Vulnerability(
        node,
        ReportMembers.word(node, "test_id").orElse("(no id)"),
        ImmutableSet.of(),
        ReportMembers.text(node, "filename")
            + ReportMembers.word(node, "line_number").map(line -> ":" + line).orElse(""),
        Level.ofWord(ReportMembers.text(node, "issue_severity")),
        Optional.empty(),
        Optional.empty());
  }
}
