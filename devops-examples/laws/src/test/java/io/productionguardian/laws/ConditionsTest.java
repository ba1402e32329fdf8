package io.productionguardian.laws;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import io.productionguardian.Assessment;
import io.productionguardian.Guardian;
import io.productionguardian.RenderedFile;
import io.productionguardian.Renderer;
import io.productionguardian.document.Document;
import io.productionguardian.document.Document.Limits;
import io.productionguardian.document.Node;
import io.productionguardian.rules.standard.consistency.AlertPromQl;
import io.productionguardian.testkit.Assessments;
import io.productionguardian.testkit.Epic;
import io.productionguardian.testkit.Epics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * An alert that is approved is one that is written: of each expression that the tests of PromQL
 * know, the rule, the file of alerts, the runbook and the watch say the same.
 */
class ConditionsTest {

  private static final JsonMapper JSON = new JsonMapper();

  private static final Path CASES =
      Path.of(
          "../../devops-rules/promql/src/test/resources/io/productionguardian/promql/cases.txt");
  private static final Pattern CASE = Pattern.compile("([+3]) (.*)|(-) \\[.*?](?: (.*))?");

  /** The alert that a finding is about, which is named by the line of its case. */
  private static final Pattern FOUND = Pattern.compile("The alert (Case\\d+) (.*)");

  private static final Guardian GUARDIAN = guardian();

  /** What the cases say of each expression, by the name of its alert. */
  private static final Map<String, Case> KNOWN = cases();

  private record Case(boolean isPromQl, String expression) {}

  private static Guardian guardian() {
    Guardian.Builder builder = Guardian.builder().rule(new AlertPromQl());
    ServiceLoader.load(Renderer.class).forEach(builder::renderer);
    return builder.build();
  }

  private static Map<String, Case> cases() {
    ImmutableMap.Builder<String, Case> cases = ImmutableMap.builder();
    List<String> lines = lines();
    for (int i = 0; i < lines.size(); i++) {
      Matcher line = CASE.matcher(lines.get(i));
      if (line.matches()) {
        boolean isPromQl = line.group(1) != null;
        String text = isPromQl ? line.group(2) : line.group(4) == null ? "" : line.group(4);
        String expression = text.replace('⏎', '\n').replace('⇥', '\t').replace('␍', '\r').strip();
        if (!expression.isEmpty()) { // without a condition there is no alert
          cases.put("Case" + (i + 1), new Case(isPromQl, expression));
        }
      }
    }
    return cases.buildOrThrow();
  }

  private static List<String> lines() {
    try {
      return Files.readAllLines(CASES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Assessment assess(Map<String, Case> cases) {
    Epic epic =
        Epics.approvable()
            .set(
                "implementation",
                "/monitoring/alerts",
                cases.entrySet().stream()
                    .map(
                        alert ->
                            """
                            {"name": "%s", "condition": %s, "severity": "critical", "action": "page"}\
                            """
                                .formatted(
                                    alert.getKey(),
                                    JSON.writeValueAsString(alert.getValue().expression())))
                    .collect(Collectors.joining(", ", "[", "]")));
    return GUARDIAN.assess(epic.snapshot(), Assessments.NOW);
  }

  /** What the rule says of the alerts that it refuses, by their names. */
  private static Map<String, String> refused(Assessment assessment) {
    return assessment.blocking().stream()
        .map(finding -> FOUND.matcher(finding.violation().replace('\n', ' ')))
        .filter(Matcher::matches)
        .collect(ImmutableMap.toImmutableMap(found -> found.group(1), found -> found.group(2)));
  }

  /** Most of the expressions compare nothing, so each stands once more within a comparison. */
  private static Map<String, Case> accepted() {
    ImmutableMap.Builder<String, Case> all = ImmutableMap.builder();
    all.putAll(KNOWN);
    KNOWN.forEach(
        (name, known) -> {
          if (known.isPromQl()) {
            all.put(
                name.replace("Case", "Case10000"),
                new Case(true, "(" + known.expression() + "\n) != 123456789"));
          }
        });
    Map<String, Case> asked = all.buildOrThrow();
    Map<String, String> refused = refused(assess(asked));
    return asked.entrySet().stream()
        .filter(each -> !refused.containsKey(each.getKey()))
        .collect(ImmutableMap.toImmutableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static String text(List<RenderedFile> files, String path) {
    return files.stream().filter(it -> it.path().endsWith(path)).findFirst().orElseThrow().text();
  }

  @Test
  void whatIsNoPromQlIsRefusedAndNothingElseForThat() {
    Map<String, String> refused = refused(assess(KNOWN));

    assertThat(KNOWN).hasSizeGreaterThan(800);
    KNOWN.forEach(
        (name, known) -> {
          if (!known.isPromQl()) {
            assertThat(refused.get(name)).as(known.expression()).contains("that is not PromQL: ");
          } else if (known.isPromQl() && refused.containsKey(name)) {
            assertThat(refused.get(name))
                .as(known.expression())
                .matches(
                    "fires always, .*|can never fire|has a condition that gives a .*|has no comparison.*|asks for a"
                        + " quantile .*");
          }
        });
    assertThat(accepted()).hasSizeGreaterThan(300);
  }

  @Test
  void whatIsAcceptedIsWrittenExplainedAndWatched() {
    Map<String, Case> accepted = accepted();
    Assessment assessment = assess(accepted);
    assertThat(assessment.approved()).isTrue();
    List<RenderedFile> files = GUARDIAN.render(assessment).files();
    Map<String, String> written = written(text(files, "prometheus/alerts.yml"));
    String runbook = text(files, "runbook.md");
    String workflow = text(files, "cicd.yaml");

    accepted.forEach(
        (name, known) -> {
          assertThat(written.get(name)).as(name).isEqualTo(known.expression());
          assertThat(runbook).contains("### Issue: " + name + "\n");
          assertThat(workflow).contains("alertname=\\\"" + name + "\\\"");
        });
    assertThat(assessment.plan().orElseThrow().watchedAlerts())
        .allSatisfy(name -> assertThat(written).containsKey(name));
  }

  private static Map<String, String> written(String alerts) {
    Node root =
        Document.read(
                "alerts.yml",
                alerts.getBytes(StandardCharsets.UTF_8),
                Document.Format.YAML,
                Limits.STANDARD)
            .root()
            .orElseThrow();
    return root.nearest("/groups/0/rules").items().stream()
        .filter(rule -> rule.get("alert").isPresent())
        .collect(
            ImmutableMap.toImmutableMap(
                rule -> rule.get("alert").flatMap(Node::text).orElseThrow(),
                rule -> rule.get("expr").flatMap(Node::text).orElseThrow()));
  }
}
