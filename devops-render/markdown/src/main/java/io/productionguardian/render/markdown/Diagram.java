package io.productionguardian.render.markdown;

import com.google.common.collect.ImmutableList;
import io.productionguardian.Assessment;
import io.productionguardian.model.Stage;
import io.productionguardian.model.Strategy.StrategyType;
import io.productionguardian.plan.DeploymentPlan;
import io.productionguardian.rule.Finding;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Pictures of the way to production, in Mermaid. */
final class Diagram {

  /** More of them would make the picture unreadable; the table above it has all. */
  private static final int MOST_FINDINGS = 5;

  private Diagram() {}

  /** The stages with what each must pass, and the way back. */
  static List<String> rollout(DeploymentPlan plan) {
    ImmutableList.Builder<String> lines = ImmutableList.builder();
    lines.add("flowchart LR", "  tests[" + Mermaid.label("tests") + "]");
    String before = "tests";
    for (int i = 0; i < plan.stages().size(); i++) {
      Stage stage = plan.stages().get(i);
      String id = "stage" + i;
      lines.add("  " + id + "[" + Mermaid.label(gates(plan, stage)) + "]");
      lines.add("  " + before + " -->|" + Mermaid.label(start(stage)) + "| " + id);
      before = id;
    }
    lines.add("  previous[" + Mermaid.label("previous version") + "]");
    lines.add(
        "  %s -.->|%s| previous"
            .formatted(
                before, Mermaid.label("rollback within " + plain(plan.rollbackSeconds()) + " s")));
    return lines.build();
  }

  /** From a fault by each way in which it is noticed to the previous version. */
  static List<String> timeToSafety(TimeToSafety time) {
    ImmutableList.Builder<String> lines = ImmutableList.builder();
    lines.add("flowchart LR", "  fault[" + Mermaid.label("bad release serves") + "]");
    lines.add("  previous[" + Mermaid.label("previous version serves") + "]");
    String rollback = Mermaid.label("rollback " + seconds(time.plan().rollbackSeconds()));
    List<TimeToSafety.Detection> detections = time.detections();
    for (int i = 0; i < detections.size(); i++) {
      TimeToSafety.Detection detection = detections.get(i);
      String safe = "safe after " + seconds(time.safeAfter(detection));
      lines.add("  by" + i + "[" + Mermaid.label(detection.by(), safe) + "]");
      lines.add("  fault -->|" + Mermaid.label(seconds(detection.seconds())) + "| by" + i);
      lines.add("  by" + i + " -->|" + rollback + "| previous");
    }
    return lines.build();
  }

  /** What stands between the epic and production. */
  static List<String> blocked(Assessment assessment) {
    ImmutableList.Builder<String> lines = ImmutableList.builder();
    lines.add("flowchart LR", "  epic[" + Mermaid.label(assessment.epic().value()) + "]");
    lines.add("  gate{" + Mermaid.label("veto") + "}");
    lines.add("  production[" + Mermaid.label(Stage.PRODUCTION) + "]");
    List<String> rules = assessment.blockingRules();
    List<String> first =
        assessment.blocking().stream()
            .map(Finding::rule)
            .map(rule -> rule.id())
            .distinct()
            .limit(MOST_FINDINGS)
            .toList();
    for (int i = 0; i < first.size(); i++) {
      lines.add("  rule" + i + "[" + Mermaid.label(first.get(i)) + "] --> gate");
    }
    if (rules.size() > first.size()) {
      lines.add("  more[" + Mermaid.label(rules.size() - first.size() + " more") + "] --> gate");
    }
    lines.add("  epic --> gate", "  gate -. " + Mermaid.label("blocked") + " .-x production");
    return lines.build();
  }

  private static String[] gates(DeploymentPlan plan, Stage stage) {
    List<String> gates = new ArrayList<>();
    gates.add(stage.name());
    if (!stage.tests().isEmpty()) {
      gates.add(String.join(", ", stage.tests()));
    }
    if (plan.strategy().type() == StrategyType.CANARY) {
      stage.canaryPercentage().ifPresent(share -> gates.add("canary " + plain(share) + " %"));
      stage.canaryDurationHours().ifPresent(hours -> gates.add("watched " + plain(hours) + " h"));
    }
    stage.soakTimeHours().ifPresent(hours -> gates.add("soak " + plain(hours) + " h"));
    return gates.toArray(String[]::new);
  }

  private static String start(Stage stage) {
    return stage
        .approvalRequired()
        .map(who -> "approval: " + who)
        .orElse(stage.automatic() ? "automatic" : "by hand");
  }

  private static String seconds(BigDecimal number) {
    return plain(number) + " s";
  }

  private static String plain(BigDecimal number) {
    return TimeToSafety.plain(number);
  }
}
