package io.productionguardian.render.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import io.productionguardian.RenderedFile;
import io.productionguardian.document.SourceFile;
import io.productionguardian.dossier.DecisionInputs;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunbookRendererTest {

  private static String render(Example example) {
    List<RenderedFile> files = new RunbookRenderer().render(example.approved());
    assertThat(files)
        .extracting(RenderedFile::path)
        .containsExactly("consensus/artifacts/runbook.md");
    return files.get(0).text();
  }

  private static List<String> headings(String markdown, int level) {
    return blocks(markdown, Heading.class).stream()
        .filter(heading -> heading.getLevel() == level)
        .map(Shown::text)
        .toList();
  }

  private static <T extends Node> List<T> blocks(String markdown, Class<T> type) {
    List<Node> blocks = new java.util.ArrayList<>();
    for (Node block = Shown.document(markdown).getFirstChild();
        block != null;
        block = block.getNext()) {
      blocks.add(block);
    }
    return blocks.stream().filter(type::isInstance).map(type::cast).toList();
  }

  private static List<String> commands(String markdown) {
    return blocks(markdown, FencedCodeBlock.class).stream()
        .filter(fence -> fence.getInfo().equals("bash"))
        .flatMap(fence -> fence.getLiteral().lines())
        .toList();
  }

  @Test
  void hasTheSectionsOfTheSpecification() {
    String text = render(Example.of("epic_25"));

    assertThat(headings(text, 1)).containsExactly("Runbook: api");
    assertThat(headings(text, 2))
        .containsExactly(
            "Service Overview", "Monitoring", "Common Issues", "Rollback Procedure", "Contacts");
    assertThat(text)
        .contains("- **SLA**: 99.9% availability\n")
        .contains("- **SLO**: 99.9 % over 30 days, which leaves 43.2 min of fault\n")
        .contains("- **Dashboard**: <https://grafana/d/health-check>\n")
        .contains("- **Escalation**: Tech Lead\n")
        .contains("- **After hours**: On-call engineer\n")
        .contains("1. Detect issue via monitoring\n");
  }

  @Test
  void hasAnIssueForEveryAlert() {
    assertThat(headings(render(Example.of("epic_31")), 3))
        .contains(
            "Issue: RatesApiDown",
            "Issue: RatesApiErrors",
            "Issue: RatesApiSlow",
            "Issue: RatesStale");
  }

  @Test
  void alertsOnTheErrorBudgetHaveAnIssueWhereThereIsAnObjective() {
    Example without = Example.of("epic_25").with("\"slo\": {", "\"no_slo\": {");

    assertThat(headings(render(Example.of("epic_25")), 3))
        .contains("Issue: ApiSloFastBurn", "Issue: ApiSloSlowBurn", "Issue: ApiSloAbsent");
    assertThat(headings(render(without), 3)).noneMatch(heading -> heading.contains("Slo"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"epic_25", "epic_31"})
  void linksWithinThePageLeadToItsHeadings(String epic) {
    String text = render(Example.of(epic));
    List<String> anchors =
        IntStream.rangeClosed(1, 3)
            .boxed()
            .flatMap(level -> headings(text, level).stream())
            .map(heading -> heading.toLowerCase(Locale.ROOT).replace(' ', '-'))
            .map(heading -> "#" + heading.replaceAll("[^\\p{L}\\p{N}_-]", ""))
            .toList();

    assertThat(Shown.links(Shown.document(text)))
        .contains("#rollback-procedure")
        .filteredOn(link -> link.startsWith("#"))
        .isSubsetOf(anchors);
  }

  @Test
  void issueWithoutAnAlertHasItsPlaceToo() {
    Example example =
        Example.of("epic_25")
            .with(
                "\"common_issues\": [",
                "\"common_issues\": [{\"title\": \"Disk full\", \"fix\": \"Delete old files\"},");

    assertThat(headings(render(example), 3)).contains("Issue: Disk full");
  }

  @Test
  void alertWithoutAnIssueSaysWhatCanBeDoneAllTheSame() {
    String text = render(Example.of("epic_25").with("\"alert\": \"HighLatency\",", ""));

    assertThat(headings(text, 3)).contains("Issue: HighLatency");
    assertThat(text).contains("**Fix**: Find what changed; call those under [Contacts](#contacts)");
  }

  @Test
  void onlyCommandsCanBePasted() {
    Example example =
        Example.of("epic_25").with("kubectl top pods -l app=api", "kubectl top; rm -rf / #");

    String text = render(example);

    assertThat(commands(text))
        .contains("curl -v https://api/health")
        .noneMatch(l -> l.contains("rm -rf"));
    assertThat(text).contains("```text\nkubectl top; rm -rf / #\n```\n");
  }

  @ParameterizedTest
  @CsvSource({
    "canary, while the canary is tried, after the release",
    "blue_green, by switching back, by switching back",
    "rolling, after the release, after the release"
  })
  void wayBackFitsTheStrategy(String type, String first, String last) {
    String text =
        render(Example.of("epic_25").with("\"type\": \"canary\"", "\"type\": \"" + type + "\""));

    assertThat(headings(text, 3).stream().filter(title -> title.startsWith("Rollback")).distinct())
        .startsWith("Rollback " + first)
        .endsWith("Rollback " + last);
    assertThat(commands(text))
        .anyMatch(line -> line.contains("rollout undo deployment/\"$APP"))
        .anyMatch(line -> line.contains("rollout status deployment/\"$APP"))
        .anyMatch(line -> line.contains("get deployment -l app.kubernetes.io/name"));
  }

  @Test
  void colourThatServedBeforeIsTakenOnlyWhenItIsWell() {
    String text =
        render(Example.of("epic_25").with("\"type\": \"canary\"", "\"type\": \"blue_green\""));

    assertThat(text).contains("- **Runs as**: deployment `api-blue` or `api-green` in ");
    assertThat(commands(text))
        .containsSubsequence(
            "  deployment/\"$APP-$OTHER\" --timeout=5s; then",
            "  COLOUR=\"$OTHER\"",
            "else",
            "  kubectl -n \"$NAMESPACE\" rollout undo deployment/\"$APP-$COLOUR\"",
            "fi");
  }

  @Test
  void teamsOwnRunbookIsLinked() {
    Example example = Example.of("epic_25").withFile("consensus/artifacts/runbook.md", "# Ours\n");

    assertThat(render(example)).contains("[runbook.draft.md](runbook.draft.md)");
  }

  @Test
  void hostileFactsAreShownAsTheyAre() {
    String evil = "<img src=x> ](http://x) | `x` **b** # ```";
    String json = evil.replace("\\", "\\\\").replace("\"", "\\\"");
    Example example =
        Example.of("epic_25")
            .with("\"HealthCheckDown\"", "\"" + json + "\"")
            .with("System health monitoring", json)
            .with("On-call engineer", json)
            .with("Manual trigger", json)
            .with("> 200ms for 5m", json);

    String text = render(example);

    assertThat(blocks(text, HtmlBlock.class))
        .extracting(HtmlBlock::getLiteral)
        .containsExactly("<!-- Generated by production-guardian -->");
    assertThat(headings(text, 3)).contains("Issue: " + evil);
    assertThat(Shown.allText(Shown.document(text))).contains(": " + evil);
    assertThat(blocks(text, FencedCodeBlock.class)).hasSize(10);
  }

  @Test
  void isNeverTakenForAnInput() {
    assertThat(
            DecisionInputs.isGenerated(
                SourceFile.of("consensus/artifacts/runbook.md", render(Example.of("epic_25")))))
        .isTrue();
  }

  @Test
  void vetoWritesNone() {
    assertThat(new RunbookRenderer().render(Example.of("epic_25").judged("no"))).isEmpty();
  }

  @Test
  void sameAssessmentGivesSameBytes() {
    assertThat(render(Example.of("epic_31"))).isEqualTo(render(Example.of("epic_31")));
  }
}
