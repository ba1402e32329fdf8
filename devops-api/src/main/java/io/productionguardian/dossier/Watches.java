package io.productionguardian.dossier;

import com.google.common.collect.ImmutableList;
import io.productionguardian.model.Stage;
import io.productionguardian.model.StrategyType;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How long a stage is watched: its canary first, and the whole release after it.
 *
 * @param canary while some of the replicas are new
 * @param soak when all are
 * @since 0.1.0
 */
public record Watches(Optional<Watch> canary, Optional<Watch> soak) {

  static Watches of(Stage stage, StrategyType strategy, Timing timing) {
    int left = timing.longestWatchMinutes();
    Optional<Watch> canary =
        stage
            .canaryDurationHours()
            .filter(hours -> strategy == StrategyType.CANARY)
            .filter(hours -> stage.canaryPercentage().isPresent())
            .map(hours -> Watch.of(hours, left));
    int taken = canary.map(Watch::minutes).orElse(0);
    return new Watches(
        canary,
        stage
            .soakTimeHours()
            .filter(hours -> hours.signum() > 0)
            .map(hours -> Watch.of(hours, left - taken))
            .filter(watch -> watch.minutes() > 0 || watch.isCut()));
  }

  /** Those that are shorter than the plan wants. */
  public ImmutableList<Watch> cut() {
    return Stream.of(canary, soak)
        .flatMap(Optional::stream)
        .filter(Watch::isCut)
        .collect(ImmutableList.toImmutableList());
  }

  /** How long both take together. */
  public int minutes() {
    return canary.map(Watch::minutes).orElse(0) + soak.map(Watch::minutes).orElse(0);
  }
}
