package io.productionguardian;

import io.productionguardian.model.EpicLayout;
import java.util.List;
import java.util.stream.Collectors;

/** Writes three files that differ from run to run, one of them in a new folder, and a log line. */
public final class TestRenderer implements Renderer {

  public static final String RUNBOOK = "consensus/artifacts/runbook.md";
  public static final String MANIFEST = "consensus/artifacts/deploy/k8s/dev/app.yaml";
  public static final List<String> FILES = List.of(MANIFEST, EpicFixture.DEPLOYMENT, RUNBOOK);

  private final String filling;

  public TestRenderer() {
    this("");
  }

  /** Makes the runbook larger by a text. */
  public TestRenderer(String filling) {
    this.filling = filling;
  }

  @Override
  public List<RenderedFile> render(Assessment assessment) {
    String mark = EpicLayout.GENERATOR_MARK + " at " + assessment.timestamp();
    return List.of(
        RenderedFile.of(EpicFixture.DEPLOYMENT, "{\"_\": \"" + mark + "\"}\n"),
        RenderedFile.of(RUNBOOK, "<!-- " + mark + " -->\n" + filling),
        RenderedFile.of(MANIFEST, "# " + mark + "\n"),
        RenderedFile.logLine(logLine(assessment)));
  }

  /** A line by which the same decision is known again. */
  public static String logLine(Assessment a) {
    String blocking =
        a.blockingRules().stream().map(id -> "\"" + id + "\"").collect(Collectors.joining(","));
    String escalation = a.escalation().map(why -> ",\"escalation\":\"" + why + "\"").orElse("");
    return "{\"timestamp\":\""
        + a.timestamp()
        + "\",\"agent\":\"devops\",\"decision\":\""
        + a.decision().wireName()
        + "\",\"epic_id\":\""
        + a.epic()
        + "\",\"iteration\":"
        + a.iteration()
        + ",\"source_document\":\"\",\"previous_artifacts\":[],\"details\":{"
        + "\"generated_by\":\"production-guardian test\",\"inputs_sha256\":\""
        + a.dossier().inputs().sha256()
        + "\",\"policy_sha256\":\""
        + a.policy().sha256()
        + "\",\"rules_sha256\":\""
        + a.rulesSha256()
        + "\",\"blocking_rules\":["
        + blocking
        + "]"
        + escalation
        + "}}";
  }
}
