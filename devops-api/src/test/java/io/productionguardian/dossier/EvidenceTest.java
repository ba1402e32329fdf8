package io.productionguardian.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.productionguardian.document.Document;
import io.productionguardian.document.Document.Fault;
import io.productionguardian.document.Node;
import io.productionguardian.document.SourceFile;
import io.productionguardian.dossier.Deployed.Container;
import io.productionguardian.dossier.Reported.ScanReport;
import io.productionguardian.dossier.Reported.VexStatement;
import io.productionguardian.dossier.Reported.Vulnerability;
import io.productionguardian.model.EpicId;
import io.productionguardian.model.EpicLayout;
import io.productionguardian.source.EpicSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a dossier makes of evidence; the sources here read a shorthand of it. */
class EvidenceTest {

  private static final String PLAN = "consensus/artifacts/plan.json";
  private static final String SERVICE =
      "{\"service\": {\"name\": \"relay\", \"image\": \"reg:5000/acme/relay:1\","
          + " \"port\": 8080}}";

  private final List<SourceFile> files = new ArrayList<>();
  private final List<SourceFile> repository = new ArrayList<>();
  private final List<EvidenceSource> sources =
      new ArrayList<>(List.of(EvidenceTest::containers, EvidenceTest::report, EvidenceTest::vex));

  private Dossier dossier() {
    EpicSnapshot.Builder snapshot = EpicSnapshot.builder(new EpicId("epic_9"));
    files.forEach(snapshot::file);
    repository.forEach(snapshot::repositoryFile);
    return Dossier.of(snapshot.build(), sources);
  }

  private void file(String path, String text) {
    files.add(SourceFile.of(path, text));
  }

  private void deploy(String path, String text) {
    repository.add(SourceFile.of(path, text));
  }

  private static String text(Node node, String member) {
    return node.get(member).flatMap(Node::text).orElse("");
  }

  private static List<Node> items(Document document, String list) {
    return document.root().flatMap(root -> root.get(list)).map(Node::items).orElse(List.of());
  }

  private static List<Evidence> containers(Document document) {
    return items(document, "containers").stream()
        .<Evidence>map(
            node ->
                new Container(
                    node,
                    Container.Platform.COMPOSE,
                    text(node, "name"),
                    text(node, "workload"),
                    node.get("built").flatMap(Node::bool).orElse(false),
                    node.get("image")
                        .flatMap(image -> image.text().map(t -> new Sourced<>(t, image))),
                    ImmutableMap.of(),
                    ImmutableMap.of(),
                    ImmutableMap.of(),
                    ImmutableMap.of(),
                    ImmutableList.of(),
                    ImmutableList.of(),
                    Optional.empty()))
        .toList();
  }

  private static List<Evidence> report(Document document) {
    List<Node> found = items(document, "found");
    return found.isEmpty()
        ? List.of()
        : List.of(
            new ScanReport(
                found.get(0),
                "tool",
                found.stream()
                    .map(
                        node ->
                            new Vulnerability(
                                node,
                                text(node, "id"),
                                ImmutableSet.copyOf(
                                    node.get("aliases").map(Node::texts).orElse(List.of())),
                                text(node, "component"),
                                Vulnerability.Level.HIGH,
                                Optional.empty(),
                                node.get("suppression").flatMap(Node::text)))
                    .collect(ImmutableList.toImmutableList())));
  }

  private static List<Evidence> vex(Document document) {
    return items(document, "said").stream()
        .<Evidence>map(
            node ->
                new VexStatement(
                    node,
                    ImmutableSet.of(text(node, "id")),
                    ImmutableSet.copyOf(node.get("products").map(Node::texts).orElse(List.of())),
                    ImmutableSet.of(),
                    VexStatement.Status.valueOf(text(node, "status")),
                    node.get("why").flatMap(Node::text)))
        .toList();
  }

  // Containers

