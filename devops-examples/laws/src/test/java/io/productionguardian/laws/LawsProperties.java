package io.productionguardian.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.productionguardian.Assessment;
import io.productionguardian.Assessment.Decision;
import io.productionguardian.Guardian;
import io.productionguardian.Release;
import io.productionguardian.RenderedFile;
import io.productionguardian.dossier.DecisionInputs;
import io.productionguardian.dossier.EvidenceSource;
import io.productionguardian.model.EpicLayout;
import io.productionguardian.plan.DeploymentPlan;
import io.productionguardian.readiness.ReadinessMatrix.Grade;
import io.productionguardian.release.MemoryTarget;
import io.productionguardian.render.json.files.DecisionLogRenderer;
import io.productionguardian.render.json.files.DeploymentRenderer;
import io.productionguardian.render.yaml.VetoRenderer;
import io.productionguardian.rule.AppliesBy;
import io.productionguardian.rule.Finding;
import io.productionguardian.rule.Remedy;
import io.productionguardian.rule.Rule;
import io.productionguardian.rules.standard.input.RequiredArtifacts;
import io.productionguardian.source.EpicSnapshot;
import io.productionguardian.testkit.Assessments;
import io.productionguardian.testkit.Epic;
import io.productionguardian.testkit.Epic.Change;
import io.productionguardian.testkit.Epics;
import io.productionguardian.testkit.jqwik.EpicArbitraries;
import io.productionguardian.testkit.jqwik.EpicArbitraries.EpicDomain;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.domains.Domain;

/** What holds of the whole gate, as it is shipped, whatever an epic holds. */
class LawsProperties {

  private static final Guardian GUARDIAN = Guardian.builder().discover().build();

  /** The same, with all that it has in another order. */
  private static final Guardian OTHER_ORDER = inOtherOrder();

  /** Renders what a log is needed for, and no more, which is much quicker. */
  private static final Guardian LOGGING =
      Guardian.builder()
          .rule(new RequiredArtifacts())
          .renderer(new DecisionLogRenderer())
          .renderer(new VetoRenderer())
          .build();

  /** What a must-have cannot do without, by artifact. */
  private static final Map<String, List<String>> NEEDED =
      Map.of(
          "implementation",
          List.of(
              "/health_checks",
              "/health_checks/readiness",
              "/health_checks/readiness/endpoint",
              "/health_checks/liveness",
              "/rollback",
              "/rollback/procedure",
              "/rollback/tested",
              "/rollback/tested/outcome",
              "/monitoring",
              "/monitoring/metrics",
              "/monitoring/alerts",
              "/runbook",
              "/infrastructure",
              "/infrastructure/resources_required",
              "/infrastructure/resources_required/memory"),
          "review",
          List.of("/security_scan", "/security_scan/passed"));

