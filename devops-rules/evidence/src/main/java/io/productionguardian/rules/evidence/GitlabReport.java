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

/** GitLab's security reports: dependencies, containers, sources, secrets and running services. */
public final class GitlabReport implements EvidenceSource {

  /** Creates the source. */
  public GitlabReport() {}

  @Override
  public List<Evidence> read(Document document) {
    return document.root().filter(GitlabReport::isGitlab).stream()
        .<Evidence>map(
            root ->
                new ScanReport(
                    root,
                    ReportMembers.word(root, "scan", "scanner", "name").orElse("GitLab"),
                    ReportMembers.items(root, "vulnerabilities")
                        .map(GitlabReport::vulnerability)
                        .collect(ImmutableList.toImmutableList()),
                    ReportMembers.items(root, "vulnerabilities")
                        .flatMap(found -> ReportMembers.word(found, "location", "image").stream())
                        .findFirst(),
                    ReportMembers.word(root, "scan", "end_time").flatMap(Times::day)))
        .toList();
  }

  /** A scan that failed is none. */
  private static boolean isGitlab(Node root) {
    return root.get("version").or(() -> root.get("@version")).isPresent()
        && ReportMembers.isList(root, "vulnerabilities")
        && (ReportMembers.isList(root, "remediations") || root.get("scan").isPresent())
        && !ReportMembers.text(root, "scan", "status").equals("failure")
        && ReportMembers.items(root, "vulnerabilities")
            .allMatch(found -> ReportMembers.isList(found, "identifiers"));
  }

  private static Vulnerability vulnerability(Node node) {
    List<String> ids =
        ReportMembers.items(node, "identifiers")
            .flatMap(id -> ReportMembers.word(id, "value").stream())
            .toList();
    return new Vulnerability(
        node,
        ids.stream().findFirst().or(() -> ReportMembers.word(node, "id")).orElse("(no id)"),
        ImmutableSet.copyOf(ids),
        ReportMembers.word(node, "location", "dependency", "package", "name")
            .map(
                name ->
                    name
                        + ReportMembers.word(node, "location", "dependency", "version")
                            .map(version -> "@" + version)
                            .orElse(""))
            .or(() -> ReportMembers.word(node, "location", "file"))
            .or(() -> ReportMembers.word(node, "location", "path"))
            .orElse(""),
        Level.ofWord(ReportMembers.text(node, "severity")),
        Optional.empty(),
        Optional.empty());
  }
}
