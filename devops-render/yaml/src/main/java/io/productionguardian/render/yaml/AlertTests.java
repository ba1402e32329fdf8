package io.productionguardian.render.yaml;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import io.productionguardian.promql.eval.Condition;
import io.productionguardian.promql.eval.Recording;
import io.productionguardian.promql.eval.Scenario;
import io.productionguardian.promql.eval.ScenarioSearch;
import io.productionguardian.promql.eval.Series;
import io.productionguardian.text.OneLine;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.stream.Collectors;

/** Unit tests for promtool: series with which an alert fires, and series with which it does not. */
record AlertTests(List<String> comments, List<Object> tests) {

  AlertTests {
    comments = ImmutableList.copyOf(comments);
    tests = ImmutableList.copyOf(tests);
  }

  static final String FILE = "alerts.test.yml";

  private static final String NAME = "__name__";
  private static final int LONGEST_NAME = 80;

  static AlertTests of(AlertRules rules, ScrapeConfig scrape) {
    ScenarioSearch search =
        new ScenarioSearch(
            rules.alerts().stream()
                .map(WrittenAlert::meaning)
                .collect(ImmutableList.toImmutableList()),
            Maps.uniqueIndex(rules.recordings(), Recording::name),
            scrape.labels());
    ImmutableList.Builder<String> comments = ImmutableList.builder();
    comments.add(scrape.comments().get(0));
    comments.add("Use: promtool test rules " + FILE);
    ImmutableList.Builder<Object> tests = ImmutableList.builder();
    for (WrittenAlert rule : rules.alerts()) {
      Optional<String> obstacle = search.obstacle(rule.meaning());
      if (obstacle.isPresent()) {
        comments.add("Not tested, as %s: %s".formatted(obstacle.get(), shown(rule)));
        continue;
      }
      Optional<Scenario> firing = search.firing(rule.meaning());
      Optional<Scenario> quiet = search.quiet(rule.meaning());
      firing.ifPresentOrElse(
          scenario -> tests.add(test(rules, rule, "fires", scenario)),
          () -> comments.add(untested("fires", rule)));
      quiet.ifPresentOrElse(
          scenario -> tests.add(test(rules, rule, "does not fire", scenario)),
          () -> comments.add(untested("does not fire", rule)));
    }
    return new AlertTests(comments.build(), tests.build());
  }

  /** Said, since a test that shows nothing would look like one that does. */
  private static String untested(String what, WrittenAlert rule) {
    return "Not tested, as no series were found with which it %s: %s".formatted(what, shown(rule));
  }

  private static String shown(WrittenAlert rule) {
    return OneLine.of(rule.name(), LONGEST_NAME);
  }

  Map<String, Object> tree() {
    return ImmutableMap.of(
        "rule_files",
        ImmutableList.of(AlertRules.FILE),
        "evaluation_interval",
        PrometheusDurations.text(BigDecimal.valueOf(Scenario.EVALUATION)),
        "tests",
        tests);
  }

  private static Map<String, Object> test(
      AlertRules rules, WrittenAlert rule, String what, Scenario scenario) {
    ImmutableMap.Builder<String, Object> alert = ImmutableMap.builder();
    alert.put("eval_time", PrometheusDurations.text(BigDecimal.valueOf(scenario.time())));
    alert.put("alertname", rule.name());
    if (!scenario.alerts().isEmpty()) {
      alert.put(
          "exp_alerts",
          scenario.alerts().entrySet().stream()
              .map(entry -> expected(rules, entry.getValue(), entry.getKey()))
              .collect(ImmutableList.toImmutableList()));
    }
    return ImmutableMap.of(
        "name",
        rule.name() + " " + what,
        "interval",
        PrometheusDurations.text(BigDecimal.valueOf(scenario.interval())),
        "input_series",
        scenario.series().stream()
            .map(series -> input(series, scenario.time() / scenario.interval()))
            .collect(ImmutableList.toImmutableList()),
        "alert_rule_test",
        ImmutableList.of(alert.buildOrThrow()));
  }

  private static Map<String, Object> expected(
      AlertRules rules, Condition condition, NavigableMap<String, String> labels) {
    return ImmutableMap.of(
        "exp_labels",
        labels,
        "exp_annotations",
        rules.alerts().stream()
            .filter(rule -> rule.meaning().equals(condition))
            .findFirst()
            .orElseThrow()
            .annotations());
  }

  /** A series in promtool's own notation: the first sample, the step, and how many steps. */
  private static Map<String, Object> input(Series series, long steps) {
    String labels =
        series.labels().entrySet().stream()
            .filter(label -> !label.getKey().equals(NAME))
            .map(label -> label.getKey() + "=" + quoted(label.getValue()))
            .collect(Collectors.joining(", "));
    String step = series.step().stripTrailingZeros().toPlainString();
    return ImmutableMap.of(
        "series",
        series.labels().getOrDefault(NAME, "") + "{" + labels + "}",
        "values",
        series.first().stripTrailingZeros().toPlainString()
            + (step.startsWith("-") ? step : "+" + step)
            + "x"
            + steps);
  }

  /** As {@link Questions#text}, but for people: what is printed and ends no text stays as it is. */
  static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            c -> {
              if (c >= ' ' && c <= '~' && c != '"' && c != '\\') {
                quoted.append((char) c);
              } else {
                String escape = Questions.text(Character.toString(c));
                quoted.append(escape, 1, escape.length() - 1);
              }
            });
    return quoted.append('"').toString();
  }
}
