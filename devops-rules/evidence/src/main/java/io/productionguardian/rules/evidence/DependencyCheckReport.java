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
import java.util.stream.Stream;

/** OWASP Dependency-Check's reports, JSON and XML. */
public final class DependencyCheckReport implements EvidenceSource {

  /** Creates the source. */
  public DependencyCheckReport() {}

  @Override
  public List<Evidence> read(Document document) {
    return document.root().flatMap(DependencyCheckReport::report).stream().toList();
  }

  private static Optional<Evidence> report(Node root) {
    if (root.get("reportSchema").isPresent() && ReportMembers.isList(root, "dependencies")) {
      return Optional.of(
          scan(
              root,
              ReportMembers.items(root, "dependencies").flatMap(DependencyCheckReport::ofJson),
              ReportMembers.word(root, "projectInfo", "reportDate")));
    }
    return XmlElements.is(root, "analysis") && XmlElements.child(root, "scanInfo").isPresent()
        ? Optional.of(
            scan(
                root,
                XmlElements.child(root, "dependencies").stream()
                    .flatMap(all -> XmlElements.children(all, "dependency"))
                    .flatMap(DependencyCheckReport::ofXml),
                XmlElements.child(root, "projectInfo")
                    .flatMap(info -> XmlElements.text(info, "reportDate"))))
        : Optional.empty();
  }

  private static Evidence scan(Node root, Stream<Vulnerability> found, Optional<String> day) {
    return new ScanReport(
        root,
        "Dependency-Check",
        found.collect(ImmutableList.toImmutableList()),
        Optional.empty(),
        day.flatMap(Times::day));
  }

  private static Stream<Vulnerability> ofJson(Node dependency) {
    String component =
        ReportMembers.items(dependency, "packages")
            .flatMap(it -> ReportMembers.word(it, "id").stream())
            .findFirst()
            .orElseGet(() -> ReportMembers.text(dependency, "fileName"));
    return Stream.concat(
        ReportMembers.items(dependency, "vulnerabilities")
            .map(
                node ->
                    found(
                        node,
                        ReportMembers.word(node, "name"),
                        component,
                        ReportMembers.word(node, "severity"))),
        ReportMembers.items(dependency, "suppressedVulnerabilities")
            .map(
                node ->
                    suppressed(
                        found(
                            node,
                            ReportMembers.word(node, "name"),
                            component,
                            ReportMembers.word(node, "severity")),
                        ReportMembers.word(node, "notes"))));
  }

  private static Stream<Vulnerability> ofXml(Node dependency) {
    String component = XmlElements.text(dependency, "fileName").orElse("");
    return XmlElements.child(dependency, "vulnerabilities").stream()
        .flatMap(
            all ->
                Stream.concat(
                    XmlElements.children(all, "vulnerability").map(node -> ofXml(node, component)),
                    XmlElements.children(all, "suppressedVulnerability")
                        .map(
                            node ->
                                suppressed(
                                    ofXml(node, component), XmlElements.text(node, "notes")))));
  }

  private static Vulnerability ofXml(Node node, String component) {
    return found(
        node, XmlElements.text(node, "name"), component, XmlElements.text(node, "severity"));
  }

  private static Vulnerability found(
      Node node, Optional<String> id, String component, Optional<String> severity) {
    return new Vulnerability(
        node,
        id.orElse("(no id)"),
        ImmutableSet.of(),
        component,
        severity.map(Level::ofWord).orElse(Level.UNKNOWN),
        Optional.empty(),
        Optional.empty());
  }

  /** It counts unless the suppression file gives a reason. */
  private static Vulnerability suppressed(Vulnerability found, Optional<String> notes) {
    return notes.map(found::suppressed).orElse(found);
  }
}
