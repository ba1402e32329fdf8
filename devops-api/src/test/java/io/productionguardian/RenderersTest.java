package io.productionguardian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.productionguardian.model.EpicLayout;
import io.productionguardian.policy.Policy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RenderersTest {

  private static final String DRAFT = EpicLayout.draftOf(EpicFixture.DEPLOYMENT);

  @TempDir private Path folder;
  private EpicFixture epic;

  @BeforeEach
  void copy() {
    epic = EpicFixture.copy("epic_25", folder);
  }

  private Assessment assessment() {
    return Gate.of(Policy.standard(), List.of(TestRule.blocking("a")))
        .assess(epic.snapshot(), Instant.parse("2026-11-20T10:00:00Z"));
  }

  private Release render(Renderer... renderers) {
    return Renderers.of(List.of(renderers)).render(assessment());
  }

  private static Renderer log() {
    return assessment -> List.of(RenderedFile.logLine(TestRenderer.logLine(assessment)));
  }

  private static Renderer file(String path) {
    return assessment -> List.of(RenderedFile.of(path, "x"));
  }

  @Test
  void filesAreSortedByPathAndTheLogLineStandsApart() {
    Release release = render(new TestRenderer());

    assertThat(release.files())
        .extracting(RenderedFile::path)
        .containsExactlyElementsOf(TestRenderer.FILES);
    assertThat(release.files()).noneMatch(RenderedFile::appended);
    assertThat(release.logLine().appended()).isTrue();
    assertThat(release.logLine().path()).isEqualTo(EpicFixture.LOG);
    assertThat(release.logLine().text()).endsWith("}\n");
    assertThat(release.assessment().approved()).isTrue();
  }

  @Test
  void theOrderOfRenderersDoesNotMatter() {
    Renderer first = log();
    Renderer second = new TestRenderer();
    Renderer third = a -> List.of();

    assertThat(Renderers.of(List.of(first, second, third)).names())
        .isEqualTo(Renderers.of(List.of(third, second, first)).names())
        .isSorted()
        .hasSize(3);
  }

  @Test
  void twoRenderersOfOneFileAreRefused() {
    assertThat(render(file("consensus/artifacts/a"), file("consensus/artifacts/b"), log()).files())
        .hasSize(2);
    assertThatExceptionOfType(MisconfiguredException.class)
        .isThrownBy(
            () -> render(file("consensus/artifacts/a"), file("consensus/artifacts/a"), log()))
        .withMessageStartingWith("consensus/artifacts/a is written by two renderers");
  }

  private static Renderer attesting(String path) {
    return new Renderer() {
      @Override
      public List<RenderedFile> render(Assessment assessment) {
        return List.of();
      }

      @Override
      public List<RenderedFile> attest(Assessment assessment, List<RenderedFile> files) {
        return List.of(
            RenderedFile.of(
                path, files.stream().map(RenderedFile::path).collect(Collectors.joining(" "))));
      }
    };
  }

  @Test
  void whatAttestsSeesAllThatWasRenderedByPath() {
    epic.write(EpicFixture.DEPLOYMENT, "{\"mine\": 1}");

    Release release =
        render(
            attesting("consensus/artifacts/z"),
            attesting("consensus/artifacts/y"),
            new TestRenderer(),
            file("consensus/artifacts/a"));

    assertThat(release.files())
        .filteredOn(file -> file.path().matches("consensus/artifacts/[yz]"))
        .hasSize(2)
        .extracting(RenderedFile::text)
        .containsOnly("consensus/artifacts/a " + String.join(" ", TestRenderer.FILES));
  }

  @Test
  void whatAttestsMayNotWriteWhatAnotherWrote() {
    assertThatExceptionOfType(MisconfiguredException.class)
        .isThrownBy(
            () -> render(file("consensus/artifacts/a"), attesting("consensus/artifacts/a"), log()))
        .withMessageStartingWith("consensus/artifacts/a is written by two renderers");
  }

  @Test
  void digestIsThatOfTheBytes() {
    assertThat(RenderedFile.of("consensus/a", "abc").sha256())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void exactlyOneLineOfTheLogIsWanted() {
    assertThatExceptionOfType(MisconfiguredException.class)
        .isThrownBy(() -> render(file("consensus/artifacts/a")))
        .withMessageStartingWith(
            "Expected one renderer to write the line of the decision log, but 0 do: ");
    assertThatExceptionOfType(MisconfiguredException.class)
        .isThrownBy(() -> render(log(), log()))
        .withMessageStartingWith(
            "Expected one renderer to write the line of the decision log, but 2 do: ");
  }

  @Test
  void whatAgentsWroteIsKeptAsADraft() {
    epic.write(EpicFixture.DEPLOYMENT, "{\"mine\": 1}");

    Release release = render(new TestRenderer());

    assertThat(release.files())
        .filteredOn(file -> file.path().equals(DRAFT))
        .singleElement()
        .satisfies(file -> assertThat(file.text()).isEqualTo("{\"mine\": 1}"));
    assertThat(release.files()).hasSize(4);
  }

  @Test
  void whatThisProjectWroteIsNot() {
    epic.write(EpicFixture.DEPLOYMENT, "{\"_\": \"" + EpicLayout.GENERATOR_MARK + "\"}");

    assertThat(render(new TestRenderer()).files()).hasSize(3);
  }

  @Test
  void aFolderWhereAFileGoesIsNoDraft() throws Exception {
    Files.createDirectory(epic.path(EpicFixture.DEPLOYMENT));

    assertThat(render(new TestRenderer()).files()).hasSize(3);
  }

  // A release of the decision that was made

  private Release vetoed(Renderer... renderers) {
    return Renderers.of(List.of(renderers))
        .render(
            Gate.of(Policy.standard(), List.of(TestRule.blocking("a", "no")))
                .assess(epic.snapshot(), Instant.parse("2026-11-20T10:00:00Z")));
  }

  private static void refused(ThrowingCallable render, String file, String why) {
    assertThatExceptionOfType(RenderException.class)
        .isThrownBy(render)
        .withMessageContaining(why)
        .satisfies(
            e -> {
              assertThat(e.file()).contains(file);
              assertThat(e.renderer()).startsWith(RenderersTest.class.getName());
              assertThat(e).hasMessageContainingAll(e.renderer(), file);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "consensus/artifacts/deployment.json",
        "consensus/artifacts/cicd.yaml",
        "consensus/artifacts/runbook.md",
        "consensus/artifacts/RUNBOOK.md",
        "consensus/artifacts/deploy/k8s/dev/app.yaml",
        "consensus/artifacts/deploy/go.sh",
        "consensus/artifacts/Dockerfile"
      })
  void aVetoHasNothingThatCanBeDeployed(String path) {
    refused(() -> vetoed(log(), file(path)), path, "a veto has only reports");
    assertThat(render(log(), file(path)).files()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "consensus/artifacts/readiness.md",
        "consensus/artifacts/readiness.sarif",
        "consensus/artifacts/decision.intoto.json",
        "consensus/messages/inbox/quality/veto_2026_11_20_10_00_00.yaml"
      })
  void aVetoHasItsMessageAndReports(String path) {
    assertThat(vetoed(log(), file(path)).files()).extracting(RenderedFile::path).contains(path);
  }

  @Test
  void anApprovalHasNoMessageOfAVeto() {
    String path = "consensus/messages/inbox/quality/veto_2026_11_20_10_00_00.yaml";

    refused(() -> render(log(), file(path)), path, "an approval has no message of a veto");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "consensus/artifacts/review.json",
        "consensus/artifacts/Plan.json",
        "consensus/artifacts/evidence/scan.sarif",
        "consensus/artifacts/EVIDENCE/scan.sarif",
        "consensus/artifacts/plan.draft.json",
        "consensus/messages/inbox/devops/go.yaml",
        "consensus/messages/inbox/tech_lead/veto_2026_11_20_10_00_00.yaml",
        "consensus/other.md"
      })
  void noReleaseTakesThePlaceOfWhatAgentsSay(String path) {
    refused(() -> render(log(), file(path)), path, "but ");
    refused(() -> vetoed(log(), file(path)), path, "but ");
  }

  @Test
  void whatAttestsIsHeldToTheSame() {
    String path = "consensus/artifacts/cicd.yaml";

    refused(() -> vetoed(log(), attesting(path)), path, "a veto has only reports");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"approve\" | \"veto\"",
        "\"epic_25\" | \"epic_26\"",
        "\"iteration\":1 | \"iteration\":2",
        "\"devops\" | \"quality\"",
        "{ | {\"decision\":\"veto\",",
        "}} | }} {}"
      })
  void theLineOfTheLogStatesTheDecision(String what, String other) {
    Renderer lying =
        assessment -> {
          String line = TestRenderer.logLine(assessment);
          assertThat(line).contains(what);
          return List.of(RenderedFile.logLine(line.replaceFirst(Pattern.quote(what), other)));
        };

    refused(() -> render(lying), EpicFixture.LOG, "it does not state the decision");
  }

  @Test
  void aRendererThatFailsIsNamed() {
    Renderer failing =
        assessment -> {
          throw new IllegalStateException("no template");
        };

    assertThatExceptionOfType(RenderException.class)
        .isThrownBy(() -> render(log(), failing))
        .withMessage(
            "The renderer %s failed while it rendered the approval of epic_25:"
                + " java.lang.IllegalStateException: no template",
            failing.getClass().getName())
        .withCauseInstanceOf(IllegalStateException.class)
        .satisfies(e -> assertThat(e.file()).isEmpty());
    assertThatExceptionOfType(RenderException.class)
        .isThrownBy(() -> render(log(), file("consensus/artifacts/../a")))
        .withMessageContaining("consensus/artifacts/../a");
  }

  // Paths

  @ParameterizedTest
  @ValueSource(
      strings = {
        "consensus/a",
        "consensus/artifacts/deploy/k8s/dev/a-b_c.d.yaml",
        "consensus/_/A9",
        "consensus/messages/inbox/quality/veto_2026_11_20_10_00_00.yaml"
      })
  void aPlainPathBelowConsensusIsTaken(String path) {
    assertThat(RenderedFile.of(path, "x").path()).isEqualTo(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "artifacts/a",
        "/consensus/a",
        "consensus",
        "consensus/",
        "consensus//a",
        "consensus/a/",
        "consensus/../a",
        "consensus/./a",
        "consensus/.git",
        "consensus/.release/a",
        "consensus/a b",
        "consensus/a\\b",
        "consensus/a\0",
        "consensus/ä",
        "consensus/-a",
        "consensus/a\n",
        "Consensus/a",
        "consensus/a:b",
        "consensus/~"
      })
  void anyOtherPathIsRefused(String path) {
    assertThatIllegalArgumentException().isThrownBy(() -> RenderedFile.of(path, "x"));
    assertThatIllegalArgumentException().isThrownBy(() -> RenderedFile.of(path, new byte[0]));
  }

  @Test
  void theDecisionLogCanOnlyBeAppendedTo() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RenderedFile.of(EpicLayout.DECISION_LOG, "x"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "{}\n", "{\n}", "{}\r{}"})
  void aLogLineIsOneLine(String entry) {
    assertThatIllegalArgumentException().isThrownBy(() -> RenderedFile.logLine(entry));
    assertThat(RenderedFile.logLine("{}").text()).isEqualTo("{}\n");
  }

  @Test
  void aRenderedFileDoesNotChangeWithTheArrayItWasMadeFrom() {
    byte[] bytes = "abc".getBytes(StandardCharsets.UTF_8);
    RenderedFile file = RenderedFile.of("consensus/a", bytes);

    bytes[0] = 'x';
    file.content()[1] = 'x';

    assertThat(file.text()).isEqualTo("abc");
  }
}
