package io.productionguardian.render.yaml;

import io.productionguardian.plan.DeploymentPlan;
import io.productionguardian.rollout.ObservationWindow;
import java.util.List;
import java.util.Locale;

/** Steps that several strategies need. */
record StageSteps(DeploymentPlan plan) {

  /** The id of the step that records what runs before the release. */
  static final String BEFORE = "before";

  /** Gives a step some of what was recorded, each in a variable of the same name. */
  static Step recorded(Step step, String... variables) {
    Step with = step;
    for (String variable : variables) {
      String output = variable.toLowerCase(Locale.ROOT);
      with = with.with(variable, "${{ steps." + BEFORE + ".outputs." + output + " }}");
    }
    return with;
  }

  /** Looks once a minute whether the service answers and no alert fires. */
  Step watch(String what, ObservationWindow watch) {
    List<String> alerts = plan.watchedAlerts();
    return Step.of(what + watch.words(), Script.WATCH)
        .with("WATCH_SECONDS", watch.minutes() * 60)
        .with("ALERTS", Questions.list(alerts))
        .with("FIRING", Questions.firing(alerts))
        .with("NOT_LOADED", Questions.notLoaded(plan.service()));
  }
}
