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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The JSON of {@code pip-audit}, which states no severities. */
public final class PipAuditReport implements EvidenceSource {

  /** Creates the source. */
  public PipAuditReport() {}

  @Override
  public List<Evidence> read(Document document) {
    return document.root().filter(PipAuditReport::isPipAudit).stream()
        .<Evidence>map(
            root ->
                new ScanReport(
                    root,
                    "pip-audit",
                    dependencies(root).stream()
                        .flatMap(PipAuditReport::vulnerabilities)
                        .collect(ImmutableList.toImmutableList())))
        .toList();
  }

  /** A bare list until version 2.3.2. Nothing audited is no audit. */
  private static List<Node> dependencies(Node root) {
    return root.isList() ? root.items() : ReportMembers.items(root, "dependencies").toList();
  }

  private static boolean isPipAudit(Node root) {
    List<Node> dependencies = dependencies(root);
    return dependencies.stream().anyMatch(one -> ReportMembers.isList(one, "vulns"))
        && dependencies.stream()
            .allMatch(
                one ->
                    one.get("name").isPresent()
                        && (ReportMembers.isList(one, "vulns")
                            || one.get("skip_reason").isPresent()));
  }

  private static Stream<Vulnerability> vulnerabilities(Node dependency) {
    String component =
        ReportMembers.text(dependency, "name")
            + ReportMembers.word(dependency, "version").map(version -> "@" + version).orElse("");
    return ReportMembers.items(dependency, "vulns")
        .map(
            found ->
                new Vulnerability(
                    found,
                    ReportMembers.word(found, "id").orElse("(no id)"),
                    ReportMembers.items(found, "aliases")
                        .flatMap(alias -> alias.text().stream())
                        .collect(ImmutableSet.toImmutableSet()),
                    component,
                    Level.UNKNOWN,
                    Optional.of(
                            ReportMembers.items(found, "fix_versions")
                                .flatMap(version -> version.scalar().stream())
                                .collect(Collectors.joining(", ")))
                        .filter(versions -> !versions.isEmpty()),
                    Optional.empty()));
  }
}
