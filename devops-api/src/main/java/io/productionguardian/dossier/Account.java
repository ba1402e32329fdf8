package io.productionguardian.dossier;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Multimaps;
import io.productionguardian.document.Document;
import io.productionguardian.document.Document.Fault;
import io.productionguardian.document.SourceFile;
import io.productionguardian.dossier.DecisionInputs.Accounted;
import io.productionguardian.dossier.DecisionInputs.Accounted.Role;
import io.productionguardian.dossier.Deployed.Container;
import io.productionguardian.dossier.Reported.ScanReport;
import io.productionguardian.dossier.Reported.Seen;
import io.productionguardian.dossier.Reported.TestRun;
import io.productionguardian.dossier.Reported.VexStatement;
import io.productionguardian.model.EpicLayout;
import io.productionguardian.text.Times;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says of every file what it was taken for, so that nothing is overlooked in silence. */
final class Account {

  static final Function<Dossier, List<Accounted>> OF = dossier -> new Account(dossier).entries();

  /** Artifacts of the team that rules read, or that agents write for one another. */
  private static final Set<String> ARTIFACTS =
      Set.of(
          "review.json",
          "implementation.json",
          "plan.json",
          "deployment.json",
          "architecture.json",
          "requirements.json",
          "tasks.json");

  private final Dossier dossier;
  private final ImmutableListMultimap<String, Evidence> evidence;
  private final Map<String, Fault> lost;
  private final Set<Evidence> own;

  private Account(Dossier dossier) {
    this.dossier = dossier;
    evidence = Multimaps.index(dossier.evidence(Evidence.class), shown -> shown.node().file());
    lost =
        Stream.concat(dossier.evidenceFaults().stream(), dossier.faults().stream())
            .filter(fault -> fault.kind().losesContent())
            .collect(
                Collectors.toMap(
                    fault -> fault.place().file(), fault -> fault, (one, other) -> one));
    own =
        Stream.concat(dossier.ownScans().stream(), dossier.containers().stream())
            .collect(Collectors.toSet());
  }

  private List<Accounted> entries() {
    return Stream.concat(
            dossier.snapshot().files().values().stream().map(this::ofEpic),
            dossier.snapshot().repository().values().stream().map(this::ofRepository))
        .collect(ImmutableList.toImmutableList());
  }

  private Accounted ofEpic(SourceFile file) {
    String path = file.path();
    if (DecisionInputs.isGenerated(file)) {
      return read(file, "an earlier release's file");
    }
    Optional<String> draftOf = DecisionInputs.original(path);
    if (draftOf.isPresent()
        && dossier.inputs().file(draftOf.get()).filter(file::equals).isEmpty()) {
      return of(file, Role.HARMLESS, "a draft that another file replaces");
    }
    String counts = draftOf.orElse(path);
    Optional<String> unread = unread(file, counts);
    if (ReadingFaults.isHarmless(file) && file.fault().isEmpty()) {
      return of(file, Role.HARMLESS, "nothing that counts");
    }
    if (unread.isPresent()) {
      return notRead(file, unread.get());
    }
    if (path.equals(EpicLayout.DECISION_LOG)) {
      return read(file, "the decision log, " + dossier.log().size() + " entries");
    }
    if (path.startsWith(EpicLayout.INBOX)) {
      return message(file);
    }
    if (path.equals(EpicLayout.ROLLBACK_DRILL)) {
      return read(file, "the record of a rollback drill");
    }
    if (path.startsWith(EpicLayout.EVIDENCE)) {
      return evidence.containsKey(path)
          ? shown(file)
          : of(file, Role.HARMLESS, "text that is no report");
    }
    if (counts.startsWith(EpicLayout.ARTIFACTS)) {
      String name = counts.substring(EpicLayout.ARTIFACTS.length());
      if (ARTIFACTS.contains(name) || EpicLayout.isReleased(counts)) {
        return read(file, "the artifact " + name);
      }
    }
    return dossier.documents().containsKey(counts) || file.isBinary()
        ? notRead(file, "no rule reads it")
        : of(file, Role.HARMLESS, "text");
  }