  private List<String> released(String containers) {
    file(PLAN, SERVICE);
    deploy("compose.yaml", "containers: [" + containers + "]");
    return dossier().containers().stream().map(Container::name).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{name: relay}, {name: db} | [relay]",
        "{name: app, workload: relay}, {name: db, workload: db} | [app]",
        "{name: app, image: 'reg:5000/acme/relay:2'}, {name: x, image: 'acme/relay'} | [app]",
        "{name: app, image: 'reg:5000/acme/relay@sha256:ab'}, {name: db} | [app]",
        "{name: app, image: 'reg:5000/acme/relay'}, {name: built, built: true} | [app]",
        "{name: a, built: true}, {name: b, built: true}, {name: db} | [a, b]",
        "{name: db, image: postgres} | []",
      })
  void theContainersOfTheServiceAreThoseOfItsNameOrImageOrElseTheBuiltOnes(
      String containers, String names) {
    assertThat(released(containers)).hasToString(names);
  }

  // Vulnerabilities

  private Optional<String> suppression(String found, String... said) {
    file(EpicLayout.EVIDENCE + "scan.json", "{\"found\": [" + found + "]}");
    file(EpicLayout.EVIDENCE + "vex.json", "{\"said\": [" + String.join(",", said) + "]}");
    List<Vulnerability> all = dossier().vulnerabilities();
    assertThat(all).hasSize(1);
    return all.get(0).suppression();
  }

  private static final String FOUND =
      "{\"id\": \"GHSA-1\", \"aliases\": [\"CVE-1\"], \"component\": \"pkg:npm/a@1\"}";

  private static String said(String id, String status, String products) {
    return "{\"id\": \"%s\", \"status\": \"%s\", \"why\": \"not reached\", \"products\": [%s]}"
        .formatted(id, status, products);
  }

  @Test
  void aStatementUnderAnotherIdClears() {
    assertThat(suppression(FOUND, said("CVE-1", "NOT_AFFECTED", "\"pkg:npm/a\"")))
        .contains("not reached");
  }

  @Test
  void aFixWithoutWordsIsAReason() {
    assertThat(
            suppression(
                FOUND, "{\"id\": \"CVE-1\", \"status\": \"FIXED\", \"products\": [\"pkg:npm/a\"]}"))
        .contains("fixed");
  }

  @Test
  void aStatementOfAnotherComponentOrVulnerabilityDoesNotClear() {
    assertThat(
            suppression(
                FOUND,
                said("CVE-1", "NOT_AFFECTED", "\"pkg:npm/b\""),
                said("CVE-2", "NOT_AFFECTED", "\"pkg:npm/a\"")))
        .isEmpty();
  }

  @Test
  void oneThatIsAffectedIsNotCleared() {
    assertThat(
            suppression(FOUND, said("CVE-1", "NOT_AFFECTED", ""), said("GHSA-1", "AFFECTED", "")))
        .isEmpty();
  }

  @Test
  void oneThatIsAffectedIsNotSuppressedByItsReportEither() {
    String suppressed = FOUND.replace("{\"id\"", "{\"suppression\": \"by us\", \"id\"");

    assertThat(suppression(suppressed)).contains("by us");
    files.clear();
    assertThat(suppression(suppressed, said("CVE-1", "NOT_AFFECTED", ""))).contains("by us");
    files.clear();
    assertThat(suppression(suppressed, said("CVE-1", "AFFECTED", "\"pkg:npm/a@1\""))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'\"relay\"', true",
    "'\"reg:5000/acme/relay:1\"', true",
    "'\"reg:5000/acme/relay:2\"', false",
    "'\"pkg:oci/relay?repository_url=reg:5000/acme/relay&tag=1\"', true",
    "'\"pkg:oci/relay?repository_url=reg:5000/acme/relay&tag=2\"', false",
    "'\"pkg:oci/other\"', false",
    "'\"relay\", \"reg:5000/acme/relay\"', true",
    "'\"other\"', false",
    "'\"acme/relay\"', false",
    "'\"relay\", \"pkg:npm/b\"', true"
  })
  void whatIsSaidOfTheServiceIsSaidOfAllThatIsInIt(String products, boolean clears) {
    file(PLAN, SERVICE);

    assertThat(suppression(FOUND, said("CVE-1", "NOT_AFFECTED", products)).isPresent())
        .isEqualTo(clears);
  }

  // Faults

  @Test
  void whatASourceThrowsIsAFaultOfTheDocument() {
    sources.add(0, document -> broken(new IllegalStateException("odd\ninput")));
    deploy("k8s/a.yaml", "containers: [{name: a, built: true}]");

    assertThat(dossier().evidenceFaults())
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.kind()).isEqualTo(Fault.Kind.READER_FAILED);
              assertThat(fault.kind().losesContent()).isTrue();
              assertThat(fault.place()).hasToString("k8s/a.yaml:1:1");
              assertThat(fault.message())
                  .contains("failed on it: java.lang.IllegalStateException: odd input")
                  .doesNotContain("\n");
            });
    assertThat(dossier().containers()).hasSize(1); // the others have read it
  }

  @Test
  void deepRecursionAndFailedAssertionsAreFaultsToo() {
    sources.add(document -> broken(new StackOverflowError()));
    sources.add(document -> broken(new AssertionError("x")));
    sources.add(document -> broken(new NoClassDefFoundError("x")));
    deploy("k8s/a.yaml", "a: 1");

    assertThat(dossier().evidenceFaults())
        .hasSize(3)
        .allMatch(fault -> fault.kind() == Fault.Kind.READER_FAILED);
  }

  private static <E extends Throwable> List<Evidence> broken(E thrown) throws E {
    throw thrown;
  }

  @Test
  void whatCannotBeReadOfEvidenceAndDeployFilesIsAFault() {
    file(EpicLayout.EVIDENCE + "scan.json", "{");
    file(EpicLayout.ARTIFACTS + "other.json", "{");
    deploy("compose.yaml", "a: b: c");
    deploy("Dockerfile", "FROM scratch");
    repository.add(SourceFile.unread("k8s/Dockerfile", Fault.Kind.NOT_A_FILE, "cannot be read"));
    repository.add(SourceFile.unread("k8s/a.yaml", Fault.Kind.LIMIT, "has 9 bytes, more than 8"));

    assertThat(dossier().evidenceFaults())
        .extracting(fault -> fault.place().file() + " " + fault.kind())
        .containsExactly(
            "compose.yaml UNPARSABLE",
            EpicLayout.EVIDENCE + "scan.json UNPARSABLE",
            "k8s/Dockerfile NOT_A_FILE",
            "k8s/a.yaml LIMIT");
    assertThat(dossier().deployFiles()).containsOnlyKeys("compose.yaml", "k8s/a.yaml");
    assertThat(dossier().inputs().repository()).hasSize(4);
  }

  // What is no evidence

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# Generated by production-guardian 0.1.0\n",
        "\n# x\n# Generated by production-guardian\n"
      })
  void aWorkflowOfThisProjectIsNoInputAndAMarkElsewhereProvesNothing(String mark) {
    String compose = "containers: [{name: a, built: true}]\n";
    deploy(".github/workflows/release.yml", mark + compose);
    assertThat(dossier().evidence(Container.class)).isEmpty();
    assertThat(dossier().deployFiles()).isEmpty();
    assertThat(dossier().inputs().repository()).isEmpty();
    String without = dossier().inputs().sha256();

    deploy("compose.yaml", mark + compose);
    assertThat(dossier().evidence(Container.class)).hasSize(1); // anybody can write the mark
    assertThat(dossier().inputs().sha256()).isNotEqualTo(without);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "consensus/messages/inbox/devops/a.json",
        "consensus/artifacts/plan.json",
        "consensus/artifacts/review.json",
        "consensus/artifacts/implementation.json",
        "consensus/artifacts/deployment.json"
      })
  void whatAgentsSayIsNoEvidence(String path) {
    file(path, "{\"containers\": [{\"name\": \"a\", \"built\": true}]}");

    assertThat(dossier().evidence(Container.class)).isEmpty();
  }

  @Test
  void otherArtifactsAreEvidence() {
    file(EpicLayout.ARTIFACTS + "a.json", "{\"containers\": [{\"name\": \"a\"}]}");
    file(EpicLayout.EVIDENCE + "b.yaml", "containers: [{name: b}]");

    assertThat(dossier().evidence(Container.class))
        .extracting(Container::name)
        .containsExactly("a", "b");
    assertThat(dossier().evidence(ScanReport.class)).isEmpty();
    assertThat(Dossier.of(dossier().snapshot()).evidence(Container.class)).isEmpty();
  }
}
