package io.productionguardian.render.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.productionguardian.RenderedFile;
import io.productionguardian.document.Node;
import io.productionguardian.document.SourceFile;
import io.productionguardian.dossier.DecisionInputs;
import io.productionguardian.schema.SchemaName;
import io.productionguardian.schema.Schemas;
import java.util.List;
import org.junit.jupiter.api.Test;

class VetoRendererTest {

  private static final String PATH =
      "consensus/messages/inbox/quality/veto_2026_11_20_09_30_00.yaml";

  private static String render(String... violations) {
    List<RenderedFile> files = new VetoRenderer().render(Example.of("epic_25").judged(violations));
    assertThat(files).extracting(RenderedFile::path).containsExactly(PATH);
    return files.get(0).text();
  }

  @Test
  void hasTheShapeOfTheSpecification() {
    Node root = Read.yaml(render("no way back"));

    assertThat(Schemas.validate(SchemaName.VETO, root)).isEmpty();
    assertThat(root.members().keySet())
        .startsWith(
            "from",
            "to",
            "timestamp",
            "epic_id",
            "iteration",
            "type",
            "subject",
            "content",
            "action_needed");
    assertThat(root.get("content").orElseThrow().members().keySet())
        .containsExactly(
            "violation", "location", "impact", "requirement", "suggestion", "blocking");
    assertThat(root.get("subject").flatMap(Node::text)).contains("no_rollback_plan");
    assertThat(root.get("iteration").flatMap(Node::integer)).contains(1);
    assertThat(root.find("content", "location").flatMap(Node::text))
        .contains("consensus/artifacts/implementation.json:155:5 (/health_checks/readiness)");
  }

  @Test
  void firstByRankIsTheContentAndTheOthersStandBeside() {
    Node root = Read.yaml(render("b", "a", "c"));

    assertThat(root.find("content", "violation").flatMap(Node::text)).contains("a");
    assertThat(root.get("additional_violations").orElseThrow().items())
        .extracting(other -> other.get("violation").flatMap(Node::text).orElse(""))
        .containsExactly("b", "c");
    assertThat(Schemas.validate(SchemaName.VETO, root)).isEmpty();
  }

  @Test
  void hostileViolationStaysData() {
    String evil = "no \"way\": back # 'x' {a} [b] \\ *c &d !e | > % @ ` ${{ x }}";

    assertThat(Read.yaml(render(evil)).find("content", "violation").flatMap(Node::text))
        .contains(evil);
  }

  @Test
  void isNeverTakenForAnInput() {
    assertThat(DecisionInputs.isGenerated(SourceFile.of(PATH, render("no")))).isTrue();
  }

  @Test
  void approvalWritesNone() {
    assertThat(new VetoRenderer().render(Example.of("epic_25").approved())).isEmpty();
  }
}
