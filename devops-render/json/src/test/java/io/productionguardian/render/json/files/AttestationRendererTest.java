package io.productionguardian.render.json.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.Hashing;
import io.productionguardian.Assessment;
import io.productionguardian.Guardian;
import io.productionguardian.Release;
import io.productionguardian.RenderedFile;
import io.productionguardian.Renderer;
import io.productionguardian.document.Document.Fault;
import io.productionguardian.document.Node;
import io.productionguardian.document.SourceFile;
import io.productionguardian.dossier.DecisionInputs;
import io.productionguardian.dossier.Dossier;
import io.productionguardian.model.Severity;
import io.productionguardian.policy.Policy;
import io.productionguardian.rule.Rule;
import io.productionguardian.rule.RuleInfo;
import io.productionguardian.rule.Settings;
import io.productionguardian.rule.Violation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AttestationRendererTest {

  private static final String PATH = "consensus/artifacts/decision.intoto.json";
  private static final Renderer OTHER =
      assessment ->
          assessment.approved()
              ? List.of(RenderedFile.of("consensus/artifacts/cicd.yaml", "on: push\n"))
              : List.of();

  /** A guardian has a rule, which no renderer asks. */
  private static final Rule RULE =
      new Rule() {
        @Override
        public RuleInfo info() {
          return RuleInfo.of("any", Severity.INFO, RuleInfo.Concern.INPUT)
              .summary("Any.")
              .impact("None")
              .requirement("None")
              .suggestion("None")
              .action("none")
              .build();
        }

        @Override
        public List<Violation> check(Dossier dossier, Settings settings) {
          return List.of();
        }
      };

  private static Release release(Assessment assessment) {
    return Guardian.builder()
        .rule(RULE)
        .renderer(new AttestationRenderer())
        .renderer(new DecisionLogRenderer())
        .renderer(new DeploymentRenderer())
        .renderer(new SarifRenderer())
        .renderer(OTHER)
        .build()
        .render(assessment);
  }

  private static RenderedFile written(Release release) {
    return release.files().stream()
        .filter(file -> file.path().equals(PATH))
        .findFirst()
        .orElseThrow();
  }

  private static Node statement(Assessment assessment) {
    return Read.json(written(release(assessment)).text());
  }

  private static Map<String, String> digests(Node descriptors) {
    Map<String, String> digests = new TreeMap<>();
    descriptors
        .items()
        .forEach(
            it ->
                digests.put(
                    it.get("name").flatMap(Node::text).orElseThrow(),
                    it.find("digest", "sha256").flatMap(Node::text).orElseThrow()));
    return digests;
  }

  @Test
  void subjectsAreAllOtherFilesOfTheReleaseWithTheirDigests() {
    Release release = release(Example.of("epic_25").approved());
    Map<String, String> expected = new TreeMap<>();
    release.files().stream()
        .filter(file -> !file.path().equals(PATH))
        .forEach(
            file ->
                expected.put(file.path(), Hashing.sha256().hashBytes(file.content()).toString()));

    Node statement = Read.json(written(release).text());

    assertThat(statement.members().keySet())
        .containsExactly("_type", "predicateType", "predicate", "subject");
    assertThat(digests(statement.nearest("/subject")))
        .isEqualTo(expected)
        .containsKeys(
            "consensus/artifacts/cicd.yaml",
            "consensus/artifacts/deployment.json",
            "consensus/artifacts/readiness.sarif");
  }

  @Test
  void approvalHasPassed() {
    Assessment assessment = Example.of("epic_25").approved();
    Node predicate = statement(assessment).nearest("/predicate");

    assertThat(predicate.get("result").flatMap(Node::text)).contains("PASSED");
    assertThat(predicate.nearest("/passedTests").texts()).containsExactly("no-rollback-plan");
    assertThat(predicate.nearest("/warnedTests").items()).isEmpty();
    assertThat(predicate.nearest("/failedTests").items()).isEmpty();
    assertThat(digests(predicate.nearest("/configuration")))
        .containsEntry("policy", assessment.policy().sha256())
        .containsEntry("rules", assessment.rulesSha256())
        .containsEntry("inputs", assessment.dossier().inputs().sha256())
        .containsEntry(
            "consensus/artifacts/review.json",
            assessment
                .dossier()
                .inputs()
                .file("consensus/artifacts/review.json")
                .orElseThrow()
                .sha256());
  }

  @Test
  void vetoHasFailed() {
    Node predicate = statement(Example.of("epic_25").judged("a")).nearest("/predicate");

    assertThat(predicate.get("result").flatMap(Node::text)).contains("FAILED");
    assertThat(predicate.nearest("/failedTests").texts()).containsExactly("no-rollback-plan");
    assertThat(predicate.nearest("/passedTests").items()).isEmpty();
  }

  @Test
  void warningIsToldApart() {
    Node predicate =
        statement(
                Example.of("epic_25")
                    .by(
                        Policy.read("p", "profile: advisory".getBytes(StandardCharsets.UTF_8)),
                        "a"))
            .nearest("/predicate");

    assertThat(predicate.get("result").flatMap(Node::text)).contains("WARNED");
    assertThat(predicate.nearest("/warnedTests").texts()).containsExactly("no-rollback-plan");
  }

  @Test
  void waivedFindingIsAWarning() {
    Node predicate =
        statement(Example.of("epic_25").by(Example.waiving("it is known"), "a"))
            .nearest("/predicate");

    assertThat(predicate.get("result").flatMap(Node::text)).contains("WARNED");
    assertThat(predicate.nearest("/warnedTests").texts()).containsExactly("no-rollback-plan");
  }

  @Test
  void fileThatCouldNotBeReadSaysSo() {
    Example example =
        Example.of("epic_25")
            .withFile(
                SourceFile.unread(
                    "consensus/artifacts/extra.json", Fault.Kind.NOT_A_FILE, "is a socket"));

    Node configuration = statement(example.judged("a")).nearest("/predicate/configuration");

    assertThat(
            configuration.items().stream()
                .flatMap(it -> it.find("annotations", "unread").flatMap(Node::text).stream()))
        .containsExactly("is a socket");
  }

  @Test
  void ownEntriesOfTheLogAndAnEmptyLogChangeNothing() {
    Example example = Example.of("epic_25");
    RenderedFile line = release(example.approved()).logLine();
    String expected = written(release(example.approved())).text();

    for (String log : new String[] {"", "\n", line.text()}) {
      assertThat(written(release(example.withFile(line.path(), log).approved())).text())
          .isEqualTo(expected);
    }
  }

  @Test
  void isNeverTakenForAnInput() {
    for (Assessment assessment :
        List.of(Example.of("epic_25").approved(), Example.of("epic_25").judged("a"))) {
      RenderedFile file = written(release(assessment));
      assertThat(DecisionInputs.isGenerated(SourceFile.of(file.path(), file.content()))).isTrue();
    }
  }

  @Test
  void statementWithoutSubjectIsNotWritten() {
    assertThat(
            new AttestationRenderer().attest(Example.of("epic_25").approved(), ImmutableList.of()))
        .isEmpty();
  }

  @Test
  void sameAssessmentGivesSameBytes() {
    assertThat(written(release(Example.of("epic_31").approved())).text())
        .isEqualTo(written(release(Example.of("epic_31").approved())).text());
  }
}
