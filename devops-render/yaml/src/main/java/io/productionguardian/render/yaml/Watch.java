package io.productionguardian.render.yaml;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How long a stage is watched within one job.
 *
 * @param statedMinutes what the plan wants
 * @param minutes what a job has time for
 */
record Watch(int statedMinutes, int minutes) {

  /** A job of GitHub's own runners ends after six hours; an hour of them is for the rest. */
  static final int LONGEST_MINUTES = 300;

  /** As long as stated, within what is left of the job's time. */
  static Watch of(BigDecimal hours, int minutesTaken) {
    int stated =
        hours.multiply(BigDecimal.valueOf(60)).setScale(0, RoundingMode.CEILING).intValueExact();
    return new Watch(stated, Math.min(stated, LONGEST_MINUTES - minutesTaken));
  }

  boolean isCut() {
    return minutes < statedMinutes;
  }

  /** The duration in words. */
  String words() {
    return isCut()
        ? "%s min (of %s stated; a job ends after 6 h)".formatted(minutes, statedMinutes)
        : minutes + " min";
  }
}
