package io.productionguardian.source;

import io.productionguardian.document.Document.Fault;
import io.productionguardian.document.Document.Limits;
import io.productionguardian.document.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Collects a repository's files, and chooses those that a service is deployed with. */
final class RepositoryFiles {

  /** The first bytes of a file as text. */
  private interface Head {
    String text() throws IOException;
  }

  private record Candidate(boolean readable, Head head, Consumer<SnapshotFiles> addTo) {}

  private final NavigableMap<String, Candidate> candidates = new TreeMap<>();

  void add(SourceFile file) {
    candidate(
        file.path(),
        new Candidate(
            file.fault().isEmpty(),
            () -> file.head(DeploymentFiles.HEAD),
            files -> files.take(file)));
  }

  void add(String path, long size, EpicSnapshot.Content content) {
    candidate(
        path, new Candidate(true, () -> head(content), files -> files.read(path, size, content)));
  }

  private static String head(EpicSnapshot.Content content) throws IOException {
    byte[] head = content.read(DeploymentFiles.HEAD);
    int length = Math.min(DeploymentFiles.HEAD, head.length);
    return new String(head, 0, length, StandardCharsets.UTF_8);
  }

  private void candidate(String path, Candidate candidate) {
    SnapshotPath.check(path);
    if (candidates.putIfAbsent(path, candidate) != null) {
      throw new SnapshotException(
          "Two files of the repository have the path \"" + SnapshotPath.shown(path) + "\"");
    }
  }

  /** Those that are deployed with, in the order of their paths. */
  NavigableMap<String, SourceFile> within(Limits limits) {
    SnapshotFiles chosen =
        new SnapshotFiles(
            limits,
            DeploymentFiles.MOST,
            SourceFile.unread(
                "(more deploy files)",
                Fault.Kind.LIMIT,
                "more than " + DeploymentFiles.MOST + " deploy files; the rest is not read"));
    candidates.forEach(
        (path, candidate) -> {
          if (isChosen(path, candidate)) {
            candidate.addTo().accept(chosen);
          }
        });
    return chosen.byPath();
  }

  private boolean isChosen(String path, Candidate candidate) {
    return !candidate.readable() // then nobody knows what is in it
        || DeploymentFiles.isOne(path, candidates::containsKey)
        || (DeploymentFiles.mayBeOne(path, candidates::containsKey) && looksLikeOne(candidate));
  }

  private static boolean looksLikeOne(Candidate candidate) {
    try {
      return DeploymentFiles.looksLikeOne(candidate.head().text());
    } catch (IOException e) {
      return true; // then it is read, which tells why it cannot be
    }
  }
}
