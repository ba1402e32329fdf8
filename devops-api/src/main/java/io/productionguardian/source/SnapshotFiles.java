package io.productionguardian.source;

import com.google.common.collect.ImmutableSortedMap;
import io.productionguardian.document.Document.Fault;
import io.productionguardian.document.Document.Limits;
import io.productionguardian.document.SourceFile;
import io.productionguardian.model.EpicLayout;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Collects the files of a snapshot within its limits, be they of the epic or of its repository. */
final class SnapshotFiles {

  private final Limits limits;
  private final int most;
  private final SourceFile theRest;
  private final Map<String, SourceFile> byPath = new TreeMap<>();
  private final Map<String, String> byFolded = new HashMap<>();
  private long bytes;

  /**
   * Begins.
   *
   * @param most how many files are taken
   * @param theRest what stands for all further ones
   */
  SnapshotFiles(Limits limits, int most, SourceFile theRest) {
    this.limits = limits;
    this.most = most;
    this.theRest = theRest;
  }

  /** Reads a file unless it is over a limit, which is then told instead. */
  void read(String path, long size, EpicSnapshot.Content content) {
    if (isRoom()) {
      long longest = longest(path);
      put(overLimit(path, size).orElseGet(() -> readWithin(path, longest, content)));
    }
  }

  /** Takes a file that was read before, or one that could not be. */
  void take(SourceFile file) {
    if (isRoom()) {
      put(file.fault().isPresent() ? file : overLimit(file.path(), file.size()).orElse(file));
    }
  }

  private boolean isRoom() {
    if (byPath.size() < most) {
      return true;
    }
    byPath.put(theRest.path(), theRest);
    return false;
  }

  private long longest(String path) {
    return path.equals(EpicLayout.DECISION_LOG) ? limits.logBytes() : limits.fileBytes();
  }

  boolean has(String path) {
    return byPath.containsKey(path);
  }

  NavigableMap<String, SourceFile> byPath() {
    return ImmutableSortedMap.copyOf(byPath);
  }

  private Optional<SourceFile> overLimit(String path, long size) {
    long longest = longest(path);
    if (size > longest) {
      return Optional.of(overLimit(path, "has " + size + " bytes, more than " + longest));
    }
    if (bytes + size > limits.totalBytes()) {
      return Optional.of(
          overLimit(path, "there are more than " + limits.totalBytes() + " bytes in all"));
    }
    return Optional.empty();
  }

  private static SourceFile readWithin(String path, long longest, EpicSnapshot.Content content) {
    try {
      byte[] read = content.read(Math.toIntExact(longest) + 1);
      return read.length > longest
          ? overLimit(path, "grew beyond " + longest + " bytes while it was read")
          : SourceFile.of(path, read);
    } catch (IOException e) {
      return SourceFile.unread(path, Fault.Kind.NOT_A_FILE, "cannot be read");
    }
  }

  private static SourceFile overLimit(String path, String message) {
    return SourceFile.unread(path, Fault.Kind.LIMIT, message);
  }

  private void put(SourceFile file) {
    bytes += file.size();
    String path = file.path();
    if (byPath.putIfAbsent(path, file) != null) {
      throw new SnapshotException("Two files have the path \"" + SnapshotPath.shown(path) + "\"");
    }
    String folded = SnapshotPath.folded(path);
    String other = byFolded.putIfAbsent(folded, path);
    if (other != null && isLookedUp(folded)) {
      throw new SnapshotException(
          "The paths \""
              + SnapshotPath.shown(other)
              + "\" and \""
              + SnapshotPath.shown(path)
              + "\" differ only in the case or form of letters; one would hide the other");
    }
  }

  private static boolean isLookedUp(String folded) {
    return folded.startsWith(EpicLayout.MESSAGES)
        || folded.startsWith(EpicLayout.EVIDENCE)
        || (folded.startsWith(EpicLayout.ARTIFACTS) && folded.endsWith(".json"));
  }
}
