package io.productionguardian.rules.evidence;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.productionguardian.document.Document;
import io.productionguardian.document.Node;
import io.productionguardian.dossier.Evidence;
import io.productionguardian.dossier.EvidenceSource;
import io.productionguardian.dossier.ScanReport;
import io.productionguardian.dossier.Vulnerability;
import io.productionguardian.dossier.Vulnerability.Level;
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
                        .collect(ImmutableList.toImmutableList())))
        .stream()
        .toList();
  }

  /** An image without anything to look at has no {@code Results}. */
  private static boolean isTrivy(Node root) {
    return root.get("SchemaVersion").flatMap(Node::integer).isPresent()
        && (Members.isList(root, "Results")
            || Members.isList(root, "Resources")
            || root.get("ArtifactName").isPresent());
  }

  /** Those of an artifact, or of each resource of a cluster. */
  private static Stream<Node> results(Node root) {
    return Stream.concat(
        Members.items(root, "Results"),
        Members.items(root, "Resources").flatMap(resource -> Members.items(resource, "Results")));
  }

  private static Stream<Vulnerability> vulnerabilities(Node result) {
    String target = Members.text(result, "Target");
    return Stream.of(
            Members.items(result, "Vulnerabilities").map(TrivyReport::vulnerability),
            Members.items(result, "Misconfigurations")
                .filter(check -> Members.word(check, "Status").orElse("FAIL").equals("FAIL"))
                .map(check -> finding(check, "ID", target)),
            Members.items(result, "Secrets").map(secret -> finding(secret, "RuleID", target)),
            Members.items(result, "ExperimentalModifiedFindings")
                .flatMap(modified -> modified(modified, target)))
        .flatMap(found -> found);
  }

  private static Vulnerability vulnerability(Node node) {
    return new Vulnerability(
        node,
        Members.word(node, "VulnerabilityID").orElse("(no id)"),
        Members.items(node, "VendorIDs")
            .flatMap(id -> id.text().stream())
            .filter(id -> !id.isBlank())
            .collect(ImmutableSet.toImmutableSet()),
        Members.word(node, "PkgIdentifier", "PURL").orElseGet(() -> coordinate(node)),
        Level.ofWord(Members.text(node, "Severity")),
        Members.word(node, "FixedVersion"),
        Optional.empty());
  }

  private static String coordinate(Node node) {
    return Members.text(node, "PkgName")
        + Members.word(node, "InstalledVersion").map(version -> "@" + version).orElse("");
  }

  private static Vulnerability finding(Node node, String id, String target) {
    return new Vulnerability(
        node,
        Members.word(node, id).orElse("(no id)"),
        Members.word(node, "AVDID").stream().collect(ImmutableSet.toImmutableSet()),
        target,
        Level.ofWord(Members.text(node, "Severity")),
        Optional.empty(),
        Optional.empty());
  }

  /** One that a VEX statement or an ignore file took away; it counts unless a reason is given. */
  private static Stream<Vulnerability> modified(Node modified, String target) {
    Optional<String> reason =
        Members.word(modified, "Statement")
            .filter(statement -> SUPPRESSED.contains(Members.text(modified, "Status")));
    return modified.get("Finding").stream()
        .map(
            node ->
                switch (Members.text(modified, "Type")) {
                  case "misconfiguration" -> finding(node, "ID", target);
                  case "secret" -> finding(node, "RuleID", target);
                  default -> vulnerability(node);
                })
        .map(found -> reason.map(found::suppressed).orElse(found));
  }
}
