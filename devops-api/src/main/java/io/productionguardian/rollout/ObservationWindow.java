package io.productionguardian.rollout;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.apiguardian.api.API;

/**
 * How long a stage is watched within one job.
 *
 * @param statedMinutes what the plan wants
 * @param minutes what a job has time for
 * @since 0.1.0
 */
@API(status = API.Status.INTERNAL, since = "0.1.0")
public record ObservationWindow(int statedMinutes, int minutes) {

  /** As long as stated, within what a job has left for it. */
  public static ObservationWindow of(BigDecimal hours, int minutesLeft) {
    int stated =
        hours.multiply(BigDecimal.valueOf(60)).setScale(0, RoundingMode.CEILING).intValueExact();
    return new ObservationWindow(stated, Math.min(stated, minutesLeft));
  }

  /** Whether it is shorter than the plan wants. */
  public boolean isCut() {
    return minutes < statedMinutes;
  }

  /** The duration in words. */
  public String words() {
    return isCut()
        ? "%s min (of %s stated; a job ends after 6 h)".formatted(minutes, statedMinutes)
        : minutes + " min";
  }
}
