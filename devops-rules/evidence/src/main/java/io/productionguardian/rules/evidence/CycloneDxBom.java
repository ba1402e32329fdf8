package io.productionguardian.rules.evidence;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.productionguardian.document.Document;
import io.productionguardian.document.Node;
import io.productionguardian.dossier.Evidence;
import io.productionguardian.dossier.EvidenceSource;
import io.productionguardian.dossier.Reported.ScanReport;
import io.productionguardian.dossier.Reported.Seen;
import io.productionguardian.dossier.Reported.VexStatement;
import io.productionguardian.dossier.Reported.Vulnerability;
import io.productionguardian.dossier.Reported.Vulnerability.Level;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * CycloneDX' JSON with vulnerabilities: a report of them, and what the maker says of each. A bill
 * of materials without that list is no report.
 */
public final class CycloneDxBom implements EvidenceSource {

  private static final ImmutableSet<String> NOT_AFFECTED =
      ImmutableSet.of("not_affected", "false_positive");
  private static final ImmutableSet<String> FIXED =
      ImmutableSet.of("resolved", "resolved_with_pedigree");

  /** Creates the source. */
  public CycloneDxBom() {}

  @Override
  public List<Evidence> read(Document document) {
    return document
        .root()
        .filter(root -> ReportMembers.text(root, "bomFormat").equals("CycloneDX"))
        .map(
            root ->
                isScan(root)
                    ? new Bom(root).evidence()
                    : List.<Evidence>of(new Seen(root, "CycloneDX")))
        .orElse(List.of());
  }

  /** A list that is empty says something only where a scanner of vulnerabilities left it so. */
  private static boolean isScan(Node root) {
    return ReportMembers.items(root, "vulnerabilities").findAny().isPresent();
  }

  private static final class Bom {

    private final Node root;
    private final Map<String, String> names = new HashMap<>();

    Bom(Node root) {
      this.root = root;
      Stream.concat(
              root.find("metadata", "component").stream(), ReportMembers.items(root, "components"))
          .forEach(this::name);
    }

    private void name(Node component) {
      ReportMembers.word(component, "bom-ref")
          .ifPresent(ref -> names.putIfAbsent(ref, nameOf(component)));
      ReportMembers.items(component, "components").forEach(this::name);
    }

    private static String nameOf(Node component) {
      return ReportMembers.word(component, "purl")
          .orElseGet(
              () ->
                  ReportMembers.word(component, "group").map(group -> group + "/").orElse("")
                      + ReportMembers.text(component, "name")
                      + ReportMembers.word(component, "version")
                          .map(text -> "@" + text)
                          .orElse(""));
    }

    List<Evidence> evidence() {
      return Stream.concat(
              Stream.of(
                  new ScanReport(
                      root,
                      tool(),
                      vulnerabilities()
                          .flatMap(this::found)
                          .collect(ImmutableList.toImmutableList()))),
              vulnerabilities().flatMap(node -> statement(node).stream()))
          .toList();
    }

    private Stream<Node> vulnerabilities() {
      return ReportMembers.items(root, "vulnerabilities").filter(node -> !node.members().isEmpty());
    }

    /** A list of tools until version 1.4, components since 1.5. */
    private String tool() {
      return Stream.concat(
              ReportMembers.items(root, "metadata", "tools"),
              ReportMembers.items(root, "metadata", "tools", "components"))
          .flatMap(tool -> ReportMembers.word(tool, "name").stream())
          .findFirst()
          .orElse("CycloneDX");
    }

    private Stream<Vulnerability> found(Node node) {
      Set<String> components = components(node);
      return (components.isEmpty() ? Stream.of("") : components.stream())
          .map(
              component ->
                  new Vulnerability(
                      node,
                      ReportMembers.word(node, "id").orElse("(no id)"),
                      references(node).collect(ImmutableSet.toImmutableSet()),
                      component,
                      level(node),
                      Optional.empty(),
                      suppression(node)));
    }

