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
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The JSON of {@code npm audit}, of npm 6 and of npm 7 and later. */
public final class NpmAuditReport implements EvidenceSource {

  /** Creates the source. */
  public NpmAuditReport() {}

  @Override
  public List<Evidence> read(Document document) {
    return document.root().filter(root -> isNpm6(root) || isNpm7(root)).stream()
        .<Evidence>map(
            root ->
                new ScanReport(
                    root,
                    "npm audit",
                    (isNpm7(root) ? packages(root) : advisories(root))
                        .collect(ImmutableList.toImmutableList())))
        .toList();
  }

  private static boolean isNpm6(Node root) {
    return isObject(root, "advisories") && isObject(root, "metadata");
  }

  private static boolean isNpm7(Node root) {
    return root.get("auditReportVersion").isPresent() && isObject(root, "vulnerabilities");
  }

  private static boolean isObject(Node root, String member) {
    return root.get(member).filter(Node::isObject).isPresent();
  }

  private static Stream<Vulnerability> advisories(Node root) {
    return root.get("advisories").stream()
        .flatMap(advisories -> advisories.members().values().stream())
        .map(NpmAuditReport::advisory);
  }

  /** An advisory, as yarn 1 prints it too. */
  static Vulnerability advisory(Node advisory) {
    return new Vulnerability(
        advisory,
        ReportMembers.word(advisory, "github_advisory_id")
            .or(() -> ReportMembers.word(advisory, "id"))
            .orElse("(no id)"),
        ReportMembers.items(advisory, "cves")
            .flatMap(cve -> cve.text().stream())
            .collect(ImmutableSet.toImmutableSet()),
        ReportMembers.text(advisory, "module_name")
            + ReportMembers.items(advisory, "findings")
                .flatMap(finding -> ReportMembers.word(finding, "version").stream())
                .findFirst()
                .map(version -> "@" + version)
                .orElse(""),
        Level.ofWord(ReportMembers.text(advisory, "severity")),
        ReportMembers.word(advisory, "patched_versions").filter(fix -> !fix.equals("<0.0.0")),
        Optional.empty());
  }

  /** Each package with its own advisories; what it has from another listed one stands there. */
  private static Stream<Vulnerability> packages(Node root) {
    Map<String, Node> packages = root.get("vulnerabilities").orElse(root).members();
    return packages.values().stream()
        .flatMap(
            affected -> {
              List<Node> via = ReportMembers.items(affected, "via").toList();
              boolean elsewhere =
                  !via.isEmpty()
                      && via.stream()
                          .allMatch(it -> it.text().filter(packages::containsKey).isPresent());
              List<Node> advisories = via.stream().filter(Node::isObject).toList();
              return elsewhere
                  ? Stream.empty()
                  : (advisories.isEmpty() ? Stream.of(affected) : advisories.stream())
                      .map(advisory -> via(affected, advisory));
            });
  }

  private static Vulnerability via(Node affected, Node via) {
    String url = ReportMembers.text(via, "url");
    return new Vulnerability(
        via,
        Optional.of(url.substring(url.lastIndexOf('/') + 1))
            .filter(id -> id.startsWith("GHSA-"))
            .or(() -> ReportMembers.word(via, "source"))
            .orElse("(no id)"),
        ImmutableSet.of(),
        ReportMembers.word(via, "name").orElseGet(affected::name)
            + ReportMembers.word(via, "range").map(range -> "@" + range).orElse(""),
        Level.ofWord(ReportMembers.text(via, "severity")),
        ReportMembers.word(affected, "fixAvailable", "version"),
        Optional.empty());
  }
}
