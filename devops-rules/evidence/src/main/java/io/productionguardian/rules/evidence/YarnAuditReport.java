package io.productionguardian.rules.evidence;

import com.google.common.collect.ImmutableSet;
import io.productionguardian.document.Document;
import io.productionguardian.document.Node;
import io.productionguardian.dossier.Evidence;
import io.productionguardian.dossier.EvidenceSource;
import io.productionguardian.dossier.Reported.ScanReport;
import io.productionguardian.dossier.Reported.Seen;
import io.productionguardian.dossier.Reported.Vulnerability;
import io.productionguardian.dossier.Reported.Vulnerability.Level;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A line of {@code yarn audit --json}: of yarn 1 an advisory or the summary, of later ones a
 * package. A line that tells of an error is none of a report: the audit did not take place.
 */
public final class YarnAuditReport implements EvidenceSource {

  private static final ImmutableSet<String> REMARKS =
      ImmutableSet.of("info", "warning", "auditAction", "step", "finished");

  /** Creates the source. */
  public YarnAuditReport() {}

  @Override
  public List<Evidence> read(Document document) {
    return document.root().filter(Node::isObject).flatMap(YarnAuditReport::line).stream().toList();
  }

  private static Optional<Evidence> line(Node line) {
    String type = ReportMembers.text(line, "type");
    if (line.find("data", "advisory").isPresent()) {
      return line.find("data", "advisory").map(it -> scan(line, NpmAuditReport.advisory(it)));
    }
    if (type.equals("auditSummary")) {
      return line.find("data", "vulnerabilities").map(counts -> summary(line, counts));
    }
    if (REMARKS.contains(type) && line.get("data").isPresent()) {
      return Optional.of(new Seen(line, "yarn audit"));
    }
    return line.find("children", "Severity")
        .filter(severity -> line.get("value").isPresent())
        .map(severity -> scan(line, ofPackage(line)));
  }

  private static Evidence scan(Node line, Vulnerability found) {
    return new ScanReport(line, "yarn audit", List.of(found));
  }

  /** A clean run has nothing but a summary; where it counts findings, their own lines tell them. */
  private static Evidence summary(Node line, Node counts) {
    boolean clean =
        !counts.members().isEmpty()
            && counts.members().values().stream()
                .allMatch(count -> count.integer().filter(number -> number == 0).isPresent());
    return clean ? new ScanReport(line, "yarn audit", List.of()) : new Seen(line, "yarn audit");
  }

  private static Vulnerability ofPackage(Node line) {
    String url = ReportMembers.text(line, "children", "URL");
    return new Vulnerability(
        line,
        Stream.of(url.substring(url.lastIndexOf('/') + 1))
            .filter(id -> id.startsWith("GHSA-"))
            .findFirst()
            .or(() -> ReportMembers.word(line, "children", "ID"))
            .orElse("(no id)"),
        ImmutableSet.of(),
        ReportMembers.text(line, "value")
            + ReportMembers.items(line, "children", "Tree Versions")
                .flatMap(version -> version.scalar().stream())
                .findFirst()
                .map(version -> "@" + version)
                .orElse(""),
        Level.ofWord(ReportMembers.text(line, "children", "Severity")),
        Optional.empty(),
        Optional.empty());
  }
}
