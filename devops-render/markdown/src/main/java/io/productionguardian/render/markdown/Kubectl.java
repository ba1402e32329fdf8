package io.productionguardian.render.markdown;

import com.google.common.collect.ImmutableList;
import io.productionguardian.model.Strategy.StrategyType;
import io.productionguardian.plan.DeploymentPlan;
import java.util.List;

/**
 * The commands of the runbook. They are the same for every service but for numbers and two names,
 * which are DNS labels and hold nothing that a shell could misread.
 */
record Kubectl(DeploymentPlan plan, String stage) {

  /** Sets the names that all other commands use. */
  List<String> names() {
    return ImmutableList.of("export NAMESPACE=" + namespace(), "export APP=" + app());
  }

  String namespace() {
    return plan.namespace(stage);
  }

  /** The Deployments that serve, or may do so. */
  List<String> deployments() {
    return plan.strategy().type() == StrategyType.BLUE_GREEN
        ? ImmutableList.of(app() + "-blue", app() + "-green")
        : ImmutableList.of(app());
  }

  /** What to look at first, whatever is wrong. */
  static List<String> firstLook() {
    return ImmutableList.of(
        "kubectl -n \"$NAMESPACE\" get pods -l app.kubernetes.io/name=\"$APP\"",
        "kubectl -n \"$NAMESPACE\" describe deployment -l app.kubernetes.io/name=\"$APP\"",
        "kubectl -n \"$NAMESPACE\" logs -l app.kubernetes.io/name=\"$APP\" --tail=50");
  }

  /** Gives up a canary that is still being tried. */
  List<String> withdrawCanary() {
    return ImmutableList.of(
        "# No more requests to the new version",
        "kubectl -n \"$NAMESPACE\" delete deployment \"$APP-canary\" --ignore-not-found",
        "",
        "# The old version no longer needs more replicas than usual beside it",
        "kubectl -n \"$NAMESPACE\" patch hpa \"$APP\" --type=merge -p '{\"spec\":{\"minReplicas\":"
            + plan.scaling().minReplicas()
            + "}}'",
        "",
        "# Verify rollback: the old version is ready and alone",
        deploymentsWithImages());
  }

  /** Brings the previous revision back. */
  List<String> undo() {
    return ImmutableList.of(
        "# Get current revision",
        "kubectl -n \"$NAMESPACE\" rollout history deployment/\"$APP\"",
        "",
        "# Rollback to previous, all replicas at once",
        allAtOnce("\"$APP\""),
        "kubectl -n \"$NAMESPACE\" rollout undo deployment/\"$APP\"",
        "",
        "# Verify rollback",
        "kubectl -n \"$NAMESPACE\" rollout status deployment/\"$APP\" --timeout=" + patience(),
        deploymentsWithImages());
  }

  /** Moves the requests back to the other colour, or brings its own previous revision back. */
  List<String> switchBack() {
    return ImmutableList.of(
        "# Which colour serves?",
        "COLOUR=\"$(kubectl -n \"$NAMESPACE\" get service \"$APP\" -o 'jsonpath={.spec.selector.colour}')\"",
        "if [ \"$COLOUR\" = blue ]; then OTHER=green; else OTHER=blue; fi",
        "REPLICAS=\"$(kubectl -n \"$NAMESPACE\" get deployment \"$APP-$OTHER\" --ignore-not-found \\",
        "  -o 'jsonpath={.status.availableReplicas}')\"",
        "",
        "# Rollback: to the other colour if it is well, or else to the previous revision of this one",
        "if [ -n \"$REPLICAS\" ] && kubectl -n \"$NAMESPACE\" rollout status \\",
        "  deployment/\"$APP-$OTHER\" --timeout=5s; then",
        "  kubectl -n \"$NAMESPACE\" patch service \"$APP\" --type=merge \\",
        "    -p \"{\\\"spec\\\":{\\\"selector\\\":{\\\"colour\\\":\\\"$OTHER\\\"}}}\"",
        "  COLOUR=\"$OTHER\"",
        "else",
        "  " + allAtOnce("\"$APP-$COLOUR\""),
        "  kubectl -n \"$NAMESPACE\" rollout undo deployment/\"$APP-$COLOUR\"",
        "fi",
        "",
        "# Verify rollback",
        "kubectl -n \"$NAMESPACE\" rollout status deployment/\"$APP-$COLOUR\" --timeout="
            + patience(),
        "kubectl -n \"$NAMESPACE\" get service \"$APP\" -o wide",
        deploymentsWithImages());
  }

  private static String allAtOnce(String deployment) {
    return "kubectl -n \"$NAMESPACE\" patch deployment "
        + deployment
        + " --type=merge -p '{\"spec\":{\"strategy\":{\"rollingUpdate\":{\"maxSurge\":\"100%\"}}}}'";
  }

  private static String deploymentsWithImages() {
    return "kubectl -n \"$NAMESPACE\" get deployment -l app.kubernetes.io/name=\"$APP\" -o wide";
  }

  private String patience() {
    return plan.rollbackPatienceSeconds().toPlainString() + "s";
  }

  private String app() {
    return plan.service().name();
  }
}
