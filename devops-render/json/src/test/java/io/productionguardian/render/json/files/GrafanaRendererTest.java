package io.productionguardian.render.json.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.productionguardian.Assessment;
import io.productionguardian.RenderedFile;
import io.productionguardian.document.Node;
import io.productionguardian.document.SourceFile;
import io.productionguardian.dossier.DecisionInputs;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GrafanaRendererTest {

  private static String render(Assessment assessment) {
    List<RenderedFile> files = new GrafanaRenderer().render(assessment);
    assertThat(files)
        .extracting(RenderedFile::path)
        .containsExactly("consensus/artifacts/deploy/grafana/dashboard.json");
    return files.get(0).text();
  }

  private static List<Node> panels(Example example) {
    return Read.json(render(example.approved())).nearest("/panels").items();
  }

  private static List<String> titles(Example example) {
    return panels(example).stream()
        .map(
            panel ->
                panel.get("type").flatMap(Node::text).orElse("")
                    + " "
                    + panel.get("title").flatMap(Node::text).orElse(""))
        .toList();
  }

  @Test
  void eachDashboardIsARowOfItsPanels() {
    assertThat(titles(Example.of("epic_31")))
        .containsExactly(
            "row Rates API",
            "timeseries request_rate",
            "text error_rate",
            "timeseries latency_p99",
            "row Rates Freshness",
            "timeseries age_of_last_update",
            "row Targets",
            "timeseries up");
  }

  @Test
  void queriesAreOverTheDeclaredMetrics() {
    assertThat(
            panels(Example.of("epic_25")).stream()
                .flatMap(panel -> panel.nearest("/targets/0/expr").text().stream()))
        .containsExactly(
            "histogram_quantile(0.99, sum by (le)"
                + " (rate(health_check_latency_bucket{job=\"api\"}[$__rate_interval])))",
            "sum(rate(health_check_errors{job=\"api\"}[$__rate_interval])) /"
                + " sum(rate(health_check_latency_count{job=\"api\"}[$__rate_interval]))",
            "sum(rate(health_check_latency_count{job=\"api\"}[$__rate_interval]))",
            "up{job=\"api\"}");
  }

  @Test
  void whoImportsItChoosesTheSource() {
    Node root = Read.json(render(Example.of("epic_25").approved()));

    assertThat(root.nearest("/templating/list/0/type").text()).contains("datasource");
    assertThat(root.nearest("/panels/1/datasource/uid").text()).contains("${datasource}");
    assertThat(root.nearest("/panels/1/targets/0/datasource/uid").text()).contains("${datasource}");
    assertThat(root.get("uid").flatMap(Node::text)).contains("api");
  }

  @Test
  void panelsHaveDifferentIdsAndPlaces() {
    List<Node> panels = panels(Example.of("epic_31"));

    assertThat(panels.stream().map(panel -> panel.get("id").flatMap(Node::integer)).distinct())
        .hasSameSizeAs(panels);
    assertThat(
            panels.stream()
                .map(
                    panel ->
                        List.of(
                            panel.nearest("/gridPos/x").integer(),
                            panel.nearest("/gridPos/y").integer()))
                .distinct())
        .hasSameSizeAs(panels);
  }

  @Test
  void withoutDashboardsEachMetricHasAPanel() {
    assertThat(titles(Example.of("epic_25").with("\"dashboards\"", "\"none\"")))
        .containsExactly(
            "row Metrics",
            "timeseries health_check_latency",
            "timeseries health_check_errors",
            "row Targets",
            "timeseries up");
  }

  @Test
  void uidOfALongNameIsShortAndItsOwn() {
    String name = "a".repeat(45);
    Example example = Example.of("epic_25").with("\"name\": \"api\"", "\"name\": \"" + name + "\"");
    Example other = Example.of("epic_25").with("\"name\": \"api\"", "\"name\": \"" + name + "b\"");

    Optional<String> uid = Read.json(render(example.approved())).get("uid").flatMap(Node::text);

    assertThat(uid.orElseThrow()).hasSize(40);
    assertThat(Read.json(render(other.approved())).get("uid").flatMap(Node::text))
        .isNotEqualTo(uid);
  }

  @Test
  void isNeverTakenForAnInput() {
    assertThat(
            DecisionInputs.isGenerated(
                SourceFile.of(
                    "consensus/artifacts/deploy/grafana/dashboard.json",
                    render(Example.of("epic_25").approved()))))
        .isTrue();
  }

  @Test
  void vetoWritesNone() {
    assertThat(new GrafanaRenderer().render(Example.of("epic_25").judged("no"))).isEmpty();
  }

  @Test
  void sameAssessmentGivesSameBytes() {
    assertThat(render(Example.of("epic_31").approved()))
        .isEqualTo(render(Example.of("epic_31").approved()));
  }
}
