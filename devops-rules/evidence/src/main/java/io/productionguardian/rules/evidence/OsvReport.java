package io.productionguardian.rules.evidence;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
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
                    Members.items(root, "results")
                        .flatMap(result -> Members.items(result, "packages"))
                        .flatMap(OsvReport::vulnerabilities)
                        .collect(ImmutableList.toImmutableList())))
        .stream()
        .toList();
  }

  /** One without results is told from other tools' by the scanner's settings. */
  private static boolean isOsv(Node root) {
    return Members.isList(root, "results")
        && (Members.items(root, "results").anyMatch(result -> Members.isList(result, "packages"))
            || (Members.items(root, "results").findAny().isEmpty()
                && root.get("experimental_config").isPresent()));
  }

  private static Stream<Vulnerability> vulnerabilities(Node found) {
    return Members.items(found, "vulnerabilities").map(node -> vulnerability(node, found));
  }

  private static Vulnerability vulnerability(Node node, Node found) {
    String id = Members.word(node, "id").orElse("(no id)");
    List<Node> groups =
        Members.items(found, "groups")
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
        fixedIn(node, Members.text(found, "package", "name")),
        Optional.empty());
  }

  private static Stream<String> texts(Node in, String list) {
    return Members.items(in, list).flatMap(item -> item.text().stream());
  }

  /** A package URL where the ecosystem has one, so that it is nobody else's name. */
  private static String component(Node found) {
    String name = Members.text(found, "package", "name");
    String version = Members.word(found, "package", "version").map(text -> "@" + text).orElse("");
    String ecosystem = Members.text(found, "package", "ecosystem").split(":", 2)[0];
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
    return Levels.gravest(
        Stream.of(
                Members.word(node, "database_specific", "severity").stream(),
                Members.items(node, "severity")
                    .flatMap(severity -> Members.word(severity, "score").stream()),
                Members.items(node, "affected")
                    .flatMap(affected -> Members.items(affected, "severity"))
                    .flatMap(severity -> Members.word(severity, "score").stream()),
                groups.stream().flatMap(group -> Members.word(group, "max_severity").stream()))
            .flatMap(ratings -> ratings)
            .map(Levels::of));
  }

  /** Of the package that was found; a vulnerability may be in several. */
  private static Optional<String> fixedIn(Node node, String name) {
    return Optional.of(
            Members.items(node, "affected")
                .filter(
                    affected -> Members.word(affected, "package", "name").orElse(name).equals(name))
                .flatMap(affected -> Members.items(affected, "ranges"))
                .filter(range -> !Members.text(range, "type").equals("GIT"))
                .flatMap(range -> Members.items(range, "events"))
                .flatMap(event -> Members.word(event, "fixed").stream())
                .distinct()
                .collect(Collectors.joining(", ")))
        .filter(versions -> !versions.isEmpty());
  }
}
