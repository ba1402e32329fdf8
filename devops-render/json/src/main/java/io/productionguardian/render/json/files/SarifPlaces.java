package io.productionguardian.render.json.files;

import com.google.common.collect.ImmutableMap;
import com.google.common.escape.Escaper;
import com.google.common.net.UrlEscapers;
import io.productionguardian.document.SourceFile;
import io.productionguardian.document.SourceLocation;
import io.productionguardian.source.EpicSnapshot;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Places as SARIF states them: relative to the repository's root, below which an epic lies in
 * {@code docs/specs}. GitHub takes each relative address for one from there, whatever base it
 * names, so a base of the epic's own would lead it astray.
 */
final class SarifPlaces {

  private static final String ROOT = "%SRCROOT%";
  private static final Escaper SEGMENT = UrlEscapers.urlPathSegmentEscaper();

  private final EpicSnapshot snapshot;
  private final Map<String, List<String>> lines = new HashMap<>();

  SarifPlaces(EpicSnapshot snapshot) {
    this.snapshot = snapshot;
  }

  static Map<String, Object> baseIds() {
    return ImmutableMap.of(
        ROOT,
        ImmutableMap.of(
            "description",
            SarifRule.text(
                "The repository's root; an epic's folder lies in docs/specs below it.")));
  }

  Map<String, Object> artifact(String file) {
    if (snapshot.isOfEpic(file)) {
      return below("docs/specs/" + snapshot.epic().value() + "/" + file);
    }
    if (snapshot.repository().containsKey(file)) {
      return below(file);
    }
    // a policy, which may lie anywhere
    return ImmutableMap.of("uri", (file.startsWith("/") ? "file://" : "") + encoded(file));
  }

  private static Map<String, Object> below(String path) {
    return ImmutableMap.of("uri", encoded(path), "uriBaseId", ROOT);
  }

  /** From the place to the end of its line. */
  Map<String, Object> region(SourceLocation place) {
    int end = line(place.file(), place.line()).map(line -> line.length() + 1).orElse(1);
    return region(place.line(), place.column(), Math.max(end, place.column()));
  }

  /** A whole line without its end; empty when there is no such line. */
  Optional<Map<String, Object>> wholeLine(String file, int number) {
    return line(file, number).map(line -> region(number, 1, line.length() + 1));
  }

  private static Map<String, Object> region(int line, int from, int to) {
    return ImmutableMap.of(
        "startLine", line, "startColumn", from, "endLine", line, "endColumn", to);
  }

  private Optional<String> line(String file, int number) {
    List<String> all =
        lines.computeIfAbsent(
            file,
            path ->
                snapshot
                    .file(path)
                    .or(() -> Optional.ofNullable(snapshot.repository().get(path)))
                    .map(SourceFile::text)
                    .map(text -> text.lines().toList())
                    .orElse(List.of()));
    return number <= all.size() ? Optional.of(all.get(number - 1)) : Optional.empty();
  }

  private static String encoded(String path) {
    // halves of characters are replaced, as they are wherever text becomes bytes
    String text = new String(path.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    return Arrays.stream(text.split("/", -1))
        .map(SEGMENT::escape)
        .map(segment -> segment.replace(":", "%3A")) // else the first one might be a scheme
        .collect(Collectors.joining("/"));
  }
}