    private static Stream<String> references(Node node) {
      return ReportMembers.items(node, "references")
          .flatMap(reference -> ReportMembers.word(reference, "id").stream());
    }

    private Set<String> components(Node node) {
      return ReportMembers.items(node, "affects")
          .flatMap(affected -> ReportMembers.word(affected, "ref").stream())
          .map(ref -> names.getOrDefault(local(ref), local(ref)))
          .collect(ImmutableSet.toImmutableSet());
    }

    /** A reference into another bill of materials ({@code urn:cdx:}) ends with that one's own. */
    private static String local(String ref) {
      return ref.startsWith("urn:cdx:") ? ref.substring(ref.indexOf('#') + 1) : ref;
    }

    private static Level level(Node node) {
      return Levels.mostSevere(
          ReportMembers.items(node, "ratings")
              .flatMap(
                  rating ->
                      Stream.of(
                              ReportMembers.word(rating, "severity"),
                              ReportMembers.word(rating, "vector"),
                              ReportMembers.word(rating, "score").filter(score -> isCvss(rating)))
                          .flatMap(Optional::stream))
              .map(Levels::of));
    }

    /** Other methods have other scales. */
    private static boolean isCvss(Node rating) {
      return ReportMembers.word(rating, "method").orElse("CVSS").startsWith("CVSS");
    }

    private static Optional<String> suppression(Node node) {
      String state = ReportMembers.text(node, "analysis", "state");
      Optional<String> reason = reason(node);
      return FIXED.contains(state)
          ? Optional.of(reason.orElse(state))
          : reason.filter(given -> NOT_AFFECTED.contains(state));
    }

    private static Optional<String> reason(Node node) {
      return ReportMembers.word(node, "analysis", "justification")
          .or(() -> ReportMembers.word(node, "analysis", "detail"));
    }

    private Optional<Evidence> statement(Node node) {
      Set<String> ids =
          Stream.concat(ReportMembers.word(node, "id").stream(), references(node))
              .collect(ImmutableSet.toImmutableSet());
      boolean nobodyKnowsWhere =
          components(node).isEmpty() && ReportMembers.items(node, "affects").findAny().isPresent();
      return ids.isEmpty() || nobodyKnowsWhere
          ? Optional.empty()
          : status(node)
              .map(
                  status ->
                      new VexStatement(
                          node.get("analysis").orElse(node),
                          ids,
                          products(node),
                          Set.of(),
                          status,
                          reason(node)));
    }

    /** The subject, in each version that is named, or the components. */
    private Set<String> products(Node node) {
      return ReportMembers.items(node, "affects")
          .flatMap(
              affected -> {
                String ref = ReportMembers.word(affected, "ref").map(Bom::local).orElse("");
                String name = names.getOrDefault(ref, ref);
                List<Node> versions = ReportMembers.items(affected, "versions").toList();
                return versions.isEmpty()
                    ? Stream.of(name)
                    : versions.stream()
                        .map(
                            version ->
                                name.replaceFirst("@[^@]*$", "")
                                    + "@"
                                    + ReportMembers.word(version, "version").orElse("(range)"));
              })
          .filter(name -> !name.isEmpty())
          .collect(ImmutableSet.toImmutableSet());
    }

    private static Optional<VexStatement.Status> status(Node node) {
      return switch (ReportMembers.text(node, "analysis", "state")) {
        case "not_affected", "false_positive" -> Optional.of(VexStatement.Status.NOT_AFFECTED);
        case "resolved", "resolved_with_pedigree" -> Optional.of(VexStatement.Status.FIXED);
        case "exploitable" -> Optional.of(VexStatement.Status.AFFECTED);
        case "in_triage" -> Optional.of(VexStatement.Status.UNDER_INVESTIGATION);
        default -> Optional.empty();
      };
    }
  }
}
