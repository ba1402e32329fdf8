package io.productionguardian.rules.standard.input;

import io.productionguardian.document.Document.Fault;
import io.productionguardian.document.SourceFile;
import io.productionguardian.dossier.Dossier;
import io.productionguardian.dossier.LogEntry;
import io.productionguardian.dossier.Message;
import io.productionguardian.model.Agent;
import io.productionguardian.model.EpicLayout;
import io.productionguardian.model.Stance;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a fault in a file may conceal. */
final class Faults {

  private static final String OWN_INBOX = EpicLayout.INBOX + Agent.DEVOPS.wireName() + "/";

  /** Alert rules, in whose annotations Prometheus fills in values itself. */
  private static final Pattern ANNOTATED = Pattern.compile("(?m)^\\s{0,40}+-?\\s{0,4}+expr:");

  /** Lines that a chart's templates have, and alert rules do not. */
  private static final Pattern TEMPLATED =
      Pattern.compile("(?m)^\\s{0,40}+\\{[{%]|\\{\\{-|\\{\\{ ?\\.(?:Values|Release|Chart)");

  private Faults() {}

  /** Whether it lies in one of the three artifacts that a release needs. */
  static boolean inRequiredArtifact(Fault fault) {
    return EpicLayout.REQUIRED.stream()
        .map(EpicLayout::artifact)
        .anyMatch(fault.place().file()::equals);
  }

  /** Whether it lies in alert rules: Prometheus refuses the whole file of them. */
  static boolean inAlertRules(Dossier dossier, Fault fault) {
    return Optional.ofNullable(dossier.inputs().repository().get(fault.place().file()))
        .map(SourceFile::text)
        .filter(text -> text.contains("alert:") && ANNOTATED.matcher(text).find())
        .isPresent();
  }

  /** Whether it lies in a deploy file, beside others that show how the service is deployed. */
  static boolean besideWhatIsDeployed(Dossier dossier, Fault fault) {
    String file = fault.place().file();
    return dossier.inputs().repository().containsKey(file)
        && dossier.containers().stream()
            .anyMatch(container -> !container.node().file().equals(file));
  }

  /** Whether it lies in a deploy file that some tool fills in before it is YAML. */
  static boolean inTemplate(Dossier dossier, Fault fault) {
    return fault.kind() == Fault.Kind.UNPARSABLE
        && Optional.ofNullable(dossier.inputs().repository().get(fault.place().file()))
            .map(SourceFile::text)
            .filter(text -> text.contains("{{") || text.contains("{%"))
            .filter(text -> !ANNOTATED.matcher(text).find() || TEMPLATED.matcher(text).find())
            .isPresent();
  }

  /** Whether it is what the rules on evidence and on conflict markers name. */
  static boolean isOfEvidence(Fault fault) {
    String file = fault.place().file();
    return fault.kind() == Fault.Kind.CONFLICT_MARKER
        ? file.startsWith(EpicLayout.ARTIFACTS)
        : fault.kind().losesContent()
            && (file.startsWith(EpicLayout.EVIDENCE) || isAround(file, EpicLayout.EVIDENCE));
  }

  /**
   * Whether what is lost may be another agent's veto. It is none when reading came as far as the
   * type of the message or the decision of the entry and that is another one.
   */
  static boolean mayHideVeto(Dossier dossier, Fault fault) {
    if (!fault.kind().losesContent()) {
      return false;
    }
    String file = fault.place().file();
    boolean ambiguous = fault.kind() == Fault.Kind.DUPLICATE_KEY;
    if (file.equals(EpicLayout.DECISION_LOG)) {
      Optional<LogEntry> entry =
          brokenEntry(dossier, fault).filter(it -> it.decision().isPresent());
      return ambiguous
          || entry.isEmpty()
          || entry.get().stance() == Stance.OBJECTION
          || mayObject(skipped(dossier, fault));
    }
    if (file.startsWith(OWN_INBOX)) {
      Optional<Message> read =
          dossier.messages().stream()
              .filter(message -> message.node().file().equals(file))
              .reduce((first, second) -> second)
              .filter(message -> message.type().isPresent());
      return ambiguous
          || read.isEmpty()
          || read.get().stance() == Stance.OBJECTION
          || mayObject(rest(dossier, fault));
    }
    return file.equals(EpicLayout.MORE_FILES) || isAround(file, OWN_INBOX);
  }

  /**
   * Whether that folder, or one that it lies in, is a link or the like, so that nothing is read.
   */
  private static boolean isAround(String file, String folder) {
    return folder.startsWith(file + "/");
  }

  /** Longer texts are not looked through: nobody knows what they hold. */
  private static final int LONGEST = 20_000;

  private static boolean mayObject(String lost) {
    return lost.length() > LONGEST || Stance.inProse(lost);
  }

  /** What is lost of a message from the line of the fault on. */
  private static String rest(Dossier dossier, Fault fault) {
    return dossier
        .inputs()
        .file(fault.place().file())
        .map(
            file ->
                file.text()
                    .lines()
                    .skip(Math.max(0, fault.place().line() - 1L))
                    .collect(Collectors.joining("\n")))
        .orElse("");
  }

  /** What is lost of the line where an entry breaks off. */
  private static String skipped(Dossier dossier, Fault fault) {
    return dossier
        .inputs()
        .file(fault.place().file())
        .flatMap(file -> file.text().lines().skip(fault.place().line() - 1L).findFirst())
        .map(line -> line.substring(Math.min(line.length(), fault.place().column() - 1)))
        .orElse("");
  }

  /** The entry that breaks off where the fault is. */
  private static Optional<LogEntry> brokenEntry(Dossier dossier, Fault fault) {
    return dossier.log().stream()
        .filter(entry -> entry.node().line() <= fault.place().line())
        .reduce((first, second) -> second)
        .filter(entry -> !entry.node().complete());
  }
}
