package io.productionguardian.render.json.files;

import io.productionguardian.Assessment;
import io.productionguardian.RenderedFile;
import io.productionguardian.Renderer;
import io.productionguardian.model.Agent;
import io.productionguardian.model.EpicLayout;
import io.productionguardian.model.MustHave;
import io.productionguardian.policy.Policy.Profile;
import io.productionguardian.readiness.ReadinessMatrix.Grade;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * Writes the line of the decision log, which commits a release and by which the next run knows it
 * again.
 *
 * @since 0.1.0
 */
@API(status = API.Status.INTERNAL, since = "0.1.0")
public final class DecisionLogRenderer implements Renderer {

  /** Creates the renderer. */
  public DecisionLogRenderer() {}

  @Override
  public List<RenderedFile> render(Assessment assessment) {
    Trail trail = new Trail(assessment.dossier());
    List<String> read = trail.read();
    return List.of(
        RenderedFile.logLine(
            JsonWriter.compact(
                new OrderedMembers()
                    .add("timestamp", assessment.timestamp().toString())
                    .add("agent", Agent.DEVOPS.wireName())
                    .add("decision", assessment.decision().wireName())
                    .add("epic_id", assessment.epic().value())
                    .add("iteration", assessment.iteration())
                    .add("source_document", read.isEmpty() ? "none" : String.join(", ", read))
                    .add("previous_artifacts", trail.existed())
                    .add("details", details(assessment))
                    .build())));
  }

  private static Map<String, Object> details(Assessment assessment) {
    return new OrderedMembers()
        .add("deployment_ready", assessment.plan().isPresent())
        .addIfPresent("strategy", assessment.plan().map(plan -> plan.strategy().type().wireName()))
        .add(
            "monitoring_configured",
            stands(assessment, MustHave.MONITORING) && stands(assessment, MustHave.ALERTS))
        .add("runbook_created", assessment.plan().isPresent())
        .add("generated_by", EpicLayout.GENERATOR)
        .add("inputs_sha256", assessment.dossier().inputs().sha256())
        .add("policy_sha256", assessment.policy().sha256())
        .add("rules_sha256", assessment.rulesSha256())
        .addIfPresent(
            "profile",
            Optional.of(assessment.policy().profile())
                .filter(profile -> profile != Profile.STRICT)
                .map(Profile::wireName))
        .add("blocking_rules", assessment.blockingRules())
        .add("rules", assessment.rulesThatSpoke())
        .addIfPresent(
            "waived", Optional.of(assessment.waivedRules()).filter(rules -> !rules.isEmpty()))
        .addIfPresent("escalation", assessment.escalation())
        .build();
  }

  private static boolean stands(Assessment assessment, MustHave mustHave) {
    Grade grade = assessment.readiness().of(mustHave).grade();
    return grade == Grade.CLAIMED || grade == Grade.EVIDENCED;
  }
}
