package io.productionguardian.dossier;

import com.google.common.collect.ImmutableSortedMap;
import io.productionguardian.document.Document;
import io.productionguardian.document.Document.Limits;
import io.productionguardian.document.SourceFile;
import io.productionguardian.model.EpicLayout;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;

/** Which files are read as which format. */
final class DocumentReading {

  private DocumentReading() {}

  /** Among agents' files the content tells what a name does not; of others the name is all. */
  private static Optional<Document.Format> formatOf(String path, SourceFile file) {
    return path.startsWith(EpicLayout.EVIDENCE) || path.startsWith(EpicLayout.INBOX)
        ? Document.Format.of(file)
            .filter(format -> file.fault().isEmpty() || Document.Format.of(path).isPresent())
        : Document.Format.of(path);
  }

  static NavigableMap<String, Document> of(Map<String, SourceFile> files, Limits limits) {
    ImmutableSortedMap.Builder<String, Document> documents = ImmutableSortedMap.naturalOrder();
    files.forEach(
        (path, file) ->
            formatOf(path, file)
                .ifPresent(format -> documents.put(path, read(file, format, limits))));
    return documents.buildOrThrow();
  }

  /** Tools write JSON Lines under the name of JSON, so among evidence the content tells. */
  private static Document read(SourceFile file, Document.Format format, Limits limits) {
    Document read = file.read(format, limits);
    if (format == Document.Format.JSON
        && file.path().startsWith(EpicLayout.EVIDENCE)
        && !read.complete()
        && !read.roots().isEmpty()) {
      Document lines = file.read(Document.Format.JSON_LINES, limits);
      return lines.complete() && lines.roots().size() > 1 ? lines : read;
    }
    return read;
  }
}
