package io.productionguardian.render.json.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.productionguardian.Assessment;
import io.productionguardian.RenderedFile;
import io.productionguardian.document.Node;
import io.productionguardian.model.EpicLayout;
import io.productionguardian.schema.SchemaName;
import io.productionguardian.schema.Schemas;
import io.productionguardian.source.EpicSnapshot;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecisionLogRendererTest {

  private static String line(Assessment assessment) {
    List<RenderedFile> files = new DecisionLogRenderer().render(assessment);
    assertThat(files).hasSize(1);
    assertThat(files.get(0).appended()).isTrue();
    return files.get(0).text();
  }

  @Test
  void approvalHasTheKeysOfTheSpecification() {
    Node entry = Read.json(line(Example.of("epic_25").approved()));

    assertThat(Schemas.validate(SchemaName.DECISION_ENTRY, entry)).isEmpty();
    assertThat(entry.members().keySet())
        .containsExactly(
            "timestamp",
            "agent",
            "decision",
            "epic_id",
            "iteration",
            "source_document",
            "previous_artifacts",
            "details");
    assertThat(entry.get("decision").flatMap(Node::text)).contains("approve");
    assertThat(entry.get("source_document").flatMap(Node::text))
        .contains(
            "review.json, implementation.json, plan.json, approved_2026_11_19_16_40_00.yaml, "
                + "go_2026_11_19_17_05_00.yaml");
    assertThat(entry.nearest("/previous_artifacts").items()).isEmpty();
    assertThat(entry.find("details", "strategy").flatMap(Node::text)).contains("canary");
    assertThat(entry.find("details", "deployment_ready").flatMap(Node::bool)).contains(true);
    assertThat(entry.find("details", "monitoring_configured").flatMap(Node::bool)).contains(true);
    assertThat(entry.find("details", "runbook_created").flatMap(Node::bool)).contains(true);
  }

  @Test
  void vetoNamesTheRulesThatBlock() {
    Node details = Read.json(line(Example.of("epic_25").judged("a", "b"))).nearest("/details");

    assertThat(details.get("deployment_ready").flatMap(Node::bool)).contains(false);
    assertThat(details.get("strategy")).isEmpty();
    assertThat(details.get("runbook_created").flatMap(Node::bool)).contains(false);
    assertThat(details.nearest("/blocking_rules").texts()).containsExactly("no-rollback-plan");
    assertThat(details.nearest("/rules").texts()).containsExactly("no-rollback-plan");
  }

  @Test
  void isOneCompactLine() {
    assertThat(line(Example.of("epic_25").approved()))
        .contains("\"generated_by\":\"production-guardian\"")
        .endsWith("}\n")
        .containsOnlyOnce("\n");
  }

  @Test
  void nextRunKnowsItAgain() {
    Example first = Example.of("epic_25");
    Example second = first.withFile(EpicLayout.DECISION_LOG, line(first.approved()));

    assertThat(second.approved().repeats()).isTrue();
  }

  @Test
  void sameVetoTwiceIsEscalatedAndSaidSo() {
    Example first = Example.of("epic_25");
    Example second =
        first
            .withFile(EpicLayout.DECISION_LOG, line(first.judged("a")))
            .with("\"replicas\": 2", "\"replicas\": 3");

    Node entry = Read.json(line(second.judged("a")));

    assertThat(entry.get("iteration").flatMap(Node::integer)).contains(2);
    assertThat(entry.find("details", "escalation").flatMap(Node::text)).isPresent();
  }

  @Test
  void namesWhatExistedBefore() {
    Example example =
        Example.of("epic_25")
            .withFile("consensus/artifacts/deployment.json", "{}")
            .withFile("consensus/artifacts/runbook.md", "# Ours")
            .withFile(
                "consensus/messages/inbox/quality/veto_2026_11_19_12_00_00.yaml",
                "# " + EpicLayout.GENERATOR_MARK + "\n")
            .withFile(
                "consensus/messages/inbox/quality/veto_2026_11_19_13_00_00.yaml", "from: devops");

    assertThat(Read.json(line(example.judged("a"))).nearest("/previous_artifacts").texts())
        .containsExactly("deployment.json", "runbook.md", "veto_2026_11_19_12_00_00.yaml");
  }

  @Test
  void emptyFolderHasSourcesNone() {
    EpicSnapshot files = Example.of("epic_25").snapshot();
    Example nothing = new Example(EpicSnapshot.builder(files.epic()).build());

    assertThat(Read.json(line(nothing.judged("a"))).get("source_document").flatMap(Node::text))
        .contains("none");
  }
}
