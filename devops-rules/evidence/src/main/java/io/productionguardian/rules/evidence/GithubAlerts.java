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
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Alerts of GitHub: Dependabot's and code scanning's by its REST interface, Dependabot's by
 * GraphQL.
 */
public final class GithubAlerts implements EvidenceSource {

  /** Creates the source. */
  public GithubAlerts() {}

  @Override
  public List<Evidence> read(Document document) {
    return document.root().flatMap(GithubAlerts::report).stream().toList();
  }

  private static Optional<Evidence> report(Node root) {
    if (root.isList()) {
      return isRest(root)
          ? Optional.of(scan(root, root.items().stream().map(GithubAlerts::alert)))
          : Optional.empty();
    }
    List<Node> lists = root.get("data").stream().flatMap(GithubAlerts::alertLists).toList();
    return lists.isEmpty()
        ? Optional.empty()
        : Optional.of(
            scan(
                root,
                lists.stream()
                    .flatMap(list -> ReportMembers.items(list, "nodes"))
                    .map(GithubAlerts::ofGraph)));
  }

  private static Evidence scan(Node root, Stream<Vulnerability> found) {
    return new ScanReport(root, "GitHub", found.collect(ImmutableList.toImmutableList()));
  }

  /** Of one repository, or of each that a search found. */
  private static Stream<Node> alertLists(Node node) {
    return node.members().entrySet().stream()
        .flatMap(
            member ->
                member.getKey().equals("vulnerabilityAlerts")
                    ? Stream.of(member.getValue())
                    : Stream.concat(
                            Stream.of(member.getValue()), member.getValue().items().stream())
                        .flatMap(GithubAlerts::alertLists));
  }

  private static boolean isRest(Node root) {
    return !root.items().isEmpty()
        && root.items().stream()
            .allMatch(
                alert ->
                    alert.get("state").isPresent()
                        && (alert.get("security_advisory").isPresent()
                            || alert.find("rule", "id").isPresent()));
  }

  private static Vulnerability alert(Node alert) {
    Optional<Node> advisory = alert.get("security_advisory");
    return new Vulnerability(
        alert,
        advisory
            .flatMap(it -> ReportMembers.word(it, "ghsa_id"))
            .or(() -> ReportMembers.word(alert, "rule", "id"))
            .orElse("(no id)"),
        advisory.flatMap(it -> ReportMembers.word(it, "cve_id")).stream()
            .collect(ImmutableSet.toImmutableSet()),
        ReportMembers.word(alert, "dependency", "package", "name")
            .or(() -> ReportMembers.word(alert, "most_recent_instance", "location", "path"))
            .orElse(""),
        level(
            ReportMembers.word(alert, "security_vulnerability", "severity")
                .or(() -> advisory.flatMap(it -> ReportMembers.word(it, "severity")))
                .or(() -> ReportMembers.word(alert, "rule", "security_severity_level"))
                .or(() -> ReportMembers.word(alert, "rule", "severity"))),
        ReportMembers.word(alert, "security_vulnerability", "first_patched_version", "identifier"),
        settled(
            ReportMembers.text(alert, "state"),
            ReportMembers.word(alert, "dismissed_comment")
                .or(() -> ReportMembers.word(alert, "dismissed_reason"))));
  }

  private static Vulnerability ofGraph(Node alert) {
    Optional<Node> found = alert.get("securityVulnerability");
    return new Vulnerability(
        alert,
        found
            .flatMap(it -> ReportMembers.word(it, "advisory", "ghsaId"))
            .or(() -> identifiers(found).findFirst())
            .orElse("(no id)"),
        identifiers(found).collect(ImmutableSet.toImmutableSet()),
        found.flatMap(it -> ReportMembers.word(it, "package", "name")).orElse(""),
        level(found.flatMap(it -> ReportMembers.word(it, "severity"))),
        found.flatMap(it -> ReportMembers.word(it, "firstPatchedVersion", "identifier")),
        settled(ReportMembers.text(alert, "state"), ReportMembers.word(alert, "dismissReason")));
  }

  private static Stream<String> identifiers(Optional<Node> found) {
    return found.stream()
        .flatMap(it -> ReportMembers.items(it, "advisory", "identifiers"))
        .flatMap(id -> ReportMembers.word(id, "value").stream());
  }

  private static Level level(Optional<String> word) {
    return word.map(Level::ofWord).orElse(Level.UNKNOWN);
  }

  /** What is fixed is gone; what is dismissed counts unless a reason is given. */
  private static Optional<String> settled(String state, Optional<String> reason) {
    return switch (state.toLowerCase(Locale.ROOT)) {
      case "fixed" -> Optional.of("fixed");
      case "dismissed" -> reason;
      default -> Optional.empty();
    };
  }
}
