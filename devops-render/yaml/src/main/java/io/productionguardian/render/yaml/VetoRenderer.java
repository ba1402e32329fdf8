package io.productionguardian.render.yaml;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.productionguardian.Assessment;
import io.productionguardian.Assessment.WaivedFinding;
import io.productionguardian.RenderedFile;
import io.productionguardian.Renderer;
import io.productionguardian.document.SourceLocation;
import io.productionguardian.model.Agent;
import io.productionguardian.model.EpicLayout;
import io.productionguardian.model.VetoTrigger;
import io.productionguardian.rule.Finding;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;

/**
 * Writes the veto message to quality when a release is not approved: the first blocking finding in
 * the specification's shape, and beside it the others.
 *
 * @since 0.1.0
 */
@API(status = API.Status.INTERNAL, since = "0.1.0")
public final class VetoRenderer implements Renderer {

  private static final String FOLDER = EpicLayout.INBOX + Agent.QUALITY.wireName() + "/";
  private static final String OTHER_SUBJECT = "not_production_ready";

  /** Creates the renderer. */
  public VetoRenderer() {}

  @Override
  public List<RenderedFile> render(Assessment assessment) {
    List<Finding> blocking = assessment.blocking();
    if (blocking.isEmpty()) {
      return List.of();
    }
    String path = FOLDER + "veto_" + assessment.timestamp() + ".yaml";
    String comment =
        EpicLayout.GENERATOR_MARK + "; " + EpicLayout.ARTIFACTS + "readiness.md shows all of it.";
    return List.of(
        RenderedFile.of(path, Yaml.QUOTED.write(List.of(comment), message(assessment, blocking))));
  }

  private static Map<String, Object> message(Assessment assessment, List<Finding> blocking) {
    Finding first = blocking.get(0);
    ImmutableMap.Builder<String, Object> message = ImmutableMap.builder();
    message.put("from", Agent.DEVOPS.wireName());
    message.put("to", Agent.QUALITY.wireName());
    message.put("timestamp", assessment.timestamp().toString());
    message.put("epic_id", assessment.epic().value());
    message.put("iteration", assessment.iteration());
    message.put("type", "veto");
    message.put("subject", first.rule().trigger().map(VetoTrigger::subject).orElse(OTHER_SUBJECT));
    message.put("content", content(first));
    message.put("action_needed", first.rule().action());
    message.put("rule", first.rule().id());
    message.put(
        "additional_violations",
        blocking.stream()
            .skip(1)
            .map(VetoRenderer::other)
            .collect(ImmutableList.toImmutableList()));
    if (!assessment.waived().isEmpty()) {
      message.put(
          "waived",
          assessment.waived().stream()
              .map(VetoRenderer::waived)
              .collect(ImmutableList.toImmutableList()));
    }
    assessment.escalation().ifPresent(reason -> message.put("escalation", reason));
    return message.buildOrThrow();
  }

  private static Map<String, Object> content(Finding finding) {
    ImmutableMap.Builder<String, Object> content = ImmutableMap.builder();
    content
        .put("violation", finding.violation())
        .put("location", location(finding.place()))
        .put("impact", finding.rule().impact())
        .put("requirement", finding.rule().requirement())
        .put("suggestion", finding.rule().suggestion())
        .put("blocking", true);
    finding.remedy().ifPresent(remedy -> content.put("remedy", remedy.members()));
    return content.buildOrThrow();
  }

  private static Map<String, Object> other(Finding finding) {
    return ImmutableMap.<String, Object>builder()
        .put("rule", finding.rule().id())
        .putAll(content(finding))
        .buildOrThrow();
  }

  private static Map<String, Object> waived(WaivedFinding waived) {
    return ImmutableMap.of(
        "rule", waived.finding().rule().id(),
        "violation", waived.finding().violation(),
        "location", location(waived.finding().place()),
        "reason", waived.waiver().reason(),
        "owner", waived.waiver().owner(),
        "expires", waived.waiver().expires().toString());
  }

  private static String location(SourceLocation place) {
    return place.pointer().isEmpty() ? place.toString() : place + " (" + place.pointer() + ")";
  }
}
