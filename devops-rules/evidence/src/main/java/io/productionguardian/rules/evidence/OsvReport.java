package io.productionguardian.rules.evidence;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
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

/** OSV-Scanner's JSON. */
public final class OsvReport implements EvidenceSource {

  /** How package URLs call the ecosystems of OSV. */
  private static final ImmutableMap<String, String> TYPES =
      ImmutableMap.<String, String>builder()
          .put("Alpine", "apk/alpine")
          .put("Debian", "deb/debian")
          .put("Ubuntu", "deb/ubuntu")
          .put("Go", "golang")
          .put("Maven", "maven")
          .put("NuGet", "nuget")
          .put("Packagist", "composer")
          .put("PyPI", "pypi")
          .put("RubyGems", "gem")
          .put("crates.io", "cargo")
          .put("npm", "npm")
          .buildOrThrow();

  /** Creates the source. */
  public OsvReport() {}

  @Override
  public List<Evidence> read(Document document) {
    return document
        .root()
        .filter(OsvReport::isOsv)
        .<Evidence>map(
            root ->
                new ScanReport(
                    root,
                    "OSV-Scanner",
                    ReportMembers.items(root, "results")
                        .flatMap(result -> ReportMembers.items(result, "packages"))
                        .flatMap(OsvReport::vulnerabilities)
                        .collect(ImmutableList.toImmutableList())))
        .stream()
        .toList();
  }

  /** One without results is told from other tools' by the scanner's settings. */
  private static boolean isOsv(Node root) {
    return ReportMembers.isList(root, "results")
        && (ReportMembers.items(root, "results")
                .anyMatch(
                    result ->
                        ReportMembers.isList(result, "packages")
                            && (result.get("source").isPresent()
                                || ReportMembers.items(result, "packages")
                                    .anyMatch(found -> found.get("package").isPresent())))
            || (ReportMembers.items(root, "results").findAny().isEmpty()
                && root.get("experimental_config").isPresent()));
  }

  private static Stream<Vulnerability> vulnerabilities(Node found) {
    return ReportMembers.items(found, "vulnerabilities").map(node -> vulnerability(node, found));
  }

  private static Vulnerability vulnerability(Node node, Node found) {
    String id = ReportMembers.word(node, "id").orElse("(no id)");
    List<Node> groups =
        ReportMembers.items(found, "groups")
            .filter(group -> texts(group, "ids").anyMatch(id::equals))
            .toList();
    return new Vulnerability(
        node,
        id,
        Stream.concat(
                texts(node, "aliases"),
                groups.stream()
                    .flatMap(group -> Stream.concat(texts(group, "ids"), texts(group, "aliases"))))
            .filter(alias -> !alias.isBlank() && !alias.equals(id))
            .collect(ImmutableSet.toImmutableSet()),
        component(found),
        level(node, groups),
        fixedIn(node, ReportMembers.text(found, "package", "name")),
        Optional.empty());
  }

  private static Stream<String> texts(Node in, String list) {
    return ReportMembers.items(in, list).flatMap(item -> item.text().stream());
  }

  /** A package URL where the ecosystem has one, so that it is nobody else's name. */
  private static String component(Node found) {
    String name = ReportMembers.text(found, "package", "name");
    String version =
        ReportMembers.word(found, "package", "version").map(text -> "@" + text).orElse("");
    String ecosystem = ReportMembers.text(found, "package", "ecosystem").split(":", 2)[0];
    String type = TYPES.get(ecosystem);
    return type == null
        ? name + version
        : "pkg:"
            + type
            + "/"
            + (type.equals("maven") ? name.replace(':', '/') : name.replaceFirst("^@", "%40"))
            + version;
  }

  private static Level level(Node node, List<Node> groups) {
    return Levels.mostSevere(
        Stream.of(
                ReportMembers.word(node, "database_specific", "severity").stream(),
                ReportMembers.items(node, "severity")
                    .flatMap(severity -> ReportMembers.word(severity, "score").stream()),
                ReportMembers.items(node, "affected")
                    .flatMap(affected -> ReportMembers.items(affected, "severity"))
                    .flatMap(severity -> ReportMembers.word(severity, "score").stream()),
                groups.stream()
                    .flatMap(group -> ReportMembers.word(group, "max_severity").stream()))
            .flatMap(ratings -> ratings)
            .map(Levels::of));
  }

  /** Of the package that was found; a vulnerability may be in several. */
  private static Optional<String> fixedIn(Node node, String name) {
    return Optional.of(
            ReportMembers.items(node, "affected")
                .filter(
                    affected ->
                        ReportMembers.word(affected, "package", "name").orElse(name).equals(name))
                .flatMap(affected -> ReportMembers.items(affected, "ranges"))
                .filter(range -> !ReportMembers.text(range, "type").equals("GIT"))
                .flatMap(range -> ReportMembers.items(range, "events"))
                .flatMap(event -> ReportMembers.word(event, "fixed").stream())
                .distinct()
                .collect(Collectors.joining(", ")))
        .filter(versions -> !versions.isEmpty());
  }
}
