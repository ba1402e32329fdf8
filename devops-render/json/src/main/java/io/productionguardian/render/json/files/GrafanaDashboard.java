package io.productionguardian.render.json.files;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.hash.Hashing;
import io.productionguardian.Assessment;
import io.productionguardian.model.EpicLayout;
import io.productionguardian.model.Monitoring.Dashboard;
import io.productionguardian.model.Monitoring.Metric;
import io.productionguardian.plan.DeploymentPlan;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A dashboard of Grafana with a row for each dashboard that is declared. */
record GrafanaDashboard(Assessment assessment, DeploymentPlan plan) {

  private static final int SCHEMA_VERSION = 39;
  private static final int LONGEST_UID = 40;
  private static final int WIDTH = 24;
  private static final int PANEL_WIDTH = 12;
  private static final int PANEL_HEIGHT = 8;

  /** Whoever imports the dashboard chooses where the metrics come from. */
  private static final ImmutableMap<String, Object> SOURCE =
      ImmutableMap.of("type", "prometheus", "uid", "${datasource}");

  Map<String, Object> tree() {
    return new OrderedMembers()
        .add(
            "description",
            "%s for %s, iteration %s; the next release writes it anew."
                .formatted(EpicLayout.GENERATOR_MARK, assessment.epic(), assessment.iteration()))
        .add("title", plan.service().name())
        .add("uid", uid(plan.service().name()))
        .add("tags", ImmutableList.of(EpicLayout.GENERATOR))
        .add("schemaVersion", SCHEMA_VERSION)
        .add("editable", true)
        .add("refresh", "30s")
        .add("time", ImmutableMap.of("from", "now-6h", "to", "now"))
        .add("annotations", ImmutableMap.of("list", ImmutableList.of()))
        .add(
            "templating",
            ImmutableMap.of(
                "list",
                ImmutableList.of(
                    ImmutableMap.of(
                        "name", "datasource", "type", "datasource", "query", "prometheus"))))
        .add("panels", panels())
        .build();
  }

  /** Stable, so that the next release replaces this one's. */
  private static String uid(String service) {
    if (service.length() <= LONGEST_UID) {
      return service;
    }
    String digest =
        Hashing.sha256().hashString(service, StandardCharsets.UTF_8).toString().substring(0, 8);
    return service.substring(0, LONGEST_UID - digest.length() - 1) + "-" + digest;
  }

  private List<Object> panels() {
    ImmutableList.Builder<Object> panels = ImmutableList.builder();
    PanelQueries queries = new PanelQueries(plan.service().name(), plan.metrics());
    int id = 1;
    int y = 0;
    for (Dashboard dashboard : rows()) {
      panels.add(row(id++, y++, dashboard.name()));
      List<String> names = dashboard.panels().stream().filter(name -> !name.isBlank()).toList();
      for (int i = 0; i < names.size(); i++) {
        int x = i * PANEL_WIDTH % WIDTH;
        panels.add(panel(id++, x, y, names.get(i), queries.of(names.get(i))));
        y += x + PANEL_WIDTH == WIDTH || i == names.size() - 1 ? PANEL_HEIGHT : 0;
      }
    }
    panels.add(row(id++, y++, "Targets"));
    panels.add(panel(id, 0, y, "up", Optional.of(queries.up())));
    return panels.build();
  }

  /** The declared dashboards, or one of all metrics where none is. */
  private List<Dashboard> rows() {
    return plan.dashboards().isEmpty()
        ? ImmutableList.of(
            new Dashboard(
                "Metrics",
                plan.metrics().stream().map(Metric::name).collect(ImmutableList.toImmutableList())))
        : plan.dashboards();
  }

  private static Map<String, Object> row(int id, int y, String title) {
    return new OrderedMembers()
        .add("id", id)
        .add("type", "row")
        .add("title", title)
        .add("collapsed", false)
        .add("gridPos", place(0, y, WIDTH, 1))
        .add("panels", ImmutableList.of())
        .build();
  }

  private static Map<String, Object> panel(
      int id, int x, int y, String title, Optional<PanelQueries.Query> query) {
    OrderedMembers panel =
        new OrderedMembers()
            .add("id", id)
            .add("type", query.isPresent() ? "timeseries" : "text")
            .add("title", title)
            .add("gridPos", place(x, y, PANEL_WIDTH, PANEL_HEIGHT));
    if (query.isEmpty()) {
      return panel
          .add(
              "options",
              ImmutableMap.of(
                  "mode",
                  "markdown",
                  "content",
                  "No declared metric shows this. Declare one in monitoring.metrics."))
          .build();
    }
    return panel
        .add("description", query.get().meaning())
        .add("datasource", SOURCE)
        .add(
            "targets",
            ImmutableList.of(
                ImmutableMap.of(
                    "refId", "A", "datasource", SOURCE, "expr", query.get().expression())))
        .add(
            "fieldConfig",
            ImmutableMap.of(
                "defaults",
                ImmutableMap.of("unit", query.get().unit()),
                "overrides",
                ImmutableList.of()))
        .build();
  }

  private static Map<String, Object> place(int x, int y, int width, int height) {
    return ImmutableMap.of("x", x, "y", y, "w", width, "h", height);
  }
}