  private static final String DRILL =
      """
      {"performed_at": "2026_11_18_10_00_00", "environment": "staging", "from_revision": "1.4.2",
       "to_revision": "1.4.1", "duration_seconds": 20, "outcome": "passed"}
      """;
  private static final String SCAN =
      """
      {"SchemaVersion": 2, "ArtifactName": "registry.example.com/health-check:1.4.2",
       "Results": [{"Target": "app", "Class": "lang-pkgs", "Vulnerabilities": []}]}
      """;
  private static final String STAGING_RUN =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuites><testsuite name="staging" tests="2" failures="0" errors="0">
        <testcase name="health" classname="smoke"/><testcase name="metrics" classname="smoke"/>
      </testsuite></testsuites>
      """;

  private static Guardian inOtherOrder() {
    Guardian.Builder builder = Guardian.builder();
    List<Rule> rules = new ArrayList<>();
    ServiceLoader.load(Rule.class).forEach(rules::add);
    Collections.reverse(rules);
    rules.forEach(builder::rule);
    List<EvidenceSource> sources = new ArrayList<>();
    ServiceLoader.load(EvidenceSource.class).forEach(sources::add);
    Collections.reverse(sources);
    sources.forEach(builder::evidence);
    return builder.build();
  }

  private static Assessment assess(Epic epic) {
    return GUARDIAN.assess(epic.snapshot(), Assessments.NOW);
  }

  /** What is found, without lines and columns. */
  private static Set<String> found(Assessment assessment) {
    return assessment.findings().stream()
        .map(
            it ->
                it.rule().id()
                    + " "
                    + it.severity()
                    + " "
                    + it.place().file()
                    + it.place().pointer()
                    + " "
                    + it.violation().replaceAll(":[0-9]+:[0-9]+", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Provide
  Arbitrary<Epic> valid() {
    return EpicArbitraries.valid();
  }

  @Provide
  Arbitrary<Epic> whole() {
    return Arbitraries.oneOf(EpicArbitraries.valid(), EpicArbitraries.nearlyValid());
  }

  @Provide
  Arbitrary<Epic> hostile() {
    return EpicArbitraries.hostile();
  }

  @Provide
  Arbitrary<Change> needed() {
    return Arbitraries.of(
        NEEDED.entrySet().stream()
            .flatMap(
                entry ->
                    entry.getValue().stream()
                        .<Change>map(at -> new Change.Without(entry.getKey(), at)))
            .sorted(Comparator.comparing(Object::toString))
            .toList());
  }

  @Provide
  Arbitrary<Change> irrelevant() {
    return EpicArbitraries.irrelevant();
  }

  @Provide
  Arbitrary<Set<Integer>> evidence() {
    return Arbitraries.integers().between(0, 7).set().ofMinSize(1);
  }

  @Property
  @Domain(EpicDomain.class)
  void approvedMeansThatNothingBlocks(@ForAll Epic epic) {
    Assessment assessment = assess(epic);

    assertThat(assessment.approved()).isEqualTo(assessment.blocking().isEmpty());
    assertThat(assessment.decision())
        .isEqualTo(assessment.approved() ? Decision.APPROVE : Decision.VETO);
  }

  @Property
  void withoutAMustHaveThereIsAVeto(@ForAll("valid") Epic epic, @ForAll("needed") Change without) {
    assertThat(assess(epic).approved()).isTrue();
    assertThat(assess(without.applyTo(epic)).approved()).isFalse();
  }

  @Property
  void trueEvidenceNeverTurnsAnApprovalIntoAVeto(
      @ForAll("valid") Epic epic, @ForAll("evidence") Set<Integer> which) {
    Epic shown = epic;
    for (int one : which) {
      shown = withEvidence(shown, one);
    }
    Assessment assessment = assess(shown);

    assertThat(assessment.blocking()).isEmpty();
  }

  /** What a tool reports of it when all is well, and what a release of ours deploys it with. */
  private static Epic withEvidence(Epic epic, int which) {
    String evidence = EpicLayout.ARTIFACTS + "evidence/";
    return switch (which) {
      case 0 -> epic.file(evidence + "rollback_drill.json", DRILL);
      case 1 -> epic.file(evidence + "trivy.json", SCAN);
      case 2 -> epic.file(evidence + "junit_staging.xml", STAGING_RUN);
      case 3 -> epic.deploys("compose.yaml", RENDERED.get("deploy/compose.yaml"));
      case 4 -> epic.deploys("prometheus/alerts.yml", RENDERED.get("deploy/prometheus/alerts.yml"));
      case 5 ->
          epic.deploys("prometheus/prometheus.yml", RENDERED.get("deploy/prometheus/scrape.yml"));
      case 6 ->
          epic // without its autoscaler it would run one replica
              .deploys("k8s/deployment.yaml", RENDERED.get("deploy/k8s/production/deployment.yaml"))
              .deploys("k8s/hpa.yaml", RENDERED.get("deploy/k8s/production/hpa.yaml"));
      default -> epic.deploys("k8s/hpa.yaml", RENDERED.get("deploy/k8s/production/hpa.yaml"));
    };
  }

  /** What is rendered for the approvable epic, as a team would keep it: without our mark. */
  private static final Map<String, String> RENDERED =
      GUARDIAN.render(assess(Epics.approvable())).files().stream()
          .collect(
              Collectors.toMap(
                  file -> file.path().substring(EpicLayout.ARTIFACTS.length()),
                  file -> file.text().replaceFirst("^# .*\n", ""),
                  (a, b) -> a,
                  TreeMap::new));

  /** Compose files, manifests and a configuration of which a machine can fix some, and some not. */
  private static final Map<String, List<String>> DEPLOYED =
      Map.of(
          "compose.yaml",
          List.of(
              "services:\n  health-check:\n    image: registry.example.com/health-check:1.4.2\n",
              """
              services:
                health-check:
                  image: registry.example.com/health-check:1.4.2
                  environment: # what it needs
                    REDIS_URL: redis://localhost:6379/0
                    LLM_URL: http://localhost:8000
                  networks: [back]
                other: {image: "registry.example.com/other:1.0.0", network_mode: host}
              networks:
                back: {}
              """,
              """
              services:
                health-check:
                  image: registry.example.com/health-check:1.4.2
                  healthcheck: {test: ["CMD", "true"]}
                  environment: ["KAFKA=localhost:9092", "LLM_URL=http://llm-api:8000"]
              """),
          "k8s/deployment.yaml",
          List.of(
              """
              apiVersion: v1
              kind: ConfigMap
              metadata: {name: health-check}
              ---
              apiVersion: apps/v1
              kind: Deployment
              metadata:
                name: health-check
              spec:
                replicas: 2
                selector: {matchLabels: {app: health-check}}
                template:
                  metadata: {labels: {app: health-check}}
                  spec:
                    containers:
                      - name: health-check
                        image: registry.example.com/health-check:1.4.2
                        resources:
                          limits: {cpu: 100m, memory: 128Mi}
              """),
          "prometheus/prometheus.yml",
          List.of(
              "scrape_configs:\n- job_name: other\n  static_configs: [{targets: ['other:80']}]\n",
              """
              scrape_configs:
                - job_name: health-check
                  metrics_path: /other
                  static_configs:
                    - targets: ["health-check:8080"]
              """));

  /** Epics with what a machine may fix, and with other faults beside it. */
  @Provide
  Arbitrary<Epic> mendable() {
    Arbitrary<Epic> epics =
        Arbitraries.frequencyOf(
            Tuple.of(3, EpicArbitraries.valid()),
            Tuple.of(2, EpicArbitraries.nearlyValid()),
            Tuple.of(1, EpicArbitraries.hostile()));
    Arbitrary<List<String>> quoted = Arbitraries.of(QUOTED.keySet()).list().ofMaxSize(2);
    Arbitrary<Set<String>> deployed = Arbitraries.of(new TreeSet<>(DEPLOYED.keySet())).set();
    return Combinators.combine(epics, quoted, deployed, Arbitraries.integers().between(0, 2))
        .as(
            (epic, pointers, files, which) -> {
              Epic faulty = epic;
              for (String pointer : pointers) {
                faulty =
                    new Change.Value("implementation", pointer, QUOTED.get(pointer))
                        .applyTo(faulty);
              }
              for (String file : new TreeSet<>(files)) {
                List<String> texts = DEPLOYED.get(file);
                faulty = faulty.deploys(file, texts.get(which % texts.size()));
              }
              return faulty;
            });
  }

  /** Numbers and truth values of the implementation as texts. */
  private static final Map<String, String> QUOTED =
      new TreeMap<>(
          Map.of(
              "/rollback/time_to_rollback_seconds", "\"30\"",
              "/infrastructure/resources_required/replicas", "\"2\"",
              "/health_checks/readiness/timeout_seconds", "\" 5 \"",
              "/health_checks/liveness/failure_threshold", "\"99999\"",
              "/deployment_strategy/stages/0/automatic", "\"true\"",
              "/deployment_strategy/stages/2/automatic", "\"false\"",
              "/iteration", "\"1\"",
              "/service/port", "\"8080\"",
              "/rollback/tested/duration_seconds", "\"20\""));

  private static List<Remedy.Edit> forMachines(Assessment assessment) {
    return assessment.findings().stream()
        .filter(LawsProperties::isForMachines)
        .sorted(Comparator.comparing(Finding::place).reversed()) // so that no line moves
        .flatMap(finding -> finding.remedy().flatMap(Remedy::edit).stream())
        .distinct()
        .toList();
  }

  private static boolean isForMachines(Finding finding) {
    return finding
        .remedy()
        .filter(remedy -> remedy.appliesBy().equals(AppliesBy.MACHINE))
        .isPresent();
  }

  @Property
  void whatMachinesMayDoEndsAndApprovesNothingElse(@ForAll("mendable") Epic epic) {
    Assessment before = assess(epic);
    Assessment after = before;
    for (int round = 0; round < 3; round++) {
      EpicSnapshot files = after.dossier().snapshot();
      for (Remedy.Edit edit : forMachines(after)) {
        files = edit.applyTo(files);
      }
      after = GUARDIAN.assess(files, Assessments.NOW);
    }

    assertThat(forMachines(after)).as("what machines could still do").isEmpty();
    if (after.approved()) {
      assertThat(before.blocking()).allMatch(LawsProperties::isForMachines);
    }
  }

  /** The good twin: where only machines' work is left, it leads to the approval. */
  @Example
  void whatOnlyMachinesBlockIsApprovedAfterThem() {
    Epic epic =
        Epics.approvable()
            .set("implementation", "/rollback/time_to_rollback_seconds", "\"30\"")
            .deploys("compose.yaml", DEPLOYED.get("compose.yaml").get(0));
    Assessment before = assess(epic);
    assertThat(before.approved()).isFalse();

    EpicSnapshot files = epic.snapshot();
    for (Remedy.Edit edit : forMachines(before)) {
      files = edit.applyTo(files);
    }
    Assessment after = GUARDIAN.assess(files, Assessments.NOW);
    assertThat(after.blocking()).isEmpty();
    assertThat(files.file(EpicLayout.artifact("implementation")).orElseThrow().text())
        .isEqualTo(
            epic.snapshot()
                .file(EpicLayout.artifact("implementation"))
                .orElseThrow()
                .text()
                .replace("\"30\"", "30"));
  }

  /** Of files that are whole: to one without any member, a member is more than one more. */
  @Property
  void memberThatNobodyKnowsChangesNothing(
      @ForAll("whole") Epic epic, @ForAll("irrelevant") Change irrelevant) {
    Assessment before = assess(epic);
    Assessment after = assess(irrelevant.applyTo(epic));

    assertThat(after.decision()).isEqualTo(before.decision());
    assertThat(found(after)).isEqualTo(found(before));
  }

  @Property
  @Domain(EpicDomain.class)
  void orderChangesNothing(@ForAll Epic epic) {
    Assessment assessment = assess(epic);

    assertThat(OTHER_ORDER.assess(epic.snapshot(), Assessments.NOW).findings())
        .isEqualTo(assessment.findings());
    assertThat(found(assess(epic.reversed()))).isEqualTo(found(assessment));
  }

  @Property
  void whatIsRenderedReadsBackEqual(@ForAll("valid") Epic epic) {
    Assessment assessment = assess(epic);
    DeploymentPlan plan = assessment.plan().orElseThrow();
    String path = EpicLayout.artifact("deployment");
    RenderedFile rendered = new DeploymentRenderer().render(assessment).get(0);

    Epic draft =
        epic.file(path, rendered.text().replace(EpicLayout.GENERATOR_MARK, "A draft"))
            .remove("implementation", "/deployment_strategy")
            .remove("implementation", "/infrastructure")
            .remove("implementation", "/monitoring")
            .remove("implementation", "/health_checks");
    DeploymentPlan again = DeploymentPlan.of(draft.dossier()).orElseThrow();

    assertThat(again.stages()).isEqualTo(plan.stages());
    assertThat(again.strategy()).isEqualTo(plan.strategy());
    assertThat(again.resources()).isEqualTo(plan.resources());
    assertThat(again.scaling()).isEqualTo(plan.scaling());
    assertThat(again.metrics()).isEqualTo(plan.metrics());
    assertThat(again.dashboards()).isEqualTo(plan.dashboards());
    assertThat(again.alerts()).isEqualTo(plan.alerts());
    assertThat(again.readiness()).isEqualTo(plan.readiness());
    assertThat(again.liveness()).isEqualTo(plan.liveness());
  }

  @Property
  @Domain(EpicDomain.class)
  void logOnlyGrows(@ForAll Epic epic) {
    MemoryTarget folder = MemoryTarget.of(epic.snapshot());
    String before = log(epic);
    Release release = LOGGING.render(GUARDIAN.assess(folder.snapshot(), Assessments.NOW));

    List<String> written = folder.commit(release).written();

    String after = log(Epic.of(folder.snapshot()));
    assertThat(after).startsWith(before);
    if (written.isEmpty()) {
      assertThat(after).isEqualTo(before);
    } else {
      assertThat(after.substring(before.length()).strip().lines()).hasSize(1);
    }
  }

  private static String log(Epic epic) {
    return epic.files().containsKey(EpicLayout.DECISION_LOG)
        ? epic.files().get(EpicLayout.DECISION_LOG).text()
        : "";
  }

  @Property
  void aByteMoreChangesTheAccount(@ForAll("hostile") Epic epic, @ForAll int which) {
    List<String> paths = List.copyOf(epic.files().keySet());
    Assume.that(!paths.isEmpty());
    String path = paths.get(Math.floorMod(which, paths.size()));
    byte[] content = epic.files().get(path).content();
    Epic longer = epic.file(path, Arrays.copyOf(content, content.length + 1));

    assertThat(epic.dossier().account())
        .extracting(DecisionInputs.Accounted::file)
        .containsExactlyElementsOf(
            Stream.concat(epic.files().keySet().stream(), epic.repository().keySet().stream())
                .toList());
    assertThat(longer.dossier().account()).isNotEqualTo(epic.dossier().account());
  }

  @Property
  void anyBytesGiveADecisionAndNoApprovalByAccident(@ForAll("hostile") Epic epic) {
    Assessment assessment = assess(epic);

    assertThat(GUARDIAN.render(assessment).logLine().text()).endsWith("\n");
    if (assessment.approved()) {
      assertThat(assessment.dossier().root("review")).isPresent();
      assertThat(assessment.dossier().root("implementation")).isPresent();
      assertThat(assessment.dossier().root("plan")).isPresent();
      assertThat(assessment.readiness().entries().values())
          .allSatisfy(entry -> assertThat(entry.grade()).isIn(Grade.CLAIMED, Grade.EVIDENCED));
    }
  }
}
