package io.productionguardian.dossier;

import com.google.common.collect.ImmutableList;
import io.productionguardian.document.Document.Fault;
import io.productionguardian.document.Node;
import io.productionguardian.document.SourceFile;
import io.productionguardian.document.SourceLocation;
import io.productionguardian.model.EpicLayout;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What could not be read. */
final class ReadingFaults {

  static final Function<Dossier, List<Fault>> OF = ReadingFaults::of;

  static final Function<Dossier, List<Fault>> OF_EVIDENCE = ReadingFaults::ofEvidence;

  private ReadingFaults() {}

  /** All faults of all files of the epic, by place. */
  static List<Fault> of(Dossier dossier) {
    return Stream.concat(
            dossier.documents().values().stream().flatMap(document -> document.faults().stream()),
            dossier.inputs().files().entrySet().stream()
                .filter(input -> !dossier.documents().containsKey(input.getKey()))
                .flatMap(
                    input -> input.getValue().fault().or(() -> unread(input.getValue())).stream()))
        .collect(ImmutableList.toImmutableList());
  }

  /** A file of it, or a folder above that is a link or the like, so that nothing in it is read. */
  private static boolean mayHaveEvidence(String path) {
    return path.startsWith(EpicLayout.EVIDENCE) || EpicLayout.EVIDENCE.startsWith(path + "/");
  }

  /** What could not be read of evidence and deploy files, by place. */
  static List<Fault> ofEvidence(Dossier dossier) {
    return Stream.of(
            dossier.evidenceFailures().stream(),
            unknownReports(dossier),
            dossier.deployFiles().values().stream()
                .flatMap(document -> document.faults().stream())
                .filter(fault -> fault.kind() != Fault.Kind.EMPTY), // which deploys nothing
            dossier.inputs().repository().values().stream()
                .filter(file -> !dossier.deployFiles().containsKey(file.path()))
                .flatMap(file -> file.fault().stream()),
            dossier.faults().stream().filter(fault -> mayHaveEvidence(fault.place().file())))
        .flatMap(faults -> faults)
        .distinct()
        .sorted(Comparator.comparing(Fault::place))
        .collect(ImmutableList.toImmutableList());
  }

  private static final String DEVOPS_INBOX = EpicLayout.INBOX + "devops/";

  /** Kinds of files that say nothing here, by their ending. */
  private static final Pattern PICTURE =
      Pattern.compile("(?i).*\\.(?:png|jpe?g|gif|webp|ico)", Pattern.DOTALL);

  /** What PNG, JPEG, GIF and icons begin with. */
  private static final List<String> PICTURES =
      List.of("\u0089PNG", "\u00ff\u00d8\u00ff", "GIF8", "\0\0\1\0");

  private static final Pattern HARMLESS_NAME =
      Pattern.compile("(?:.*/)?(?:\\.gitkeep|\\.gitignore|\\.DS_Store)", Pattern.DOTALL);

  /** What may hide a veto or a finding, since nobody knows what it is. */
  private static Optional<Fault> unread(SourceFile file) {
    String path = file.path();
    boolean inbox = path.startsWith(DEVOPS_INBOX);
    boolean data = path.startsWith(EpicLayout.EVIDENCE) && file.isBinary();
    return (inbox || data) && !isHarmless(file)
        ? Optional.of(
            new Fault(SourceLocation.of(path), Fault.Kind.UNREAD, "no reader knows what it is"))
        : Optional.empty();
  }

  /** Whether a file says nothing wherever it lies: nothing in it, a picture, a file of tools. */
  static boolean isHarmless(SourceFile file) {
    return file.size() == 0
        || file.text().isBlank()
        || HARMLESS_NAME.matcher(file.path()).matches()
        || (PICTURE.matcher(file.path()).matches() && isPicture(file));
  }

  /** By its first bytes, as a name is only a hint: a veto in UTF-16 may be called a picture. */
  private static boolean isPicture(SourceFile file) {
    byte[] content = file.content();
    String head = new String(content, 0, Math.min(content.length, 12), StandardCharsets.ISO_8859_1);
    return PICTURES.stream().anyMatch(head::startsWith)
        || (head.startsWith("RIFF") && head.endsWith("WEBP"));
  }

  /** Data below evidence/ that shows nothing to any source. */
  private static Stream<Fault> unknownReports(Dossier dossier) {
    if (dossier.sources().isEmpty()) {
      return Stream.empty();
    }
    Set<String> known = dossier.filesWithEvidence();
    return dossier.documents().values().stream()
        .filter(document -> document.file().startsWith(EpicLayout.EVIDENCE))
        .filter(document -> !document.file().equals(EpicLayout.ROLLBACK_DRILL))
        .filter(document -> document.complete() && !document.roots().isEmpty())
        .flatMap(document -> document.roots().stream())
        .filter(root -> !known.contains(key(root)))
        .map(
            root ->
                new Fault(root.place(), Fault.Kind.UNREAD, "no reader knows what this report is"));
  }

  /** Which document of which file. */
  static String key(Node root) {
    return root.file() + ":" + root.line();
  }
}
