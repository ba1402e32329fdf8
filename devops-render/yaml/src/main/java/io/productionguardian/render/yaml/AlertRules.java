package io.productionguardian.render.yaml;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.productionguardian.Assessment;
import io.productionguardian.model.EpicLayout;
import io.productionguardian.model.Monitoring.Alert;
import io.productionguardian.plan.DeploymentPlan;
import io.productionguardian.promql.Expr;
import io.productionguardian.promql.PromQl;
import io.productionguardian.promql.PromQlDurations;
import io.productionguardian.promql.eval.Recording;
import io.productionguardian.rollout.BurnRates;
import io.productionguardian.text.OneLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rules of Prometheus: those that record the service level indicator, and the alerts.
 *
 * @param group the name of the group
 * @param comments what must be known before the file is used, a line each
 */
record AlertRules(
    String group,
    List<String> comments,
    List<Recording> recordings,
    Map<String, String> recorded,
    List<WrittenAlert> alerts) {

  AlertRules {
    comments = ImmutableList.copyOf(comments);
    recordings = ImmutableList.copyOf(recordings);
    recorded = ImmutableMap.copyOf(recorded);
    alerts = ImmutableList.copyOf(alerts);
  }

  static final String FILE = "alerts.yml";

  private static final int LONGEST_NAME = 80;

  static AlertRules of(Assessment assessment, DeploymentPlan plan) {
    RunbookAddress runbook = new RunbookAddress(assessment.epic(), plan.service());
    ImmutableList.Builder<String> comments = ImmutableList.builder();
    comments.add(
        "%s for %s, iteration %s; the next release writes it anew."
            .formatted(EpicLayout.GENERATOR_MARK, assessment.epic(), assessment.iteration()));
    List<WrittenAlert> alerts = new ArrayList<>();
    for (Alert alert : plan.alerts().stream().distinct().toList()) {
      Optional<AlertCondition> condition = AlertCondition.of(alert);
      condition.ifPresent(it -> alerts.add(rule(alert, it, plan, runbook)));
      AlertCondition.warning(condition)
          .map(warning -> warning + ": " + OneLine.of(alert.name(), LONGEST_NAME))
          .ifPresent(comments::add);
    }
    Optional<BurnRates> burnRates =
        plan.slo().map(slo -> BurnRates.of(plan.service().name(), plan.metrics(), slo));
    burnRates.ifPresent(
        it -> {
          comments.addAll(it.notes());
          it.alerts().forEach(alert -> alerts.add(budgetRule(alert, runbook)));
        });
    Map<String, String> recorded = burnRates.map(BurnRates::recorded).orElse(ImmutableMap.of());
    return new AlertRules(
        plan.service().name(),
        comments.build(),
        recordings(plan, recorded),
        recorded,
        toldApart(alerts));
  }

  private static List<Recording> recordings(DeploymentPlan plan, Map<String, String> recorded) {
    Map<String, String> labels = ImmutableMap.of(BurnRates.SERVICE, plan.service().name());
    return recorded.entrySet().stream()
        .map(entry -> new Recording(entry.getKey(), parsed(entry.getValue()), labels))
        .collect(ImmutableList.toImmutableList());
  }

  private static WrittenAlert budgetRule(BurnRates.BudgetAlert budget, RunbookAddress runbook) {
    Alert alert = budget.alert();
    return new WrittenAlert(
        alert.name(),
        alert.condition(),
        parsed(alert.condition()),
        alert.holdSeconds(),
        labels(alert),
        annotations(budget.summary(), budget.meaning(), alert, runbook));
  }

  /** An expression of this project's own. */
  private static Expr parsed(String expression) {
    return AlertCondition.parsed(expression)
        .orElseThrow(() -> new IllegalStateException(expression))
        .expr();
  }

  private static Map<String, String> labels(Alert alert) {
    return ImmutableMap.of("severity", alert.severity(), "action", alert.action());
  }

  private static Map<String, String> annotations(
      String summary, String description, Alert alert, RunbookAddress runbook) {
    return ImmutableMap.of(
        "summary", summary, "description", description, "runbook_url", runbook.of(alert.name()));
  }

  private static WrittenAlert rule(
      Alert alert, AlertCondition condition, DeploymentPlan plan, RunbookAddress runbook) {
    String text = condition.read().text();
    return new WrittenAlert(
        alert.name(),
        text,
        condition.read().expr(),
        condition.holdSeconds().filter(seconds -> seconds.signum() > 0),
        labels(alert),
        annotations(
            plan.service().name() + ": " + alert.name(), "Fires when " + text, alert, runbook));
  }

  /** Alerts of one name and the same labels are one for Prometheus, so the later get another. */
  private static List<WrittenAlert> toldApart(List<WrittenAlert> alerts) {
    Map<List<Object>, Integer> seen = new HashMap<>();
    return alerts.stream()
        .map(
            rule -> {
              int nth = seen.merge(List.of(rule.name(), rule.labels()), 1, Integer::sum);
              return nth == 1 ? rule : rule.withLabel("condition", String.valueOf(nth));
            })
        .collect(ImmutableList.toImmutableList());
  }

  Map<String, Object> tree() {
    ImmutableList.Builder<Object> rules = ImmutableList.builder();
    for (Recording recording : recordings) {
      rules.add(
          ImmutableMap.of(
              "record",
              recording.name(),
              "expr",
              recorded.getOrDefault(recording.name(), ""),
              "labels",
              recording.labels()));
    }
    alerts.forEach(alert -> rules.add(alert.tree()));
    return ImmutableMap.of(
        "groups", ImmutableList.of(ImmutableMap.of("name", group, "rules", rules.build())));
  }

  /**
   * The condition of an alert.
   *
   * @param read what it means
   * @param holdSeconds how long it must hold
   */
  record AlertCondition(PromQl.Parsed read, Optional<BigDecimal> holdSeconds) {

    /** PromQL, perhaps with how long it must hold behind it as people write it. */
    static Optional<AlertCondition> of(Alert alert) {
      Optional<PromQl.Parsed> whole = parsed(alert.condition());
      if (whole.isPresent()) {
        return whole.map(read -> new AlertCondition(read, alert.holdSeconds()));
      }
      int hold = alert.condition().lastIndexOf(" for ");
      if (hold < 0) {
        return Optional.empty();
      }
      Optional<BigDecimal> seconds =
          PromQlDurations.seconds(alert.condition().substring(hold + " for ".length()));
      return parsed(alert.condition().substring(0, hold))
          .filter(read -> seconds.isPresent())
          .map(read -> new AlertCondition(read, alert.holdSeconds().or(() -> seconds)));
    }

    /** What a text means, where an alert can have it as its condition. */
    private static Optional<PromQl.Parsed> parsed(String text) {
      return PromQl.parse(text) instanceof PromQl.Parsed read && read.isCondition()
          ? Optional.of(read)
          : Optional.empty();
    }

    /** What must be known before the file is used. */
    private static Optional<String> warning(Optional<AlertCondition> condition) {
      if (condition.isEmpty()) {
        return Optional.of(
            "Left out, as its condition is not PromQL and would keep Prometheus from starting");
      }
      return condition.get().read().needsNewerThan242()
          ? Optional.of("Its condition needs Prometheus 3, and 2.42 would refuse the whole file")
          : Optional.empty();
    }
  }
}
