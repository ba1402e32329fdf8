package io.productionguardian.benchmarks;

import io.productionguardian.model.EpicLayout;

import com.google.common.collect.ImmutableList;
import io.productionguardian.Assessment;
import io.productionguardian.Guardian;
import io.productionguardian.Release;
import io.productionguardian.RenderedFile;
import io.productionguardian.Renderer;
import io.productionguardian.document.Document.Fault;
import io.productionguardian.document.Document;
import io.productionguardian.document.Node;
import io.productionguardian.document.SourceFile;
import io.productionguardian.dossier.Dossier;
import io.productionguardian.dossier.EvidenceSource;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.Settings;
import io.productionguardian.schema.SchemaName;
import io.productionguardian.schema.Schemas;
import io.productionguardian.source.EpicSnapshot;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** The steps from bytes to a release, each with what it needs at hand. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@SuppressWarnings("NullAway.Init") // JMH sets the fields
public class Stages {

  @Param(LargeEpics.EXAMPLE)
  public String input;

  private final JsonFactory json = new JsonFactory();
  private EpicSnapshot snapshot;
  private List<SourceFile> artifacts;
  private List<byte[]> bytes;
  private List<Node> roots;
  private List<Rule> rules;
  private List<Settings> settings;
  private List<EvidenceSource> sources;
  private List<Renderer> asked;
  private Dossier dossier;
  private Guardian guardian;
  private Assessment assessment;

  /** Reads the input and does once what is done once. */
  @Setup
  public void setUp() {
    snapshot = LargeEpics.snapshot(input);
    artifacts =
        EpicLayout.REQUIRED.stream()
            .map(name -> snapshot.file(EpicLayout.artifact(name)).orElseThrow())
            .collect(ImmutableList.toImmutableList());
    bytes = artifacts.stream().map(SourceFile::content).collect(ImmutableList.toImmutableList());
    roots =
        artifacts.stream()
            .map(file -> file.read(Document.Format.JSON, snapshot.limits()).root().orElseThrow())
            .collect(ImmutableList.toImmutableList());
    rules = Installed.rules();
    settings =
        rules.stream()
            .map(rule -> Settings.standard(rule.info()))
            .collect(ImmutableList.toImmutableList());
    sources = Installed.sources();
    asked =
        ImmutableList.of(
            Installed.renderer("DeploymentRenderer"),
            Installed.renderer("CicdRenderer"),
            Installed.renderer("RunbookRenderer"));
    dossier = Dossier.of(snapshot, sources);
    guardian = Guardian.builder().discover().build();
    assessment = guardian.assess(dossier, Installed.NOW);
  }

  /** The baseline: Jackson goes through the three artifacts and keeps nothing. */
  @Benchmark
  public int tokens() {
    int tokens = 0;
    for (byte[] artifact : bytes) {
      try (JsonParser parser = json.createParser(ObjectReadContext.empty(), artifact)) {
        while (parser.nextToken() != null) {
          tokens++;
        }
      }
    }
    return tokens;
  }

  /** The three artifacts as trees with places. */
  @Benchmark
  public void tree(Blackhole hole) {
    for (SourceFile artifact : artifacts) {
      Document document = artifact.read(Document.Format.JSON, snapshot.limits());
      hole.consume(document);
    }
  }

  /** The three trees held against their schemas. */
  @Benchmark
  public void schema(Blackhole hole) {
    for (int i = 0; i < roots.size(); i++) {
      List<Fault> violations = Schemas.validate(SCHEMAS.get(i), roots.get(i));
      hole.consume(violations);
    }
  }

  private static final ImmutableList<SchemaName> SCHEMAS =
      ImmutableList.of(SchemaName.REVIEW, SchemaName.IMPLEMENTATION, SchemaName.PLAN);

  /** All files read, held against schemas and understood, with their digests. */
  @Benchmark
  public Dossier dossier() {
    return Dossier.of(snapshot, sources);
  }

  /** All rules asked, and nothing made of the answers. */
  @Benchmark
  public void rules(Blackhole hole) {
    for (int i = 0; i < rules.size(); i++) {
      hole.consume(rules.get(i).check(dossier, settings.get(i)));
    }
  }

  /** All rules, and the decision from what they say. */
  @Benchmark
  public Assessment assess() {
    return guardian.assess(dossier, Installed.NOW);
  }

  /** From bytes to the decision. */
  @Benchmark
  public Assessment decision() {
    return guardian.assess(snapshot, Installed.NOW);
  }

  /** From bytes to the decision and the three files that the specification asks for. */
  @Benchmark
  public void gate(Blackhole hole) {
    Assessment decided = guardian.assess(snapshot, Installed.NOW);
    for (Renderer renderer : asked) {
      for (RenderedFile file : renderer.render(decided)) {
        hole.consume(file);
      }
    }
  }

  /** All files of the decision, from the decision. */
  @Benchmark
  public Release render() {
    return guardian.render(assessment);
  }
}
