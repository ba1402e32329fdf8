package io.productionguardian.rollout;

import com.google.common.collect.ImmutableList;
import io.productionguardian.model.Stage;
import io.productionguardian.model.Strategy.StrategyType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * How long a stage is watched: its canary first, and the whole release after it.
 *
 * @param canary while some of the replicas are new
 * @param soak when all are
 * @since 0.1.0
 */
@API(status = API.Status.INTERNAL, since = "0.1.0")
public record ObservationWindows(
    Optional<ObservationWindow> canary, Optional<ObservationWindow> soak) {

  public static ObservationWindows of(Stage stage, StrategyType strategy, Timing timing) {
    int left = timing.longestWatchMinutes();
    Optional<ObservationWindow> canary =
        stage
            .canaryDurationHours()
            .filter(hours -> strategy == StrategyType.CANARY)
            .filter(hours -> stage.canaryPercentage().isPresent())
            .map(hours -> ObservationWindow.of(hours, left));
    int taken = canary.map(ObservationWindow::minutes).orElse(0);
    return new ObservationWindows(
        canary,
        stage
            .soakTimeHours()
            .filter(hours -> hours.signum() > 0)
            .map(hours -> ObservationWindow.of(hours, left - taken))
            .filter(watch -> watch.minutes() > 0 || watch.isCut()));
  }

  /** Those that are shorter than the plan wants. */
  public List<ObservationWindow> cut() {
    return Stream.of(canary, soak)
        .flatMap(Optional::stream)
        .filter(ObservationWindow::isCut)
        .collect(ImmutableList.toImmutableList());
  }

  /** How long both take together. */
  public int minutes() {
    return canary.map(ObservationWindow::minutes).orElse(0)
        + soak.map(ObservationWindow::minutes).orElse(0);
  }
}
