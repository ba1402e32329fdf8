package io.productionguardian;

import com.google.common.collect.ImmutableList;
import io.productionguardian.document.Document;
import io.productionguardian.document.Document.Limits;
import io.productionguardian.dossier.DecisionInputs;
import io.productionguardian.dossier.LogEntry;
import io.productionguardian.model.EpicLayout;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apiguardian.api.API;

/**
 * A decision with all files that carry it out. Only {@link Renderers} make one, from an assessment:
 * an approval has no message of a veto, a veto nothing that can be deployed, and the line of the
 * decision log states the decision that was made.
 *
 * @since 0.1.0
 */
@API(status = API.Status.STABLE, since = "0.1.0")
public final class Release {

  private final Assessment assessment;
  private final List<RenderedFile> files;
  private final RenderedFile logLine;

  private Release(Assessment assessment, List<RenderedFile> files, RenderedFile logLine) {
    this.assessment = assessment;
    this.files = files;
    this.logLine = logLine;
  }

  /** A file, and who wrote it. */
  record Written(Renderer by, RenderedFile file) {}

  /**
   * Puts a release together. What agents wrote where a file goes is kept beside it as a draft.
   *
   * @throws MisconfiguredException if two renderers write one file, or none or several write the
   *     line of the decision log
   * @throws RenderException if a file may not be in a release of that decision, or the line states
   *     another decision
   */
  static Release of(Assessment assessment, List<Written> written) {
    Map<String, RenderedFile> files = new TreeMap<>();
    List<Written> logLines = new ArrayList<>();
    List<String> faults = new ArrayList<>();
    for (Written one : written) {
      RenderedFile file = one.file();
      if (file.appended()) {
        logLines.add(one);
      } else if (files.putIfAbsent(file.path(), file) != null) {
        faults.add(file.path() + " is written by two renderers: " + names(written));
      }
    }
    if (logLines.size() != 1) {
      faults.add(
          "Expected one renderer to write the line of the decision log, but "
              + logLines.size()
              + " do: "
              + names(written));
    }
    if (!faults.isEmpty()) {
      throw new MisconfiguredException(faults);
    }
    for (Written one : written) {
      refusal(assessment, one.file())
          .ifPresent(
              why -> {
                throw RenderException.refused(one.by(), one.file().path(), why);
              });
    }
    drafts(assessment, files).forEach(draft -> files.put(draft.path(), draft));
    return new Release(assessment, ImmutableList.copyOf(files.values()), logLines.get(0).file());
  }

  private static List<String> names(List<Written> written) {
    return written.stream().map(one -> one.by().getClass().getName()).distinct().sorted().toList();
  }

  private static Optional<String> refusal(Assessment assessment, RenderedFile file) {
    return file.appended()
        ? Optional.of("it does not state the decision").filter(why -> !states(file, assessment))
        : ReleasePlaces.refusal(file.path(), assessment.approved());
  }

  /** Whether a line of the log is one entry of devops about that decision. */
  private static boolean states(RenderedFile line, Assessment assessment) {
    Document read =
        Document.read(line.path(), line.content(), Document.Format.JSON_LINES, Limits.STANDARD);
    return read.faults().isEmpty()
        && read.root()
            .map(LogEntry::of)
            .filter(LogEntry::byDevops)
            .filter(
                it ->
                    it.decision().equals(Optional.of(assessment.decision().wireName()))
                        && it.epicId().equals(Optional.of(assessment.epic().value()))
                        && it.iteration().equals(Optional.of(assessment.iteration())))
            .isPresent();
  }

  private static List<RenderedFile> drafts(Assessment assessment, Map<String, RenderedFile> files) {
    return files.keySet().stream()
        .filter(path -> path.startsWith(EpicLayout.ARTIFACTS))
        .flatMap(path -> assessment.dossier().snapshot().file(path).stream())
        .filter(replaced -> replaced.fault().isEmpty() && !DecisionInputs.isGenerated(replaced))
        .map(replaced -> RenderedFile.of(EpicLayout.draftOf(replaced.path()), replaced.content()))
        .sorted(Comparator.comparing(RenderedFile::path))
        .toList();
  }

  /** The decision. */
  public Assessment assessment() {
    return assessment;
  }

  /** The files that take their places, by path. */
  public List<RenderedFile> files() {
    return files;
  }

  /** The line that commits them. */
  public RenderedFile logLine() {
    return logLine;
  }
}
