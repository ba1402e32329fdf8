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

/** The JSON of Gitleaks, version 7 and version 8: secrets, each of which is grave. */
public final class GitleaksReport implements EvidenceSource {

  /** Creates the source. */
  public GitleaksReport() {}

  @Override
  public List<Evidence> read(Document document) {
    return document.root().filter(GitleaksReport::isGitleaks).stream()
        .<Evidence>map(
            root ->
                new ScanReport(
                    root,
                    "Gitleaks",
                    root.items().stream()
                        .map(GitleaksReport::secret)
                        .collect(ImmutableList.toImmutableList())))
        .toList();
  }

  /** An empty list may be any tool's. */
  private static boolean isGitleaks(Node root) {
    return !root.items().isEmpty()
        && root.items().stream()
            .allMatch(
                leak ->
                    (leak.get("RuleID").isPresent() && leak.get("Match").isPresent())
                        || (leak.get("rule").isPresent() && leak.get("offender").isPresent()));
  }

  private static Vulnerability secret(Node leak) {
    return new Vulnerability(
        leak,
        ReportMembers.word(leak, "RuleID")
            .or(() -> ReportMembers.word(leak, "rule"))
            .orElse("(no id)"),
        ImmutableSet.of(),
        ReportMembers.word(leak, "File")
            .or(() -> ReportMembers.word(leak, "file"))
            .map(
                file ->
                    file
                        + ReportMembers.word(leak, "StartLine")
                            .or(() -> ReportMembers.word(leak, "lineNumber"))
                            .map(line -> ":" + line)
                            .orElse(""))
            .orElse(""),
        Level.HIGH,
        Optional.empty(),
        Optional.empty());
  }
}
