package io.productionguardian.render.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import io.productionguardian.Assessment;
import io.productionguardian.RenderedFile;
import io.productionguardian.document.SourceFile;
import io.productionguardian.document.SourceLocation;
import io.productionguardian.dossier.DecisionInputs;
import io.productionguardian.model.Agent;
import io.productionguardian.rule.AppliesBy;
import io.productionguardian.rule.Remedy;
import io.productionguardian.rule.Template;
import io.productionguardian.rule.Violation;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadinessRendererTest {

  private static String render(Assessment assessment) {
    List<RenderedFile> files = new ReadinessRenderer().render(assessment);
    assertThat(files)
        .extracting(RenderedFile::path)
        .containsExactly("consensus/artifacts/readiness.md");
    return files.get(0).text();
  }

  @Test
  void approvalShowsTheMustHavesAndTheWay() {
    String text = render(Example.of("epic_25").approved());

    assertThat(text)
        .contains("- Decision: **approve**\n")
        .contains("| Rollback plan tested | evidenced | consensus/artifacts/implementation.json:")
        .contains("## Findings\n\nNone.\n")
        .contains("  stage1 -->|\"approval: tech_lead\"| stage2\n")
        .contains("  stage2 -.->|\"rollback within 30 s\"| previous\n")
        .contains("| deployment.revisionHistoryLimit | 10 | the default of Kubernetes |\n");
  }

  @Test
  void defaultsAreListedWithTheirReasons() {
    String text = render(Example.of("epic_25").with("\"port\": 8080,", "").approved());

    assertThat(text).contains("| service.port | 8080 | the usual HTTP port |\n");
  }

  @Test
  void vetoShowsWhatBlocksTheWay() {
    String text = render(Example.of("epic_25").judged("There is no way back"));

    assertThat(text)
        .contains("- Decision: **veto**\n")
        .contains(
            "| block | no-rollback-plan | consensus/artifacts/implementation.json:155:5"
                + " | There is no way back |\n")
        .contains("### no-rollback-plan\n\n- Why: A failed release cannot be undone\n")
        .contains("- To fix it: State rollback.procedure\n")
        .contains("  rule0[\"no-rollback-plan\"] --> gate\n")
        .doesNotContain("Defaults used")
        .doesNotContain("Time to safety");
  }

  @Test
  void timeToSafetyIsDetectionAndRollback() {
    String text = render(Example.of("epic_25").approved());

    assertThat(text)
        .contains(
            "| readiness probe | interval 10 s × 3 failures + timeout 5 s = 35 s | 30 s | 65 s |\n")
        .contains(
            "| liveness probe | interval 30 s × 3 failures + timeout 5 s = 95 s | 30 s | 125 s |\n")
        .contains(
            "| alert HealthCheckDown"
                + " | scrape 15 s + evaluation 15 s + for 0 s = 30 s | 30 s | 60 s |\n")
        .doesNotContain("alert HighLatency")
        .contains("  fault -->|\"35 s\"| by0\n  by0 -->|\"rollback 30 s\"| previous\n");
  }

  @ParameterizedTest
  @CsvSource({
    "for 5m, 300, 360",
    "FOR 90 seconds, 90, 150",
    "for 500ms, 0.5, 60.5",
    "for 1h, 3600, 3660"
  })
  void conditionThatMustHoldIsNoticedLater(String hold, String seconds, String safe) {
    String text =
        render(Example.of("epic_25").with("\"up == 0\"", "\"up == 0 " + hold + "\"").approved());

    assertThat(text)
        .contains("+ for " + seconds + " s = ")
        .contains(" | 30 s | " + safe + " s |\n")
        .contains("<br/>safe after " + safe + " s\"]\n");
  }

  private static final AppliesBy DEVELOPER = AppliesBy.agent(Agent.DEVELOPER);

  @Test
  void remediesAreShownToBeCopied() {
    SourceLocation place = SourceLocation.of("consensus/artifacts/plan.json");
    Remedy added =
        Remedy.add(DEVELOPER, place.file(), "/a~1b", Template.json("{\n  \"x\": \"```\"\n}"));

    String text =
        render(
            Example.of("epic_25")
                .finding(
                    Violation.at(place, "one").remedy(added),
                    Violation.at(place, "two")
                        .remedy(
                            Remedy.line(
                                DEVELOPER, SourceLocation.at("p.yml", 7, 1), Template.text(""))),
                    Violation.at(place, "three")
                        .remedy(Remedy.remove(DEVELOPER, new SourceLocation("x.json", "/y", 1, 1))),
                    Violation.at(place, "four").remedy(Remedy.ask(AppliesBy.PERSON, "Decide `it`")),
                    Violation.at(place, "five")
                        .remedy(Remedy.write(AppliesBy.MACHINE, "w.md", Template.text("# W\n")))));

    assertThat(text)
        .contains(
            "For consensus/artifacts/plan.json:1:1, by the agent developer: add `/a~1b` to `consensus/artifacts/plan.json`:"
                + "\n\n````json\n{\n  \"x\": \"```\"\n}\n````\n")
        .contains("empty line 7 of `p.yml`.\n")
        .contains("remove `/y` from `x.json`.\n")
        .contains(", by a person: Decide \\`it\\`.\n")
        .contains(", by any program: write `w.md`:\n\n```text\n# W\n```\n");
  }

  @Test
  void placeOfARemedyIsNoFormat() {
    SourceLocation place = new SourceLocation("100%", "/%s/%", 1, 1);

    assertThat(
            render(
                Example.of("epic_25")
                    .finding(
                        Violation.at(place, "one")
                            .remedy(Remedy.replace(DEVELOPER, place, Template.json("1"))),
                        Violation.at(place, "two")
                            .remedy(Remedy.line(DEVELOPER, place, Template.text(""))))))
        .contains("replace `/%s/%` in `100%`:", "empty line 1 of `100%`.");
  }

  @Test
  void manyRemediesOfOneRuleAreCounted() {
    SourceLocation place = SourceLocation.of("consensus/artifacts/plan.json");
    Violation[] violations =
        IntStream.range(0, 13)
            .mapToObj(
                i ->
                    Violation.at(place, "v" + i)
                        .remedy(Remedy.add(DEVELOPER, "f", "/" + i, Template.json("1"))))
            .toArray(Violation[]::new);

    assertThat(render(Example.of("epic_25").finding(violations)))
        .contains("\n3 more remedies stand in readiness.sarif.\n");
  }

  @Test
  void contradictionSaysWhatStandsAgainstTheClaim() {
    String text =
        render(
            Example.of("epic_25")
                .with("\"outcome\": \"passed\"", "\"outcome\": \"failed\"")
                .judged("x"));

    assertThat(text)
        .contains("| Rollback plan tested | contradicted | ")
        .contains("What stands against a claim:\n\n- Rollback plan tested: the rollback was tried");
  }

  @Test
  void hostileViolationIsShownAsItIs() {
    String evil = "a | b <script> `c` \"d\" \\| [e](f)";

    String text = render(Example.of("epic_25").judged(evil));

    assertThat(Shown.allText(Shown.document(text)).replace("\n", "")).contains(evil);
  }

  @Test
  void isNeverTakenForAnInput() {
    assertThat(
            DecisionInputs.isGenerated(
                SourceFile.of(
                    "consensus/artifacts/readiness.md", render(Example.of("epic_25").approved()))))
        .isTrue();
  }
}
