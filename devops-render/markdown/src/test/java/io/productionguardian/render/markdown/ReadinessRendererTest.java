package io.productionguardian.render.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import io.productionguardian.document.SourceFile;
import io.productionguardian.dossier.Inputs;
import io.productionguardian.engine.Assessment;
import io.productionguardian.render.RenderedFile;
import java.util.List;
import org.junit.jupiter.api.Test;

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
        .contains("None: the files state all that was needed.");
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
        .contains("- no-rollback-plan: A failed release cannot be undone.")
        .contains("  rule0[\"no-rollback-plan\"] --> gate\n")
        .doesNotContain("Defaults used");
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
            Inputs.isGenerated(
                SourceFile.of(
                    "consensus/artifacts/readiness.md", render(Example.of("epic_25").approved()))))
        .isTrue();
  }
}
