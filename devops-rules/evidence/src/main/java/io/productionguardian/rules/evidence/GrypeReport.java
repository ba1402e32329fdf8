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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Grype's JSON. */
public final class GrypeReport implements EvidenceSource {

  /** Creates the source. */
  public GrypeReport() {}

  @Override
  public List<Evidence> read(Document document) {
    return document
        .root()
        .filter(GrypeReport::isGrype)
        .<Evidence>map(
            root ->
                new ScanReport(
                    root,
                    ReportMembers.word(root, "descriptor", "name").orElse("grype"),
                    Stream.concat(
                            ReportMembers.items(root, "matches").map(GrypeReport::vulnerability),
                            ReportMembers.items(root, "ignoredMatches").map(GrypeReport::ignored))
                        .collect(ImmutableList.toImmutableList()),
                    ReportMembers.word(root, "source", "target", "userInput")
                        .filter(name -> ReportMembers.text(root, "source", "type").equals("image")),
                    ReportMembers.word(root, "descriptor", "timestamp").flatMap(Times::day)))
        .stream()
        .toList();
  }

  private static boolean isGrype(Node root) {
    return ReportMembers.isList(root, "matches")
        && (ReportMembers.text(root, "descriptor", "name").equals("grype")
            || ReportMembers.items(root, "matches")
                .anyMatch(
                    match ->
                        match.find("vulnerability", "id").isPresent()
                            && match.get("artifact").isPresent()));
  }

  private static Vulnerability vulnerability(Node match) {
    return new Vulnerability(
        match,
        ReportMembers.word(match, "vulnerability", "id").orElse("(no id)"),
        ReportMembers.items(match, "relatedVulnerabilities")
            .flatMap(related -> ReportMembers.word(related, "id").stream())
            .collect(ImmutableSet.toImmutableSet()),
        ReportMembers.word(match, "artifact", "purl").orElseGet(() -> coordinate(match)),
        level(match),
        Optional.of(
                ReportMembers.items(match, "vulnerability", "fix", "versions")
                    .flatMap(version -> version.text().stream())
                    .collect(Collectors.joining(", ")))
            .filter(versions -> !versions.isBlank()),
        Optional.empty());
  }

  private static String coordinate(Node match) {
    return ReportMembers.text(match, "artifact", "name")
        + ReportMembers.word(match, "artifact", "version").map(version -> "@" + version).orElse("");
  }

  /** What its source says; where that is unknown, what sources of the same vulnerability say. */
  private static Level level(Node match) {
    Level own = Level.ofWord(ReportMembers.text(match, "vulnerability", "severity"));
    return own != Level.UNKNOWN
        ? own
        : Levels.mostSevere(
            Stream.concat(
                    match.get("vulnerability").stream(),
                    ReportMembers.items(match, "relatedVulnerabilities"))
                .flatMap(
                    source ->
                        Stream.concat(
                            ReportMembers.word(source, "severity").stream().map(Level::ofWord),
                            ReportMembers.items(source, "cvss")
                                .flatMap(
                                    cvss ->
                                        ReportMembers.word(cvss, "metrics", "baseScore").stream())
                                .map(Levels::of))));
  }

  /** That no fix exists is no reason to let it be. */
  private static Vulnerability ignored(Node match) {
    boolean onlyUnfixed =
        ReportMembers.items(match, "appliedIgnoreRules").findAny().isPresent()
            && ReportMembers.items(match, "appliedIgnoreRules")
                .allMatch(
                    rule ->
                        ReportMembers.word(rule, "fix-state").isPresent()
                            && ReportMembers.word(rule, "vulnerability").isEmpty()
                            && ReportMembers.word(rule, "reason").isEmpty()
                            && ReportMembers.word(rule, "vex-justification").isEmpty());
    Vulnerability found = vulnerability(match);
    return onlyUnfixed ? found : found.suppressed(reason(match));
  }

  private static String reason(Node match) {
    return ReportMembers.items(match, "appliedIgnoreRules")
        .flatMap(
            rule ->
                ReportMembers.word(rule, "reason")
                    .or(() -> ReportMembers.word(rule, "vex-justification"))
                    .stream())
        .findFirst()
        .orElse("ignored by grype");
  }
}
