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

/** Trivy's JSON: vulnerabilities, misconfigurations that failed, and secrets. */
public final class TrivyReport implements EvidenceSource {

  private static final ImmutableSet<String> SUPPRESSED =
      ImmutableSet.of("not_affected", "ignored", "fixed");

  /** Creates the source. */
  public TrivyReport() {}

  @Override
  public List<Evidence> read(Document document) {
    return document
        .root()
        .filter(TrivyReport::isTrivy)
        .<Evidence>map(
            root ->
                new ScanReport(
                    root,
                    "Trivy",
                    results(root)
                        .flatMap(TrivyReport::vulnerabilities)
                        .collect(ImmutableList.toImmutableList()),
                    image(root),
                    ReportMembers.word(root, "CreatedAt").flatMap(Times::day)))
        .stream()
        .toList();
  }

  /** An image without anything to look at has no {@code Results}. */
  private static boolean isTrivy(Node root) {
    boolean report =
        root.get("SchemaVersion").flatMap(Node::integer).isPresent()
            && (ReportMembers.isList(root, "Results")
                || ReportMembers.isList(root, "Resources")
                || root.get("ArtifactName").isPresent());
    return report || isCluster(root) || isLegacy(root);
  }

  /** A cluster's report until version 0.38: resources by what was looked for. */
  private static boolean isCluster(Node root) {
    return root.get("ClusterName").isPresent()
        && (ReportMembers.isList(root, "Vulnerabilities")
            || ReportMembers.isList(root, "Misconfigurations"));
  }

  /** Until version 0.19 a report was the list of its results. */
  private static boolean isLegacy(Node root) {
    return !root.items().isEmpty()
        && root.items().stream()
            .allMatch(
                result ->
                    result.get("Target").isPresent()
                        && (result.get("Type").isPresent()
                            || result.get("Vulnerabilities").isPresent()));
  }

  /** An archive of an image is a file, of which nobody knows the image's name. */
  private static Optional<String> image(Node root) {
    return ReportMembers.word(root, "ArtifactName")
        .filter(name -> ReportMembers.text(root, "ArtifactType").equals("container_image"))
        .filter(name -> !name.endsWith(".tar") && !name.endsWith(".gz"));
  }

  /** Those of an artifact, or of each resource of a cluster. */
  private static Stream<Node> results(Node root) {
    if (root.isList()) {
      return root.items().stream();
    }
    return Stream.concat(
        ReportMembers.items(root, "Results"),
        (isCluster(root)
                ? Stream.of("Vulnerabilities", "Misconfigurations")
                : Stream.of("Resources"))
            .flatMap(list -> ReportMembers.items(root, list))
            .flatMap(resource -> ReportMembers.items(resource, "Results")));
  }

  private static Stream<Vulnerability> vulnerabilities(Node result) {
    String target = ReportMembers.text(result, "Target");
    return Stream.of(
            ReportMembers.items(result, "Vulnerabilities").map(TrivyReport::vulnerability),
            ReportMembers.items(result, "Misconfigurations")
                .filter(check -> ReportMembers.word(check, "Status").orElse("FAIL").equals("FAIL"))
                .map(check -> finding(check, "ID", target)),
            ReportMembers.items(result, "Secrets").map(secret -> finding(secret, "RuleID", target)),
            ReportMembers.items(result, "ExperimentalModifiedFindings")
                .flatMap(modified -> modified(modified, target)))
        .flatMap(found -> found);
  }

  private static Vulnerability vulnerability(Node node) {
    return new Vulnerability(
        node,
        ReportMembers.word(node, "VulnerabilityID").orElse("(no id)"),
        ReportMembers.items(node, "VendorIDs")
            .flatMap(id -> id.text().stream())
            .filter(id -> !id.isBlank())
            .collect(ImmutableSet.toImmutableSet()),
        ReportMembers.word(node, "PkgIdentifier", "PURL").orElseGet(() -> coordinate(node)),
        Level.ofWord(ReportMembers.text(node, "Severity")),
        ReportMembers.word(node, "FixedVersion"),
        Optional.empty());
  }

  private static String coordinate(Node node) {
    return ReportMembers.text(node, "PkgName")
        + ReportMembers.word(node, "InstalledVersion").map(version -> "@" + version).orElse("");
  }

  private static Vulnerability finding(Node node, String id, String target) {
    return new Vulnerability(
        node,
        ReportMembers.word(node, id).orElse("(no id)"),
        ReportMembers.word(node, "AVDID").stream().collect(ImmutableSet.toImmutableSet()),
        target,
        Level.ofWord(ReportMembers.text(node, "Severity")),
        Optional.empty(),
        Optional.empty());
  }

  /** One that a VEX statement or an ignore file took away; it counts unless a reason is given. */
  private static Stream<Vulnerability> modified(Node modified, String target) {
    Optional<String> reason =
        ReportMembers.word(modified, "Statement")
            .filter(statement -> SUPPRESSED.contains(ReportMembers.text(modified, "Status")));
    return modified.get("Finding").stream()
        .map(
            node ->
                switch (ReportMembers.text(modified, "Type")) {
                  case "misconfiguration" -> finding(node, "ID", target);
                  case "secret" -> finding(node, "RuleID", target);
                  default -> vulnerability(node);
                })
        .map(found -> reason.map(found::suppressed).orElse(found));
  }
}
