package io.productionguardian.rollout;

import io.productionguardian.model.Service.Probe;
import io.productionguardian.model.Service.Scaling;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.apiguardian.api.API;

/**
 * How long it takes to replace pods without a gap, seconds; worked out, since no file states it.
 *
 * @param minReadySeconds how long a new pod must stay ready before it counts
 * @param preStopSeconds how long a pod that ends still answers, until nobody asks it any more
 * @param terminationGraceSeconds until it is killed, the pause before included
 * @param progressDeadlineSeconds how long a rollout may stand still
 * @param rolloutSeconds how long all of a rollout may take
 * @since 0.1.0
 */
@API(status = API.Status.INTERNAL, since = "0.1.0")
public record Timing(
    int minReadySeconds,
    int preStopSeconds,
    int terminationGraceSeconds,
    int progressDeadlineSeconds,
    int rolloutSeconds) {

  /** Kubernetes takes a pod out of its Services within a few seconds. */
  private static final int PRE_STOP_SECONDS = 10;

  /** What Kubernetes gives a process to end when nothing is stated. */
  private static final int USUAL_GRACE_SECONDS = 30;

  private static final int LONGEST_READY_SECONDS = 30;
  private static final int LEAST_DEADLINE_SECONDS = 300;

  /** For one pod to start and another to end, since one is replaced after the other. */
  private static final int SECONDS_PER_REPLICA = 60;

  private static final int LONGEST_ROLLOUT_SECONDS = 3_600;

  /** A job of GitHub's own runners ends after six hours. */
  private static final int LONGEST_JOB_MINUTES = 360;

  public static Timing of(Probe readiness, Scaling scaling) {
    BigDecimal oneProbe = readiness.intervalSeconds();
    int minReady =
        oneProbe
            .setScale(0, RoundingMode.CEILING)
            .min(BigDecimal.valueOf(LONGEST_READY_SECONDS))
            .intValueExact();
    int deadline =
        oneProbe
            .multiply(BigDecimal.valueOf(3L * readiness.successThreshold()))
            .setScale(0, RoundingMode.CEILING)
            .max(BigDecimal.valueOf(LEAST_DEADLINE_SECONDS))
            .intValueExact();
    return new Timing(
        minReady,
        PRE_STOP_SECONDS,
        PRE_STOP_SECONDS + USUAL_GRACE_SECONDS,
        deadline,
        Math.min(deadline + SECONDS_PER_REPLICA * scaling.maxReplicas(), LONGEST_ROLLOUT_SECONDS));
  }

  /** What a job needs for two rollouts of a release and the way back, with as much to spare. */
  public int minutesWithoutWatching() {
    return (4 * rolloutSeconds + 59) / 60;
  }

  /** What is left of a job for watching. */
  public int longestWatchMinutes() {
    return LONGEST_JOB_MINUTES - minutesWithoutWatching();
  }
}
