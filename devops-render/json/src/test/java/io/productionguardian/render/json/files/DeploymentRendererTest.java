package io.productionguardian.render.json.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.productionguardian.Assessment;
import io.productionguardian.RenderedFile;
import io.productionguardian.document.Node;
import io.productionguardian.document.SourceFile;
import io.productionguardian.dossier.DecisionInputs;
import io.productionguardian.schema.SchemaName;
import io.productionguardian.schema.Schemas;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeploymentRendererTest {

  private static String render(Assessment assessment) {
    List<RenderedFile> files = new DeploymentRenderer().render(assessment);
    assertThat(files)
        .extracting(RenderedFile::path)
        .containsExactly("consensus/artifacts/deployment.json");
    return files.get(0).text();
  }

  @ParameterizedTest
  @ValueSource(strings = {"epic_25", "epic_31"})
  void isWhatThePublishedSchemaDescribes(String epic) {
    Node root = Read.json(render(Example.of(epic).approved()));

    assertThat(Schemas.validate(SchemaName.DEPLOYMENT, root)).isEmpty();
    assertThat(root.members().keySet())
        .containsExactly(
            "$comment",
            "epic_id",
            "iteration",
            "timestamp",
            "deployment_strategy",
            "infrastructure",
            "monitoring",
            "health_checks",
            "rollback",
            "service",
            "slo");
  }

  @Test
  void statesWhatTheAgentsStated() {
    Example example = Example.of("epic_25");
    Node stated =
        Read.json(
            example
                .snapshot()
                .file("consensus/artifacts/implementation.json")
                .orElseThrow()
                .text());

    Node root = Read.json(render(example.approved()));

    for (String section : List.of("infrastructure", "monitoring", "health_checks", "slo")) {
      assertThat(plain(root.get(section).orElseThrow()))
          .as(section)
          .isEqualTo(plain(stated.get(section).orElseThrow()));
    }
    assertThat(plain(root.find("deployment_strategy").orElseThrow()))
        .isEqualTo(plain(stated.get("deployment_strategy").orElseThrow()));
    assertThat(root.get("timestamp").flatMap(Node::text)).contains("2026_11_20_09_30_00");
    assertThat(root.get("iteration").flatMap(Node::integer)).contains(1);
  }

  @Test
  void keepsTheStrategyThatHadToBeMapped() {
    Example example =
        Example.of("epic_25").with("\"type\": \"canary\"", "\"type\": \"rolling_with_canary\"");

    Node strategy = Read.json(render(example.approved())).get("deployment_strategy").orElseThrow();

    assertThat(strategy.get("type").flatMap(Node::text)).contains("canary");
    assertThat(strategy.get("stated_type").flatMap(Node::text)).contains("rolling_with_canary");
  }

  @Test
  void dropsTextsThatSayNothing() {
    Example example =
        Example.of("epic_25").with("\"latency_p99\", \"error_rate\"", "\"latency_p99\", \" \"");

    Node root = Read.json(render(example.approved()));

    assertThat(Schemas.validate(SchemaName.DEPLOYMENT, root)).isEmpty();
    assertThat(root.nearest("/monitoring/dashboards/0/panels").texts())
        .containsExactly("latency_p99", "request_rate");
  }

  @Test
  void isNeverTakenForAnInput() {
    String text = render(Example.of("epic_25").approved());

    assertThat(
            DecisionInputs.isGenerated(SourceFile.of("consensus/artifacts/deployment.json", text)))
        .isTrue();
  }

  @Test
  void vetoWritesNone() {
    assertThat(new DeploymentRenderer().render(Example.of("epic_25").judged("no way back")))
        .isEmpty();
  }

  @Test
  void sameAssessmentGivesSameBytes() {
    assertThat(render(Example.of("epic_31").approved()))
        .isEqualTo(render(Example.of("epic_31").approved()));
  }

  /** A tree as plain text, without places and whatever the order of members. */
  private static String plain(Node node) {
    if (!node.items().isEmpty()) {
      return node.items().stream().map(DeploymentRendererTest::plain).toList().toString();
    }
    if (!node.members().isEmpty()) {
      return node.members().entrySet().stream()
          .map(member -> member.getKey() + "=" + plain(member.getValue()))
          .sorted()
          .toList()
          .toString();
    }
    return node.scalar().orElse("");
  }
}
