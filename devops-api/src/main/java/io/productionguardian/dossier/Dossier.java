package io.productionguardian.dossier;

import com.google.common.collect.ImmutableList;
import io.productionguardian.document.Document;
import io.productionguardian.document.Document.Fault;
import io.productionguardian.document.Node;
import io.productionguardian.document.SourceFile;
import io.productionguardian.document.SourceLocation;
import io.productionguardian.dossier.Deployed.Container;
import io.productionguardian.dossier.Reported.ScanReport;
import io.productionguardian.dossier.Reported.VexStatement;
import io.productionguardian.dossier.Reported.Vulnerability;
import io.productionguardian.dossier.Review.QualityVerdict;
import io.productionguardian.dossier.Review.SecurityScan;
import io.productionguardian.dossier.Sourced.AppliedDefault;
import io.productionguardian.dossier.Sourced.Note;
import io.productionguardian.model.CommandLine;
import io.productionguardian.model.EpicId;
import io.productionguardian.model.EpicLayout;
import io.productionguardian.model.Monitoring.Alert;
import io.productionguardian.model.Monitoring.Dashboard;
import io.productionguardian.model.Monitoring.Metric;
import io.productionguardian.model.Monitoring.Slo;
import io.productionguardian.model.Rollback;
import io.productionguardian.model.Rollback.RollbackDrill;
import io.productionguardian.model.Runbook;
import io.productionguardian.model.Service;
import io.productionguardian.model.Service.Probe;
import io.productionguardian.model.Service.Resources;
import io.productionguardian.model.Service.Scaling;
import io.productionguardian.model.Stage;
import io.productionguardian.model.Strategy;
import io.productionguardian.source.EpicSnapshot;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.apiguardian.api.API;

/**
 * All that an epic's files say, read once and immutable.
 *
 * @since 0.1.0
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1.0")
public final class Dossier {

  private final EpicSnapshot snapshot;
  private final List<EvidenceSource> sources;
  private final DecisionInputs inputs;
  private final NavigableMap<String, Document> documents;
  private final List<Message> messages;
  private final List<LogEntry> log;
  private final List<LogEntry> ownLog;
  private final Operations operations;
  private final NavigableMap<String, Document> deployFiles;
  private final EvidenceSet evidence;

  private final ConcurrentMap<Function<? super Dossier, ?>, Object> derived =
      new ConcurrentHashMap<>();

  private Dossier(EpicSnapshot snapshot, List<EvidenceSource> sources) {
    this.snapshot = snapshot;
    this.sources = sources;
    inputs = DecisionInputs.of(snapshot);
    documents = DocumentReading.of(inputs.files(), snapshot.limits());
    deployFiles = DocumentReading.of(inputs.repository(), snapshot.limits());
    messages = Message.all(documents.values());
    log = LogEntry.all(document(EpicLayout.DECISION_LOG));
    ownLog = LogEntry.own(log, snapshot.epic());
    operations = OperationsReader.read(this);
    evidence = EvidenceSet.read(documents, deployFiles, sources);
  }

  /** Reads a snapshot without evidence: what agents say is all there is. */
  public static Dossier of(EpicSnapshot snapshot) {
    return of(snapshot, List.of());
  }

  /** Reads a snapshot and its evidence. */
  public static Dossier of(EpicSnapshot snapshot, Iterable<? extends EvidenceSource> sources) {
    return new Dossier(snapshot, ImmutableList.copyOf(sources));
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

  /** What each file was taken for: the epic's by path, then the deploy files by path. */
  public List<DecisionInputs.Accounted> account() {
    return derived(Account.OF);
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
    return document(EpicLayout.artifact(name));
  }

  /** The root of an artifact that could be read whole and is an object. */
  public Optional<Node> root(String name) {
    return artifact(name)
        .filter(Document::complete)
        .flatMap(Document::root)
        .filter(root -> !root.members().isEmpty());
  }

  /** Where to say that an artifact lacks something: at its root, or where it should be. */
  public SourceLocation placeOf(String artifact) {
    return root(artifact).map(Node::place).orElse(SourceLocation.of(EpicLayout.artifact(artifact)));
  }

  /** The root of the first artifact that operational sections are looked for in. */
  public SourceLocation placeOfOperations() {
    return placeOf("implementation");
  }

  /** What could be read of the deploy files in JSON, YAML and XML, by path below the root. */
  public NavigableMap<String, Document> deployFiles() {
    return deployFiles;
  }

  /**
   * A deploy file as it takes effect, merged with those beside it; another may have taken it in.
   */
  public Optional<Node> deployed(String file) {
    return evidence.deployed(file);
  }

  // Evidence

  /** Who was asked for evidence. */
  public List<EvidenceSource> sources() {
    return sources;
  }

  /** The evidence of one kind, by file and in each file's order. */
  public <T extends Evidence> List<T> evidence(Class<T> kind) {
    return evidence.of(kind);
  }

  /** The documents that show something to a source, as {@link ReadingFaults#key} names them. */
  Set<String> filesWithEvidence() {
    return evidence.shown();
  }

  /** What a source threw. */
  List<Fault> evidenceFailures() {
    return evidence.failures();
  }

  /** What could not be read of evidence and deploy files, by place. */
  public List<Fault> evidenceFaults() {
    return derived(ReadingFaults.OF_EVIDENCE);
  }

  /**
   * The containers of the service that is released: those that have its name or image; where there
   * are none, those of the workload that has its name, or else those that are built from the
   * repository. What stands beside them is somebody else's.
   */
  public List<Container> containers() {
    return derived(OwnContainers.OF);
  }

  /** What scanners found, each suppressed that a VEX statement clears. */
  public List<Vulnerability> vulnerabilities() {
    return derived(Clearing.OF);
  }

  /** Statements that the service is affected by a vulnerability that no scanner reports. */
  public List<VexStatement> affected() {
    return Clearing.affected(this);
  }

  /** What counts as a scan of the service: of its image, or of sources and files. */
  public List<ScanReport> ownScans() {
    return OwnImage.scans(this);
  }

  /** All faults of all files of the epic, by place. */
  public List<Fault> faults() {
    return derived(ReadingFaults.OF);
  }

  /** What the published schemas do not allow, by path. */
  public Map<String, List<Fault>> violations() {
    return derived(SchemaPass.OF);
  }

  // What the agents say

  /** What quality says for or against the release. */
  public List<QualityVerdict> qualityStatements() {
    return derived(ReviewReader.STATEMENTS);
  }

  /** What quality says of security scanning. */
  public Optional<Sourced<SecurityScan>> securityScan() {
    return derived(ReviewReader.SECURITY_SCAN);
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

  /** The highest iteration of the log for this epic and of the required artifacts, or else 1. */
  public int statedIteration() {
    return Iterations.highest(
        ownLog().stream(), EpicLayout.REQUIRED.stream().flatMap(name -> root(name).stream()));
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
    return derived(Iterations.DECIDED);
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
    return RunbookGaps.file(this);
  }

  /** What is missing to have a runbook, or the material to write one. */
  public List<String> missingFromRunbook() {
    return derived(RunbookGaps.OF);
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
}
