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
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The JSON of {@code snyk test}, of one project or of several. */
public final class SnykReport implements EvidenceSource {

  /** Creates the source. */
  public SnykReport() {}

  @Override
  public List<Evidence> read(Document document) {
    return document.root().map(SnykReport::projects).orElse(List.of()).stream()
        .<Evidence>map(
            project ->
                new ScanReport(
                    project,
                    "Snyk",
                    Stream.concat(
                            ReportMembers.items(project, "vulnerabilities")
                                .map(SnykReport::vulnerability),
                            ReportMembers.items(project, "filtered", "ignore")
                                .map(SnykReport::ignored))
                        .filter(first())
                        .collect(ImmutableList.toImmutableList()),
                    image(project),
                    Optional.empty()))
        .toList();
  }

  /** Snyk lists a vulnerability once for each way on which a package comes in. */
  private static Predicate<Vulnerability> first() {
    Set<String> seen = new HashSet<>();
    return found -> seen.add(found.id() + " " + found.component() + " " + found.suppression());
  }

  /** None of them where one is of something else: then nobody knows what the file is. */
  private static List<Node> projects(Node root) {
    List<Node> projects = root.isList() ? root.items() : List.of(root);
    return projects.stream().allMatch(SnykReport::isProject) ? projects : List.of();
  }

  private static boolean isProject(Node node) {
    return ReportMembers.isList(node, "vulnerabilities")
        && node.get("ok").flatMap(Node::bool).isPresent()
        && (node.get("packageManager").isPresent() || node.get("dependencyCount").isPresent());
  }

  private static Optional<String> image(Node project) {
    return ReportMembers.word(project, "path").filter(path -> project.get("docker").isPresent());
  }

  private static Vulnerability vulnerability(Node node) {
    return new Vulnerability(
        node,
        ReportMembers.word(node, "id").orElse("(no id)"),
        Stream.of("CVE", "GHSA")
            .flatMap(kind -> ReportMembers.items(node, "identifiers", kind))
            .flatMap(id -> id.text().stream())
            .collect(ImmutableSet.toImmutableSet()),
        ReportMembers.word(node, "packageName")
                .or(() -> ReportMembers.word(node, "name"))
                .orElse("")
            + ReportMembers.word(node, "version").map(version -> "@" + version).orElse(""),
        Level.ofWord(ReportMembers.text(node, "severity")),
        Optional.of(
                ReportMembers.items(node, "fixedIn")
                    .flatMap(version -> version.scalar().stream())
                    .collect(Collectors.joining(", ")))
            .filter(versions -> !versions.isEmpty()),
        Optional.empty());
  }

  /** It counts unless a reason is given. */
  private static Vulnerability ignored(Node node) {
    Vulnerability found = vulnerability(node);
    return ReportMembers.items(node, "filtered", "ignored")
        .flatMap(ignored -> ReportMembers.word(ignored, "reason").stream())
        .findFirst()
        .map(found::suppressed)
        .orElse(found);
  }
}