  private Optional<String> unread(SourceFile file, String counts) {
    return file.fault().or(() -> Optional.ofNullable(lost.get(counts))).map(Fault::message);
  }

  private Accounted message(SourceFile file) {
    List<Message> messages =
        dossier.messages().stream()
            .filter(message -> message.node().file().equals(file.path()))
            .toList();
    return messages.isEmpty()
        ? of(file, Role.HARMLESS, "text")
        : new Accounted(
            file.path(),
            Role.READ,
            messages.size() == 1 ? "a message" : messages.size() + " messages",
            messages.stream().flatMap(message -> message.from().stream()).findFirst(),
            messages.stream()
                .flatMap(message -> message.time().stream())
                .flatMap(time -> Times.day(time.toString()).stream())
                .findFirst(),
            Optional.empty(),
            file.sha256());
  }

  private Accounted ofRepository(SourceFile file) {
    if (DecisionInputs.isOwnWorkflow(file)) {
      return read(file, "an earlier release's workflow");
    }
    Optional<String> unread =
        file.fault()
            .or(
                () ->
                    Optional.ofNullable(dossier.deployFiles().get(file.path())).stream()
                        .map(Document::faults)
                        .flatMap(Collection::stream)
                        .filter(fault -> fault.kind().losesContent())
                        .filter(fault -> fault.kind() != Fault.Kind.EMPTY)
                        .findFirst())
            .map(Fault::message);
    if (unread.isPresent()) {
      return notRead(file, unread.get());
    }
    if (evidence.containsKey(file.path())) {
      return shown(file);
    }
    return ReadingFaults.isHarmless(file)
        ? of(file, Role.HARMLESS, "nothing that counts")
        : read(file, "a deploy file without a workload");
  }

  /** A file of nothing but what is about others is foreign. */
  private Accounted shown(SourceFile file) {
    List<Evidence> here = evidence.get(file.path());
    List<Evidence> subjects =
        here.stream().filter(it -> it instanceof ScanReport || it instanceof Container).toList();
    boolean foreign = !subjects.isEmpty() && subjects.stream().noneMatch(own::contains);
    return new Accounted(
        file.path(),
        foreign ? Role.FOREIGN : Role.READ,
        here.stream().map(Account::kind).distinct().collect(Collectors.joining(", ")),
        subjects.stream().flatMap(it -> subject(it).stream()).findFirst(),
        here.stream().flatMap(it -> day(it).stream()).findFirst(),
        Optional.empty(),
        file.sha256());
  }

  private static String kind(Evidence shown) {
    if (shown instanceof ScanReport scan) {
      return "a report of " + scan.tool();
    }
    if (shown instanceof Seen seen) {
      return seen.format();
    }
    if (shown instanceof VexStatement) {
      return "VEX statements";
    }
    if (shown instanceof TestRun) {
      return "test results";
    }
    if (shown instanceof Container container) {
      return container.platform() == Container.Platform.COMPOSE
          ? "a compose file"
          : "a Kubernetes workload";
    }
    return shown.getClass().isRecord() ? shown.getClass().getSimpleName() : "evidence";
  }

  private static Optional<String> subject(Evidence shown) {
    return shown instanceof ScanReport scan
        ? scan.image()
        : shown instanceof Container container
            ? Optional.of(container.workload())
            : Optional.empty();
  }

  private static Optional<LocalDate> day(Evidence shown) {
    return shown instanceof ScanReport scan ? scan.day() : Optional.empty();
  }

  private static Accounted read(SourceFile file, String as) {
    return of(file, Role.READ, as);
  }

  private static Accounted of(SourceFile file, Role role, String as) {
    return new Accounted(
        file.path(), role, as, Optional.empty(), Optional.empty(), Optional.empty(), file.sha256());
  }

  private static Accounted notRead(SourceFile file, String reason) {
    return new Accounted(
        file.path(),
        Role.UNREAD,
        "unknown",
        Optional.empty(),
        Optional.empty(),
        Optional.of(reason),
        file.sha256());
  }
}
