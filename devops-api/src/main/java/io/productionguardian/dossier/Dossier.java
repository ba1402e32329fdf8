package io.productionguardian.dossier;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import io.productionguardian.document.Document;
import io.productionguardian.document.Document.Fault;
import io.productionguardian.document.Document.Limits;
import io.productionguardian.document.Node;
import io.productionguardian.document.SourceFile;
import io.productionguardian.document.SourceLocation;
import io.productionguardian.dossier.Deployed.Container;
import io.productionguardian.dossier.Reported.ScanReport;
import io.productionguardian.dossier.Reported.VexStatement;
import io.productionguardian.dossier.Reported.Vulnerability;
import io.productionguardian.dossier.Review.QualityVerdict;
import io.productionguardian.dossier.Review.SecurityScan;
import io.productionguardian.model.CommandLine;
import io.productionguardian.model.EpicId;
import io.productionguardian.model.EpicLayout;
import io.productionguardian.model.Monitoring.Alert;
import io.productionguardian.model.Monitoring.Dashboard;
import io.productionguardian.model.Monitoring.Metric;
import io.productionguardian.model.Monitoring.Slo;
import io.productionguardian.model.Placeholder;
import io.productionguardian.model.Rollback;
import io.productionguardian.model.Rollback.RollbackDrill;
import io.productionguardian.model.Runbook;
import io.productionguardian.model.Service;
import io.productionguardian.model.Service.Probe;
import io.productionguardian.model.Service.Resources;
import io.productionguardian.model.Service.Scaling;
import io.productionguardian.model.Stage;
import io.productionguardian.model.Strategy;
import io.productionguardian.schema.SchemaName;
import io.productionguardian.schema.Schemas;
import io.productionguardian.source.EpicSnapshot;
import io.productionguardian.text.TextParsing;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * All that an epic's files say, read once and immutable.
 *
 * @since 0.1.0
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public final class Dossier {

  /** The artifacts without which nothing is decided for a release. */
  public static final List<String> REQUIRED = ImmutableList.of("review", "implementation", "plan");

  /** The record of a rollback drill that is a file of its own, below the epic folder. */
  public static final String ROLLBACK_DRILL = EpicLayout.EVIDENCE + "rollback_drill.json";

  /** Iterations are 1, 2 or 3. */
  public static final int LAST_ITERATION = 3;

  private static final ImmutableMap<String, SchemaName> ARTIFACT_SCHEMAS =
      ImmutableMap.of(
          "review", SchemaName.REVIEW,
          "implementation", SchemaName.IMPLEMENTATION,
          "plan", SchemaName.PLAN,
          "deployment", SchemaName.OPERATIONS);

  private final EpicSnapshot snapshot;
  private final List<EvidenceSource> sources;
  private final DecisionInputs inputs;
  private final NavigableMap<String, Document> documents;
  private final List<Message> messages;
  private final List<LogEntry> log;
  private final List<LogEntry> ownLog;
  private final Operations operations;
  private final Map<String, List<Fault>> schemaViolations;
  private final NavigableMap<String, Document> deployFiles;
  private final EvidenceSet exhibits;

  // What many rules and renderers ask for, some for each entry of a log

  private final Supplier<Integer> iteration = Suppliers.memoize(this::findIteration);

  private final Supplier<List<Fault>> faults = Suppliers.memoize(this::findFaults);

  private final Supplier<List<Fault>> evidenceFaults = Suppliers.memoize(this::findEvidenceFaults);

  private final Supplier<List<Container>> containers = Suppliers.memoize(this::findContainers);

  private final Supplier<List<Vulnerability>> vulnerabilities =
      Suppliers.memoize(this::findVulnerabilities);

  private final Supplier<List<QualityVerdict>> qualityStatements =
      Suppliers.memoize(
          () -> root("review").map(ReviewReader::statements).orElse(ImmutableList.of()));

  private final Supplier<Optional<Sourced<SecurityScan>>> securityScan =
      Suppliers.memoize(() -> root("review").flatMap(ReviewReader::securityScan));

  private final Supplier<List<String>> missingFromRunbook =
      Suppliers.memoize(this::findMissingFromRunbook);

  private final ConcurrentMap<Function<? super Dossier, ?>, Object> derived =
      new ConcurrentHashMap<>();

  private Dossier(EpicSnapshot snapshot, List<EvidenceSource> sources) {
    this.snapshot = snapshot;
    this.sources = sources;
    inputs = DecisionInputs.of(snapshot);
    documents = documents(inputs.files(), snapshot.limits());
    deployFiles = documents(inputs.repository(), snapshot.limits());
    messages =
        documents.values().stream()
            .filter(document -> document.file().startsWith(EpicLayout.INBOX))
            .flatMap(
                document ->
                    document.root().map(root -> Message.of(root, inbox(document.file()))).stream())
            .collect(ImmutableList.toImmutableList());
    log =
        document(EpicLayout.DECISION_LOG).map(Document::roots).orElse(ImmutableList.of()).stream()
            .map(LogEntry::of)
            .collect(ImmutableList.toImmutableList());
    String own = snapshot.epic().value();
    ownLog =
        log.stream()
            .filter(entry -> entry.epicId().orElse(own).equals(own))
            .collect(ImmutableList.toImmutableList());
    operations =
        OperationsReader.read(
            Stream.of("implementation", "plan", "deployment")
                .flatMap(name -> root(name).stream())
                .collect(ImmutableList.toImmutableList()),
            document(ROLLBACK_DRILL).flatMap(Document::root));
    schemaViolations = schemaViolations();
    exhibits =
        EvidenceSet.read(
            Stream.concat(
                documents.values().stream().filter(Dossier::mayBeEvidence),
                deployFiles.values().stream()),
            sources);
  }

  /** Reads a snapshot, without sources of evidence: what agents say is all there is. */
  public static Dossier of(EpicSnapshot snapshot) {
    return of(snapshot, List.of());
  }

  /** Reads a snapshot and its evidence. */
  public static Dossier of(EpicSnapshot snapshot, Iterable<? extends EvidenceSource> sources) {
    return new Dossier(snapshot, ImmutableList.copyOf(sources));
  }

  /** What agents say to one another is no evidence, whatever it looks like. */
  private static boolean mayBeEvidence(Document document) {
    return document.file().startsWith(EpicLayout.ARTIFACTS)
        && ARTIFACT_SCHEMAS.keySet().stream()
            .noneMatch(name -> artifactPath(name).equals(document.file()));
  }

  // Files

  /** Whose files they are. */
  public EpicId epic() {
    return snapshot.epic();
  }

  /** The files that the decision is made from. */
  public DecisionInputs inputs() {
    return inputs;
  }

  /** All files, those of this project among them. */
  public EpicSnapshot snapshot() {
    return snapshot;
  }

  /** What could be read of each JSON, JSON Lines and YAML file among the inputs, by path. */
  public NavigableMap<String, Document> documents() {
    return documents;
  }

  /** The document that counts under a path below the epic folder. */
  public Optional<Document> document(String path) {
    return Optional.ofNullable(documents.get(path));
  }

  /** The artifact {@code <name>.json}, for instance {@code architecture}. */
  public Optional<Document> artifact(String name) {
    return document(artifactPath(name));
  }

  /** The root of an artifact that could be read whole and is an object. */
  public Optional<Node> root(String name) {
    return artifact(name)
        .filter(Document::complete)
        .flatMap(Document::root)
        .filter(root -> !root.members().isEmpty());
  }

  /** Where an artifact lies. */
  public static String artifactPath(String name) {
    return EpicLayout.ARTIFACTS + name + ".json";
  }

  /**
   * The place to name when an artifact lacks something: its root, or the file where it should be.
   */
  public SourceLocation placeOf(String artifact) {
    return root(artifact).map(Node::place).orElse(SourceLocation.of(artifactPath(artifact)));
  }

  /** The root of the first artifact that operational sections are looked for in. */
  public SourceLocation placeOfOperations() {
    return placeOf("implementation");
  }

  /**
   * What could be read of the files that the repository deploys with, by path below its root; files
   * of other formats than JSON, YAML and XML are only in {@link DecisionInputs#repository()}.
   */
  public NavigableMap<String, Document> deployFiles() {
    return deployFiles;
  }

  // Evidence

  /** Who was asked for evidence. */
  public List<EvidenceSource> sources() {
    return sources;
  }

  /** The evidence of one kind, by file and in each file's order. */
  public <T extends Evidence> List<T> evidence(Class<T> kind) {
    return exhibits.of(kind);
  }

  /** What could not be read of evidence and deploy files, by place. */
  public List<Fault> evidenceFaults() {
    return evidenceFaults.get();
  }

  /** A file of it, or a folder above that is a link or the like, so that nothing in it is read. */
  private static boolean mayHaveEvidence(String path) {
    return path.startsWith(EpicLayout.EVIDENCE) || EpicLayout.EVIDENCE.startsWith(path + "/");
  }

  private List<Fault> findEvidenceFaults() {
    return Stream.of(
            exhibits.failures().stream(),
            deployFiles.values().stream().flatMap(document -> document.faults().stream()),
            inputs.repository().values().stream()
                .filter(file -> !deployFiles.containsKey(file.path()))
                .flatMap(file -> file.fault().stream()),
            faults().stream().filter(fault -> mayHaveEvidence(fault.place().file())))
        .flatMap(faults -> faults)
        .distinct()
        .sorted(Comparator.comparing(Fault::place))
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * The containers of the service that is released: those that have its name or image; where there
   * are none, those of the workload that has its name, or else those that are built from the
   * repository. What stands beside them is somebody else's.
   */
  public List<Container> containers() {
    return containers.get();
  }

  private List<Container> findContainers() {
    Optional<Service> service = service().map(Sourced::value);
    return Stream.<Predicate<Container>>of(
            container -> service.filter(own -> is(container, own)).isPresent(),
            container -> service.filter(own -> container.workload().equals(own.name())).isPresent(),
            Container::built)
        .map(own -> evidence(Container.class).stream().filter(own).toList())
        .filter(own -> !own.isEmpty())
        .findFirst()
        .map(ImmutableList::copyOf)
        .orElse(ImmutableList.of());
  }

  private static boolean is(Container container, Service service) {
    return container.name().equals(service.name())
        || container
            .image()
            .flatMap(image -> service.image().filter(own -> bare(own).equals(bare(image.value()))))
            .isPresent();
  }

  /** An image reference without its tag and digest. */
  private static String bare(String image) {
    String name = image.replaceFirst("@.*", "");
    int colon = name.lastIndexOf(':');
    return colon > name.lastIndexOf('/') ? name.substring(0, colon) : name;
  }

  /** What scanners found, each suppressed that a VEX statement clears. */
  public List<Vulnerability> vulnerabilities() {
    return vulnerabilities.get();
  }

  private List<Vulnerability> findVulnerabilities() {
    List<VexStatement> statements =
        evidence(VexStatement.class).stream()
            .map(said -> isOfService(said) ? said.ofAll() : said)
            .collect(ImmutableList.toImmutableList());
    return evidence(ScanReport.class).stream()
        .flatMap(report -> report.vulnerabilities().stream())
        .map(found -> cleared(found, statements))
        .collect(ImmutableList.toImmutableList());
  }

  /** What is said of the service or its image is said of all that is in it. */
  private boolean isOfService(VexStatement said) {
    return !said.products().isEmpty()
        && service()
            .map(Sourced::value)
            .filter(
                service ->
                    said.products().stream()
                        .allMatch(
                            product ->
                                product.equals(service.name())
                                    || service
                                        .image()
                                        .map(Dossier::bare)
                                        .equals(Optional.of(bare(product)))))
            .isPresent();
  }

  /** A statement that it is affected outweighs every reason that it is not. */
  private static Vulnerability cleared(Vulnerability found, List<VexStatement> statements) {
    boolean affected =
        statements.stream()
            .anyMatch(
                said -> said.status() == VexStatement.Status.AFFECTED && said.concerns(found));
    if (affected) {
      return found.unsuppressed();
    }
    return found.suppression().isPresent()
        ? found
        : statements.stream()
            .filter(said -> said.clears(found))
            .findFirst()
            .map(
                said ->
                    found.suppressed(
                        said.justification().orElse(said.status().name().toLowerCase(Locale.ROOT))))
            .orElse(found);
  }

  /** All faults of all files of the epic, by place. */
  public List<Fault> faults() {
    return faults.get();
  }

  private List<Fault> findFaults() {
    return Stream.concat(
            documents.values().stream().flatMap(document -> document.faults().stream()),
            inputs.files().entrySet().stream()
                .filter(input -> !documents.containsKey(input.getKey()))
                .flatMap(input -> input.getValue().fault().stream()))
        .collect(ImmutableList.toImmutableList());
  }

  /** What the published schemas do not allow, by path. */
  public Map<String, List<Fault>> violations() {
    return schemaViolations;
  }

  // What the agents say

  /** What quality says for or against the release. */
  public List<QualityVerdict> qualityStatements() {
    return qualityStatements.get();
  }

  /** What quality says of security scanning. */
  public Optional<Sourced<SecurityScan>> securityScan() {
    return securityScan.get();
  }

  /** The messages of all inboxes, by path. */
  public List<Message> messages() {
    return messages;
  }

  /** The entries of the decision log in the file's order. */
  public List<LogEntry> log() {
    return log;
  }

  /** The log's entries for this epic; one that names no epic is taken for it. */
  public List<LogEntry> ownLog() {
    return ownLog;
  }

  /** The highest iteration of the log for this epic, or else the review's, or else 1. */
  public int statedIteration() {
    return Iterations.highest(ownLog().stream(), root("review"));
  }

  /** The last entry of devops for this epic. */
  public Optional<LogEntry> lastDevopsEntry() {
    return ownLog().stream().filter(LogEntry::byDevops).reduce((first, second) -> second);
  }

  /**
   * Which iteration this decision is for: the stated one, or the next when that one holds a veto of
   * devops and the inputs have changed since; may be above 3.
   */
  public int iteration() {
    return iteration.get();
  }

  private int findIteration() {
    int stated = statedIteration();
    boolean vetoed =
        ownLog().stream()
            .filter(entry -> entry.byDevops() && entry.iteration().orElse(0) == stated)
            .reduce((first, second) -> second)
            .filter(entry -> entry.decision().equals(Optional.of("veto")))
            .filter(entry -> !entry.detail("inputs_sha256").equals(Optional.of(inputs.sha256())))
            .isPresent();
    return vetoed ? Math.min(stated, 1_000_000) + 1 : stated;
  }

  // How the service is to be run

  /** Stages that a file says are left out. */
  public List<Sourced<String>> skippedStages() {
    return operations.skippedStages();
  }

  /** What no file states and is used all the same. */
  public List<AppliedDefault> appliedDefaults() {
    return operations.defaults();
  }

  /** Values that mean nothing where they stand, and count as absent. */
  public List<Note> malformedValues() {
    return operations.malformed();
  }

  /** Places where a later file says something else than an earlier one. */
  public List<Note> contradictions() {
    return operations.contradictions();
  }

  /** What is deployed. */
  public Optional<Sourced<Service>> service() {
    return operations.service();
  }

  /** How it comes into production. */
  public Optional<Sourced<Strategy>> strategy() {
    return operations.strategy();
  }

  /** The way to production, in order. */
  public List<Sourced<Stage>> stages() {
    return operations.stages();
  }

  /** What a replica may use. */
  public Optional<Sourced<Resources>> resources() {
    return operations.resources();
  }

  /** Bounds of the number of replicas. */
  public Optional<Sourced<Scaling>> scaling() {
    return operations.scaling();
  }

  /** What the service exports. */
  public List<Sourced<Metric>> metrics() {
    return operations.metrics();
  }

  /** What shows it. */
  public List<Sourced<Dashboard>> dashboards() {
    return operations.dashboards();
  }

  /** What tells of a fault. */
  public List<Sourced<Alert>> alerts() {
    return operations.alerts();
  }

  /** The readiness probe. */
  public Optional<Sourced<Probe>> readiness() {
    return operations.readiness();
  }

  /** The liveness probe. */
  public Optional<Sourced<Probe>> liveness() {
    return operations.liveness();
  }

  /** How to go back. */
  public Optional<Sourced<Rollback>> rollback() {
    return operations.rollback();
  }

  /** An agent's word that going back was tried. */
  public Optional<Sourced<String>> rollbackTested() {
    return operations.rollbackTested();
  }

  /** The record of a rollback that was tried. */
  public Optional<Sourced<RollbackDrill>> rollbackDrill() {
    return operations.rollbackDrill();
  }

  /** Material for the runbook. */
  public Optional<Sourced<Runbook>> runbook() {
    return operations.runbook();
  }

  /** A runbook that people or agents wrote. */
  public Optional<SourceFile> runbookFile() {
    return inputs
        .file(EpicLayout.ARTIFACTS + "runbook.md")
        .filter(file -> file.fault().isEmpty() && !file.text().isBlank())
        .filter(file -> !Placeholder.isIn(file.text()));
  }

  /**
   * What is missing to have a runbook: nothing when there is one, or when there is the material to
   * write it, which is the service, whom to call, how to go back, and a fix for each alert.
   */
  public List<String> missingFromRunbook() {
    return missingFromRunbook.get();
  }

  private List<String> findMissingFromRunbook() {
    if (runbookFile().isPresent()) {
      return ImmutableList.of();
    }
    ImmutableList.Builder<String> missing = ImmutableList.builder();
    if (service().isEmpty()) {
      missing.add("the service (service.name)");
    }
    boolean contacts =
        runbook().filter(fact -> !fact.value().contacts().isEmpty()).isPresent()
            || service().flatMap(fact -> fact.value().owner()).isPresent();
    if (!contacts) {
      missing.add("whom to call (runbook.contacts or service.owner)");
    }
    if (rollback().filter(fact -> !fact.value().procedure().isEmpty()).isEmpty()) {
      missing.add("how to go back (rollback.procedure)");
    }
    for (Sourced<Alert> alert : alerts()) {
      String name = alert.value().name();
      if (runbook().flatMap(fact -> fact.value().issueFor(name)).isEmpty()) {
        missing.add("a fix for the alert " + TextParsing.quoted(name) + " (runbook.common_issues)");
      }
    }
    return missing.build();
  }

  /** What tests the service before it is deployed. */
  public List<Sourced<CommandLine>> testCommands() {
    return operations.testCommands();
  }

  /** The service level objective. */
  public Optional<Sourced<Slo>> slo() {
    return operations.slo();
  }

  /** The service's variables by name. */
  public Map<String, Sourced<String>> environment() {
    return operations.environment();
  }

  // What rules make of it

  /**
   * What a function makes of this dossier. Asked again with the same function, it is not made
   * again: rules that need the same intermediate result share it.
   *
   * @param by pure, as rules are, and never {@code null} in what it gives; to be kept in a
   *     constant, since another instance of the same lambda expression is another function
   * @throws RuntimeException what the function throws; the rule that asked counts as crashed
   */
  @SuppressWarnings("unchecked") // nothing but what the function gave is kept under it
  public <T> T derived(Function<? super Dossier, T> by) {
    Object known = derived.get(by);
    if (known == null) {
      known = by.apply(this); // not within the map, since one may derive from another
      derived.put(by, known);
    }
    return (T) known;
  }

  // Reading

  private static NavigableMap<String, Document> documents(
      Map<String, SourceFile> files, Limits limits) {
    ImmutableSortedMap.Builder<String, Document> documents = ImmutableSortedMap.naturalOrder();
    files.forEach(
        (path, file) ->
            Document.Format.of(path)
                .ifPresent(format -> documents.put(path, file.read(format, limits))));
    return documents.buildOrThrow();
  }

  private static String inbox(String path) {
    String below = path.substring(EpicLayout.INBOX.length());
    return below.contains("/") ? below.substring(0, below.indexOf('/')) : "";
  }

  private Map<String, List<Fault>> schemaViolations() {
    ImmutableMap.Builder<String, List<Fault>> violations = ImmutableMap.builder();
    ARTIFACT_SCHEMAS.forEach(
        (name, schema) ->
            artifact(name)
                .flatMap(Document::root)
                .ifPresent(root -> put(violations, root.file(), List.of(root), schema)));
    messages.forEach(
        message ->
            put(violations, message.node().file(), List.of(message.node()), SchemaName.MESSAGE));
    if (!log.isEmpty()) {
      put(
          violations,
          EpicLayout.DECISION_LOG,
          log.stream().map(LogEntry::node).toList(),
          SchemaName.DECISION_ENTRY);
    }
    return violations.buildOrThrow();
  }

  private static void put(
      ImmutableMap.Builder<String, List<Fault>> violations,
      String file,
      List<Node> roots,
      SchemaName schema) {
    List<Fault> found =
        roots.stream()
            .flatMap(root -> Schemas.validate(schema, root).stream())
            .collect(ImmutableList.toImmutableList());
    if (!found.isEmpty()) {
      violations.put(file, found);
    }
  }

  /**
   * A value that no file states and that is used all the same.
   *
   * @param member what it is for, as a path such as {@code health_checks.readiness.timeout_seconds}
   * @param value what is used
   * @param reason why this value
   * @since 0.1.0
   */
  public record AppliedDefault(String member, String value, String reason) {}

  /**
   * Something about a place that was noticed while reading.
   *
   * @param place where
   * @param message what, one line
   * @param example what could stand there instead, if that is one value
   * @since 0.1.0
   */
  public record Note(SourceLocation place, String message, Optional<Placeholder> example) {

    /** Something that was noticed, without an example of what could stand there instead. */
    public Note(SourceLocation place, String message) {
      this(place, message, Optional.empty());
    }
  }
}
