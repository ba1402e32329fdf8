package io.productionguardian.render.markdown;

import com.google.common.collect.ImmutableList;
import io.productionguardian.model.Service;
import io.productionguardian.model.StrategyType;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The commands of the runbook. They are the same for every service but for two names, which are DNS
 * labels and hold nothing that a shell could misread.
 */
record Kubectl(Service service, String stage) {

  /** Sets the names that all other commands use. */
  ImmutableList<String> names() {
    return ImmutableList.of(
        "export NAMESPACE=" + service.namespace() + "-" + stage, "export APP=" + service.name());
  }

  /** What to look at first, whatever is wrong. */
  static ImmutableList<String> firstLook() {
    return ImmutableList.of(
        "kubectl -n \"$NAMESPACE\" get pods -l app.kubernetes.io/name=\"$APP\"",
        "kubectl -n \"$NAMESPACE\" describe deployment \"$APP\"",
        "kubectl -n \"$NAMESPACE\" logs -l app.kubernetes.io/name=\"$APP\" --tail=50");
  }

  /** Gives up a version that is still being tried; nothing where no second set is started. */
  static ImmutableList<String> withdraw(StrategyType strategy) {
    return switch (strategy) {
      case CANARY -> ImmutableList.of(delete("canary"));
      case BLUE_GREEN ->
          ImmutableList.of(
              "kubectl -n \"$NAMESPACE\" patch service \"$APP\" --type=merge \\",
              "  -p \"{\\\"spec\\\":{\\\"selector\\\":{\\\"app.kubernetes.io/name\\\":\\\"$APP\\\"}}}\"",
              delete("green"));
      case ROLLING -> ImmutableList.of();
    };
  }

  /** Brings the previous revision back. */
  static ImmutableList<String> undo(BigDecimal seconds) {
    return ImmutableList.of(
        "# Get current revision",
        "kubectl -n \"$NAMESPACE\" rollout history deployment/\"$APP\"",
        "",
        "# Rollback to previous",
        "kubectl -n \"$NAMESPACE\" rollout undo deployment/\"$APP\"",
        "",
        "# Verify rollback",
        "kubectl -n \"$NAMESPACE\" rollout status deployment/\"$APP\" --timeout="
            + seconds.max(BigDecimal.valueOf(60)).setScale(0, RoundingMode.CEILING).toPlainString()
            + "s");
  }

  private static String delete(String set) {
    return "kubectl -n \"$NAMESPACE\" delete deployment \"$APP-" + set + "\" --ignore-not-found";
  }
}
