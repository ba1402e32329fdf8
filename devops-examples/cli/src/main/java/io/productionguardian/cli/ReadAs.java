package io.productionguardian.cli;

import io.productionguardian.document.Document.Fault;
import io.productionguardian.document.SourceFile;
import io.productionguardian.document.SourceLocation;
import io.productionguardian.dossier.Dossier;
import io.productionguardian.dossier.Evidence;
import io.productionguardian.dossier.EvidenceSource;
import io.productionguardian.dossier.Reported.ScanReport;
import io.productionguardian.dossier.Reported.TestRun;
import io.productionguardian.dossier.Reported.Vulnerability;
import io.productionguardian.model.EpicId;
import io.productionguardian.model.EpicLayout;
import io.productionguardian.source.EpicSnapshot;
import io.productionguardian.source.SnapshotException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What one file is read as, by the gate's own reading.
 *
 * @param kind the format, for instance {@code trivy}; {@code unknown} when no reader knows it
 * @param reason why it is unknown
 * @param open how many findings count, by level
 * @param suppressed how many are set aside
 * @param tests how many tests there were
 * @param failed how many of them failed
 */
record ReadAs(
    String file,
    String kind,
    Optional<String> reason,
    Map<Vulnerability.Level, Long> open,
    long suppressed,
    long tests,
    long failed) {

  private static final String UNKNOWN = "unknown";

  static ReadAs of(String file, byte[] content, List<EvidenceSource> sources) {
    Dossier dossier;
    try {
      dossier = dossier(file, content, sources);
    } catch (SnapshotException odd) {
      return unknown(file, String.valueOf(odd.getMessage()));
    }
    Optional<Fault> fault =
        dossier.evidenceFaults().stream().filter(it -> it.kind().losesContent()).findFirst();
    if (fault.isPresent()) {
      return unknown(file, fault.get().message());
    }
    if (dossier.evidence(Evidence.class).isEmpty()) {
      return unknown(file, "no reader knows what it is");
    }
    List<Vulnerability> found =
        dossier.evidence(ScanReport.class).stream()
            .flatMap(report -> report.vulnerabilities().stream())
            .toList();
    // one that several components have is one
    Map<SourceLocation, Vulnerability> open =
        found.stream()
            .filter(it -> it.suppression().isEmpty())
            .collect(Collectors.toMap(Vulnerability::place, it -> it, (one, other) -> one));
    return new ReadAs(
        file,
        kind(file, content, sources),
        Optional.empty(),
        open.values().stream()
            .collect(
                Collectors.groupingBy(Vulnerability::level, TreeMap::new, Collectors.counting())),
        found.stream().map(Vulnerability::place).distinct().count() - open.size(),
        dossier.evidence(TestRun.class).stream().mapToLong(TestRun::tests).sum(),
        dossier.evidence(TestRun.class).stream().mapToLong(TestRun::failures).sum());
  }

  private static ReadAs unknown(String file, String reason) {
    return new ReadAs(file, UNKNOWN, Optional.of(reason), Map.of(), 0, 0, 0);
  }

  private static Dossier dossier(String file, byte[] content, List<EvidenceSource> sources) {
    String name = file.substring(file.lastIndexOf('/') + 1);
    return Dossier.of(
        EpicSnapshot.builder(new EpicId("epic"))
            .file(SourceFile.of(EpicLayout.EVIDENCE + name, content))
            .build(),
        sources);
  }

  /** The source that reads it, by the format in its class's name: {@code TrivyReport}. */
  private static String kind(String file, byte[] content, List<EvidenceSource> sources) {
    return sources.stream()
        .filter(
            source -> !dossier(file, content, List.of(source)).evidence(Evidence.class).isEmpty())
        .map(source -> source.getClass().getSimpleName())
        .map(name -> name.replaceFirst("(Report|Bom|Document|File|Manifest)$", ""))
        .map(name -> name.toLowerCase(Locale.ROOT))
        .findFirst()
        .orElse(UNKNOWN);
  }

  boolean known() {
    return !kind.equals(UNKNOWN);
  }

  String text() {
    String counts =
        open.entrySet().stream()
            .map(entry -> entry.getValue() + " " + entry.getKey().wireName())
            .collect(Collectors.joining(", "));
    List<String> parts = new ArrayList<>();
    reason.ifPresent(parts::add);
    if (!counts.isEmpty()) {
      parts.add(counts);
    }
    if (suppressed > 0) {
      parts.add(suppressed + " suppressed");
    }
    if (tests > 0) {
      parts.add(tests + " tests, " + failed + " failed");
    }
    return SafeText.of(
        "%-11s %s  %s".formatted(kind, file, String.join("; ", parts)).stripTrailing());
  }

  String json() {
    StringBuilder json = new StringBuilder("{\"file\":").append(quoted(file));
    json.append(",\"kind\":").append(quoted(kind));
    reason.ifPresent(why -> json.append(",\"reason\":").append(quoted(why)));
    json.append(",\"open\":")
        .append(
            open.entrySet().stream()
                .map(entry -> quoted(entry.getKey().wireName()) + ":" + entry.getValue())
                .collect(Collectors.joining(",", "{", "}")));
    return json.append(",\"suppressed\":")
        .append(suppressed)
        .append(",\"tests\":")
        .append(tests)
        .append(",\"failed\":")
        .append(failed)
        .append('}')
        .toString();
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.chars()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                quoted.append('\\').append((char) c);
              } else if (c < 0x20 || c == 0x7f) {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", c));
              } else {
                quoted.append((char) c);
              }
            });
    return quoted.append('"').toString();
  }
}
